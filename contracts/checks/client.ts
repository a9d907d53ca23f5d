import type { OperationId } from "../../generated/operations.js";
import { type ClientEvent, createClient, isPartnerCenterError } from "../../src/index.js";
import { call, documentedError } from "../consumer.js";
import type { Check } from "../context.js";
import type { Example } from "../examples.js";
import { compare, type Finding, failed, passed } from "../finding.js";

const customerId = "00000000-0000-4000-8000-000000000000";

/** The client sends every documented request unchanged, and returns every documented response unchanged. */
export const client: Check = async ({ examples }) => {
  const found = await Promise.all(examples.map(findingsOf));
  return [...examples.map(({ id }) => passed(id)), ...found.flat()];
};

async function findingsOf(example: Example): Promise<Finding[]> {
  const { id: row, operation, status, value, headers } = example;
  let sent: unknown;
  const events: ClientEvent[] = [];
  const client = createClient({
    token: "placeholder-token",
    retry: false,
    onEvent: (event) => events.push(event),
    fetch: async (url, { method, body }) => {
      sent = { method, path: new URL(url).pathname, ...(body ? { body: JSON.parse(body) } : {}) };
      const init = { status: status ?? 418, headers };
      return value === undefined ? new Response(null, init) : Response.json(value, init);
    },
  });
  const request = status === undefined ? value : firstRequest(example);
  const outcome = await call[operation.id as OperationId](client, customerId, request).catch(
    (failure: unknown) => failure,
  );
  if (status === undefined) {
    const path = operation.path.replace("{customerTenantId}", customerId);
    return compare("the client's request", { method: operation.method, path, body: value }, sent, row);
  }
  if (status < 300) {
    if (outcome instanceof Error) return [failed(`the client failed: ${outcome.message}`, { row })];
    const undocumented = events.filter(({ type }) => type === "undocumented_response");
    return [
      ...compare("the client's data", value, (outcome as { data?: unknown }).data, row),
      ...compare("the list of undocumented properties that the client reports", [], undocumented, row),
    ];
  }
  if (!isPartnerCenterError(outcome) || !("status" in outcome)) {
    return [failed("the client does not throw an ApiError", { row, got: outcome })];
  }
  const { errorCode, description } = outcome as { errorCode?: string; description?: string };
  const expected = { status, description: undefined, ...documentedError(value) };
  return compare("the client's error", expected, { status: outcome.status, errorCode, description }, row);
}

/** A request for the responses, which do not depend on it here. */
function firstRequest({ operation }: Example): unknown {
  const [example] = Object.values(operation.requestBody?.examples ?? {});
  return (example as { value?: unknown } | undefined)?.value;
}
