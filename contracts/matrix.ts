import { client } from "./checks/client.js";
import { coverage } from "./checks/coverage.js";
import { facts } from "./checks/facts.js";
import { lint } from "./checks/lint.js";
import { pact } from "./checks/pact.js";
import { provider } from "./checks/provider.js";
import { release } from "./checks/release.js";
import { sources } from "./checks/sources.js";
import { types } from "./checks/types.js";
import { validators } from "./checks/validators.js";
import { values } from "./checks/values.js";
import { workflows } from "./checks/workflows.js";
import type { Check, Context } from "./context.js";
import { type Finding, failed, print } from "./finding.js";

export type Checks = Record<string, Check>;

/** A column each, in the order in which a value travels from the documentation to a provider. */
export const columns: Checks = { lint, types, validators, client, pact, provider };

/** A line each, below the columns. */
export const lines: Checks = { coverage, workflows, release, sources, facts, values };

export interface Matrix {
  /** One row for each documented example, one cell for each column. */
  rows: { example: string; cells: { check: string; result: Finding["result"] }[] }[];
  lines: { check: string; result: Finding["result"]; summary: string }[];
  failures: (Finding & { check: string })[];
  passed: number;
  failed: number;
}

/** Runs the checks at the same time. */
export async function runMatrix(
  context: Context,
  chosen: { columns: Checks; lines: Checks } = { columns, lines },
): Promise<Matrix> {
  const run = async (checks: Checks) =>
    Promise.all(Object.entries(checks).map(async ([name, check]) => ({ name, found: await settled(check, context) })));
  const [byColumn, byLine] = await Promise.all([run(chosen.columns), run(chosen.lines)]);
  const ids = new Set(context.examples.map(({ id }) => id));
  const failures: Matrix["failures"] = [];
  for (const { name: check, found } of [...byColumn, ...byLine]) {
    failures.push(...found.filter(({ result }) => result === "failed").map((finding) => ({ check, ...finding })));
  }
  const rows = [...ids].map((example) => ({
    example,
    cells: byColumn.map(({ name: check, found }) => {
      const of = found.filter(({ row }) => row === example);
      if (of.length === 0)
        failures.push({ check, ...failed("missing result: this row is uncovered", { row: example }) });
      return { check, result: resultOf(of) };
    }),
  }));
  const summaries = byLine.map(({ name: check, found }) => {
    const summary = found.find(({ result, row }) => result !== "failed" && row === undefined)?.message ?? "";
    return { check, result: resultOf(found), summary };
  });
  const results = [...rows.flatMap(({ cells }) => cells), ...summaries].map(({ result }) => result);
  const count = (wanted: Finding["result"]) => results.filter((result) => result === wanted).length;
  // Failures of a column that concern no row have no cell.
  const general = failures.filter(({ check, row }) => check in chosen.columns && !(row && ids.has(row))).length;
  return { rows, lines: summaries, failures, passed: count("passed"), failed: count("failed") + general };
}

/** A check that throws is red, and the others run all the same. */
async function settled(check: Check, context: Context): Promise<Finding[]> {
  try {
    return await check(context);
  } catch (failure) {
    return [failed(`the check could not run: ${(failure as Error).message}`)];
  }
}

function resultOf(findings: readonly Finding[]): Finding["result"] {
  if (findings.length === 0 || findings.some(({ result }) => result === "failed")) return "failed";
  return findings.some(({ result }) => result === "passed") ? "passed" : "skipped";
}

/** The matrix as text: the table, the lines, then what failed. */
export function printMatrix({ rows, lines, failures, passed, failed }: Matrix): string {
  const names = rows[0]?.cells.map(({ check }) => check) ?? [];
  const width = Math.max(18, ...rows.map(({ example }) => example.length));
  const sign = { passed: "ok", failed: "FAILED", skipped: "-" };
  const line = (first: string, cells: string[]) =>
    [first.padEnd(width), ...cells.map((cell, index) => cell.padEnd(names[index]?.length ?? 0))].join("  ").trimEnd();
  return [
    ...(rows.length > 0 ? [line("documented example", names)] : []),
    ...rows.map(({ example, cells }) =>
      line(
        example,
        cells.map(({ result }) => sign[result]),
      ),
    ),
    ...(rows.length > 0 ? [""] : []),
    ...lines.map(({ check, result, summary }) =>
      [check.padEnd(width), sign[result].padEnd(6), summary].join("  ").trimEnd(),
    ),
    ...(lines.length > 0 ? [""] : []),
    ...print(failures),
    `${passed} passed, ${failed} failed`,
  ].join("\n");
}
