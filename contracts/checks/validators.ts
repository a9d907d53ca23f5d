import type { Operation, OperationId, Validate } from "../../generated/operations.js";
import type { Check } from "../context.js";
import { type CheckResult, failed, passed } from "../finding.js";
import type { DescribedOperation } from "../generate/description.js";
import { generate, stale } from "../generate/generate.js";

/** The generated files are what the description says, and every example is valid in each strength that applies to it. */
export const validators: Check = async ({ description, examples, modules, generated }) => {
  const files = stale(await generate(description), generated);
  const found: CheckResult[] = examples.map(({ id }) => passed(id));
  if (files.length > 0) {
    found.push(failed(`stale in generated/: ${files.join(", ")}: run \`npm run contract:write\``, { part: "stale" }));
  }
  for (const { id, operation, status, value } of examples) {
    const row = modules.operations[operation.id as OperationId] as Operation | undefined;
    const strict = row && modules.responseValidators[row.id][status ?? 0];
    if (status === undefined) found.push(...refusal("request", row?.request.body, value, id));
    // Where examples have a body, a response without one has nothing to validate.
    else if (value !== undefined || !described(operation, status)) found.push(...refusal("strict", strict, value, id));
    if (status && status < 300) found.push(...refusal("lenient", row?.response, value, id));
  }
  return found;
};

const described = ({ responses }: DescribedOperation, wanted: number) =>
  responses.some(({ status, body }) => status === wanted && body);

function refusal(mode: string, validate: Validate | undefined, value: unknown, id: string): CheckResult[] {
  if (!validate) return [failed(`there is no ${mode} validator: run \`npm run contract:write\``, { id })];
  if (validate(value)) return [];
  const { instancePath, keyword, message } = validate.errors?.[0] ?? {};
  const text = `the ${mode} validator at ${instancePath || "/"}: ${message ?? `fails "${keyword}"`}`;
  return [failed(text, { id, got: value })];
}
