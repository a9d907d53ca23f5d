import type { OperationId, Validate } from "../../generated/operations.js";
import type { Check, Context } from "../context.js";
import { readValues, type TestValue } from "../documents.js";
import { lineOf } from "../files.js";
import { type CheckResult, failed, summary } from "../finding.js";

/**
 * Every value of `documents/values.json` is rejected for the expected reason, or accepted: valid examples alone do not see
 * that the description allows more. The sandbox must reject the same requests.
 */
export const values: Check = async ({ modules: { operations, responseValidators }, sandbox: create, documents }) => {
  const file = `${documents}/values.json`;
  const all = readValues(file);
  const rejected = all.filter(({ keyword }) => keyword !== undefined).length;
  const found = [summary(`${rejected} values that must be rejected, ${all.length - rejected} that must not`)];
  const sandbox = create();
  for (const entry of all) {
    const { as, why, lenient, value } = entry;
    const fail = (message: string, more: Partial<CheckResult> = { got: value }) =>
      found.push(failed(`${lineOf(file, JSON.stringify(why))}: ${as}: ${why}: ${message}`, more));
    const [id = "", part = ""] = as.split(" ");
    const { request, response } = operations[id as OperationId] ?? {};
    const place = { request: "body", path: "path", header: "header" }[part] as keyof NonNullable<typeof request>;
    const validate = place ? request?.[place] : responseValidators[id as OperationId]?.[Number(part)];
    if (!validate) {
      fail(`"${as}" has no validator: correct "as" to an operation and a part of its request, or a status`);
      continue;
    }
    const strict = strictDifference(entry, validate);
    if (strict) fail(strict.message, strict);
    const leniently = response?.(value) ? "accepted" : "refused";
    if (lenient && leniently !== lenient) fail("lenient validation", { expected: lenient, got: leniently });
    if (part !== "request") continue;
    const status = await statusOf(value, sandbox);
    if ((status === 400) !== isRejected(entry)) {
      fail(`the sandbox must ${isRejected(entry) ? "reject" : "accept"} it: correct src/sandbox/`, { got: status });
    }
  }
  return found;
};

const isRejected = ({ keyword }: TestValue) => keyword !== undefined;

function strictDifference({ value: got, keyword, pointer }: TestValue, validate: Validate): CheckResult | undefined {
  const accepted = validate(got);
  if (keyword === undefined) return accepted ? undefined : failed("was rejected, but must be accepted", { got });
  if (accepted) return failed("was accepted, but must be rejected", { got });
  const errors = validate.errors ?? [];
  if (errors.some((error) => error.keyword === keyword && error.instancePath === pointer)) return undefined;
  const reasons = errors.map((error) => `${error.keyword} at "${error.instancePath}"`).join(", ");
  return failed("was rejected for another reason", { expected: `${keyword} at "${pointer}"`, got: reasons });
}

const url = "https://sandbox/v1/customers/00000000-0000-4000-8000-000000000007/qualifications";

async function statusOf(value: unknown, { fetch, reset }: ReturnType<Context["sandbox"]>): Promise<number> {
  reset();
  const headers = { Authorization: "Bearer any", "Content-Type": "application/json" };
  return (await fetch(url, { method: "POST", headers, body: JSON.stringify(value) })).status;
}
