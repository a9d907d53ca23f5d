import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildReference } from "../contracts/docs.js";
import { type Example, examplesOf } from "../contracts/examples.js";
import { Description } from "../contracts/generate/description.js";
import { startBrowser } from "./browser.js";

const file = join(mkdtempSync(join(tmpdir(), "docs-")), "reference.html");
const description = new Description("openapi.yaml");
let browser: Browser | undefined;

beforeAll(async () => {
  await buildReference(file);
  browser = await startBrowser();
});

afterAll(() => browser?.close());

/** Opens a page; `requested` lists the other hosts that it requests something from, allowed or not. */
async function open(path: string): Promise<{ page: Page; requested: string[] }> {
  const page = await (browser as Browser).newPage({ viewport: { width: 1400, height: 1000 } });
  const requested: string[] = [];
  page.on("request", (request) => {
    if (!/^(file|blob|data):/.test(request.url())) requested.push(request.url());
  });
  await page.goto(`file://${path}`, { waitUntil: "networkidle" });
  return { page, requested };
}

test("the reference requests nothing from other hosts", async ({ skip }) => {
  if (!browser) return skip();
  const { page, requested } = await open(file);
  expect(requested).toEqual([]);
  expect(await page.title()).toBe("Partner Center customer qualifications");
  await page.close();
});

test("a page that loads a font from elsewhere is seen", async ({ skip }) => {
  if (!browser) return skip();
  const font = '<style>@font-face{font-family:x;src:url("https://fonts.example/x.woff2")}body{font-family:x}</style>';
  const planted = file.replace("reference", "planted");
  const html = readFileSync(file, "utf8").replace("</head>", `${font}</head>`);
  writeFileSync(planted, html);
  const { page, requested } = await open(planted);
  expect(requested).toEqual(["https://fonts.example/x.woff2"]);
  await page.close();
});

test("every heading of the introduction is on the page", async ({ skip }) => {
  if (!browser) return skip();
  const { page } = await open(file);
  const introduction = String(description.find("#/info/description"));
  const headings = [...introduction.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => heading);
  expect(headings.length).toBeGreaterThan(2);
  for (const heading of headings) {
    await page.getByRole("heading", { name: heading }).first().waitFor({ timeout: 5000 });
  }
  await page.close();
});

test("every operation and every example, with its source, are on the page", async ({ skip }) => {
  if (!browser) return skip();
  const { page } = await open(file);
  const examples = examplesOf(description);
  const missing = new Set(examples.map(({ id }) => id));
  const panels = new Map<string, number>();
  for (const { id, pointer } of description.operations()) {
    const { summary, tags } = description.at(pointer).value as { summary: string; tags: string[] };
    const tag = tags[0] ?? "";
    const panel = panels.get(tag) ?? 0;
    panels.set(tag, panel + 1);
    await page.getByText(tag, { exact: true }).first().click();
    await page.getByRole("link", { name: summary }).first().click();
    await page.getByRole("heading", { name: summary }).waitFor();
    for (const example of examples.filter(({ operation }) => operation.id === id)) {
      const text = await chosen(page, panel, example, String(description.at(example.pointer).value.summary));
      const whole = text.includes(squeezed(JSON.stringify(example.value))) && /Source:|Assumed/.test(text);
      if (whole) missing.delete(example.id);
    }
  }
  expect([...missing]).toEqual([]);
  await page.close();
});

/** Chooses an example as a reader does, and gives the text of its panel without any blank. */
async function chosen(page: Page, operation: number, { status }: Example, summary: string): Promise<string> {
  const panel = page.locator(status ? ".panel-response-samples" : ".panel-request-samples").nth(operation);
  if (status) await panel.getByRole("button", { name: String(status), exact: true }).click();
  const menu = panel.getByRole("button", { name: "Example", exact: true });
  if (await menu.count()) {
    await menu.click();
    await page.getByRole("menuitem", { name: summary, exact: true }).click();
  }
  return squeezed(await panel.innerText());
}

function squeezed(text: string): string {
  return text.replaceAll(/\s/g, "");
}
