import { answers, operations, type Validate } from "../../generated/operations.js";
import type { Example } from "../examples.js";
import { type Problem, Report } from "../report.js";

/** Every documented example is accepted by the precompiled validators of each strength that judges it. */
export function checkValidators(examples: readonly Example[], customerId: string): Report {
  const report = new Report();
  for (const { id, operation, status, value } of examples) {
    const row = operations.find((known) => known.id === operation.id);
    const judges: Record<string, Validate | undefined> =
      status === undefined
        ? { request: row?.request }
        : {
            strict: row && answers[row.id][status],
            ...(status < 300 ? { documented: row?.documented, tolerant: row?.response } : {}),
          };
    const judged = status === undefined ? { path: { customerTenantId: customerId }, body: value } : value;
    report.check(
      id,
      Object.entries(judges).flatMap(([strength, validate]) => refusal(strength, validate, judged)),
    );
  }
  return report;
}

function refusal(strength: string, validate: Validate | undefined, value: unknown): Problem[] {
  if (!validate) return [{ message: `there is no ${strength} validator: run \`npm run generate\`` }];
  if (validate(value)) return [];
  const { instancePath, message, params } = validate.errors?.[0] ?? {};
  return [{ message: `the ${strength} validator at ${instancePath || "/"}: ${message}`, expected: params, got: value }];
}
