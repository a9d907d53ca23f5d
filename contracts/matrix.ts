import { readdirSync } from "node:fs";
import { inspect } from "node:util";
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
import { type CheckResult, failed, print } from "./finding.js";

export type Checks = Record<string, Check>;

/** A column each, in the order in which a value travels from the documentation to a provider. */
export const columns: Checks = { lint, types, validators, client, pact, provider };

/** A line each, below the columns. */
export const lines: Checks = { coverage, workflows, release, sources, facts, values };

/** A failed line for each file of checks/ that neither list names. */
function unlisted(): Checks {
  const files = readdirSync(new URL("checks", import.meta.url)).map((file) => file.replace(/\.ts$/, ""));
  const missing = files.filter((name) => !(name in columns || name in lines));
  const finding = (name: string) => failed(`contracts/checks/${name}.ts is not listed: add it in contracts/matrix.ts`);
  return Object.fromEntries(missing.map((name) => [name, async () => [finding(name)]]));
}

export interface Matrix {
  /** One row for each documented example, with its place in the description; one cell for each column. */
  rows: { example: string; place: string; cells: { check: string; result: CheckResult["result"] }[] }[];
  lines: { check: string; result: CheckResult["result"]; summary: string }[];
  failures: (CheckResult & { check: string })[];
  passed: number;
  failed: number;
}

/** Runs the checks at the same time. */
export async function runMatrix(
  context: Context,
  chosen: { columns: Checks; lines: Checks } = { columns, lines: { ...lines, ...unlisted() } },
): Promise<Matrix> {
  const { description, examples } = context;
  const ids = new Set(examples.map(({ id }) => id));
  // A failure that concerns no row, so that it has no cell.
  const isGeneral = ({ result, id }: CheckResult) => result === "failed" && !(id && ids.has(id));
  const run = (checks: Checks, wanted: Iterable<string | undefined>) =>
    Promise.all(
      Object.entries(checks).map(async ([check, look]) => {
        const found = await settled(look, context);
        const missing = [...wanted].filter((id) => !found.some((finding) => isGeneral(finding) || finding.id === id));
        const message = `there is no result: correct contracts/checks/${check}.ts`;
        return { check, found: [...found, ...missing.map((id) => failed(message, { id }))] };
      }),
    );
  const [byColumn, byLine] = await Promise.all([run(chosen.columns, ids), run(chosen.lines, [undefined])]);
  const rows = examples.map(({ id, pointer }) => ({
    example: id,
    place: `${description.file}:${description.lineOf(pointer)}`,
    cells: byColumn.map(({ check, found }) => ({ check, result: resultOf(found.filter((one) => one.id === id)) })),
  }));
  const summaries = byLine.map(({ check, found }) => {
    const summary = found.find(({ result, id }) => result !== "failed" && id === undefined)?.message ?? "";
    return { check, result: resultOf(found), summary };
  });
  const failures = [...byColumn, ...byLine].flatMap(({ check, found }) =>
    found.filter(({ result }) => result === "failed").map((finding) => ({ ...finding, check })),
  );
  // Stale files last: they are written again once the rest is correct.
  failures.sort((one, other) => Number(one.part === "stale") - Number(other.part === "stale"));
  const results = [...rows.flatMap(({ cells }) => cells), ...summaries].map(({ result }) => result);
  const count = (wanted: CheckResult["result"]) => results.filter((result) => result === wanted).length;
  const general = byColumn.flatMap(({ found }) => found.filter(isGeneral)).length;
  return { rows, lines: summaries, failures, passed: count("passed"), failed: count("failed") + general };
}

/** A check that throws fails, and the others run all the same. */
async function settled(check: Check, context: Context): Promise<CheckResult[]> {
  try {
    return (await check(context)) ?? [];
  } catch (failure) {
    return [failed(`the check could not run: ${failure instanceof Error ? failure.message : inspect(failure)}`)];
  }
}

/** Without a result, a general failure of the column says why. */
function resultOf(findings: readonly CheckResult[]): CheckResult["result"] {
  if (findings.length === 0 || findings.some(({ result }) => result === "failed")) return "failed";
  return findings.some(({ result }) => result === "passed") ? "passed" : "skipped";
}

/** The matrix as text: the table, the lines, then what failed. */
export function printMatrix({ rows, lines, failures, passed, failed }: Matrix): string {
  const names = rows[0]?.cells.map(({ check }) => check) ?? [];
  const width = Math.max(...[...rows.map(({ example }) => example), "documented example"].map(({ length }) => length));
  const sign = { passed: "ok", failed: "FAILED", skipped: "-" };
  const signs = (cells: Matrix["rows"][number]["cells"]) => cells.map(({ result }) => sign[result]);
  const columns = (first: string, cells: string[], widths: string[]) =>
    [first.padEnd(width), ...cells.map((cell, index) => cell.padEnd(widths[index]?.length ?? 0))].join("  ").trimEnd();
  const places = new Map(rows.map(({ example, place }) => [example, place]));
  return [
    columns("documented example", names, names),
    ...rows.map(({ example, cells }) => columns(example, signs(cells), names)),
    "",
    ...lines.map(({ check, result, summary }) => columns(check, [sign[result], summary], ["FAILED"])),
    "",
    ...print(failures, places),
    `${passed} passed, ${failed} failed`,
  ].join("\n");
}
