import type { OperationId } from "../../generated/operations.js";
import { type ClientEvent, createClient } from "../../src/index.js";
import { calls, replyFindings, sent } from "../consumer.js";
import type { Check } from "../context.js";
import type { Example } from "../examples.js";
import { type CheckResult, compare, passed } from "../finding.js";

const customerId = "00000000-0000-4000-8000-000000000000";

/** The client sends every documented request unchanged, and returns every documented response unchanged. */
export const client: Check = async ({ examples }) => {
  const found = await Promise.all(examples.map(findingsOf));
  return [...examples.map(({ id }) => passed(id)), ...found.flat()];
};

async function findingsOf(example: Example): Promise<CheckResult[]> {
  const { id, operation, status, value, headers } = example;
  const { token, requestId, correlationId } = sent;
  let got: unknown;
  const events: ClientEvent[] = [];
  const client = createClient({
    token,
    retry: false,
    onEvent: (event) => events.push(event),
    fetch: async (url, { method, body }) => {
      got = { method, path: new URL(url).pathname, ...(body ? { body: JSON.parse(body) } : {}) };
      const init = { status: status ?? 418, headers };
      return value === undefined ? new Response(null, init) : Response.json(value, init);
    },
  });
  // A response does not depend on the request here.
  const request = status === undefined ? value : operation.requestBody?.examples[0]?.value;
  const reply = calls[operation.id as OperationId](client, customerId, request, { requestId, correlationId });
  const found = await replyFindings(reply, example);
  if (status === undefined) {
    const path = operation.path.replace("{customerTenantId}", customerId);
    return compare("the client's request", { method: operation.method, path, body: value }, got, id);
  }
  const undocumented = events.filter(({ type }) => type === "undocumented_response");
  return [
    ...found.map((finding) => ({ ...finding, id })),
    ...compare("the list of undocumented properties that the client reports", [], undocumented, id),
  ];
}
