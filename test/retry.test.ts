import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ClientEvent } from "../src/index.js";
import { readRetryAfter } from "../src/retry.js";
import { customerId, failureOf, observedClient } from "./support.js";

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(1);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const stateOwned = { qualification: "StateOwnedEntity" } as const;
const created = () => Response.json(stateOwned, { status: 201 });
type Answer = () => Response | Promise<Response>;

/** A client whose attempts are answered in turn, the last response for all that follow. */
function scripted(answers: Answer[], options: Parameters<typeof observedClient>[1] = {}) {
  const left = [...answers];
  const events: ClientEvent[] = [];
  const onEvent = (event: ClientEvent) => events.push(event);
  const handler = () => ((left.length > 1 ? left.shift() : left[0]) as Answer)();
  const { client, requests } = observedClient(handler, { retry: {}, onEvent, ...options });
  const delays = () => events.flatMap((event) => (event.type === "retry" ? [event.delay] : []));
  return { client, requests, delays };
}

/** Lets all timers run while a call is in flight. */
async function settled<Value>(call: Promise<Value>): Promise<Value> {
  const ended = call.finally(() => {});
  ended.catch(() => {});
  await vi.advanceTimersByTimeAsync(200_000);
  return ended;
}

const status =
  (code: number, headers: HeadersInit = {}, body: unknown = { code: 1, description: "x" }): Answer =>
  () =>
    Response.json(body, { status: code, headers });

const reset: Answer = () => Promise.reject(new TypeError("fetch failed"));

test("retries a create request with the same ids until it succeeds", async () => {
  const { client, requests, delays } = scripted([status(503), reset, created]);
  const { data, requestId, correlationId } = await settled(client.createQualification(customerId, stateOwned));
  expect(data).toEqual(stateOwned);
  expect(requests).toHaveLength(3);
  for (const { headers, body } of requests) {
    expect(headers.get("MS-RequestId")).toBe(requestId);
    expect(headers.get("MS-CorrelationId")).toBe(correlationId);
    expect(body).toBe(JSON.stringify(stateOwned));
  }
  expect(delays()).toEqual([500, 1000]);
});

test.each([408, 429, 500, 502, 503, 504])("retries after %i, at most twice", async (code) => {
  const { client, requests } = scripted([status(code)]);
  const error = await settled(failureOf(client.getQualifications(customerId)));
  expect(error).toMatchObject({ status: code, attempts: 3 });
  expect(requests).toHaveLength(3);
});

test.each([400, 401, 403, 404, 409, 410, 412, 415, 422, 501, 505])("does not retry after %i", async (code) => {
  const { client, requests } = scripted([status(code)]);
  expect(await settled(failureOf(client.getQualifications(customerId)))).toMatchObject({ status: code });
  expect(requests).toHaveLength(1);
});

test("does not retry isRetryable: false, with retry: false, a redirect or a bad certificate", async () => {
  const untrusted: Answer = () =>
    Promise.reject(Object.assign(new TypeError(), { cause: { code: "CERT_HAS_EXPIRED" } }));
  const cases = [
    scripted([status(503, {}, { isRetryable: false })]),
    scripted([status(503)], { retry: false }),
    scripted([status(503)], { retry: { limit: 0 } }),
    scripted([status(302)]),
    scripted([untrusted]),
  ];
  for (const { client, requests } of cases) {
    await settled(failureOf(client.getQualifications(customerId)));
    expect(requests).toHaveLength(1);
  }
});

test("backs off exponentially with full jitter, and at least 100 ms", async () => {
  const options = { retry: { limit: 4, baseDelay: 1000, maxDelay: 3000 } };
  const slow = scripted([status(503)], options);
  await settled(failureOf(slow.client.getQualifications(customerId)));
  expect(slow.delays()).toEqual([1000, 2000, 3000, 3000]);
  vi.mocked(Math.random).mockReturnValue(0);
  const fast = scripted([status(503)], options);
  await settled(failureOf(fast.client.getQualifications(customerId)));
  expect(fast.delays()).toEqual([100, 100, 100, 100]);
});

test("a call with endless retries and almost no pauses ends at its deadline", async () => {
  const { client, delays } = scripted([status(503)], { deadline: 125_000, retry: { limit: Infinity, baseDelay: 0 } });
  const failure = await settled(failureOf(client.getQualifications(customerId)));
  expect(failure).toMatchObject({ code: "api", status: 503 });
  expect(delays().length).toBeGreaterThan(1100);
  expect(delays().every((delay) => delay === 100)).toBe(true);
});

test("waits exactly as long as Retry-After says", async () => {
  const { client, delays } = scripted([status(429, { "Retry-After": "57" }), () => Response.json([])]);
  expect((await settled(client.getQualifications(customerId))).data).toEqual([]);
  expect(delays()).toEqual([57_000]);
});

