/** The built site in a real browser: what it weighs, whom it asks, whether all can read it, and whether it is found. */
import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildSite } from "../docs/build.js";
import { pages as sources } from "../docs/pages.js";
import { compileBlocks, docsPackages, needsDocs } from "./blocks.js";
import { startBrowser } from "./browser.js";
import { serveFolder } from "./served.js";
import { blocks } from "./support.js";

const folder = join(mkdtempSync(join(tmpdir(), "site-")), "docs");
const base = "/qualifications/";
let browser: Browser | undefined;
let served: Awaited<ReturnType<typeof serveFolder>>;
let names: string[];

beforeAll(async () => {
  await buildSite(folder, base);
  served = await serveFolder(folder, base);
  browser = await startBrowser();
  names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
});

afterAll(async () => {
  served?.close();
  await browser?.close();
});

const isGuide = (name: string) => name !== "404.html" && name !== "reference.html";

interface Opened {
  page: Page;
  status: number | undefined;
  /** Bytes of all bodies, compressed. */
  bytes: number;
  /** Other hosts, and what the browser complained of. */
  complaints: string[];
}

async function open(name: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await (browser as Browser).newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  const paths = new Set<string>();
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin === served.origin) paths.add(url.pathname);
    else if (!/^(data|blob):$/.test(url.protocol)) complaints.push(`requests ${url.href}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error" && !/favicon|404/.test(message.text())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  const response = await page.goto(`${served.url}${name}`, { waitUntil: "networkidle" });
  paths.delete("/favicon.ico");
  const bytes = [...paths].reduce((sum, path) => sum + (served.sent.get(path) ?? 0), 0);
  return { page, status: response?.status(), bytes, complaints };
}

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, colorScheme: "dark" };
const desk: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, colorScheme: "light" };
/** Axe's rules, run in the page. Injected by the test, so the page's own policy does not apply to it. */
const axe = () => readFileSync("docs/node_modules/axe-core/axe.min.js", "utf8");

for (const [device, options] of Object.entries({ phone, desk })) {
  test(`on a ${device} every page is light, asks no other host, fits, and can be read by all`, async ({ skip }) => {
    if (!browser) return skip();
    const found: string[] = [];
    for (const name of names.filter(isGuide)) {
      const { page, bytes, complaints } = await open(name, options);
      if (process.env.SITE_FIGURES) process.stdout.write(`${device} ${name} ${bytes}\n`);
      found.push(...complaints.map((complaint) => `${name} ${complaint}`));
      if (bytes > 200 * 1024) found.push(`${name} weighs ${bytes} bytes`);
      found.push(...(await tooWide(page)).map((element) => `${name}: ${element} is too wide`));
      found.push(...(await inaccessible(page)).map((violation) => `${name}: ${violation}`));
      await page.context().close();
    }
    expect(found).toEqual([]);
  });
}

function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const cut = [...document.querySelectorAll("table")].filter(
      ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1,
    );
    const page = root.scrollWidth > root.clientWidth ? ["the page"] : [];
    return [...page, ...cut.map(({ innerText }) => `the table "${innerText.slice(0, 30)}"`)];
  });
}

async function inaccessible(page: Page): Promise<string[]> {
  await page.evaluate(axe());
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations;
  });
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id} at ${nodes.length}, such as ${nodes[0]?.target.join(" ")}`);
}

interface Violation {
  id: string;
  impact: string;
  nodes: { target: string[] }[];
}

test("the reference weighs at most 700 KiB", async ({ skip }) => {
  if (!browser) return skip();
  const { page, bytes, complaints } = await open("reference.html", desk);
  expect(complaints).toEqual([]);
  expect(bytes).toBeLessThanOrEqual(700 * 1024);
  await page.context().close();
});

test("the text of every page is there without JavaScript", async ({ skip }) => {
  if (!browser) return skip();
  for (const name of names.filter(isGuide)) {
    const { page } = await open(name, { ...desk, javaScriptEnabled: false });
    expect((await page.locator(".vp-doc").innerText()).length, name).toBeGreaterThan(
      name === "client/overview.html" ? 50 : 200,
    );
    const text = await page.locator("body").innerText();
    expect(text.includes("not affiliated with Microsoft"), name).toBe(true);
    await page.context().close();
  }
});

test("a page that does not exist ends in words, with and without JavaScript", async ({ skip }) => {
  if (!browser) return skip();
  for (const javaScriptEnabled of [true, false]) {
    const { page, status } = await open("no-such-page", { javaScriptEnabled });
    expect(status).toBe(404);
    expect(await page.locator("body").innerText()).toContain("There is no page at this address");
    await page.getByRole("link", { name: "Overview" }).click();
    await page.waitForURL(`${served.url}index.html`);
    await page.context().close();
  }
});

