/** The HTTP reference in a real browser. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { type Example, examplesOf } from "../contracts/examples.js";
import { Description } from "../contracts/generate/description.js";
import { anchorOf, buildReference, downloads, languages, sampleOf } from "../docs/reference.js";
import { browserTests, desk, inaccessible, openPage, phone, startBrowser, tooWide } from "./browser.js";
import { emptyFolder } from "./files.js";
import { serveFolder } from "./served.js";

const folder = emptyFolder();
const description = new Description("openapi.yaml");
const operations = description.operations().map(({ id, pointer }) => {
  return { id, summary: String(description.at(pointer).value.summary), route: `#/other/${id.toLowerCase()}` };
});
let browser: Browser | undefined;
let served: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  await buildReference(folder);
  writeFileSync(join(folder, "404.html"), "");
  served = await serveFolder(folder, "/");
  browser = await startBrowser();
});

const browserTest = browserTests(() => browser);

afterAll(async () => {
  served?.close();
  await browser?.close();
});

async function open(name = "reference.html", options = desk) {
  const opened = await openPage(browser as Browser, served, name, options);
  await settled(opened.page);
  return opened;
}

/** Redoc writes what comes into view, which moves what is below. */
function settled(page: Page): Promise<void> {
  const untilStill = () =>
    new Promise<void>((resolve) => {
      let timer = setTimeout(resolve, 300);
      const wait = () => {
        clearTimeout(timer);
        timer = setTimeout(resolve, 300);
      };
      new MutationObserver(wait).observe(document, { subtree: true, childList: true, attributes: true });
    });
  return page.evaluate(untilStill);
}

/**
 * No serious rule of axe is excepted. Of the moderate ones, Redoc breaks heading-order (a fourth level below a second), and
 * while a menu, the security panel or the search is open, region and the rules on landmarks.
 */
for (const [device, options] of Object.entries({ phone, desk })) {
  browserTest(`on a ${device} the reference asks no other host, fits, and can be read by all`, async () => {
    const found: string[] = [];
    for (const colorScheme of ["light", "dark"] as const) {
      for (const route of ["", "#/other/createqualification"]) {
        const { page, bytes, complaints } = await open(`reference.html${route}`, { ...options, colorScheme });
        found.push(...complaints);
        if (bytes > 700 * 1024) found.push(`the page weighs ${bytes} bytes`);
        found.push(...(await tooWide(page)).map((element) => `${route}: ${element} is too wide`));
        found.push(...(await inaccessible(page)).map((violation) => `${colorScheme} ${route}: ${violation}`));
        await page.context().close();
      }
    }
    expect(found).toEqual([]);
  });
}

browserTest("a font from elsewhere, and a script that the page does not know, are seen and not loaded", async () => {
  const font = '<style>@font-face{font-family:x;src:url("https://fonts.example/x.woff2")}body{font-family:x}</style>';
  const script = "<script>document.title = 'planted'</script>";
  const html = readFileSync(join(folder, "reference.html"), "utf8").replace("</head>", `${font}${script}</head>`);
  writeFileSync(join(folder, "planted.html"), html);
  const { page, complaints } = await open("planted.html");
  expect(complaints.join("\n")).toMatch(/font 'https:\/\/fonts\.example.*Content Security Policy/);
  expect(complaints.join("\n")).toMatch(/inline script.*Content Security Policy/);
  expect(await page.title()).toBe("HTTP reference | Partner Center qualifications");
});

browserTest("every operation is in the menu without a click, and its address leads to it", async () => {
  const { page } = await open();
  const menu = page.getByRole("navigation", { name: "Reference" });
  for (const { summary, route } of operations) {
    const link = menu.getByRole("link", { name: summary });
    expect(await link.isVisible(), summary).toBe(true);
    expect(await link.getAttribute("href")).toBe(route);
    const { page: direct } = await open(`reference.html${route}`);
    const { y = -1 } = (await direct.getByRole("heading", { name: summary }).boundingBox()) ?? {};
    expect(y, summary).toBeGreaterThanOrEqual(0);
    expect(y, summary).toBeLessThan(300);
    await direct.context().close();
  }
});

browserTest("every heading of the introduction is on the page, and every source in it is a link", async () => {
  const { page } = await open();
  const introduction = String(description.find("#/info/description"));
  const headings = [...introduction.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => heading);
  expect(headings.length).toBeGreaterThan(2);
  for (const heading of headings) {
    await page.getByRole("heading", { name: heading }).first().waitFor({ timeout: 5000 });
  }
  const links = await hrefsIn(page.getByRole("main"));
  const urls = [...introduction.matchAll(/\bhttps:\/\/[^\s)]+/g)].map(([url]) => url);
  expect(urls.length).toBeGreaterThan(15);
  expect(urls.filter((url) => !links.includes(url))).toEqual([]);
  const rows = page.locator("table").last().locator("tbody tr");
  const unlinked = await rows.filter({ hasNot: page.locator("a[href^='https://']") }).allInnerTexts();
  expect(unlinked).toEqual([]);
  expect(await rows.count()).toBeGreaterThan(15);
});

