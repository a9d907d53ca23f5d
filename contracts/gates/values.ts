import { answers } from "../../generated/answers.js";
import { type Operation, type OperationId, operations, type Validate } from "../../generated/operations.js";
import { createSandbox, type Sandbox } from "../../src/sandbox/index.js";
import type { Problem } from "../report.js";
import corpus from "../values.json" with { type: "json" };

/** A value, as what it is judged, and why it must be refused, by which keyword, at which place; or why it must not. */
export interface TestValue {
  as: string;
  why: string;
  value: unknown;
  keyword?: string;
  pointer?: string;
  /** What the client makes of it, where it is a successful answer. */
  lenient?: string;
}

/** All of `contracts/values.json`. */
export const values: readonly TestValue[] = corpus;

/** The validators that are judged: the generated ones, or those of a description that was changed. */
export interface Validators {
  operations: Readonly<Record<OperationId, Operation>>;
  answers: Record<OperationId, Record<number, Validate>>;
}

export const generated: Validators = { operations, answers };

/**
 * Every value of `contracts/values.json` is refused for what it is said to be wrong in, or accepted: documented examples
 * alone do not see that a description was widened. Requests are judged by the sandbox too.
 */
export async function checkValues(
  { operations, answers }: Validators = generated,
  sandbox: Pick<Sandbox, "fetch" | "reset"> = createSandbox(),
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const entry of values) {
    const [id = "", part = ""] = entry.as.split(" ");
    const operation = operations[id as OperationId] as Operation | undefined;
    const request = { request: "body", path: "path", header: "header" }[part] as keyof Operation["request"] | undefined;
    const judge = request ? operation?.request[request] : answers[id as OperationId]?.[Number(part)];
    problems.push(...complaints(entry, judge));
    if (entry.lenient && operation) problems.push(...tolerance(entry, operation.response));
    if (part === "request") problems.push(...(await sandboxProblems(entry, sandbox)));
  }
  return problems;
}

function complaints({ as, why, value, keyword, pointer }: TestValue, judge: Validate | undefined): Problem[] {
  if (!judge) return [{ message: `${as}: there is no validator for this: ${why}`, got: value }];
  const accepted = judge(value);
  if (keyword === undefined)
    return accepted ? [] : [{ message: `${as} is refused, and must not be: ${why}`, got: value }];
  if (accepted) return [{ message: `${as} is accepted, and must not be: ${why}`, got: value }];
  const found = judge.errors ?? [];
  if (found.some((error) => error.keyword === keyword && error.instancePath === pointer)) return [];
  const got = found.map((error) => `${error.keyword} at "${error.instancePath}"`);
  return [{ message: `${as} is refused for something else: ${why}`, expected: `${keyword} at "${pointer}"`, got }];
}

/** The client hands over what is only unknown, and refuses what breaks. */
function tolerance({ as, why, value, lenient }: TestValue, judge: Validate): Problem[] {
  const got = judge(value) ? "accepted" : "refused";
  return got === lenient ? [] : [{ message: `the client's validator, ${as}: ${why}`, expected: lenient, got }];
}

const url = "https://sandbox/v1/customers/00000000-0000-4000-8000-000000000007/qualifications";

async function sandboxProblems(
  { as, why, value, keyword }: TestValue,
  { fetch, reset }: Pick<Sandbox, "fetch" | "reset">,
): Promise<Problem[]> {
  reset();
  const headers = { Authorization: "Bearer any", "Content-Type": "application/json" };
  const { status } = await fetch(url, { method: "POST", headers, body: JSON.stringify(value) });
  const refused = status === 400;
  if (refused === (keyword !== undefined)) return [];
  return [{ message: `the sandbox does not ${refused ? "take" : "refuse"} ${as}: ${why}`, got: status }];
}
