/** What the client promises under faults: in short, or in whole with `npm run reliability`; SEED has other values tried. */
import { getEventListeners, once } from "node:events";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { operations } from "../generated/operations.js";
import { type Client, createClient, type Fetch, isPartnerCenterError } from "../src/index.js";
import { certificates, trustCertificates } from "./reliability/certificates.js";
import { faults, secret } from "./reliability/faults.js";
import { scale } from "./reliability/scale.js";
import { created, customerId, failureOf, none, renderings, stateOwned } from "./support.js";

const { deadline, slack, seed } = scale;
let server: Server;
const sockets = new Set<Socket>();

afterEach(() => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  server?.close();
});

async function listen(listening: Server): Promise<number> {
  server = listening;
  server.on("connection", (socket) => sockets.add(socket.on("error", () => {})));
  await once(server.listen(0, "127.0.0.1"), "listening");
  return (server.address() as AddressInfo).port;
}

// One after the other: of faults that race each other, luck decides how each ends.
test.for(faults)("%s", { repeats: scale.rounds - 1 }, async ([, serve, expected, at = (url) => url]) => {
  const serving = createServer((socket) => void socket.once("data", () => serve(socket)));
  const baseUrl = at(`http://127.0.0.1:${await listen(serving)}`);
  const { code, hangs, ...rest } = expected;
  // What ends by itself must not be cut off on a busy machine.
  const time = code === "timeout" || hangs ? deadline : deadline + slack;
  const client = createClient({ baseUrl, token: secret, deadline: time, retry: { limit: 1, baseDelay: 1 } });
  const { signal } = new AbortController();
  const started = performance.now();
  const error = await failureOf(client.createQualification(customerId, stateOwned, { signal }));
  expect(performance.now() - started - time).toBeLessThan(slack);
  if (!hangs || (error as { code?: string }).code !== "timeout") {
    expect(error).toMatchObject({ ...rest, code: code instanceof RegExp ? expect.stringMatching(code) : code });
  }
  for (const text of renderings(error)) expect(text).not.toContain(secret);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

const refused = (code: string) => {
  const message = expect.stringMatching(`\\((${code})\\)`);
  return { reached: 0, ended: { code: "network", outcome: "not-applied", attempts: 1, message } };
};
const old = { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT:@SECLEVEL=0" };

test.each([
  ["a certificate that is self-signed", certificates.selfSigned, refused("DEPTH_ZERO_SELF_SIGNED_CERT")],
  ["a certificate of another host", certificates.ofAnotherHost, refused("ERR_TLS_CERT_ALTNAME_INVALID")],
  ["a certificate that has expired", certificates.expired, refused("CERT_HAS_EXPIRED")],
  ["TLS 1.1 only", { ...certificates.good, ...old }, refused("ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION|EPROTO")],
  ["a trusted certificate", certificates.good, { reached: 1, ended: { data: stateOwned } }],
])("a server gets a request only if it is trusted, and none is retried: %s", async (_, presented, expected) => {
  trustCertificates();
  let reached = 0;
  const serving = createHttpsServer(presented, (_, response) => {
    reached += 1;
    response.writeHead(201, { "Content-Type": "application/json" }).end(JSON.stringify(stateOwned));
  });
  const baseUrl = `https://127.0.0.1:${await listen(serving)}`;
  const client = createClient({ token: "any", baseUrl, retry: { limit: 1, baseDelay: 1 } });
  const ended = await client.createQualification(customerId, stateOwned).catch((error: unknown) => error);
  expect({ reached, ended }).toMatchObject(expected);
});

const item = fc.record(
  {
    qualification: fc.oneof(fc.constantFrom("Education", "StateOwnedEntity"), fc.jsonValue()),
    vettingStatus: fc.oneof(fc.constantFrom("InReview", "Approved", "Denied"), fc.jsonValue()),
    vettingCreateDate: fc.oneof(fc.constant("2020-12-04T20:54:24Z"), fc.jsonValue()),
  },
  { requiredKeys: [] },
);
const response = fc.record({
  status: fc.constantFrom(200, 200, 200, 201, 202, 204, 304, 302, 400, 401, 404, 409, 418, 429, 500, 502, 503),
  headers: fc.constantFrom<Record<string, string>[]>(
    ...[{}, { "Content-Type": "application/json" }, { "Content-Length": "0" }, { "Retry-After": "1" }],
  ),
  body: fc.oneof(
    ...[fc.array(item).map((items) => JSON.stringify(items)), fc.json(), fc.string()],
    fc.constantFrom("", "null", "[]", "<html>", '[{"qualification":"Educ'),
    fc.uint8Array().map((bytes) => new Uint8Array(bytes)),
  ),
});
const matches = operations.getQualifications.response;

test("every random response ends in a valid value or in one of our errors", async () => {
  let good = 0;
  const all = fc.asyncProperty(response, async ({ status, headers, body }) => {
    const respond = () => new Response([204, 304].includes(status) ? null : body, { status, headers });
    const client = createClient({ token: "any", fetch: async () => respond(), retry: false });
    const ended = await client.getQualifications(customerId).catch((error: unknown) => error);
    if (isPartnerCenterError(ended)) return;
    expect(matches((ended as { data: unknown }).data)).toBe(true);
    good += 1;
  });
  await fc.assert(all, { seed, numRuns: scale.random });
  expect(good).toBeGreaterThan(scale.random / 200);
});

const hostile = ["..", "", "a/b", "%2e%2e", "a%2Fb", "a?x", "a#f", "{customerTenantId}", `${customerId}\n`];
const anyId = fc.oneof(fc.constantFrom(...hostile, `urn:uuid:${customerId}`), fc.string(), fc.uuid(), fc.anything());
const anyRequest = fc.oneof(fc.constant(stateOwned), fc.anything());

test("whatever is passed, a request is sent to the right path or not at all", async () => {
  const sent: string[] = [];
  const fetch: Fetch = async (url, { method }) => {
    sent.push(url);
    return method === "POST" ? created() : none();
  };
  const client = createClient({ token: "any", fetch, retry: false });
  const all = fc.asyncProperty(anyId, anyId, anyRequest, async (id, requestId, request) => {
    const calls = [
      client.getQualifications(id as string, { requestId: requestId as string }),
      client.createQualification(id as string, request as never),
    ];
    for (const end of await Promise.allSettled<unknown>(calls)) {
      if (end.status === "rejected") expect(isPartnerCenterError(end.reason), String(end.reason)).toBe(true);
    }
  });
  await fc.assert(all, { seed, numRuns: scale.random });
  const path = /^https:\/\/api\.partnercenter\.microsoft\.com\/v1\/customers\/[\da-f-]{36}\/qualifications$/i;
  for (const url of sent) expect(url).toMatch(path);
  expect(sent.length).toBeGreaterThan(scale.random / 25);
});

/** A provider that applies one `MS-RequestId` once, loses one request or response in three, and counts what is `retried` after that. */
function createLossyProvider() {
  const responses = new Set<string>();
  const seen = { applied: [] as string[], retried: 0 };
  const lose = (signal: AbortSignal) =>
    new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));
  const fetch: Fetch = async (url, { headers, signal }) => {
    const id = headers["ms-requestid"] as string;
    const fault = Math.random();
    if (fault < 0.08) throw new TypeError("reset before");
    if (fault < 0.14) return Response.json({}, { status: 429 });
    if (fault < 0.2) return new Response("", { status: 503 });
    if (responses.has(id)) seen.retried += 1;
    else seen.applied.push(url);
    responses.add(id);
    if (fault < 0.28) throw new TypeError("reset after");
    if (fault < 0.3) return lose(signal);
    return fault < 0.36 ? new Response("<html>", { status: 502 }) : Response.json(stateOwned, { status: 201 });
  };
  return { fetch, seen };
}

/** Requests a qualification until it is certain that it was applied, as the README says: `unknown` keeps the id. */
async function request(client: Client, customer: string): Promise<void> {
  for (let requestId: string | undefined; ; ) {
    const error = await client.createQualification(customer, stateOwned, { requestId }).then(() => null, Object);
    if (!error || error.outcome === "applied") return;
    if (!isPartnerCenterError(error)) throw error;
    if (error.outcome === "unknown") requestId = error.requestId;
  }
}

test("create requests under lost requests and responses are applied exactly once", async () => {
  const { fetch, seen } = createLossyProvider();
  const retry = { limit: 2, baseDelay: 1, maxDelay: 1 };
  const client = createClient({ token: "any", fetch, timeout: 50, retry });
  const left = Array.from({ length: scale.creates }, () => crypto.randomUUID() as string);
  const worker = async () => {
    for (let customer = left.pop(); customer; customer = left.pop()) await request(client, customer);
  };
  await Promise.all(Array.from({ length: 500 }, worker));
  expect([seen.applied.length, new Set(seen.applied).size]).toEqual([scale.creates, scale.creates]);
  expect(seen.retried).toBeGreaterThan(scale.creates / 20);
});
