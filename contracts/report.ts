import { inspect } from "node:util";

/** What went wrong with one documented example in one layer. */
export interface Problem {
  message: string;
  expected?: unknown;
  got?: unknown;
}

/** What one layer of the matrix found: a row that it did not check is a hole, so both are kept. */
export class Report {
  readonly checked = new Map<string, Problem[]>();
  /** What concerns no single example. */
  readonly general: Problem[] = [];
  /** Rows that this run leaves out on purpose. */
  readonly skipped = new Set<string>();

  check(example: string, problems: readonly Problem[] = []): void {
    this.checked.set(example, [...(this.checked.get(example) ?? []), ...problems]);
  }
}

/** As text. */
export function complaint(place: string, { message, ...values }: Problem): string {
  const shown = Object.entries(values).map(
    ([name, value]) => `  ${name.padEnd(8)} ${inspect(value, { depth: 8, breakLength: 100 })}\n`,
  );
  return `${place}\n  ${message}\n${shown.join("")}`;
}