test("every internal link leads to a file and an element", () => {
  const html = new Map(names.map((name) => [name.replaceAll("\\", "/"), readFileSync(join(folder, name), "utf8")]));
  const dead: string[] = [];
  for (const [name, text] of html) {
    if (name === "reference.html") continue;
    for (const [, href = ""] of text.matchAll(/<a [^>]*href="([^"]*)"/g)) {
      if (/^(https?|mailto):/.test(href)) continue;
      const url = new URL(href.replaceAll("&amp;", "&"), `http://site${base}${name}`);
      const target = decodeURIComponent(url.pathname).slice(base.length) || "index.html";
      const found = existsSync(join(folder, target)) && url.pathname.startsWith(base);
      const id = decodeURIComponent(url.hash.slice(1));
      const heading = id === "" || target === "reference.html" || html.get(target)?.includes(`id="${id}"`);
      if (!found || !heading) dead.push(`${name}: ${href}`);
    }
  }
  expect(dead).toEqual([]);
});

test.for([
  ["how long", "life-cycle.html#how-long-vetting-takes"],
  ["denied", "life-cycle.html#denied-step-by-step"],
  ["which token", "tokens.html"],
  ["test GCC", "testing.html#test-government-community-cloud"],
  ["vettingCreateDate", "life-cycle.html#which-date"],
  ["409", "errors.html"],
  ["retry", "errors.html"],
])("the search for %s finds %s first", async ([words = "", expected = ""], { skip }) => {
  if (!browser) return skip();
  const { page } = await open("index.html", desk);
  await page.keyboard.press("Control+k");
  await page.locator("#localsearch-input").fill(words);
  const first = page.locator("#localsearch-list a").first();
  await first.waitFor();
  await page.waitForTimeout(500);
  expect(await first.getAttribute("href")).toContain(expected);
  await page.context().close();
});

test("the console sends what is chosen, shows what comes back, and its clock ends vetting", async ({ skip }) => {
  if (!browser) return skip();
  const { page, complaints } = await open("try.html", desk);
  const send = page.getByRole("button", { name: "Send" });
  const response = page.getByRole("region", { name: "Response" });
  await page.getByLabel("Operation").selectOption("createQualification");
  await page.getByLabel("Customer").selectOption("no qualification is held");
  await send.click();
  await page.getByText("Success: 201.").waitFor();
  expect(await response.innerText()).toContain('"vettingStatus": "InReview"');
  expect(await page.getByRole("region", { name: "Request" }).innerText()).toMatch(
    /^POST .*ms-requestid: .*"Education"/s,
  );
  await page.getByRole("button", { name: "Advance the clock" }).click();
  await page.getByLabel("Operation").selectOption("getQualifications");
  await page.getByLabel("Fault").selectOption("status=503");
  expect(await page.getByRole("region", { name: "TypeScript" }).innerText()).toContain('sandbox.inject("status=503")');
  await send.click();
  await page.getByText("Success: 200.").waitFor();
  expect(await response.innerText()).toContain('"vettingStatus": "Approved"');
  const events = await page.getByRole("listitem").allInnerTexts();
  expect(events.filter((text) => text.startsWith("attempt")).join()).toMatch(/response 503.*retry in.*response 200/);
  expect(await inaccessible(page)).toEqual([]);
  const address = page.url();
  await page.goto("about:blank");
  await page.goto(address);
  await page.locator("button[type=submit]:enabled").waitFor();
  expect(await page.getByLabel("Customer").inputValue()).toBe("no qualification is held");
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("the console works by keyboard, and says what is wrong with its address or its request", async ({ skip }) => {
  if (!browser) return skip();
  const { page } = await open("try.html#operation=dropTables", phone);
  await page.getByRole("alert").getByText("unknown here (operation)").waitFor();
  await page.getByLabel("Customer").focus();
  for (const key of ["ArrowDown", "Tab", "Tab", "Enter"]) await page.keyboard.press(key);
  await page.getByText("Success: 200.").waitFor();
  expect(await page.getByRole("region", { name: "Response" }).innerText()).toContain('"StateOwnedEntity"');
  await page.getByLabel("Customer").selectOption("authorization fails");
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByText("ApiError: getQualifications: Partner Center responded 403").first().waitFor();
  await page.context().close();
});

test("each page is there as Markdown, and llms.txt lists it", () => {
  const list = readFileSync(join(folder, "llms.txt"), "utf8");
  for (const name of names.filter(isGuide)) {
    const markdown = name.replace(/\.html$/, ".md");
    if (markdown === "client/index.md") continue;
    expect(readFileSync(join(folder, markdown), "utf8"), markdown).toMatch(/^# /m);
    expect(list).toContain(`(${markdown})`);
  }
});

test("the blocks that need packages of the site compile too", async () => {
  const found = sources().map(({ path, text }) => [path, blocks("ts", text).filter(needsDocs)] as const);
  expect(found.flatMap(([, codes]) => codes).length).toBeGreaterThan(4);
  expect(await compileBlocks(Object.fromEntries(found), docsPackages)).toBe("");
});
