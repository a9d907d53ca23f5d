import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { createSandbox, type SandboxOptions } from "../src/sandbox/index.js";
import { serveSandbox } from "../src/sandbox/server.js";
import { redocly } from "./redocly.js";
import type { Problem } from "./report.js";

/** The life cycle as Arazzo workflows. */
export const workflowFile = "contracts/life-cycle.arazzo.yaml";

/** What came of each workflow, by its id, and what concerns none. */
export interface WorkflowResults {
  workflows: Map<string, Problem[]>;
  general: Problem[];
}

/** The sandbox with the customers and codes that the workflows name. */
export function workflowSandbox(options: SandboxOptions = {}): { fetch: typeof fetch } {
  let now = Date.parse("2026-01-02T03:04:05Z");
  const customer = (number: number) => `00000000-0000-4000-a000-00000000000${number}`;
  const sandbox = createSandbox({
    now: () => new Date(now),
    customers: Object.fromEntries([1, 2, 3, 4, 5, 6].map((number) => [customer(number), { qualifications: [] }])),
    validationCodes: [{ validationId: "first", remainingCreates: 2 }, { validationId: "second" }],
    ...options,
  });
  // Time goes by with the requests, and not with the speed of this machine: a third look finds a decision.
  const fetch: typeof globalThis.fetch = (...request) => {
    now += 20_000;
    return sandbox.fetch(...request);
  };
  return { fetch };
}

/** Lints the workflows, and runs each. */
export async function runWorkflows(sandbox = workflowSandbox(), file = workflowFile): Promise<WorkflowResults> {
  const [unlinted, { workflows, general }] = await Promise.all([lint(file), executeWorkflows(sandbox, file)]);
  return { workflows, general: [...unlinted, ...general] };
}

/** Runs each workflow against a sandbox over HTTP. */
export async function executeWorkflows(sandbox = workflowSandbox(), file = workflowFile): Promise<WorkflowResults> {
  const failures: Problem[] = [];
  const executed = await respect(file, sandbox).catch((failure: Error) => {
    failures.push({ message: failure.message });
    return [];
  });
  const ids: string[] = parse(readFileSync(file, "utf8")).workflows.map(({ workflowId }: Executed) => workflowId);
  const workflows = new Map(ids.map((id) => [id, problemsOf(executed.find(({ workflowId }) => workflowId === id))]));
  return { workflows, general: failures };
}

async function lint(file: string): Promise<Problem[]> {
  const { stdout, stderr } = await redocly("lint", file, "--config", "contracts/redocly.yaml", "--format", "json");
  try {
    const { problems } = JSON.parse(stdout) as { problems: { ruleId: string; message: string; severity: string }[] };
    return problems.map(({ ruleId, message, severity }) => ({
      message: `${file}: ${severity} of ${ruleId}: ${message}`,
    }));
  } catch {
    return [{ message: `redocly lint gave no result for ${file}:\n${stdout}${stderr}` }];
  }
}

/** What redocly's report says of a workflow. A step that was repeated stands in it once for each time. */
interface Executed {
  workflowId: string;
  status: string;
  executedSteps: {
    stepId: string;
    status: string;
    response?: { statusCode: number; body: unknown };
    checks: { name: string; message: string; status: string }[];
  }[];
}

async function respect(file: string, sandbox: { fetch: typeof fetch }): Promise<Executed[]> {
  const folder = mkdtempSync(join(tmpdir(), "workflow-"));
  const output = join(folder, "workflow.json");
  const { url, close } = await serveSandbox({ sandbox });
  try {
    const server = ["--server", `partnerCenter=${url}`, "--input", "token=placeholder-token"];
    const { stdout, stderr } = await redocly("respect", file, ...server, "--json-output", output);
    try {
      const { files } = JSON.parse(readFileSync(output, "utf8")) as {
        files: Record<string, { executedWorkflows: Executed[] }>;
      };
      return Object.values(files).flatMap(({ executedWorkflows }) => executedWorkflows);
    } catch {
      throw new Error(`redocly respect gave no result:\n${stdout}${stderr}`);
    }
  } finally {
    await close();
    rmSync(folder, { recursive: true });
  }
}

function problemsOf(workflow: Executed | undefined): Problem[] {
  if (!workflow) return [{ message: "the workflow did not run" }];
  if (workflow.status === "success") return [];
  const last = workflow.executedSteps.at(-1);
  const failed = last?.checks.filter(({ status }) => status !== "success") ?? [];
  const got = { status: last?.response?.statusCode, body: last?.response?.body };
  if (failed.length === 0) return [{ message: `the workflow says "${workflow.status}"`, got }];
  return failed.map(({ name, message }) => ({ message: `step ${last?.stepId}: ${name}: ${message}`, got }));
}
