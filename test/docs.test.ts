/** The HTTP reference in a real browser. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { examplesOf } from "../contracts/examples.js";
import { Description } from "../contracts/generate/description.js";
import { anchorOf, buildReference, downloads, examples, languages, sampleOf } from "../docs/reference.js";
import { desk, flawsOf, type Opened, pagesInBrowser, phone } from "./browser.js";

const description = new Description("openapi.yaml");
const operations = description.operations();
const routeOf = (id: string) => `#/other/${id.toLowerCase()}`;
const { folder, browserTest, open } = pagesInBrowser(async (folder) => {
  await buildReference(folder);
  writeFileSync(join(folder, "404.html"), "");
});
const html = () => readFileSync(join(folder, "reference.html"), "utf8");

async function openReference(route = "", options = desk) {
  const opened = await open(`reference.html${route}`, options);
  await settled(opened.page);
  return opened;
}

/** Redoc writes what comes into view, which moves what is below. */
async function settled(page: Page): Promise<void> {
  let written = "";
  const isStill = async () => {
    const before = written;
    written = await page.locator("body").innerHTML();
    return written === before;
  };
  await expect.poll(isStill, { interval: 300, timeout: 30_000 }).toBe(true);
}

/**
 * No serious rule of axe is excepted. Of the moderate ones, Redoc breaks heading-order (a fourth level below a second), and
 * while a menu, the security panel or the search is open, region and the rules on landmarks.
 */
for (const colorScheme of ["light", "dark"] as const) {
  browserTest(`in ${colorScheme} colours the reference asks no other host, fits, and can be read by all`, async () => {
    const found: string[] = [];
    const look = async (what: string, opened: Opened) => {
      await settled(opened.page);
      found.push(...(await flawsOf(opened, 700)).map((flaw) => `${what}: ${flaw}`));
    };
    for (const [device, options] of Object.entries({ phone, desk })) {
      await look(`${device}, introduction`, await openReference("", { ...options, colorScheme }));
    }
    await look("phone, operation", await openReference(routeOf("createQualification"), { ...phone, colorScheme }));
    const opened = await openReference(routeOf("createQualification"), { ...desk, colorScheme });
    const { page } = opened;
    for (const { label } of languages) {
      await chooseLanguage(page, samplesOf(page, "createQualification", "request"), label);
      await look(label, opened);
    }
    await samplesOf(page, "createQualification", "response").getByRole("button", { name: "409" }).click();
    await look("409", opened);
    await page.getByText("View security details").last().click();
    await page.getByText("secure application model").first().waitFor();
    await look("security", opened);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.getByPlaceholder("Search docs").fill("validation codes");
    await page.getByText("response 200 examples").first().waitFor();
    await look("search", opened);
    expect(found).toEqual([]);
  });
}

browserTest("a font from elsewhere, and a script that the page does not know, are seen and not loaded", async () => {
  const font = '<style>@font-face{font-family:x;src:url("https://fonts.example/x.woff2")}body{font-family:x}</style>';
  const script = "<script>document.title = 'planted'</script>";
  writeFileSync(join(folder, "planted.html"), html().replace("</head>", `${font}${script}</head>`));
  const { page, complaints } = await open("planted.html");
  expect(complaints.join("\n")).toMatch(/font 'https:\/\/fonts\.example.*Content Security Policy/);
  expect(complaints.join("\n")).toMatch(/inline script.*Content Security Policy/);
  expect(await page.title()).toBe("HTTP reference | Partner Center qualifications");
});

browserTest("every operation is in the menu, and at its address are its samples and examples", async () => {
  const { page } = await openReference();
  const menu = page.getByRole("navigation", { name: "Reference" });
  for (const { id, pointer } of operations) {
    const summary = String(description.at(pointer).value.summary);
    const link = menu.getByRole("link", { name: summary });
    expect(await link.isVisible(), summary).toBe(true);
    expect(await link.getAttribute("href")).toBe(routeOf(id));
    const { page: direct } = await openReference(routeOf(id));
    const { y = -1 } = (await direct.getByRole("heading", { name: summary }).boundingBox()) ?? {};
    expect(y, summary).toBeGreaterThanOrEqual(0);
    expect(y, summary).toBeLessThan(300);
    const samples = samplesOf(direct, id, "request");
    for (const { extension, label } of languages) {
      await chooseLanguage(direct, samples, label);
      const shown = async () => squeezed(await samples.innerText());
      await expect.poll(shown, { message: `${id} ${label}` }).toContain(squeezed(sampleOf(id, extension)));
    }
    const example = samplesOf(direct, id, "response").locator(`a[href*="examples.html#${id.toLowerCase()}-20"]`);
    expect(await example.count(), id).toBe(1);
  }
});

test("every source in the introduction is a link, and every row of its last table has one", () => {
  const introduction = String(description.find("#/info/description"));
  const urls = [...introduction.matchAll(/\bhttps:\/\/[^\s)]+/g)].map(([url]) => url);
  expect(urls.length).toBeGreaterThan(15);
  expect(urls.filter((url) => !html().includes(`href="${url}"`))).toEqual([]);
  const [, ...rows] = html().split("<tbody").at(-1)?.split("</tbody>")[0]?.split("<tr") ?? [];
  expect(rows.length).toBeGreaterThan(15);
  expect(rows.filter((row) => !row.includes('href="https://'))).toEqual([]);
});

test("every example, as it is documented, has a link to its own place on the page of examples", () => {
  const page = html();
  const place = examples();
  // A response without a body is a sentence in the description of its status.
  const bodies = examplesOf(description).filter(({ value }) => value !== undefined);
  expect(bodies.length).toBeGreaterThan(40);
  for (const example of bodies) {
    const anchor = anchorOf(example);
    const described = JSON.stringify(`${example.text}\n[Link to this example](examples.html#${anchor})`);
    expect(page).toContain(`"description":${described},"value":${JSON.stringify(example.value)}`);
    expect(place).toContain(` {#${anchor}}\n`);
  }
});

browserTest("the reference has the colours that the reader chose on the site", async () => {
  const { page } = await open("reference.html");
  await page.evaluate(() => localStorage.setItem("vitepress-theme-appearance", "dark"));
  await page.reload();
  await page.locator("html.dark").waitFor();
});

browserTest("without JavaScript there is the introduction, and a word on where the rest is", async () => {
  const { page } = await open("reference.html", { javaScriptEnabled: false });
  expect(await page.getByRole("main").innerText()).toContain("Microsoft documents four error formats");
  expect(await page.locator("body").innerText()).toContain("The operations on this page need JavaScript.");
});

test("each download is the file of the repository", () => {
  const links = [...html().matchAll(/<a href="(.*?)" download>/g)].map(([, link = ""]) => link);
  expect(links.sort()).toEqual([...downloads].sort());
  for (const link of links) expect(readFileSync(join(folder, link), "utf8"), link).toBe(readFileSync(link, "utf8"));
});

type Locator = ReturnType<Page["locator"]>;

/** The samples beside an operation: `request` or `response`. */
function samplesOf(page: Page, id: string, kind: "request" | "response"): Locator {
  return page.locator(`[id="other/${id.toLowerCase()}"] .panel-${kind}-samples`);
}

async function chooseLanguage(page: Page, panel: Locator, label: string): Promise<void> {
  await panel.locator('button:not([type])[aria-haspopup="menu"]').last().click();
  await page.getByRole("menuitem", { name: label, exact: true }).click();
}

function squeezed(text: string): string {
  return text.replaceAll(/\s/g, "");
}
