import type { Operation, OperationId, Validate } from "../../generated/operations.js";
import type { Example } from "../examples.js";
import { generated, type Validators } from "../gates/values.js";
import { type Problem, Report } from "../report.js";

/** Every documented example is accepted by the precompiled validators of each strength that judges it. */
export function checkValidators(examples: readonly Example[], { operations, answers }: Validators = generated): Report {
  const report = new Report();
  for (const { id, operation, status, value } of examples) {
    const row = operations[operation.id as OperationId] as Operation | undefined;
    const judges: [string, Validate | undefined][] =
      status === undefined ? [["request", row?.request.body]] : [["strict", row && answers[row.id][status]]];
    if (status && status < 300) judges.push(["lenient", row?.response]);
    report.check(
      id,
      judges.flatMap(([strength, validate]) => refusal(strength, validate, value)),
    );
  }
  return report;
}

function refusal(strength: string, validate: Validate | undefined, value: unknown): Problem[] {
  if (!validate) return [{ message: `there is no ${strength} validator: run \`npm run generate\`` }];
  if (validate(value)) return [];
  const { instancePath, keyword, message, params } = validate.errors?.[0] ?? {};
  const place = `the ${strength} validator at ${instancePath || "/"}`;
  return [{ message: `${place}: ${message ?? `breaks "${keyword}"`}`, expected: params, got: value }];
}