browserTest("every operation and every example, with a link to its source and to itself, are on the page", async () => {
  const { page } = await open();
  for (const { id, summary } of operations) {
    await page.getByRole("link", { name: summary }).first().click();
    await page.getByRole("heading", { name: summary }).waitFor();
    // A response without a body is a sentence in the description of its status.
    const withBody = examplesOf(description).filter(({ value }) => value !== undefined);
    for (const example of withBody.filter(({ operation }) => operation.id === id)) {
      const panel = await chosen(page, example);
      const text = async () => squeezed(await panel.innerText());
      await expect.poll(text, { message: example.id }).toContain(squeezed(JSON.stringify(example.value)));
      expect(await text()).toMatch(/Source:|Assumed/);
      const sources = [...example.text.replaceAll(/\s+/g, " ").matchAll(/\]\((https:[^)]+)\)/g)].map(([, url]) => url);
      const named = example.text.includes("Source:");
      expect(sources.length, example.id).toBeGreaterThanOrEqual(named ? 1 : 0);
      const links = await hrefsIn(panel);
      expect(links).toEqual(expect.arrayContaining([`examples.html#${anchorOf(example)}`, ...sources]));
    }
  }
});

browserTest("every sample is on the page, and what was not run says so", async () => {
  for (const { id, route } of operations) {
    const { page } = await open(`reference.html${route}`);
    const samples = samplesOf(page, id, "request");
    for (const { extension, label } of languages) {
      await chooseLanguage(page, samples, label);
      const text = async () => squeezed(await samples.innerText());
      await expect.poll(text, { message: `${id} ${label}` }).toContain(squeezed(sampleOf(id, extension)));
    }
    await page.context().close();
  }
});

for (const colorScheme of ["light", "dark"] as const) {
  browserTest(
    `in ${colorScheme} colours, what a click opens is accessible, and the policy allows the search`,
    async () => {
      const { page, complaints } = await open("reference.html#/other/createqualification", { ...desk, colorScheme });
      const found: string[] = [];
      const look = async (what: string) => {
        await settled(page);
        found.push(...(await inaccessible(page)).map((violation) => `${what}: ${violation}`));
      };
      for (const { label } of languages) {
        await chooseLanguage(page, samplesOf(page, "createQualification", "request"), label);
        await look(label);
      }
      await samplesOf(page, "createQualification", "response").getByRole("button", { name: "409" }).click();
      await look("409");
      await page.getByText("View security details").last().click();
      await page.getByText("secure application model").first().waitFor();
      await look("security");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Control+k");
      await page.getByPlaceholder("Search docs").fill("validation codes");
      await page.getByText("response 200 examples").first().waitFor();
      await look("search");
      expect(found).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );
}

browserTest("the reference has the colours that the reader chose on the site", async () => {
  const { page } = await open();
  for (const colours of ["dark", "light"]) {
    await page.evaluate((value) => localStorage.setItem("vitepress-theme-appearance", value), colours);
    await page.reload({ waitUntil: "networkidle" });
    expect(await page.locator("html").getAttribute("class")).toContain(colours);
  }
});

browserTest("without JavaScript there is the introduction, and a word on where the rest is", async (browser) => {
  const { page } = await openPage(browser, served, "reference.html", { ...desk, javaScriptEnabled: false });
  expect(await page.getByRole("main").innerText()).toContain("Microsoft documents four error formats");
  expect(await page.locator("body").innerText()).toContain("The operations on this page need JavaScript.");
});

browserTest("each download is the file of the repository", async () => {
  const { page } = await open();
  const links = await hrefsIn(page.getByRole("navigation", { name: "Downloads" }));
  expect([...links].sort()).toEqual([...downloads].sort());
  for (const link of links) {
    const response = await page.request.get(`${served.url}${link}`);
    expect(await response.text(), link).toBe(readFileSync(link, "utf8"));
  }
});

type Locator = ReturnType<Page["locator"]>;

function hrefsIn(part: Locator): Promise<string[]> {
  return part.locator("a").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
}

/** The samples beside an operation: `request` or `response`. */
function samplesOf(page: Page, id: string, kind: "request" | "response"): Locator {
  return page.locator(`[id="other/${id.toLowerCase()}"] .panel-${kind}-samples`);
}

/** Chooses an example as a reader does, and gives its panel. */
async function chosen(page: Page, { operation, status, pointer }: Example): Promise<Locator> {
  const panel = samplesOf(page, operation.id, status ? "response" : "request");
  if (status) await panel.getByRole("button", { name: String(status), exact: true }).click();
  else await chooseLanguage(page, panel, "Payload");
  const menu = panel.locator('button[type="button"][aria-haspopup="menu"]');
  if (await menu.count()) await chooseIn(page, menu, String(description.at(pointer).value.summary));
  return panel;
}

async function chooseLanguage(page: Page, panel: Locator, label: string): Promise<void> {
  await chooseIn(page, panel.locator('button:not([type])[aria-haspopup="menu"]').last(), label);
}

async function chooseIn(page: Page, menu: Locator, name: string): Promise<void> {
  await menu.click();
  await page.getByRole("menuitem", { name, exact: true }).click();
}

function squeezed(text: string): string {
  return text.replaceAll(/\s/g, "");
}
