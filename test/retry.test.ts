import { expect, test, vi } from "vitest";
import { readRetryAfter } from "../src/retry.js";
import { type Answer, after, create, created, inTurn, never, none, read, useFakeTimers } from "./support.js";

useFakeTimers({ random: 1 });

type Options = Parameters<typeof read>[1];

/** A call whose attempts are answered in turn, and the pauses between them. */
async function settled(call: typeof read | typeof create, answers: Answer[], options: Options = {}) {
  const calling: Promise<Awaited<ReturnType<typeof call>>> = call(inTurn(...answers), { retry: {}, ...options });
  const ended = await after(200_000, calling);
  const delays = ended.events.flatMap((event) => (event.type === "retry" ? [event.delay] : []));
  return { ...ended, delays };
}

const status =
  (code: number, headers: HeadersInit = {}, body: unknown = { code: 1, description: "x" }): Answer =>
  () =>
    Response.json(body, { status: code, headers });
const throttled = (seconds: string) => status(429, { "Retry-After": seconds });
const lost =
  (code?: string): Answer =>
  () =>
    Promise.reject(Object.assign(new TypeError("fetch failed"), { cause: { code } }));

test("retries a create request with the same ids until it succeeds", async () => {
  const { reply, requests, delays } = await settled(create, [status(503), lost(), created]);
  expect(reply?.data).toEqual({ qualification: "StateOwnedEntity" });
  expect(requests).toHaveLength(3);
  for (const { headers, body } of requests) {
    expect(headers.get("MS-RequestId")).toBe(reply?.requestId);
    expect(headers.get("MS-CorrelationId")).toBe(reply?.correlationId);
    expect(body).toBe('{"qualification":"StateOwnedEntity"}');
  }
  expect(delays).toEqual([500, 1000]);
});

test.each<[string, Answer]>([
  ...[408, 429, 500, 502, 503, 504].map((code): [string, Answer] => [`a ${code}`, status(code)]),
  ["a lost connection", lost()],
  ["an attempt that timed out", never],
])("retries after %s, at most twice", async (_, answer) => {
  const { error, requests } = await settled(read, [answer], { timeout: 1000 });
  expect([error, requests.length]).toMatchObject([{ attempts: 3 }, 3]);
});

test.each<[string, Answer, Options?]>([
  ...[400, 401, 403, 404, 409, 410, 412, 422, 501, 505].map((code): [string, Answer] => [`a ${code}`, status(code)]),
  ["isRetryable: false", status(503, {}, { isRetryable: false })],
  ["a failure with retry: false", status(503), { retry: false }],
  ["a failure with a limit of 0", status(503), { retry: { limit: 0 } }],
  ["a bad certificate", lost("CERT_HAS_EXPIRED")],
  ["a token that cannot be sent", created, { token: () => "" }],
])("does not retry after %s", async (_, answer, options) => {
  const { error, delays } = await settled(create, [answer], options);
  expect(error).toBeInstanceOf(Error);
  expect(delays).toEqual([]);
});

test.each([
  [1, [1000, 2000, 3000, 3000]],
  [0, [100, 100, 100, 100]],
])("backs off exponentially with full jitter (%i), and at least 100 ms", async (random, expected) => {
  vi.mocked(Math.random).mockReturnValue(random);
  const retry = { limit: 4, baseDelay: 1000, maxDelay: 3000 };
  expect((await settled(read, [status(503)], { retry })).delays).toEqual(expected);
});

test("a call with endless retries and almost no pauses ends before its deadline, at the last pause that fits", async () => {
  const options = { deadline: 125_000, retry: { limit: Infinity, baseDelay: 0 } };
  const { error, delays } = await settled(read, [status(503)], options);
  expect(error).toMatchObject({ code: "api", status: 503 });
  expect(delays).toEqual(Array(1249).fill(100));
});

test.each([
  ["57", 57_000],
  ["60", 60_000],
  ["0", 100],
])("waits as long as Retry-After says, up to maxRetryAfter, and at least 100 ms: %s", async (seconds, ms) => {
  const { reply, delays } = await settled(read, [throttled(seconds), none]);
  expect([reply?.data, delays]).toEqual([[], [ms]]);
});

const inText = () => new Response('{ "message": "Rate limit is exceeded. Try again in 57 seconds."', { status: 429 });

test.each<[string, Answer, number, Options]>([
  ["Retry-After does not fit the deadline", throttled("57"), 57_000, { deadline: 50_000 }],
  ["Retry-After is longer than allowed", throttled("57"), 57_000, { retry: { maxRetryAfter: 10_000 } }],
  ["Retry-After is longer than any timer", throttled("99999999999"), 99_999_999_999_000, {}],
  ["the time in the text of a 429 does not fit", inText, 57_000, { deadline: 50_000 }],
])("gives up at once when %s, and tells how long to wait", async (_, answer, retryAfter, options) => {
  const { error } = await settled(read, [answer], options);
  expect(error).toMatchObject({ code: "throttled", retryAfter, attempts: 1 });
});

test.each([
  ["57", 57_000],
  ["0", 0],
  ["Sun Nov  6 08:49:37 1994", 7000],
  ["Sun, 06 Nov 1994 08:49:37 GMT", 7000],
  ["Sunday, 06-Nov-94 08:49:37 GMT", 7000],
  ["Sun, 06 Nov 1994 08:00:00 GMT", 0],
  ...["", "-5", "1e3", "57abc", "2, 3", "2026-11-22T00:00:00Z", "in Sun, 06 Nov 1994 08:49:37 GMT"].map(
    (value): [string, undefined] => [value, undefined],
  ),
])("reads Retry-After %j as %s, by the own clock of the response", (value, ms) => {
  const headers = new Headers({ "Retry-After": value, Date: "Sun, 06 Nov 1994 08:49:30 GMT" });
  expect(readRetryAfter(headers)).toBe(ms);
});

test("measures a date in Retry-After by the local clock if the response has none", () => {
  const soon = new Date(Date.now() + 5000).toUTCString();
  expect(readRetryAfter(new Headers({ "Retry-After": soon }))).toBeGreaterThan(3000);
  expect(readRetryAfter(new Headers())).toBeUndefined();
});

test.each<[string, Answer[], object]>([
  ["a lost response and a refusal", [lost(), status(409)], { status: 409, outcome: "unknown", attempts: 2 }],
  ["a 429 and a refusal", [status(429), status(409)], { status: 409, outcome: "not-applied" }],
  ["a lost response and an empty 201", [lost(), () => new Response("", { status: 201 })], { outcome: "applied" }],
])("the outcome of a create request after %s", async (_, answers, expected) => {
  expect((await settled(create, answers)).error).toMatchObject(expected);
});

test("after a refused connection, a token that never arrives leaves the outcome not-applied", async () => {
  const token = vi.fn<() => Promise<string>>(never).mockResolvedValueOnce("token");
  const { error } = await settled(create, [lost("ECONNREFUSED")], { token, deadline: 5000, timeout: 60_000 });
  expect(error).toMatchObject({ code: "timeout", attempts: 1, outcome: "not-applied" });
});
