import { existsSync, readFileSync } from "node:fs";
import type { Sandbox } from "../../src/sandbox/index.js";
import { type Check, type Context, served } from "../context.js";
import { type CheckResult, failed, summary } from "../finding.js";
import { Description, type JsonObject } from "../generate/description.js";
import { inFolder, lintProblems, parseResult, redocly } from "../process.js";

/** The life cycle, as Arazzo workflows, lints and runs against the sandbox. */
export const workflows: Check = async (context) => {
  const { workflows: file } = context;
  const written = new Description(file);
  const ids = ((written.find("#/workflows") ?? []) as JsonObject[]).map(({ workflowId }) => String(workflowId));
  if (ids.length === 0) return [failed(`${written.where("#/workflows")}: there is no workflow: add one`)];
  const [problems, executed] = await Promise.all([lintProblems(file), execute(context)]);
  return [
    summary(`${ids.length} workflows`),
    ...problems.map(({ ruleId, message, severity }) => failed(`${file}: ${severity} of ${ruleId}: ${message}`)),
    ...ids.flatMap((id) => findingsOf(id, executed)),
  ];
};

/** The sandbox with the customers and codes that the workflows name. */
function workflowSandbox({ sandbox: create }: Context): Sandbox {
  let now = Date.parse("2026-01-02T03:04:05Z");
  const customer = (number: number) => `00000000-0000-4000-a000-00000000000${number}`;
  const sandbox = create({
    now: () => new Date(now),
    customers: Object.fromEntries([1, 2, 3, 4, 5, 6].map((number) => [customer(number), { qualifications: [] }])),
    validationCodes: [{ validationId: "first", remainingCreates: 2 }, { validationId: "second" }],
  });
  // The fake clock advances 20 s per request: the third poll finds a decision.
  return {
    ...sandbox,
    fetch: (...request) => {
      now += 20_000;
      return sandbox.fetch(...request);
    },
  };
}

/** A workflow in redocly's report. A step that was retried is in it once for each time. */
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

async function execute(context: Context): Promise<Executed[]> {
  return served(workflowSandbox(context), (url) =>
    inFolder(async (path) => {
      const server = ["--server", `partnerCenter=${url}`, "--input", "token=placeholder-token"];
      const output = path("workflow.json");
      const finished = await redocly("respect", context.workflows, ...server, "--json-output", output);
      const result = existsSync(output) ? readFileSync(output, "utf8") : "";
      type Report = { files: Record<string, { executedWorkflows: Executed[] }> };
      const { files } = parseResult<Report>(finished, "redocly respect", result);
      return Object.values(files).flatMap(({ executedWorkflows }) => executedWorkflows);
    }),
  );
}

function findingsOf(id: string, executed: readonly Executed[]): CheckResult[] {
  const workflow = executed.find(({ workflowId }) => workflowId === id);
  if (!workflow) return [failed(`${id} did not run`)];
  if (workflow.status === "success") return [];
  const last = workflow.executedSteps.at(-1);
  const got = { status: last?.response?.statusCode, body: last?.response?.body };
  const found = last?.checks.filter(({ status }) => status !== "success") ?? [];
  if (found.length === 0) return [failed(`${id} ended with "${workflow.status}"`, { got })];
  return found.map(({ name, message }) => failed(`${id}, step ${last?.stepId}: ${name}: ${message}`, { got }));
}
