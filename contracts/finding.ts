import { readFileSync } from "node:fs";
import { inspect, isDeepStrictEqual } from "node:util";
import diff from "microdiff";

/** What a check says of one row, or of its whole subject if it names no row. */
export interface Finding {
  result: "passed" | "failed" | "skipped";
  /** The documented example. */
  row?: string | undefined;
  /** What is wrong; if it passed, what was checked. */
  message: string;
  expected?: unknown;
  got?: unknown;
}

export const passed = (row: string): Finding => ({ result: "passed", row, message: "" });
export const summary = (message: string): Finding => ({ result: "passed", message });
export const skipped = (message: string, row?: string): Finding => ({ result: "skipped", row, message });
export const failed = (message: string, more?: Partial<Finding>): Finding => ({ ...more, result: "failed", message });

/** A failure unless the values are deeply equal. */
export function equal(message: string, expected: unknown, got: unknown, row?: string): Finding[] {
  return isDeepStrictEqual(expected, got) ? [] : [failed(message, { row, expected, got })];
}

export function compare(what: string, expected: unknown, got: unknown, row?: string): Finding[] {
  return equal(`${what} is not as documented`, expected, got, row);
}

/** One line for each difference: `/0/vettingStatus: expected "Denied", got "InReview"`. */
export function differences(expected: unknown, got: unknown): string[] {
  const isNested = (value: unknown) => typeof value === "object" && value !== null;
  if (!isNested(expected) || !isNested(got) || Array.isArray(expected) !== Array.isArray(got)) {
    return [`expected ${short(expected)}, got ${short(got)}`];
  }
  const found = diff(expected as object, got as object, { cyclesFix: false });
  return found.map((change) => {
    const before = "oldValue" in change ? change.oldValue : undefined;
    const after = "value" in change ? change.value : undefined;
    return `/${change.path.join("/")}: expected ${short(before)}, got ${short(after)}`;
  });
}

function short(value: unknown): string {
  return inspect(value, { depth: 8, breakLength: Number.POSITIVE_INFINITY, maxStringLength: 400 });
}

/** Failures as text. The same fault in several rows is printed once, with its rows. */
export function print(failures: readonly (Finding & { check: string })[]): string[] {
  const groups = new Map<string, string[]>();
  for (const { check, row, message, ...values } of failures) {
    const details = "expected" in values ? differences(values.expected, values.got) : [];
    if (!("expected" in values) && "got" in values) details.push(`got ${short(values.got)}`);
    const text = [`${check}: ${message}`, ...details.map((line) => `  ${line}`)].join("\n");
    groups.set(text, [...(groups.get(text) ?? []), ...(row ? [row] : [])]);
  }
  return [...groups].map(([text, rows]) => `${text}\n${rows.map((row) => `  in ${row}\n`).join("")}`);
}

/**
 * The content of a JSON file.
 *
 * @throws Error with file, line and what to do
 */
export function readJson<Content>(file: string, advice = "correct it"): Content {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new Error(`${file} cannot be read: ${advice}`);
  }
  try {
    return JSON.parse(text) as Content;
  } catch (failure) {
    const [reason = ""] = (failure as Error).message.split(/,? (?:\.\.\.)?"| in JSON/);
    const line = text.slice(0, positionOf((failure as Error).message, text)).split("\n").length;
    throw new Error(`${file}:${line}: not valid JSON (${reason}): ${advice}`);
  }
}

/** Where JSON.parse stopped. Node 20 quotes the text from ten characters before that place, and gives no position. */
function positionOf(message: string, text: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  const [, token = "", cut, quoted] = /'(.*?)', (\.\.\.)?"(.*?)"(\.\.\.)? is not valid JSON$/s.exec(message) ?? [];
  if (position !== undefined) return Number(position);
  if (quoted === undefined) return text.length;
  return text.indexOf(quoted) + (cut ? 10 : quoted.lastIndexOf(token));
}

/** `file:line` of the first line that contains a text. */
export function lineOf(file: string, text: string): string {
  const lines = readFileSync(file, "utf8").split("\n");
  const index = lines.findIndex((line) => line.includes(text));
  return index < 0 ? file : `${file}:${index + 1}`;
}
