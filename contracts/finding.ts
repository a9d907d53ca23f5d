import { inspect, isDeepStrictEqual } from "node:util";
import diff from "microdiff";
import type { Finding } from "../src/verify/finding.js";

/** What a check says of a documented example, by its id, or of its subject as a whole: a finding, or that it passed. */
export interface CheckResult extends Partial<Omit<Finding, "id" | "check">> {
  result: "passed" | "failed" | "skipped";
  id?: string | undefined;
  /** What is wrong, where, and what to do; if it passed, what was checked. */
  message: string;
  /** Which of a check's comparisons found it, if the mutants distinguish them. */
  part?: "stale" | "verifier";
}

type More = Partial<CheckResult>;

export const passed = (id: string): CheckResult => ({ result: "passed", id, message: "" });
export const summary = (message: string): CheckResult => ({ result: "passed", message });
export const failed = (message: string, more?: More): CheckResult => ({ ...more, result: "failed", message });

/** A failure unless the values are deeply equal. */
export function equal(message: string, expected: unknown, got: unknown, more?: More): CheckResult[] {
  return isDeepStrictEqual(expected, got) ? [] : [failed(message, { ...more, expected, got })];
}

export function compare(what: string, expected: unknown, got: unknown, id?: string): CheckResult[] {
  return equal(`${what} is not as documented`, expected, got, { id });
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

/** Failures as text. The same fault of several examples is printed once: the first one's values, and each example's place. */
export function print(
  failures: readonly (CheckResult & { check: string })[],
  places: ReadonlyMap<string, string> = new Map(),
): string[] {
  const groups = new Map<string, { text: string; ids: Set<string> }>();
  for (const { check, id, message, ...values } of failures) {
    const details = "expected" in values ? differences(values.expected, values.got) : [];
    if (!("expected" in values) && "got" in values) details.push(`got ${short(values.got)}`);
    const paths = details.map((line) => line.split(/(?:: )?expected |got /)[0]);
    const key = JSON.stringify([check, message, paths]);
    const group = groups.get(key) ?? { text: [`${check}: ${message}`, ...details].join("\n  "), ids: new Set() };
    if (id) group.ids.add(id);
    groups.set(key, group);
  }
  const place = (id: string) => (places.has(id) ? ` (${places.get(id)})` : "");
  return [...groups.values()].map(
    ({ text, ids }) => `${text}\n${[...ids].map((id) => `  in ${id}${place(id)}\n`).join("")}`,
  );
}