test.each([
  ["does not fit the deadline", "57", { deadline: 50_000 }],
  ["is longer than allowed", "57", { retry: { maxRetryAfter: 10_000 } }],
  ["is longer than any timer", "99999999999", {}],
])("gives up at once when Retry-After %s, and tells it", async (_, seconds, options) => {
  const { client, requests } = scripted([status(429, { "Retry-After": seconds })], options);
  const error = await settled(failureOf(client.getQualifications(customerId)));
  expect(error).toMatchObject({ code: "throttled", retryAfter: Number(seconds) * 1000, attempts: 1 });
  expect(requests).toHaveLength(1);
});

test.each([
  ["57", 57_000],
  [" 57 ", 57_000],
  ["0", 0],
  ["Sun Nov  6 08:49:37 1994", 7000],
  ["in Sun, 06 Nov 1994 08:49:37 GMT", undefined],
  ["Sun, 06 Nov 1994 08:49:37 GMT", 7000],
  ["Sunday, 06-Nov-94 08:49:37 GMT", 7000],
  ["Sun, 06 Nov 1994 08:00:00 GMT", 0],
  ["", undefined],
  ["soon", undefined],
  ["-5", undefined],
  ["1e3", undefined],
  ["0x10", undefined],
  ["57abc", undefined],
  ["2, 3", 3000],
  ["2, x", undefined],
  ["2026-11-22T00:00:00Z", undefined],
])("reads Retry-After %j as %s, by the own clock of the response", (value, ms) => {
  const headers = new Headers({ "Retry-After": value, Date: "Sun, 06 Nov 1994 08:49:30 GMT" });
  expect(readRetryAfter(headers)).toBe(ms);
});

test("after a lost response, a refusal leaves the outcome of a create request unknown", async () => {
  const lost = scripted([reset, status(409)]);
  expect(await settled(failureOf(lost.client.createQualification(customerId, stateOwned)))).toMatchObject({
    status: 409,
    outcome: "unknown",
    attempts: 2,
  });
  const throttled = scripted([status(429), status(409)]);
  expect(await settled(failureOf(throttled.client.createQualification(customerId, stateOwned)))).toMatchObject({
    status: 409,
    outcome: "not-applied",
  });
  const empty = scripted([reset, () => new Response("", { status: 201 })]);
  expect(await settled(failureOf(empty.client.createQualification(customerId, stateOwned)))).toMatchObject({
    outcome: "applied",
  });
});

test("a call never outlasts its deadline, whatever the attempts do", async () => {
  const { client, requests } = scripted([status(503)], {
    retry: { limit: 1000, baseDelay: 1000, maxDelay: 1000 },
    deadline: 10_000,
  });
  const error = await settled(failureOf(client.getQualifications(customerId)));
  expect(error).toMatchObject({ code: "api", status: 503 });
  expect(requests.length).toBeGreaterThan(8);
  expect(requests.length).toBeLessThanOrEqual(10);
});

test("retries an attempt that timed out", async () => {
  const { client, requests } = scripted([() => new Promise<never>(() => {}), () => Response.json([])], {
    timeout: 1000,
  });
  expect((await settled(client.getQualifications(customerId))).data).toEqual([]);
  expect(requests).toHaveLength(2);
});

test("does not retry what was not sent", async () => {
  const { client, requests } = scripted([created], { token: () => "" });
  expect(await settled(failureOf(client.createQualification(customerId, stateOwned)))).toMatchObject({ code: "token" });
  expect(requests).toHaveLength(0);
});

test("waits for a Retry-After of maxRetryAfter, and measures a date by the local clock if the response has none", async () => {
  const { client, delays } = scripted([status(429, { "Retry-After": "60" }), () => Response.json([])]);
  await settled(client.getQualifications(customerId));
  expect(delays()).toEqual([60_000]);
  const soon = new Date(Date.now() + 5000).toUTCString();
  expect(readRetryAfter(new Headers({ "Retry-After": soon }))).toBeGreaterThan(3000);
  expect(readRetryAfter(new Headers())).toBeUndefined();
});

test("after a refused connection, a token that never arrives leaves the outcome not-applied", async () => {
  let asked = 0;
  const token = () => (++asked === 1 ? "token" : new Promise<never>(() => {}));
  const refused: Answer = () => Promise.reject(Object.assign(new TypeError(), { cause: { code: "ECONNREFUSED" } }));
  const { client } = scripted([refused], { token, deadline: 5000, timeout: 60_000 });
  expect(await settled(failureOf(client.createQualification(customerId, stateOwned)))).toMatchObject({
    code: "timeout",
    attempts: 1,
    outcome: "not-applied",
  });
});
