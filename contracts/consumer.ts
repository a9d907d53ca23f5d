import { readFileSync } from "node:fs";
import { MatchersV3, PactV4, type V3MockServer } from "@pact-foundation/pact";
import type { OperationId } from "../generated/operations.js";
import { ApiError, type CallOptions, type Client, createClient, type Reply } from "../src/index.js";
import { type Example, partsOf } from "./examples.js";
import { type CheckResult, compare, failed } from "./finding.js";
import { isObject, type Json, type JsonObject } from "./generate/description.js";
import { type Interaction, nameOf } from "./interactions.js";
import { sides } from "./pact-file.js";
import { inFolder } from "./process.js";

/** What the consumer tests send; the ids are the documented ones. */
export const sent = {
  requestId: "037db222-6d8e-4d7f-ba78-df3dca33fb68",
  correlationId: "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745",
  token: "placeholder-token",
  application: "Contoso licence desk",
};

type Call = (client: Client, customerId: string, request: unknown, options?: CallOptions) => Promise<Reply<unknown>>;

/** Calls an operation with the client's own method. */
export const calls: Record<OperationId, Call> = {
  getQualifications: (client, customerId, _, options) => client.getQualifications(customerId, options),
  createQualification: (client, customerId, request, options) =>
    client.createQualification(customerId, request as Parameters<Client["createQualification"]>[1], options),
  getValidationCodes: (client, _, __, options) => client.getValidationCodes(options),
};

/** What the consumer tests found, by interaction, and the contract that they wrote. */
export interface ConsumerRun {
  findings: Map<string, CheckResult[]>;
  written: string | undefined;
}

/** The consumer tests: the client makes each call against Pact's mock server, which writes the contract. */
export async function runConsumerTests(
  interactions: readonly Interaction[],
  examples: readonly Example[],
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<ConsumerRun> {
  return inFolder(async (file) => {
    const pact = new PactV4({ ...sides, dir: file(""), logLevel: "error" });
    const findings = new Map<string, CheckResult[]>();
    for (const interaction of interactions) {
      const name = nameOf(interaction);
      if (findings.has(name)) findings.set(name, [failed(`two interactions are called "${name}"`)]);
      else findings.set(name, await findingsOf(pact, interaction, examples, fetch));
    }
    const passed = [...findings.values()].every((found) => found.length === 0);
    const written = file(`${sides.consumer}-${sides.provider}.json`);
    return { findings, written: passed ? canonical(readFileSync(written, "utf8")) : undefined };
  });
}

async function findingsOf(
  pact: PactV4,
  interaction: Interaction,
  examples: readonly Example[],
  fetch: typeof globalThis.fetch,
): Promise<CheckResult[]> {
  let requests = 0;
  let findings: CheckResult[] = [];
  const counted: typeof globalThis.fetch = (...parts) => {
    requests += 1;
    return fetch(...parts);
  };
  try {
    const parts = partsOf(interaction, examples);
    await play(pact, interaction, parts, async ({ url }) => {
      const { token, application, requestId, correlationId } = sent;
      const client = createClient({ baseUrl: url, token, application, fetch: counted, retry: false });
      const ids = { requestId, correlationId };
      const reply = calls[interaction.operation](client, parts.customerId, parts.request?.value, ids);
      findings = await replyFindings(reply, parts.response);
    });
  } catch (failure) {
    // First: Pact says which part of the request is wrong.
    findings = [failed((failure as Error).message.replaceAll(/^\s+at .*$/gm, "").trim()), ...findings];
  }
  return findings.length > 0 ? findings : compare("the number of requests", 1, requests);
}

/** The reply, or the error, is the documented one. */
export async function replyFindings(
  promise: Promise<Reply<unknown>>,
  { value, status, headers }: Example,
): Promise<CheckResult[]> {
  const { requestId, correlationId } = sent;
  const echoed = { serverRequestId: headers["MS-RequestId"], serverCorrelationId: headers["MS-CorrelationId"] };
  const ids = { status, requestId, correlationId, ...echoed };
  const [reply, error] = await promise.then(
    (reply) => [reply, undefined],
    (failure: unknown) => [undefined, failure],
  );
  if (status !== undefined && status < 300) {
    if (!reply) return [failed(`the client failed: ${error}`)];
    const { headers: received, ...given } = reply as Reply<unknown>;
    return [
      ...compare("the client's reply", { ...ids, data: value }, given),
      ...compare("the header MS-RequestId of the reply", headers["MS-RequestId"], received.get("MS-RequestId")),
    ];
  }
  if (!(error instanceof ApiError))
    return [failed("the client did not fail with an ApiError", { got: reply ?? error })];
  const retryAfter = headers["Retry-After"] ? Number(headers["Retry-After"]) * 1000 : undefined;
  const expected = { ...ids, retryAfter, ...documentedError(value) };
  const given = Object.keys(expected).map((name) => [name, error[name as keyof ApiError]]);
  return compare("the client's error", expected, Object.fromEntries(given));
}

/** What the error must say, read from the documented body without the client's own reader. */
function documentedError(value: Json | undefined): { errorCode: string | undefined; description?: Json } {
  if (value === undefined) return { errorCode: undefined };
  const body: JsonObject = isObject(value) ? value : { description: value };
  const errorCode = body.code === undefined ? undefined : String(body.code);
  return { errorCode, description: body.description ?? body.message ?? null };
}

const { arrayContaining, like, regex } = MatchersV3;
type AnyMatcher = Parameters<typeof arrayContaining>[0];
const dateTime = "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,7})?(Z|[+-]\\d{2}:\\d{2})$";

/** Plays one interaction against Pact's mock server: `test` makes the call, with the client. */
function play(
  pact: PactV4,
  interaction: Interaction,
  { request, response, customerId }: ReturnType<typeof partsOf>,
  test: (mock: V3MockServer) => Promise<void>,
): Promise<void> {
  const { method, path } = response.operation;
  const unconfigured = pact
    .addInteraction()
    .given(interaction.state, { customerId })
    .uponReceiving(nameOf(interaction));
  for (const { id, pointer } of request ? [request, response] : [response]) {
    unconfigured.reference("openapi.yaml", id, pointer);
  }
  return unconfigured
    .withRequest(method, path.replace("{customerTenantId}", customerId), (builder) => {
      builder.headers({
        Accept: "application/json",
        Authorization: regex("^Bearer [A-Za-z0-9._~+/-]+=*$", `Bearer ${sent.token}`),
        "MS-RequestId": sent.requestId,
        "MS-CorrelationId": sent.correlationId,
        "MS-PartnerCenter-Application": sent.application,
      });
      if (request) builder.jsonBody(request.value);
    })
    .willRespondWith(response.status ?? 0, (builder) => {
      builder.headers(neededHeaders(response));
      if (response.value !== undefined) builder.jsonBody(needed(response.value) as never);
    })
    .executeTest(test);
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
 * The documented value, as a matcher of what the client needs: the provider state determines the enumerations, a text or
 * a date may be another one. Several items are matched one by one, because `like` would check none of them.
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

/** The same contract in the same bytes, whatever wrote it: without the versions of Pact's own parts. */
function canonical(written: string): string {
  const pact = JSON.parse(written) as { metadata: JsonObject };
  pact.metadata = { pactSpecification: pact.metadata.pactSpecification as Json };
  return `${JSON.stringify(pact, null, 2)}\n`;
}
