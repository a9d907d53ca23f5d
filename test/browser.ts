/** A real Chromium for the tests of the built pages. */
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";

/** Undefined, with the reason on stderr, if none can start here; an error if `REQUIRE_BROWSER` is set. */
export async function startBrowser(): Promise<Browser | undefined> {
  try {
    return await playwright.launch({
      executablePath: await chromium.executablePath(),
      args: ["--no-sandbox", "--disable-gpu"],
    });
  } catch (failure) {
    if (process.env.REQUIRE_BROWSER) throw failure;
    process.stderr.write(`no browser can start here, so the pages are not checked: ${(failure as Error).message}\n`);
    return undefined;
  }
}
