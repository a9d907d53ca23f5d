import { Ajv, type ErrorObject } from "ajv";
import { readJson } from "./files.js";
import { type CheckResult, failed } from "./finding.js";
import { Description, type JsonObject } from "./generate/description.js";

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

const text = { type: "string" };
const object = { type: "object" };
const list = (items: object, minItems = 1) => ({ type: "array", items, minItems });
const closed = (properties: object, required = Object.keys(properties)) => {
  return { type: "object", required, properties, additionalProperties: false };
};
const lenient = { enum: ["accepted", "refused"] };
const valueSchema = closed({ as: text, why: text, value: {}, keyword: text, pointer: text, lenient }, [
  "as",
  "why",
  "value",
]);
const corrections = list(closed({ from: text, to: text, why: text }), 0);
const blockSchema = closed({ heading: text, sha256: text, text, corrections, examples: list(text) });
const pageSchema = closed({ page: text, url: text, edition: text, licence: text, blocks: list(blockSchema) });
const factsSchema = closed({ servers: list(text), securitySchemes: object, operations: object });

export const readValues = (file = "contracts/documents/values.json") =>
  readDocument<TestValue[]>(file, list(valueSchema));

export const readBlocks = (file = "contracts/documents/sources.json") =>
  readDocument<{ blocks: Block[] }>(file, pageSchema).blocks;

export const readFacts = (file: string) => readDocument<JsonObject>(file, factsSchema);

/** @throws Error with file, line, pointer and what is expected there */
function readDocument<Content>(file: string, schema: object): Content {
  const content = readJson<Content>(file);
  const ajv = new Ajv();
  if (ajv.validate(schema, content)) return content;
  const [{ instancePath, message, params }] = ajv.errors as [ErrorObject];
  const names = [params.additionalProperty ?? params.allowedValues ?? []].flat().join(", ");
  throw new Error(`${new Description(file).where(`#${instancePath}`)}: ${message}${names && `: ${names}`}`);
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
