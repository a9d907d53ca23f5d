/** The sandbox's faults on demand, by name. */
import { describe, expect, test, vi } from "vitest";
import { createClient } from "../src/index.js";
import { createSandbox, type Fault } from "../src/sandbox/index.js";
import { customerId, customerIn, education, failureOf, requestId, stateOwned, useFakeTimers } from "./support.js";

const other = customerIn("no qualification is held");
const [first, second, codes] = [`${customerId}/qualifications`, `${other}/qualifications`, "all/validations"];
const vettingCreateDate = "2020-12-04T20:54:24Z";
const approved = { qualification: "Education", vettingStatus: "Approved", vettingCreateDate } as const;
const customers = { [customerId]: { qualifications: [approved, stateOwned] } };

/** A sandbox with these faults, a client of it, and a request without the client. */
function faulty(...faults: Fault[]) {
  let now = 0;
  const sandbox = createSandbox({ customers, faults, now: () => new Date(now) });
  const client = createClient({ token: "any", fetch: sandbox.fetch, retry: false });
  const at = (ms: number) => {
    now = ms;
  };
  async function ask(path = first, own?: string, init: RequestInit = {}) {
    const usual = { Authorization: "Bearer any", "Content-Type": "application/json" };
    const headers = { ...usual, ...(own && { "Sandbox-Faults": own }) };
    const response = await sandbox.fetch(`https://x/v1/customers/${path}`, { ...init, headers });
    // `text()` would remove a byte order mark.
    const text = Buffer.from(await response.arrayBuffer()).toString();
    const [type, retryAfter] = ["Content-Type", "Retry-After"].map((name) => response.headers.get(name));
    const sent = { status: response.status, type, retryAfter, hasIds: response.headers.has("MS-RequestId") };
    return { ...sent, text, body: /^["[{]/.test(text) && JSON.parse(text) };
  }
  return { sandbox, client, at, ask };
}

const [json, description] = ["application/json; charset=utf-8", "A fault was requested."];

test.each<[string, object]>([
  ["status=503", { status: 503, type: json, retryAfter: null, body: { code: 800003, description }, hasIds: true }],
  ["customers-service=409", { status: 409, type: json, body: { errorName: "FaultOnDemand", isRetryable: false } }],
  ["gateway=429", { status: 429, type: json, body: { statusCode: 429, message: description }, hasIds: false }],
  ["text=400", { status: 400, type: json, body: description, hasIds: true }],
  ["html=502", { type: "text/html", text: expect.stringMatching(/^<html>.*502/), hasIds: false }],
  ["empty=403, retry-after=7", { status: 403, type: json, retryAfter: "7", text: "", hasIds: true }],
])("%s responds in its error format, also in place of another one", async (fault, expected) => {
  expect(await faulty("status=599").ask(undefined, fault)).toMatchObject(expected);
});

test("an injected fault applies nothing, to as many requests as requested", async () => {
  const { sandbox, client, ask } = faulty();
  sandbox.inject("status=500", 2);
  expect(await failureOf(client.createQualification(other, education))).toMatchObject({ status: 500 });
  expect(await ask()).toMatchObject({ status: 500, retryAfter: null });
  expect(await ask(second)).toMatchObject({ status: 200, body: [] });
  for (const times of [0, 1.5, Infinity])
    expect(() => sandbox.inject("status=500", times)).toThrow("times must be a whole number");
});

test.each([
  ...["status", "status=200", "status=600", "status=4e2", "status=500 x", "x status=500"],
  ...["bom=1", "toString", "latency=-1", "latency=999999", ""],
])("%j is an unknown fault, and uses up no injected fault", async (fault) => {
  const { sandbox, ask } = faulty();
  sandbox.inject("status=503");
  expect(() => sandbox.inject(fault as Fault)).toThrow(/^unknown fault ".*"; expected one of .*, lost-response, /);
  const { status, body } = await ask(undefined, fault || ",");
  expect([status, body.description]).toEqual([400, expect.stringContaining("Sandbox-Faults: unknown fault")]);
  expect((await ask()).status).toBe(503);
  expect(sandbox.requests.map(({ status }) => status)).toEqual([400, 503]);
});

test.each([
  ["lost-request", 0],
  ["lost-response", 1],
] as const)("%s resets the connection and applies %i request, which can be retried", async (fault, applied) => {
  const { sandbox, client } = faulty();
  const send = () => client.createQualification(other, education, { requestId });
  sandbox.inject(fault);
  const failure = await failureOf(send());
  expect(failure).toMatchObject({ code: "network", outcome: "unknown", cause: { cause: { code: "ECONNRESET" } } });
  expect(sandbox.requests).toMatchObject([{ method: "POST", status: undefined }]);
  expect((await client.getQualifications(other)).data).toHaveLength(applied);
  expect((await send()).data.vettingStatus).toBe("InReview");
});

describe("latency", () => {
  useFakeTimers();

  test("ends after its time; a request from before a reset is not applied", async () => {
    const { sandbox, client, ask } = faulty();
    const late = failureOf(ask(second, "latency=1000", { method: "POST", body: JSON.stringify(stateOwned) }));
    await vi.advanceTimersByTimeAsync(500);
    sandbox.reset();
    await vi.advanceTimersByTimeAsync(500);
    expect(await late).toMatchObject({ cause: { code: "ECONNRESET" } });
    expect(sandbox.requests).toEqual([]);
    expect((await client.getQualifications(other)).data).toEqual([]);
  });

  test.each([
    ["while the latency lasts", "latency=1000"],
    ["while its body is read", undefined],
  ])("a request that is aborted %s is not applied, and not kept", async (_, fault) => {
    const { sandbox, client, ask } = faulty();
    const given = new AbortController();
    const init = { method: "POST", body: JSON.stringify(education), signal: given.signal };
    const ended = failureOf(ask(second, fault, init));
    vi.advanceTimersByTime(999);
    given.abort(new Error("enough"));
    expect((await ended).message).toBe("enough");
    expect(vi.getTimerCount()).toBe(0);
    await expect(ask(second, "status=503", { signal: AbortSignal.abort("before") })).rejects.toBe("before");
    expect(sandbox.requests).toEqual([]);
    expect((await client.getQualifications(other)).data).toEqual([]);
  });
});

test("bom adds a byte order mark to successes only", async () => {
  const { ask } = faulty("bom");
  expect((await ask()).text).toMatch(/^\uFEFF\[/);
  expect((await ask("contoso/qualifications")).text).toMatch(/^\{/);
});

test.each(["vettingCreateDate", "vettingCreatedDate"] as const)("%s renames every date", async (name) => {
  const { sandbox, client } = faulty("vettingCreateDate");
  sandbox.inject(name, 3);
  const { vettingCreateDate: _, ...undated } = approved;
  const { data } = await client.getQualifications(customerId);
  expect(data).toEqual([{ ...undated, [name]: vettingCreateDate }, stateOwned]);
  expect((await client.getQualifications(customerIn("Education is approved"))).data).toEqual([undated]);
  expect((await client.createQualification(other, education)).data).toHaveProperty(name);
});

test("unknown-status and unknown-qualification change the response only", async () => {
  const { ask } = faulty();
  const strange = "unknown-status,unknown-qualification";
  expect((await ask(undefined, strange)).body).toEqual([
    { ...approved, qualification: "Charity", vettingStatus: "Pending" },
    { qualification: "Charity" },
  ]);
  expect((await ask()).body).toEqual([approved, stateOwned]);
  expect((await ask(codes, strange)).body).toEqual((await ask(codes)).body);
});

describe("a rate limit", () => {
  const ok = { status: 200, retryAfter: null };
  const throttled = { status: 429, retryAfter: "1" };

  test("of a customer counts the requests for one customer, beside that of the partner", async () => {
    const { at, ask } = faulty("customer-rate-limit=1");
    expect(await ask(first)).toMatchObject(ok);
    expect(await ask(`${customerId.toUpperCase()}/qualifications`)).toMatchObject(throttled);
    for (const path of [second, codes, codes]) expect(await ask(path)).toMatchObject(ok);
    at(1000);
    expect(await ask(first)).toMatchObject(ok);
    const both = faulty("rate-limit=2", "customer-rate-limit=1");
    expect(await both.ask(first)).toMatchObject(ok);
    for (const path of [first, second]) expect(await both.ask(path)).toMatchObject(throttled);
    both.at(1000);
    for (const path of [first, second]) expect(await both.ask(path)).toMatchObject(ok);
    expect(await both.ask(codes)).toMatchObject(throttled);
  });

  test("of the partner counts the requests of a second, for all customers, and says when to try again", async () => {
    const { sandbox, at, ask } = faulty("rate-limit=2", "retry-after=3");
    const message = "Rate limit is exceeded. Try again in 3 seconds.";
    const refused = { status: 429, retryAfter: "3", hasIds: false, body: { statusCode: 429, message } };
    expect(await ask()).toMatchObject({ ...ok, hasIds: true });
    expect(await ask("contoso/qualifications")).toMatchObject({ status: 400, retryAfter: null, hasIds: true });
    expect(await ask()).toMatchObject(refused);
    at(999);
    expect(await ask()).toMatchObject(refused);
    at(1000);
    for (const expected of [ok, ok, refused]) expect(await ask()).toMatchObject(expected);
    sandbox.reset();
    for (const expected of [ok, ok, refused]) expect(await ask()).toMatchObject(expected);
  });
});
