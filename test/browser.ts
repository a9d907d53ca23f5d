/** A real Chromium for the tests of the built pages, and what they all look at. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { test } from "vitest";
import type { serveFolder } from "./served.js";

/** Starts the Chromium of the packages in a folder. */
export async function launch(folder: string): Promise<Browser> {
  const installed = createRequire(resolve(folder, "package.json"))("@sparticuz/chromium");
  const executablePath = await installed.executablePath();
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
}

/** Undefined, with the reason on stderr, if none can start here; an error if `REQUIRE_BROWSER` is set. */
export async function startBrowser(): Promise<Browser | undefined> {
  try {
    return await launch("docs");
  } catch (failure) {
    if (process.env.REQUIRE_BROWSER) throw failure;
    process.stderr.write(`no browser can start here, so the pages are not checked: ${(failure as Error).message}\n`);
    return undefined;
  }
}

/** Tests that are skipped if no browser could start; what they opened is closed at their end. */
export const browserTests =
  (started: () => Browser | undefined) => (name: string, run: (browser: Browser) => Promise<void>) =>
    test(name, async ({ skip }) => {
      const browser = started();
      if (!browser) return skip();
      await run(browser);
      await Promise.all(browser.contexts().map((context) => context.close()));
    });

export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, colorScheme: "dark" };
export const desk: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, colorScheme: "light" };

interface Opened {
  page: Page;
  status: number | undefined;
  /** Bytes of all bodies, compressed. */
  bytes: number;
  /** Other hosts, and what the browser complained of. */
  complaints: string[];
}

export async function openPage(
  browser: Browser,
  served: Awaited<ReturnType<typeof serveFolder>>,
  name: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext(options);
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

export function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const cut = [...document.querySelectorAll("table")].filter(
      ({ scrollWidth, clientWidth, parentElement }) =>
        scrollWidth > clientWidth + 1 || (parentElement && clientWidth > parentElement.clientWidth + 1),
    );
    const page = root.scrollWidth > root.clientWidth ? ["the page"] : [];
    return [...page, ...cut.map(({ innerText }) => `the table "${innerText.slice(0, 30)}"`)];
  });
}

/** Injected by the test, so the page's own policy does not apply to axe. A colour that is still changing is not checked. */
export async function inaccessible(page: Page): Promise<string[]> {
  await page.evaluate(async () => {
    const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(transitions.map(({ finished }) => finished));
  });
  await page.evaluate(readFileSync("docs/node_modules/axe-core/axe.min.js", "utf8"));
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations;
  });
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id} at ${nodes.length}, such as ${nodes[0]?.html} (${nodes[0]?.target.join(" ")})`);
}

interface Violation {
  id: string;
  impact: string;
  nodes: { target: string[]; html: string }[];
}
