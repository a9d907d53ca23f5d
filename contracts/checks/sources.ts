import { createHash } from "node:crypto";
import type { Check } from "../context.js";
import { compare, type Finding, failed, readJson, summary } from "../finding.js";

const file = "contracts/documents/sources.json";

/** A code block of Microsoft's page as it is printed there, and what had to be corrected to make it JSON. */
interface Block {
  heading: string;
  sha256: string;
  text: string;
  corrections: { from: string; to: string; why: string }[];
  /** The documented examples that contain it. */
  examples: string[];
}

const readBlocks = () => readJson<{ blocks: Block[] }>(file).blocks;

/** Each block of `documents/sources.json` is unchanged, and with its corrections it is what its examples contain. */
export const sources: Check = async ({ examples }) => {
  const blocks = readBlocks();
  const found = blocks.flatMap((block): Finding[] => {
    const name = `${file}: the block "${block.heading}"`;
    const hash = createHash("sha256").update(block.text).digest("hex");
    if (hash !== block.sha256) return [failed(`${name} was edited`, { expected: block.sha256, got: hash })];
    const corrected = correct(block);
    if (corrected instanceof Error) return [failed(`${name} ${corrected.message}`)];
    return block.examples.flatMap((id): Finding[] => {
      const example = examples.find((known) => known.id === id);
      if (!example)
        return [failed(`openapi.yaml has no example "${id}", which must contain the block "${block.heading}"`)];
      if (!example.text.replaceAll(/\s+/g, " ").includes(`"${block.heading}"`)) {
        return [failed(`the description of "${id}" does not name its block "${block.heading}"`, { got: example.text })];
      }
      return compare(`"${id}", printed by Microsoft as "${block.heading}",`, corrected.value, example.value);
    });
  });
  return [summary(`${blocks.length} blocks of Microsoft's page`), ...found];
};

/** What another edition of a page prints differently than its recorded blocks. */
export function comparePage(page: string, blocks = readBlocks()): Finding[] {
  const printed = blocksOf(page);
  const changed = blocks.flatMap(({ heading, text }): Finding[] => {
    const got = printed.get(heading);
    if (got === text) return [];
    if (got === undefined) return [failed(`the page no longer has the block "${heading}"`)];
    return [failed(`the block "${heading}" has changed`, { expected: text, got })];
  });
  const added = [...printed].filter(([heading]) => !blocks.some((block) => block.heading === heading));
  return [...changed, ...added.map(([heading, got]) => failed(`the page has a new block "${heading}"`, { got }))];
}

/** The code blocks of a page that contain a request or a response, by the heading, or the line in bold, above each. */
function blocksOf(page: string): Map<string, string> {
  const found = new Map<string, string>();
  let heading = "";
  for (const [, title, bold, text] of page.matchAll(/^#+ (.*)$|^\*\*(.*)\*\*$|^```\s?\w*\n([\s\S]*?)^```$/gm)) {
    if (text === undefined) heading = title ?? bold ?? "";
    else if (/^[[{]/m.test(text)) found.set(heading, text);
  }
  return found;
}

function correct({ text, corrections }: Block): { value: unknown } | Error {
  let whole = text;
  for (const { from, to } of corrections) {
    if (whole.split(from).length !== 2) return new Error(`does not contain ${JSON.stringify(from)} exactly once`);
    whole = whole.replace(from, () => to);
  }
  try {
    return { value: JSON.parse(/^[[{][\s\S]*/m.exec(whole)?.[0] ?? "") };
  } catch (failure) {
    return new Error(`is not valid JSON after its corrections: ${(failure as Error).message}`);
  }
}
