/** The built site in a real browser: what it weighs, whom it asks, whether all can read it, and whether it is found. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildSite } from "../docs/build.js";
import { pages as sources } from "../docs/pages.js";
import { createSandbox } from "../src/sandbox/index.js";
import { compileBlocks, needsDocs, outputsOf, recipe } from "./blocks.js";
import { desk, flawsOf, inaccessible, type Opened, pagesInBrowser, phone, tooWide } from "./browser.js";
import { blocks } from "./support.js";

const base = "/qualifications/";
/** The files of the pages, and those of them that VitePress made. */
let names: string[];
let guides: string[];

const { folder, browserTest, open } = pagesInBrowser(async (folder) => {
  await buildSite(folder, base, "https://contoso.example");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => name.replaceAll("\\", "/"));
  names = files.filter((name) => name.endsWith(".html") && name !== "404.html");
  guides = names.filter((name) => name !== "reference.html");
}, base);

const fileOf = (name: string) => readFileSync(join(folder, name), "utf8");

/** Five at a time: most of the time of a page is spent waiting for its network to be idle. */
async function onEachPage(options: typeof phone, check: (opened: Opened, name: string) => Promise<void>) {
  const openAndCheck = async (name: string) => {
    const opened = await open(name, options);
    await check(opened, name);
    await opened.page.context().close();
  };
  for (let index = 0; index < guides.length; index += 5) {
    await Promise.all(guides.slice(index, index + 5).map(openAndCheck));
  }
}

for (const [device, options] of Object.entries({ phone, desk })) {
  browserTest(`each page on a ${device} is light, accessible, whole, printable and asks no other host`, async () => {
    const found: string[] = [];
    await onEachPage(options, async (opened, name) => {
      const flaws = await flawsOf(opened, 200);
      // On paper nothing scrolls, and no tab can be chosen.
      await opened.page.emulateMedia({ media: "print" });
      await opened.page.setViewportSize({ width: 700, height: 1000 });
      flaws.push(...(await tooWide(opened.page, ".vp-doc pre, .vp-doc table")).map((flaw) => `in print ${flaw}`));
      found.push(...flaws.map((flaw) => `${name}: ${flaw}`));
    });
    expect(found).toEqual([]);
  });
}

browserTest("the text of every page is there without JavaScript", async () => {
  await onEachPage({ ...desk, javaScriptEnabled: false }, async ({ page }, name) => {
    const least = name === "client/overview.html" ? 50 : 200;
    expect((await page.locator(".vp-doc").innerText()).length, name).toBeGreaterThan(least);
    expect(await page.locator("body").innerText(), name).toContain("not affiliated with Microsoft");
    expect(await page.locator(".vp-doc pre:not(:visible)").count(), name).toBe(0);
  });
});

test("before anything else, each page allows its own scripts and styles by hash only, and no other host", () => {
  for (const name of guides) {
    const [, policy] =
      /<head>\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(fileOf(name)) ?? [];
    expect(policy, name).toMatch(/^default-src 'none'; script-src 'self' 'sha256-/);
    expect(policy, name).not.toMatch(/'unsafe-(inline|eval)'|https?:/);
  }
  expect(fileOf("404.html")).toMatch(/style-src 'sha256-[^']*'"/);
});

test("each page has a title, a description, its address in the sitemap, and Markdown that llms.txt lists", () => {
  const [sitemap, list] = [fileOf("sitemap.xml"), fileOf("llms.txt")];
  const addressOf = (name: string) => `https://contoso.example${base}${name.replace(/index\.html$/, "")}`;
  for (const name of names) expect(sitemap).toContain(`<loc>${addressOf(name)}</loc>`);
  for (const name of guides) {
    const html = fileOf(name);
    expect(html).toContain(`<link rel="canonical" href="${addressOf(name)}">`);
    expect(html).toMatch(/<meta property="og:title" content="[^"]+">/);
    expect(html).toMatch(/<meta property="og:description" content="[^"]{40,170}">/);
    if (name === "client/index.html") continue;
    const markdown = name.replace(/\.html$/, ".md");
    expect(fileOf(markdown), markdown).toMatch(/^# /m);
    expect(list).toContain(`(${markdown})`);
  }
});

browserTest("a page that does not exist ends in words, with and without JavaScript", async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { page, status } = await open("no-such-page", { javaScriptEnabled });
    expect(status).toBe(404);
    expect(await page.locator("body").innerText()).toContain("There is no page at this address");
    await page.getByRole("link", { name: "Overview" }).click();
    await page.waitForURL(`**${base}index.html`);
    await page.context().close();
  }
});

