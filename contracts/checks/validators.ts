import type { Operation, OperationId, Validate } from "../../generated/operations.js";
import type { Check } from "../context.js";
import { type Finding, failed, passed } from "../finding.js";
import { generate, stale } from "../generate/generate.js";

/** The generated files are what the description says, and every example is valid in each strength that applies to it. */
export const validators: Check = async ({ description, examples, validators, generated }) => {
  const files = stale(await generate(description), generated);
  const outdated = files.map((name) => failed(`generated/${name} is stale: run \`npm run generate\``));
  const found = examples.flatMap(({ id, operation, status, value }) => {
    const row = validators.operations[operation.id as OperationId] as Operation | undefined;
    const strict = row && validators.responseValidators[row.id][status ?? 0];
    return [
      passed(id),
      ...(status === undefined
        ? refusal("request", row?.request.body, value, id)
        : refusal("strict", strict, value, id)),
      ...(status && status < 300 ? refusal("lenient", row?.response, value, id) : []),
    ];
  });
  return [...outdated, ...found];
};

function refusal(mode: string, validate: Validate | undefined, value: unknown, row: string): Finding[] {
  if (!validate) return [failed(`there is no ${mode} validator: run \`npm run generate\``, { row })];
  if (validate(value)) return [];
  const { instancePath, keyword, message } = validate.errors?.[0] ?? {};
  const text = `the ${mode} validator at ${instancePath || "/"}: ${message ?? `fails "${keyword}"`}`;
  return [failed(text, { row, got: value })];
}
