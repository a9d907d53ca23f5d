import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Example } from "../examples.js";
import type { Problem } from "../report.js";
import source from "../sources.json" with { type: "json" };

/** A block of Microsoft's page as it is printed there, and what had to be mended before it was JSON. */
interface Block {
  heading: string;
  sha256: string;
  text: string;
  mended: { from: string; to: string; why: string }[];
  /** The documented examples that hold it. */
  examples: string[];
}

const { blocks }: { blocks: Block[] } = source;

/** How many blocks there are. */
export const blockCount = blocks.length;

/** Each block of `contracts/sources.json` is as it was printed, and mended as listed it is what its examples hold. */
export function checkSources(examples: readonly Example[]): Problem[] {
  return blocks.flatMap((block) => {
    if (hashOf(block.text) !== block.sha256) {
      return [
        {
          message: `the block "${block.heading}" is not as it was printed`,
          expected: block.sha256,
          got: hashOf(block.text),
        },
      ];
    }
    const mended = mend(block);
    if (mended instanceof Error) return [{ message: `the block "${block.heading}" ${mended.message}` }];
    return block.examples.flatMap((id): Problem[] => {
      const example = examples.find((known) => known.id === id);
      if (!example)
        return [{ message: `openapi.yaml has no example "${id}", which the block "${block.heading}" is held by` }];
      if (!example.text.replaceAll(/\s+/g, " ").includes(`"${block.heading}"`)) {
        return [{ message: `${id} does not name its block`, expected: block.heading, got: example.text }];
      }
      if (isDeepStrictEqual(example.value, mended.value)) return [];
      return [
        {
          message: `${id} is not what the page prints under "${block.heading}"`,
          expected: mended.value,
          got: example.value,
        },
      ];
    });
  });
}

/** What another edition of the page prints otherwise. */
export function comparePage(page: string): Problem[] {
  const printed = blocksOf(page);
  const changed = blocks.flatMap(({ heading, text }): Problem[] => {
    const got = printed.get(heading);
    if (got === text) return [];
    return [
      {
        message:
          got === undefined ? `the page has no block "${heading}" any longer` : `the block "${heading}" has changed`,
        expected: text,
        got,
      },
    ];
  });
  const known = new Set(blocks.map(({ heading }) => heading));
  const added = [...printed].filter(([heading]) => !known.has(heading));
  return [...changed, ...added.map(([heading, got]) => ({ message: `the page has a new block "${heading}"`, got }))];
}

/** The code blocks of a page that hold an answer or a create, by the heading, or the line in bold, above each. */
function blocksOf(page: string): Map<string, string> {
  const found = new Map<string, string>();
  let heading = "";
  for (const [, title, bold, text] of page.matchAll(/^#+ (.*)$|^\*\*(.*)\*\*$|^```\s?\w*\n([\s\S]*?)^```$/gm)) {
    if (text === undefined) heading = title ?? bold ?? "";
    else if (/^[[{]/m.test(text)) found.set(heading, text);
  }
  return found;
}

function mend({ text, mended }: Block): { value: unknown } | Error {
  let whole = text;
  for (const { from, to } of mended) {
    if (whole.split(from).length !== 2) return new Error(`does not hold ${JSON.stringify(from)} exactly once`);
    whole = whole.replace(from, () => to);
  }
  try {
    return { value: JSON.parse(/^[[{][\s\S]*/m.exec(whole)?.[0] ?? "") };
  } catch (failure) {
    return new Error(`is no JSON after what was mended: ${(failure as Error).message}`);
  }
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
