import type { Operation, OperationId, Validate } from "../../generated/operations.js";
import type { Check, Context } from "../context.js";
import { type Finding, failed, readJson, summary } from "../finding.js";

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

export const readValues = () => readJson<TestValue[]>("contracts/documents/values.json");

/**
 * Every value of `documents/values.json` is refused for the expected reason, or accepted: valid examples alone do not see
 * that the description allows more. The sandbox must refuse the same requests.
 */
export const values: Check = async ({ validators: { operations, responseValidators }, sandbox: create }) => {
  const all = readValues();
  const refused = all.filter(({ keyword }) => keyword !== undefined).length;
  const found = [summary(`${refused} values that must be refused, ${all.length - refused} that must not`)];
  const sandbox = create();
  for (const entry of all) {
    const [id = "", part = ""] = entry.as.split(" ");
    const operation = operations[id as OperationId] as Operation | undefined;
    const request = { request: "body", path: "path", header: "header" }[part] as keyof Operation["request"] | undefined;
    const validate = request ? operation?.request[request] : responseValidators[id as OperationId]?.[Number(part)];
    found.push(...strictFindings(entry, validate));
    if (entry.lenient && operation) found.push(...lenientFindings(entry, operation.response));
    if (part === "request") found.push(...(await sandboxFindings(entry, sandbox)));
  }
  return found;
};

function strictFindings(
  { as, why, value: got, keyword, pointer }: TestValue,
  validate: Validate | undefined,
): Finding[] {
  if (!validate) return [failed(`${as} has no validator: ${why}`, { got })];
  const accepted = validate(got);
  if (keyword === undefined) return accepted ? [] : [failed(`${as} is refused, and must be accepted: ${why}`, { got })];
  if (accepted) return [failed(`${as} is accepted, and must be refused: ${why}`, { got })];
  const errors = validate.errors ?? [];
  if (errors.some((error) => error.keyword === keyword && error.instancePath === pointer)) return [];
  const reasons = errors.map((error) => `${error.keyword} at "${error.instancePath}"`).join(", ");
  return [
    failed(`${as} is refused for another reason: ${why}`, { expected: `${keyword} at "${pointer}"`, got: reasons }),
  ];
}

function lenientFindings({ as, why, value, lenient }: TestValue, validate: Validate): Finding[] {
  const got = validate(value) ? "accepted" : "refused";
  return got === lenient ? [] : [failed(`lenient validation of ${as}: ${why}`, { expected: lenient, got })];
}

const url = "https://sandbox/v1/customers/00000000-0000-4000-8000-000000000007/qualifications";

async function sandboxFindings(
  { as, why, value, keyword }: TestValue,
  { fetch, reset }: Pick<ReturnType<Context["sandbox"]>, "fetch" | "reset">,
): Promise<Finding[]> {
  reset();
  const headers = { Authorization: "Bearer any", "Content-Type": "application/json" };
  const { status: got } = await fetch(url, { method: "POST", headers, body: JSON.stringify(value) });
  if ((got === 400) === (keyword !== undefined)) return [];
  return [failed(`the sandbox must ${keyword === undefined ? "accept" : "refuse"} ${as}: ${why}`, { got })];
}
