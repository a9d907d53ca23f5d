/** What the pages say, held to the sources: without a browser, and without the packages of `docs/`. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  bodies,
  codeFor,
  defaults,
  faults,
  operations,
  readState,
  writeState,
} from "../docs/.vitepress/theme/try-it.js";
import { pages } from "../docs/pages.js";
import { DEFAULTS } from "../src/index.js";
import { compileBlocks, failuresOf, needsDocs, outputsOf, printing, testsIn } from "./blocks.js";
import { blocks, readme } from "./support.js";

const site = pages().filter(({ path }) => !path.startsWith("client/"));
const page = (path: string) => site.find((candidate) => candidate.path === path)?.text ?? "";
const texts: Record<string, string> = {
  readme,
  ...Object.fromEntries(site.map(({ path, text }) => [path.replace(".md", ""), text])),
};

/** The programs that the console of the site shows: each operation, body and fault. */
const consoleCodes = [
  ...operations.map((operation) => ({ operation })),
  ...Object.keys(bodies).map((body) => ({ operation: "createQualification" as const, body })),
  ...faults.map((fault) => ({ fault })),
].map((choice) => codeFor({ ...defaults, customer: "no qualification is held", ...choice }));

test.concurrent("every TypeScript block of README and site compiles against the sources", async ({ expect }) => {
  const all = Object.entries(texts).map(([name, text]) => [
    name,
    blocks("ts", text).filter((code) => !needsDocs(code)),
  ]);
  expect(all.flatMap(([, codes]) => codes).length).toBeGreaterThan(30);
  expect(await compileBlocks({ ...Object.fromEntries(all), console: consoleCodes })).toBe("");
});

test.concurrent("every block that shows its output prints it", async ({ expect }) => {
  const shown = Object.values(texts).flatMap(printing);
  expect(shown.length).toBeGreaterThan(12);
  const outputs = await outputsOf(shown.map(({ code }) => code));
  expect(shown.map(({ code }, index) => ({ code, output: outputs[index] }))).toEqual(shown);
});

test.concurrent("every block that is a test passes", async ({ expect }) => {
  const tests = Object.values(texts).flatMap(testsIn);
  expect(tests.length).toBeGreaterThan(4);
  expect(await failuresOf(tests)).toBe("");
});

test("every link between the pages leads to a page and a heading", () => {
  const dead = site.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\(\.\/([\w-]+\.md)(?:#([\w-]+))?\)/g)]
      .filter(([, target = "", heading]) => {
        const found = page(target);
        return found === "" || (heading !== undefined && !headingsOf(found).includes(heading));
      })
      .map(([link]) => `${path}: ${link}`),
  );
  expect(dead).toEqual([]);
});

/** The ids of a page's headings, as VitePress makes them. */
function headingsOf(text: string): string[] {
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => heading);
  return headings.map((heading) =>
    heading
      .replaceAll(/[^\p{L}\p{N}_]+/gu, "-")
      .replace(/^-|-$/g, "")
      .replace(/^(\d)/, "_$1")
      .toLowerCase(),
  );
}

test("every page has a title, and a description that fits a search result", () => {
  for (const { path, title, description } of site) {
    expect(title, path).not.toBe("");
    expect(description.length, path).toBeGreaterThan(40);
    expect(description.length, path).toBeLessThanOrEqual(170);
  }
  expect(new Set(site.map(({ title }) => title)).size).toBe(site.length);
});

test("the page on errors has every error code and the defaults of the client", () => {
  const text = page("errors.md");
  const lines = readFileSync("src/errors.ts", "utf8").match(/^ +(declare )?readonly code\b.*"/gm) ?? [];
  const codes = lines.flatMap((line) => line.match(/(?<=")\w+(?=")/g) ?? []);
  expect(codes.length).toBe(9);
  for (const code of codes) expect(text).toContain(`\`${code}\``);
  const { timeout, deadline, retry, maxResponseSize } = DEFAULTS;
  const { limit, baseDelay, maxDelay, maxRetryAfter } = retry;
  const rows = { timeout, deadline, limit, baseDelay, maxDelay, maxRetryAfter, maxResponseSize };
  for (const [name, value] of Object.entries(rows)) {
    expect(text).toMatch(new RegExp(`^\\| \`(retry\\.)?${name}\` \\| ${value.toLocaleString("en-US")} \\|`, "m"));
  }
});

test("the console's state survives its address, and what is not valid there is named", () => {
  const state = { ...defaults, operation: "createQualification", body: "StateOwnedEntity", fault: "bom" } as const;
  expect(readState(writeState(state), [defaults.customer])).toEqual({ state, complaint: "" });
  expect(readState("", [defaults.customer])).toEqual({ state: defaults, complaint: "" });
  for (const hash of ["#fault=none&operation=dropTables", "#operation=", "#operation=toString"]) {
    const { state: read, complaint } = readState(hash, [defaults.customer]);
    expect(read).toEqual(defaults);
    expect(complaint).toContain("unknown here (operation)");
  }
  expect(readState("#__proto__=x", []).complaint).toContain("__proto__");
});
