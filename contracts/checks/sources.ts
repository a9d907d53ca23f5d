import { createHash } from "node:crypto";
import type { Check } from "../context.js";
import { type Block, readBlocks } from "../documents.js";
import { lineOf } from "../files.js";
import { type CheckResult, compare, failed, summary } from "../finding.js";

/** Each block of `documents/sources.json` is unchanged, and with its corrections it is what its examples contain. */
export const sources: Check = async ({ examples, documents }) => {
  const file = `${documents}/sources.json`;
  const blocks = readBlocks(file);
  const found = blocks.flatMap((block): CheckResult[] => {
    const { heading, sha256 } = block;
    const name = `${lineOf(file, `"heading": ${JSON.stringify(heading)}`)}: the block "${heading}"`;
    const advice = "restore the text, and put changes in `corrections`";
    const hash = createHash("sha256").update(block.text).digest("hex");
    if (hash !== sha256)
      return [failed(`${name} does not match its sha256: ${advice}`, { expected: sha256, got: hash })];
    const corrected = correct(block);
    if (corrected instanceof Error) return [failed(`${name} ${corrected.message}: correct its \`corrections\``)];
    return block.examples.flatMap((id): CheckResult[] => {
      const example = examples.find((known) => known.id === id);
      if (!example) return [failed(`${name} is in the example "${id}", which openapi.yaml does not have: add it`)];
      if (!example.text.replaceAll(/\s+/g, " ").includes(`"${heading}"`)) {
        return [
          failed(`the description of "${id}" does not name its block "${heading}": add it`, { id, got: example.text }),
        ];
      }
      return compare(`"${id}", printed by Microsoft as "${heading}",`, corrected.value, example.value, id);
    });
  });
  return [summary(`${blocks.length} blocks of Microsoft's page`), ...found];
};

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
