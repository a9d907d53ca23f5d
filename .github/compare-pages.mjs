/** Fetches Microsoft's two pages and writes what `npm run contract -- --page` prints of each into a file, or nothing. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const developer = "https://learn.microsoft.com/en-us/partner-center/developer";
export const pages = ["get-customer-qualification-asynchronous", "update-customer-qualification-asynchronous"].map(
  (name) => `${developer}/${name}`,
);

/**
 * @param {(url: string) => Promise<string>} read the Markdown of a page
 * @param {(file: string) => string} compare what differs
 * @returns {Promise<string>} a section for each page that differs
 */
export async function differences(read, compare) {
  const sections = [];
  for (const url of pages) {
    const file = join(tmpdir(), `${url.split("/").at(-1)}.md`);
    writeFileSync(file, await read(url));
    const printed = compare(file).replaceAll(file, "page").trim();
    if (!/^0 differences$/m.test(printed)) sections.push(`## ${url}\n\n~~~text\n${printed}\n~~~\n`);
  }
  return sections.join("\n");
}

/** What the command prints, unless it failed otherwise than by a difference. */
export function compareWithRecord(file) {
  const args = ["run", "--silent", "contract", "--", "--page", file];
  try {
    return execFileSync("npm", args, { encoding: "utf8", shell: process.platform === "win32", stdio: "pipe" });
  } catch (failure) {
    if (failure.status === 1 && /^\d+ differences$/m.test(failure.stdout)) return failure.stdout;
    throw failure;
  }
}

/** Needs the network: the only lines here that no test runs. */
async function readPage(url) {
  const response = await fetch(`${url}?accept=text/markdown`, { headers: { Accept: "text/markdown" } });
  const type = response.headers.get("content-type");
  if (!response.ok || !type?.includes("markdown")) throw new Error(`${url} responded ${response.status}, ${type}`);
  return response.text();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync("differences.md", await differences(readPage, compareWithRecord));
}
