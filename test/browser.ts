/** Built pages in a real Chromium, served as GitHub Pages would, and what is wrong with each of them. */
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
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

/** Undefined, with the reason on stderr, if none can start here; an error if `REQUIRE_BROWSER` is set. */
async function startBrowser(): Promise<Browser | undefined> {
  try {
    return await launch("docs");
  } catch (failure) {
    if (process.env.REQUIRE_BROWSER) throw failure;
    process.stderr.write(`no browser can start here, so the pages are not checked: ${(failure as Error).message}\n`);
    return undefined;
  }
}

/** Under a base path, compressed, and with its own page for what is missing. The sizes of the bodies, by path, are in `sent`. */
async function serveFolder(folder: string, base: string) {
  const types: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };
  const sent = new Map<string, number>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const name = pathname.startsWith(base) ? pathname.slice(base.length) || "index.html" : "404.html";
    const found = existsSync(join(folder, name)) && extname(name) !== "";
    const file = join(folder, found ? name : "404.html");
    const body = gzipSync(readFileSync(file));
    sent.set(pathname, body.length);
    const type = `${types[extname(file)] ?? "text/plain"}; charset=utf-8`;
    response.writeHead(found ? 200 : 404, { "Content-Type": type, "Content-Encoding": "gzip" }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, sent, close: () => server.close() };
}

export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, colorScheme: "dark" };
export const desk: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, colorScheme: "light" };

export interface Opened {
  page: Page;
  status: number | undefined;
  /** Bytes of all bodies, compressed. */
  bytes: number;
  /** Other hosts, and what the browser complained of. */
  complaints: string[];
}

/** Builds the pages before the tests of a file, which are skipped if no browser can start; what they open is closed. */
export function pagesInBrowser(build: (folder: string) => Promise<void>, base = "/") {
  const folder = join(emptyFolder(), "pages");
  let browser: Browser | undefined;
  let served: Awaited<ReturnType<typeof serveFolder>> | undefined;

  beforeAll(async () => {
    await build(folder);
    served = await serveFolder(folder, base);
    browser = await startBrowser();
  });

  afterAll(async () => {
    served?.close();
    await browser?.close();
  });

  const browserTest = (name: string, run: () => Promise<void>) =>
    test(name, async ({ skip }) => {
      if (!browser) return skip();
      await run();
      await Promise.all(browser.contexts().map((context) => context.close()));
    });

  async function open(name: string, options: BrowserContextOptions = desk): Promise<Opened> {
    if (!browser || !served) throw new Error("pages are opened in a browserTest");
    const { origin, sent } = served;
    const page = await browser.newPage(options);
    const complaints: string[] = [];
    const paths = new Set<string>();
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (url.origin === origin) paths.add(url.pathname);
      else if (!/^(data|blob):$/.test(url.protocol)) complaints.push(`requests ${url.href}`);
    });
    page.on("console", (message) => {
      if (message.type() === "error" && !/favicon|404/.test(message.text())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    const response = await page.goto(`${origin}${base}${name}`, { waitUntil: "networkidle" });
    paths.delete("/favicon.ico");
    const bytes = [...paths].reduce((sum, path) => sum + (sent.get(path) ?? 0), 0);
    return { page, status: response?.status(), bytes, complaints };
  }

  return { folder, browserTest, open };
}

/** What every page must be: of at most so many KiB, from one host, within its width, and accessible. */
export async function flawsOf({ page, bytes, complaints }: Opened, kibibytes: number): Promise<string[]> {
  const heavy = bytes > kibibytes * 1024 ? [`it weighs ${bytes} bytes`] : [];
  const wide = (await tooWide(page)).map((element) => `${element} is too wide`);
  return [...complaints, ...heavy, ...wide, ...(await inaccessible(page))];
}

function tooWide(page: Page): Promise<string[]> {
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
