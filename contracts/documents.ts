import { readJson } from "./files.js";
import { type CheckResult, failed } from "./finding.js";

/** A test value, the schema that it is for, and the expected error; without a keyword it must be accepted. */
export interface TestValue {
  as: string;
  why: string;
  value: unknown;
  keyword?: string;
  pointer?: string;
  /** What lenient validation makes of a successful response. */
  lenient?: "accepted" | "refused";
}

/** A code block of Microsoft's page as it is printed there, and what had to be corrected to make it JSON. */
export interface Block {
  heading: string;
  sha256: string;
  text: string;
  corrections: { from: string; to: string; why: string }[];
  /** The documented examples that contain it. */
  examples: string[];
}

/** @throws Error with the file and what to do if it has none */
export const readValues = (file = "contracts/documents/values.json") =>
  notEmpty(readJson<TestValue[]>(file), file, "a list of values");

/** @throws Error with the file and what to do if it has none */
export const readBlocks = (file = "contracts/documents/sources.json") =>
  notEmpty(readJson<{ blocks: Block[] }>(file).blocks, file, 'a list "blocks"');

function notEmpty<Item>(items: Item[], file: string, what: string): Item[] {
  if (Array.isArray(items) && items.length > 0) return items;
  throw new Error(`${file}: it must have ${what} that is not empty: restore it`);
}

/** What another edition of a page prints differently than its recorded blocks. */
export function comparePage(page: string, blocks: readonly Block[] = readBlocks()): CheckResult[] {
  const printed = printedBlocks(page);
  const changed = blocks.flatMap(({ heading, text }): CheckResult[] => {
    const got = printed.get(heading);
    if (got === text) return [];
    if (got === undefined) return [failed(`the page no longer has the block "${heading}"`)];
    return [failed(`the block "${heading}" has changed`, { expected: text, got })];
  });
  const added = [...printed].filter(([heading]) => !blocks.some((block) => block.heading === heading));
  return [...changed, ...added.map(([heading, got]) => failed(`the page has a new block "${heading}"`, { got }))];
}

/** The code blocks of a page that contain a request or a response, by the heading, or the line in bold, above each. */
function printedBlocks(page: string): Map<string, string> {
  const found = new Map<string, string>();
  let heading = "";
  for (const [, title, bold, text] of page.matchAll(/^#+ (.*)$|^\*\*(.*)\*\*$|^```\s?\w*\n([\s\S]*?)^```$/gm)) {
    if (text === undefined) heading = title ?? bold ?? "";
    else if (/^[[{]/m.test(text)) found.set(heading, text);
  }
  return found;
}
