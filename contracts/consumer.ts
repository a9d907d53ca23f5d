import { MatchersV3, PactV4, type V3MockServer } from "@pact-foundation/pact";
import type { Example } from "./examples.js";
import { isObject, type Json, type JsonObject } from "./generate/description.js";
import { checkedExamples, customerOf, type Interaction, nameOf } from "./interactions.js";
import { consumer, provider } from "./pact.js";

/** What the client is told to send; the ids are the documented ones. */
export const sent = {
  requestId: "037db222-6d8e-4d7f-ba78-df3dca33fb68",
  correlationId: "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745",
  token: "placeholder-token",
  application: "Contoso licence desk",
};

const { arrayContaining, like, regex } = MatchersV3;
type AnyMatcher = Parameters<typeof arrayContaining>[0];
const dateTime = "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,7})?(Z|[+-]\\d{2}:\\d{2})$";

/** A pact that is written to `dir`, one file, when an interaction was played. */
export function createPact(dir: string): PactV4 {
  return new PactV4({ consumer, provider, dir, logLevel: "error" });
}

/** Plays one interaction against Pact's mock server: `play` makes the call, with the client. */
export function playInteraction(
  pact: PactV4,
  interaction: Interaction,
  example: (id: string) => Example,
  play: (mock: V3MockServer) => Promise<void>,
): Promise<void> {
  const { operation, request, answer, state } = interaction;
  const answered = example(`${operation} ${answer}`);
  const { method, path } = answered.operation;
  const unconfigured = pact
    .addInteraction()
    .given(state, { customerId: customerOf(interaction) })
    .uponReceiving(nameOf(interaction));
  for (const id of checkedExamples(interaction)) unconfigured.reference("openapi.yaml", id, example(id).pointer);
  return unconfigured
    .withRequest(method, path.replace("{customerTenantId}", customerOf(interaction)), (builder) => {
      builder.headers({
        Accept: "application/json",
        Authorization: regex("^Bearer [A-Za-z0-9._~+/-]+=*$", `Bearer ${sent.token}`),
        "MS-RequestId": sent.requestId,
        "MS-CorrelationId": sent.correlationId,
        "MS-PartnerCenter-Application": sent.application,
      });
      if (request) builder.jsonBody(example(`${operation} request ${request}`).value);
    })
    .willRespondWith(answered.status ?? 0, (builder) => {
      builder.headers(neededHeaders(answered));
      builder.jsonBody(needed(answered.value) as never);
    })
    .executeTest(play);
}

/** The ids must be echoed; the pause may be any number of seconds; the client needs no other header. */
function neededHeaders({ headers }: Example) {
  const { "MS-RequestId": requestId, "MS-CorrelationId": correlationId, "Retry-After": retryAfter } = headers;
  return {
    ...(requestId ? { "MS-RequestId": sent.requestId } : {}),
    ...(correlationId ? { "MS-CorrelationId": sent.correlationId } : {}),
    ...(retryAfter ? { "Retry-After": regex("^\\d+$", retryAfter) } : {}),
  };
}

/**
 * The documented value, as a matcher of what the client needs: the provider state fixes the enumerations, a text may be
 * another one and a date another moment. Different items are looked for one by one: `like` would check none of them.
 */
function needed(value: Json, property = ""): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => needed(item));
    if (items.length > 1) return arrayContaining(...(items as [AnyMatcher]));
    return items.length === 0 && property ? like([]) : items;
  }
  if (isObject(value)) {
    const properties = Object.entries(value).map(([name, part]) => [name, needed(part, name)]);
    return properties.length > 0 ? Object.fromEntries(properties) : like({});
  }
  if (["qualification", "vettingStatus"].includes(property)) return regex(`^${value}$`, String(value));
  if (["vettingCreatedDate", "vettingCreateDate"].includes(property)) return regex(dateTime, String(value));
  return like(value);
}

/**
 * The same contract in the same bytes, whatever wrote it: without the versions of Pact's own parts.
 *
 * @throws Error where interactions were lost: two of one description and state silently become one.
 */
export function canonical(written: string, count: number): string {
  const pact = JSON.parse(written) as { interactions: { description: string }[]; metadata: JsonObject };
  if (pact.interactions.length !== count) {
    throw new Error(`${count} interactions were played, and Pact wrote ${pact.interactions.length}`);
  }
  pact.metadata = { pactSpecification: pact.metadata.pactSpecification as Json };
  return `${JSON.stringify(pact, null, 2)}\n`;
}
