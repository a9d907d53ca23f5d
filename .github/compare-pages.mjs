/**
 * Fetches Microsoft's two pages and writes how each differs from its record into a file, or nothing. Only the page on the GET
 * is recorded in `contracts/documents/sources.json`, so every block of the other one is new.
 *
 *     node --import tsx .github/compare-pages.mjs
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { comparePage } from "../contracts/documents.ts";
import { print } from "../contracts/finding.ts";

const developer = "https://learn.microsoft.com/en-us/partner-center/developer";
export const pages = ["get-customer-qualification-asynchronous", "update-customer-qualification-asynchronous"].map(
  (name) => `${developer}/${name}`,
);

const nameOf = (url) => url.split("/").at(-1);

/**
 * Compares each page with its own blocks.
 *
 * @param {(url: string) => Promise<string>} read the Markdown of a page
 * @returns {Promise<string>} a section for each page that differs
 */
export async function differences(read) {
  const record = JSON.parse(readFileSync("contracts/documents/sources.json", "utf8"));
  const sections = [];
  for (const url of pages) {
    const check = nameOf(url);
    const found = comparePage(await read(url), check === nameOf(record.url) ? record.blocks : []);
    const printed = print(found.map((finding) => ({ ...finding, check })));
    if (found.length > 0) sections.push(`## ${url}\n\n~~~text\n${printed.join("\n")}\n~~~\n`);
  }
  return sections.join("\n");
}

/** Needs the network: the only lines here that no test runs. */
async function readPage(url) {
  const response = await fetch(`${url}?accept=text/markdown`, { headers: { Accept: "text/markdown" } });
  const type = response.headers.get("content-type");
  if (!response.ok || !type?.includes("markdown")) throw new Error(`${url} responded ${response.status}, ${type}`);
  return response.text();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync("differences.md", await differences(readPage));
}
