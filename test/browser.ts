/** Built pages in a real Chromium, as GitHub Pages would serve them, and what is wrong with each of them. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { extname, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, test } from "vitest";
import { emptyFolder } from "./files.js";

/** Starts the Chromium of the packages in a folder. */
export async function launch(folder: string): Promise<Browser> {
  const installed = createRequire(resolve(folder, "package.json"))("@sparticuz/chromium");
  const executablePath = await installed.executablePath();
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
}

export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, colorScheme: "dark" };
export const desk: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, colorScheme: "light" };

export interface Opened {
  page: Page;
  status?: number;
  /** Bytes of all bodies so far, compressed. */
  bytes: number;
  /** Other hosts, and what the browser complained of. */
  complaints: string[];
}

const origin = "https://contoso.example";

/** Builds the pages before the tests of a file, which are skipped if no browser can start; what they open is closed. */
export function pagesInBrowser(build: (folder: string) => Promise<void>, base = "/") {
  const folder = join(emptyFolder(), "pages");
  let browser: Browser | undefined;

  beforeAll(async () => {
    await build(folder);
    browser = await launch("docs").catch((failure: Error) => {
      if (process.env.REQUIRE_BROWSER) throw failure;
      process.stderr.write(`no browser can start here, so the pages are not checked: ${failure.message}\n`);
      return undefined;
    });
  });

  afterAll(() => browser?.close());

  const browserTest = (name: string, run: () => Promise<void>) =>
    test(name, async ({ skip }) => {
      if (!browser) return skip();
      await run();
      await Promise.all(browser.contexts().map((context) => context.close()));
    });

  async function open(name: string, options: BrowserContextOptions = desk): Promise<Opened> {
    if (!browser) throw new Error("pages are opened in a browserTest");
    const page = await browser.newPage(options);
    const opened: Opened = { page, bytes: 0, complaints: [] };
    await page.route("**/*", (route) => {
      const { origin: host, href, pathname } = new URL(route.request().url());
      if (host !== origin) {
        opened.complaints.push(`requests ${href}`);
        return route.abort();
      }
      const path = pathname.startsWith(base) ? pathname.slice(base.length) || "index.html" : "";
      const found = extname(path) !== "" && existsSync(join(folder, path));
      const file = join(folder, found ? path : "404.html");
      opened.bytes += gzipSync(readFileSync(file)).length;
      return route.fulfill({ path: file, status: found ? 200 : 404 });
    });
    page.on("console", (message) => {
      if (message.type() === "error" && !/404/.test(message.text())) opened.complaints.push(message.text());
    });
    page.on("pageerror", (error) => opened.complaints.push(String(error)));
    const response = await page.goto(`${origin}${base}${name}`, { waitUntil: "networkidle" });
    return Object.assign(opened, { status: response?.status() });
  }

  return { folder, browserTest, open };
}

/** What every page must be: of at most so many KiB, from one host, within its width, and accessible. */
export async function flawsOf({ page, bytes, complaints }: Opened, kibibytes: number): Promise<string[]> {
  const heavy = bytes > kibibytes * 1024 ? [`it weighs ${bytes} bytes`] : [];
  return [...complaints, ...heavy, ...(await tooWide(page, "table")), ...(await inaccessible(page))];
}

/** Whether the page, an element that this selects or the text of a drawing is wider than its place, or has no width. */
export function tooWide(page: Page, selector: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const root = document.documentElement;
    const cut = [...document.querySelectorAll(selector)].filter(
      ({ scrollWidth, clientWidth, parentElement }) =>
        clientWidth === 0 ||
        scrollWidth > clientWidth + 1 ||
        (parentElement && clientWidth > parentElement.clientWidth + 1),
    );
    const outside = [...document.querySelectorAll<SVGTextElement>("svg.drawing text")].filter((text) => {
      const box = text.getBoundingClientRect();
      const { left = 0, right = 0 } = text.ownerSVGElement?.getBoundingClientRect() ?? {};
      return box.left < left - 1 || box.right > right + 1;
    });
    const page = root.scrollWidth > root.clientWidth ? ["the page is too wide"] : [];
    const texts = [...cut, ...outside].map(({ textContent }) => textContent?.trim().slice(0, 30));
    return [...page, ...texts.map((text) => `"${text}" is too wide or hidden`)];
  }, selector);
}

/** Injected by the test, so the page's own policy does not apply to axe. A colour that is still changing is not checked. */
export async function inaccessible(page: Page): Promise<string[]> {
  await page.evaluate(async () => {
    const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(transitions.map(({ finished }) => finished));
  });
  const axe = readFileSync("docs/node_modules/axe-core/axe.min.js", "utf8");
  const { violations } = (await page.evaluate(`${axe}\naxe.run()`)) as { violations: Violation[] };
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id} at ${nodes.length}, such as ${nodes[0]?.html} (${nodes[0]?.target.join(" ")})`);
}

interface Violation {
  id: string;
  impact: string;
  nodes: { target: string[]; html: string }[];
}