test("every internal link leads to a file and an element", () => {
  const html = new Map([...names, "404.html"].map((name) => [name, fileOf(name)]));
  const dead: string[] = [];
  for (const [name, text] of html) {
    // The reference has its texts as Markdown, too, and writes them when they are opened.
    const written = name === "reference.html" ? text.matchAll(/\]\(([^)\s]+\.html[^)\s]*)\)/g) : [];
    for (const [, href = ""] of [...text.matchAll(/<a [^>]*href="([^"]*)"/g), ...written]) {
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

browserTest("the search finds the right page first, and leads there", async () => {
  const expected = {
    "how long": "life-cycle.html#how-long-vetting-takes",
    denied: "life-cycle.html#denied-step-by-step",
    retry: "errors.html",
    "which token": "tokens.html",
    "test GCC": "testing.html#test-government-community-cloud",
    vettingCreateDate: "life-cycle.html#which-date",
    "409": "errors.html",
  };
  const { page, complaints } = await open("index.html", phone);
  await page.keyboard.press("Control+k");
  const first = page.locator("#localsearch-list a").first();
  for (const [words, address] of Object.entries(expected)) {
    await page.locator("#localsearch-input").fill(words);
    await expect.poll(() => first.getAttribute("href"), { message: words, timeout: 5000 }).toContain(address);
  }
  await first.click();
  await page.getByRole("heading", { name: "Which date" }).waitFor();
  expect(complaints).toEqual([]);
});

browserTest("the console sends what is chosen, shows what comes back, and its clock ends vetting", async () => {
  const { page, complaints } = await open("try.html", desk);
  const send = page.getByRole("button", { name: "Send" });
  const response = page.getByRole("region", { name: "Response" });
  await page.getByLabel("Operation").selectOption("createQualification");
  await page.getByLabel("Customer").selectOption("no qualification is held");
  await send.click();
  await page.getByText("Success: 201.").waitFor();
  expect(await response.innerText()).toContain('"vettingStatus": "InReview"');
  const sent = await page.getByRole("region", { name: "Request" }).innerText();
  expect(sent).toMatch(/^POST .*ms-requestid: .*"Education"/s);
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
});

browserTest("the console works by keyboard, and says what is wrong with its address or its request", async () => {
  const { page } = await open("try.html#operation=dropTables", phone);
  await page.getByRole("alert").getByText("unknown here (operation)").waitFor();
  await page.getByLabel("Customer").focus();
  for (const key of ["ArrowDown", "Tab", "Tab", "Enter"]) await page.keyboard.press(key);
  await page.getByText("Success: 200.").waitFor();
  expect(await page.getByRole("region", { name: "Response" }).innerText()).toContain('"StateOwnedEntity"');
  await page.getByLabel("Operation").selectOption("createQualification");
  await page.getByRole("textbox", { name: "Body" }).fill('{ "qualification": "Education" }');
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByText("/body/educationSegment is missing").first().waitFor();
});

browserTest("the console ends in words without request ids, and without JavaScript", async () => {
  const { page } = await open("try.html");
  await page.addInitScript("Object.defineProperty(crypto, 'randomUUID', { value: undefined })");
  await page.reload();
  await page.getByRole("alert").getByText("Open the page over https").waitFor();
  expect(await page.getByRole("button", { name: "Send" }).isDisabled()).toBe(true);
  const { page: still } = await open("try.html", { javaScriptEnabled: false });
  expect(await still.locator(".vp-doc").innerText()).toContain("This console needs JavaScript");
  expect(await still.getByRole("button", { name: "Send" }).isDisabled()).toBe(true);
});

test("the Express recipe responds, and hides what failed", async () => {
  const [app = ""] = blocks("ts", readFileSync("RECIPES.md", "utf8")).filter((code) => code.includes('"express"'));
  const calls = `
    const server = app.listen(0);
    await new Promise((resolve) => server.on("listening", resolve));
    for (const id of ["00000000-0000-4000-8000-000000000004", "x", "00000000-0000-4000-8000-000000000014"]) {
      const response = await fetch("http://127.0.0.1:" + server.address().port + "/customers/" + id + "/qualifications");
      console.log(response.status, await response.text());
    }
    server.close();`;
  const quiet = app.replace("console.error(message)", "void message");
  const [output] = await outputsOf([quiet + calls]);
  const lines = ['200 [{"qualification":"StateOwnedEntity"}]', '400 {"code":"invalid_request"}', '502 {"code":"api"}'];
  expect(output?.trim().split("\n")).toEqual(lines);
});

browserTest("by the recipe for Playwright, a page's requests for Partner Center reach the sandbox", async () => {
  const { routeToSandbox } = await recipe("export async function routeToSandbox");
  const { page } = await open("index.html");
  await routeToSandbox(page, createSandbox());
  await page.setExtraHTTPHeaders({ authorization: "Bearer any" });
  const customer = "https://api.partnercenter.microsoft.com/v1/customers/00000000-0000-4000-8000-000000000001";
  const response = await page.goto(`${customer}/qualifications`);
  expect(await response?.json()).toEqual([{ qualification: "Education", vettingStatus: "Approved" }]);
});

test("the blocks that need packages of the site compile too", async () => {
  const found = sources().map(({ path, text }) => [path, blocks("ts", text).filter(needsDocs)] as const);
  expect(found.flatMap(([, codes]) => codes).length).toBeGreaterThan(4);
  expect(await compileBlocks(Object.fromEntries(found))).toBe("");
});
