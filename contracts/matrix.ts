import { readFileSync } from "node:fs";
import { type Example, examplesOf } from "./examples.js";
import { type GateResult, runGates } from "./gates/index.js";
import { Description } from "./generate/description.js";
import { checkClient } from "./layers/client.js";
import { checkContract, runConsumerTests } from "./layers/contract.js";
import { checkDescription } from "./layers/description.js";
import { checkSandbox } from "./layers/provider.js";
import { checkTypes } from "./layers/types.js";
import { checkValidators } from "./layers/validators.js";
import { contractFile, type Pact } from "./pact.js";
import { complaint, type Problem, Report } from "./report.js";
import { runNode } from "./run-node.js";
import { runWorkflows } from "./workflow.js";

/** The columns, in the order in which a value travels from the documents to a provider. */
export type Layer = "description" | "types" | "validators" | "client" | "contract" | "provider";

export interface Cell {
  layer: Layer;
  result: "passed" | "failed" | "skipped";
  problems: readonly Problem[];
}

export interface Matrix {
  /** The documented examples; then the workflows, which only a provider runs. */
  rows: { example: string; cells: Cell[] }[];
  /** What concerns no single example. */
  general: { layer: Layer; problem: Problem }[];
  /** The gates that look at the contract as a whole. */
  gates: readonly GateResult[];
  passed: number;
  failed: number;
}

const someCustomer = "00000000-0000-4000-8000-000000000000";

/** Runs every layer over every documented example. */
export async function runMatrix(): Promise<Matrix> {
  const description = new Description("openapi.yaml");
  const examples = examplesOf(description);
  const pact = readPact();
  const [described, types, stale, tests, { workflows, general }, gates] = await Promise.all([
    attempt(() => checkDescription(description, examples)),
    attempt(() => checkTypes(examples)),
    staleFiles(),
    runConsumerTests().catch((failure: Error) => [{ title: "test/consumer.test.ts", failure: failure.message }]),
    runWorkflows(),
    runGates(description, examples, pact),
  ]);
  const provider = await attempt(() => checkSandbox(examples, pact));
  provider.general.push(...general);
  const validators = await attempt(async () => checkValidators(examples));
  for (const message of stale) (message.includes("api.ts") ? types : validators).general.push({ message });
  const reports = {
    description: described,
    types,
    validators,
    client: await attempt(() => checkClient(examples, someCustomer)),
    contract: await attempt(() => checkContract(description, examples, pact, tests)),
    provider,
  };
  return assemble(examples, reports, workflows, gates);
}

/**
 * A row each documented example, a column each layer. A row that a layer did not check is a hole, and fails. Below them, a
 * row each workflow, which the provider runs.
 */
export function assemble(
  examples: readonly Example[],
  reports: Partial<Record<Layer, Report>>,
  workflows: ReadonlyMap<string, readonly Problem[]> = new Map(),
  gates: readonly GateResult[] = [],
): Matrix {
  const layers = Object.entries(reports) as [Layer, Report][];
  const ids = new Set([...examples.map(({ id }) => id), ...layers.flatMap(([, report]) => [...report.checked.keys()])]);
  const rows = [...ids].map((example) => ({
    example,
    cells: layers.map(([layer, report]): Cell => {
      const problems = report.checked.get(example) ?? [{ message: "was not checked" }];
      if (report.skipped.has(example)) return { layer, result: "skipped", problems: [] };
      return { layer, result: problems.length > 0 ? "failed" : "passed", problems };
    }),
  }));
  for (const [id, problems] of workflows) {
    const ran = { layer: "provider", result: problems.length > 0 ? "failed" : "passed", problems } as const;
    const cells = layers.map(
      ([layer]): Cell => (layer === "provider" ? ran : { layer, result: "skipped", problems: [] }),
    );
    rows.push({ example: `workflow ${id}`, cells });
  }
  const general = layers.flatMap(([layer, report]) => report.general.map((problem) => ({ layer, problem })));
  if (examples.length === 0)
    general.push({ layer: "description", problem: { message: "there is no documented example" } });
  const results = [...rows.flatMap(({ cells }) => cells.map(({ result }) => result)), ...gates.map(resultOf)];
  const count = (wanted: Cell["result"]) => results.filter((result) => result === wanted).length;
  return { rows, general, gates, passed: count("passed"), failed: count("failed") + general.length };
}

export function readPact(file = contractFile): Pact {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (failure) {
    throw new Error(
      `${file} cannot be read: ${(failure as Error).message}. \`npm run contract:write\` writes it anew.`,
    );
  }
}

async function attempt(check: () => Promise<Report>): Promise<Report> {
  try {
    return await check();
  } catch (failure) {
    const report = new Report();
    report.general.push({ message: (failure as Error).message });
    return report;
  }
}

/** What `npm run generate -- --check` complains of. */
async function staleFiles(): Promise<string[]> {
  const { code, stderr } = await runNode(["--import", "tsx", "contracts/generate/generate.ts", "--check"]);
  return code === 0 ? [] : stderr.trim().split("\n");
}

/** The matrix as text: the table, then what failed, with what was expected and what came. */
export function print({ rows, general, gates, passed, failed }: Matrix): string {
  const layers = rows[0]?.cells.map(({ layer }) => layer) ?? [];
  const width = Math.max(...rows.map(({ example }) => example.length));
  const sign = { passed: "ok", failed: "FAILED", skipped: "-" };
  const line = (first: string, cells: string[]) =>
    [first.padEnd(width), ...cells.map((cell, index) => cell.padEnd(layers[index]?.length ?? 0))].join("  ").trimEnd();
  return [
    line("documented example", layers),
    ...rows.map(({ example, cells }) =>
      line(
        example,
        cells.map(({ result }) => sign[result]),
      ),
    ),
    "",
    ...gates.map((gate) => [gate.gate.padEnd(width), sign[resultOf(gate)].padEnd(6), gate.figure].join("  ")),
    ...(gates.length > 0 ? [""] : []),
    ...rows.flatMap(({ example, cells }) =>
      cells.flatMap(({ layer, problems }) => problems.map((problem) => complaint(`${example}, ${layer}`, problem))),
    ),
    ...general.map(({ layer, problem }) => complaint(layer, problem)),
    ...gates.flatMap(({ gate, problems }) => problems.map((problem) => complaint(gate, problem))),
    `${passed} passed, ${failed} failed`,
  ].join("\n");
}

function resultOf({ problems, skipped }: GateResult): Cell["result"] {
  if (problems.length > 0) return "failed";
  return skipped ? "skipped" : "passed";
}
