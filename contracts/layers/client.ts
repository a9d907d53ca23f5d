import { isDeepStrictEqual } from "node:util";
import type { OperationId } from "../../generated/operations.js";
import { type ClientEvent, createClient, isPartnerCenterError } from "../../src/index.js";
import { call } from "../call.js";
import type { Example } from "../examples.js";
import { type Problem, Report } from "../report.js";

/** The client sends every documented request as it stands, and hands over every documented answer as it stands. */
export async function checkClient(examples: readonly Example[], customerId: string): Promise<Report> {
  const report = new Report();
  for (const example of examples) report.check(example.id, await problemsOf(example, customerId));
  return report;
}

async function problemsOf(example: Example, customerId: string): Promise<Problem[]> {
  const { operation, status, value, headers } = example;
  let sent: unknown;
  const told: ClientEvent[] = [];
  const client = createClient({
    token: "placeholder-token",
    retry: false,
    onEvent: (event) => told.push(event),
    fetch: async (url, init) => {
      const body = init?.body;
      sent = {
        method: init?.method,
        path: new URL(String(url)).pathname,
        ...(body ? { body: JSON.parse(String(body)) } : {}),
      };
      return Response.json(value, { status: status ?? 418, headers });
    },
  });
  const request = status === undefined ? value : firstRequest(example);
  const outcome = await call[operation.id as OperationId](client, customerId, request).catch(
    (failure: unknown) => failure,
  );

  if (status === undefined) {
    const path = operation.path.replace("{customerTenantId}", customerId);
    return differing("what the client sends", { method: operation.method, path, body: value }, sent);
  }
  if (status < 300) {
    const data = (outcome as { data?: unknown }).data;
    const strange = told.filter(({ type }) => type === "undocumented_response");
    return [
      ...differing("what the client hands over", value, data === undefined ? String(outcome) : data),
      ...differing("what the client takes for undocumented", [], strange),
    ];
  }
  if (!isPartnerCenterError(outcome) || !("status" in outcome)) {
    return [{ message: "the client does not throw an error of its own", expected: status, got: String(outcome) }];
  }
  const fields =
    typeof value === "object" && value !== null ? (value as Record<string, unknown>) : { description: value };
  const { code, description, message } = fields;
  const expected = {
    status,
    errorCode: code === undefined ? undefined : String(code),
    description: description ?? message,
  };
  const { errorCode, description: said } = outcome as { errorCode?: string; description?: string };
  return differing("the client's error", expected, { status: outcome.status, errorCode, description: said });
}

/** A request for the answers, which do not depend on it here. */
function firstRequest({ operation }: Example): unknown {
  const [example] = Object.values(operation.requestBody?.examples ?? {});
  return (example as { value?: unknown } | undefined)?.value;
}

function differing(what: string, expected: unknown, got: unknown): Problem[] {
  return isDeepStrictEqual(expected, got) ? [] : [{ message: `${what} is not what is documented`, expected, got }];
}
