import fc from "fast-check";
import createOpenapiClient from "openapi-fetch";
import { operations } from "../../generated/operations.js";
import { createClient, isPartnerCenterError } from "../../src/index.js";
import { customerId, type Measurement, type Scale, stateOwned } from "./measurement.js";

const path = "/v1/customers/{customerTenantId}/qualifications";
const validate = operations.getQualifications.response;

interface Canned {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array<ArrayBuffer>;
}

const item = fc.record(
  {
    qualification: fc.oneof(
      fc.constantFrom("Education", "GovernmentCommunityCloud", "StateOwnedEntity"),
      fc.jsonValue(),
    ),
    vettingStatus: fc.oneof(fc.constantFrom("InReview", "Approved", "Denied"), fc.jsonValue()),
    vettingCreateDate: fc.oneof(fc.constant("2020-12-04T20:54:24Z"), fc.jsonValue()),
  },
  { requiredKeys: [] },
);
const response: fc.Arbitrary<Canned> = fc.record({
  status: fc.constantFrom(200, 200, 200, 201, 202, 204, 304, 302, 400, 401, 404, 409, 418, 429, 500, 502, 503),
  headers: fc.constantFrom<Record<string, string>>(
    {},
    { "Content-Type": "application/json" },
    { "Content-Length": "0" },
    { "Retry-After": "1" },
  ),
  body: fc.oneof(
    fc.array(item).map((items) => JSON.stringify(items)),
    fc.json(),
    fc.string(),
    fc.constantFrom("", "null", "[]", "<html>", '[{"qualification":"Educ'),
    fc.uint8Array().map((bytes) => new Uint8Array(bytes)),
  ),
});

function respond({ status, headers, body }: Canned): Response {
  return new Response([204, 304].includes(status) ? null : body, { status, headers });
}

/** Independent of the client: a `Content-Length: 0` is believed. */
async function valid(response: Response): Promise<boolean> {
  if (response.headers.get("Content-Length") === "0") return false;
  try {
    return (
      response.ok &&
      Boolean(validate?.(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(await response.arrayBuffer()))))
    );
  } catch {
    return false;
  }
}

/** Every response ends in a valid value, or in one of our errors. */
export async function randomResponses({ random, seed }: Scale): Promise<Measurement> {
  const bad = { untyped: 0, broken: 0, lost: 0 };
  let good = 0;
  const naive = { untyped: 0, broken: 0 };
  let current: Canned = { status: 200, headers: {}, body: "" };
  const fetch = async () => respond(current);
  const client = createClient({ token: "any", fetch, retry: false });
  const bare = createOpenapiClient<Record<string, never>>({ baseUrl: "https://x.example", fetch }) as unknown as {
    GET: (path: string, init: object) => Promise<{ data?: unknown; error?: unknown }>;
  };
  for (current of fc.sample(response, { seed, numRuns: random })) {
    const holds = await valid(respond(current));
    if (holds) good += 1;
    await client.getQualifications(customerId).then(
      ({ data }) => {
        if (!validate?.(data)) bad.broken += 1;
      },
      (error) => {
        if (!isPartnerCenterError(error)) bad.untyped += 1;
        if (holds) bad.lost += 1;
      },
    );
    await bare.GET(path, { params: { path: { customerTenantId: customerId } } }).then(
      ({ data, error }) => {
        if (!error && !validate?.(data)) naive.broken += 1;
      },
      () => {
        naive.untyped += 1;
      },
    );
  }
  return {
    name: "random responses",
    goal: `${random}: 0 untyped, 0 broken, 0 good ones refused`,
    value: `${random}: ${bad.untyped} untyped, ${bad.broken} broken, ${bad.lost} of ${good} good ones refused`,
    ok: bad.untyped + bad.broken + bad.lost === 0 && good > random / 200,
    control: {
      value: `bare openapi-fetch: ${naive.untyped} untyped, ${naive.broken} broken or missed`,
      ok: naive.untyped > 0 && naive.broken > 0,
    },
  };
}

const hostile = fc.constantFrom(
  "..",
  ".",
  "",
  "a/b",
  "%2e%2e",
  "a%2Fb",
  "a?x",
  "a#f",
  "{customerTenantId}",
  `${customerId}\n`,
  `urn:uuid:${customerId}`,
);
const anyId = fc.oneof(hostile, fc.string(), fc.uuid(), fc.anything());

/** Whatever is passed, a request goes to the right path or nowhere. */
export async function randomInputs({ random, seed }: Scale): Promise<Measurement> {
  const right =
    /^https:\/\/api\.partnercenter\.microsoft\.com\/v1\/customers\/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\/qualifications$/i;
  let wrong = 0;
  let astray = 0;
  let untyped = 0;
  const sent = { GET: 0, POST: 0 };
  const fetch: typeof globalThis.fetch = async (url, init) => {
    if (!right.test(String(url))) wrong += 1;
    sent[init?.method as "GET" | "POST"] += 1;
    return init?.method === "POST" ? Response.json(stateOwned, { status: 201 }) : Response.json([]);
  };
  const bare = createOpenapiClient<Record<string, never>>({
    baseUrl: "https://api.partnercenter.microsoft.com",
    fetch: async (request) => {
      if (!right.test(request.url)) astray += 1;
      return Response.json([]);
    },
  }) as unknown as { GET: (path: string, init: object) => Promise<unknown> };
  const options = fc.record({
    token: fc.oneof(fc.string(), fc.constant("any")),
    requestId: fc.oneof(fc.uuid(), fc.string(), fc.anything()),
  });
  const inputs = fc.sample(fc.tuple(anyId, fc.oneof(fc.constant(stateOwned), fc.anything()), options), {
    seed,
    numRuns: random,
  });
  for (const [id, request, { token, requestId }] of inputs) {
    try {
      const client = createClient({ token, fetch, retry: false });
      await client.getQualifications(id as string, { requestId: requestId as string });
      await client.createQualification(id as string, request as never);
    } catch (error) {
      if (!isPartnerCenterError(error)) untyped += 1;
    }
    await bare.GET(path, { params: { path: { customerTenantId: id } } }).catch(() => {});
  }
  return {
    name: "random inputs",
    goal: `${random}: 0 to a wrong path, 0 untyped`,
    value: `${random}: ${wrong} to a wrong path, ${untyped} untyped; ${sent.GET} GET and ${sent.POST} POST to the right one`,
    ok: wrong + untyped === 0 && sent.GET > random / 50 && sent.POST > random / 200,
    control: { value: `bare openapi-fetch: ${astray} to a wrong path`, ok: astray > 0 },
  };
}
