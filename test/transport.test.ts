import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { guid } from "../src/checks.js";
import type { ClientOptions, FetchResponse } from "../src/index.js";
import { readQualifications, TimeoutError, waitForVetting } from "../src/index.js";
import { after, create, created, customerId, never, observedClient, read, useFakeTimers } from "./support.js";

const numbered = Object.assign(new Error("MFA required"), { code: 50076 });
const mfa = Object.assign(new Error("AADSTS50076: MFA required"), { errorCode: "interaction_required" });
const vague = Object.assign(new Error("x"), { code: "two words" });
const late = new TimeoutError("timed out", { operation: "getValidationCodes", attempts: 1, outcome: "unknown" });
const [failed, asked] = ["the token function failed", "getToken of the credential"];

test.each<[string, unknown, string, unknown?]>([
  ["returns nothing", () => "", "the token must be a non-empty string"],
  ["returns a line break", () => "canary\r\nX: y", "the token must be printable ASCII without spaces"],
  ["returns the scheme too", () => "Bearer canary", 'the token must not begin with "Bearer ": leave that word out'],
  ["throws an error with a code", () => Promise.reject(mfa), `${failed} (interaction_required)`, mfa],
  ["throws an error with a number", () => Promise.reject(numbered), `${failed} (50076)`, numbered],
  ["throws an error with a code of two words", () => Promise.reject(vague), failed, vague],
  ["throws an error of another call", () => Promise.reject(late), `${failed} (timeout)`, late],
  ["throws a string", () => Promise.reject(mfa.message), failed, mfa.message],
  ["is a credential and returns nothing", { getToken: async () => null }, "the token must be a non-empty string"],
  ["is a credential and fails", { getToken: () => Promise.reject(mfa) }, `${asked} failed (interaction_required)`, mfa],
])("a source of tokens that %s ends in a TokenError, and nothing is sent", async (_, token, reason, cause) => {
  const { error, requests } = await create(created, { token: token as () => string, retry: {} });
  expect(error).toMatchObject({ name: "TokenError", code: "token", outcome: "not-applied", attempts: 0 });
  expect([error.message, error.cause]).toEqual([`createQualification: ${reason}`, cause]);
  expect("cause" in error).toBe(cause !== undefined);
  expect(requests).toEqual([]);
});

describe("with a clock that can be set", () => {
  useFakeTimers();

  const stalled = (status: number) => () => new Response(new ReadableStream({ pull: never }), { status });
  const textless = () => ({ status: 200, headers: new Headers(), text: never }) as FetchResponse;
  const unauthorized = () => new Response("", { status: 401 });
  const refreshing = { token: ({ refresh }: { refresh: boolean }) => (refresh ? never() : "any") };
  const unsent = { code: "token", attempts: 0, outcome: "not-applied" };
  const late = { name: "TimeoutError", code: "timeout", attempts: 1, outcome: "unknown" };

  // None of them heeds its signal: the client's own timer ends the call.
  test.each<[string, () => FetchResponse | Promise<FetchResponse>, object, object, Partial<ClientOptions>?]>([
    ["fetch never settles", never, late, late],
    ["the body never ends", stalled(200), late, late],
    ["text() never settles", textless, late, late],
    ["the body of a failure never ends", stalled(500), { code: "api", status: 500 }, late],
    ["the token function never settles", created, unsent, { ...unsent, code: "timeout" }, { token: never }],
    ["the refresh never settles", unauthorized, { code: "token" }, { code: "timeout" }, refreshing],
  ])("if %s, a call ends at its timeout, and at its deadline", async (_, respond, atTimeout, atDeadline, options) => {
    const { error, requests } = await after(1000, create(respond, { timeout: 1000, ...options }));
    expect(error).toMatchObject(atTimeout);
    expect(error.message).toMatch(/timed out after 1000 ms \(timeout\)|no token within 1000 ms|responded 500/);
    expect(requests.length).toBe(error.attempts);
    const limited = await after(5000, create(respond, { deadline: 5000, timeout: 60_000, ...options }));
    expect(limited.error).toMatchObject(atDeadline);
    expect(limited.error.message).toContain("timed out after 5000 ms (deadline)");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("a retry that never settles ends at the deadline of the whole call", async () => {
    const first = [new Response("", { status: 503 })];
    const { error } = await after(
      5000,
      create(() => first.pop() ?? never(), { deadline: 5000, timeout: 60_000, retry: {} }),
    );
    expect(error).toMatchObject({ code: "timeout", attempts: 2 });
  });
});

test.each([300, 308])("does not follow a redirect (%i)", async (status) => {
  const { error, requests } = await create(() => new Response(null, { status }), { retry: {} });
  expect(error).toMatchObject({ name: "RedirectError", code: "redirect", status, outcome: "unknown" });
  expect(error.message).toContain("unexpected redirect");
  expect(requests).toHaveLength(1);
});

test("asks fetch not to follow redirects, keeps no body of one, and knows one that a browser hides", async () => {
  const cancel = vi.fn();
  const hidden = { type: { value: "opaqueredirect" }, status: { value: 0 } };
  const { error } = await read((_, { redirect }) => {
    expect(redirect).toBe("manual");
    return Object.defineProperties(new Response(new ReadableStream({ cancel })), hidden);
  });
  expect(error).toMatchObject({ code: "redirect" });
  expect(cancel).toHaveBeenCalledOnce();
});

test("ends in a NetworkError when a real connection is lost in the body", async () => {
  const begun = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n[";
  const server = createServer((socket) => socket.on("error", () => {}).once("data", () => socket.end(begun)));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { error } = await create(created, { baseUrl, fetch: undefined }).finally(() => server.close());
  expect(error).toMatchObject({ name: "NetworkError", code: "network", attempts: 1, outcome: "unknown" });
  expect(error.cause).toBeInstanceOf(TypeError);
});

describe("in other runtimes", () => {
  afterEach(() => void vi.unstubAllGlobals());

  test("looks up globalThis.fetch at each call", async () => {
    const { client } = observedClient(never, { fetch: undefined });
    // Browsers and Workers refuse a fetch that is called as a method of another object.
    vi.stubGlobal("fetch", async function (this: unknown) {
      expect(this).toBeUndefined();
      return Response.json([]);
    });
    expect((await client.getQualifications(customerId)).data).toEqual([]);
  });

  test("without any fetch, a call is refused before it is sent", async () => {
    vi.stubGlobal("fetch", undefined);
    const { error } = await create(created, { fetch: undefined });
    expect(error).toMatchObject({ code: "invalid_request", outcome: "not-applied", attempts: 0 });
    expect(error.message).toBe("createQualification: /fetch is missing in this runtime: pass one to createClient");
  });

  /** As in React Native, and in Jest 29 with jsdom: no `reason`, no `throwIfAborted`. */
  class OldController {
    signal = Object.assign(new EventTarget(), { aborted: false });
    abort() {
      this.signal.aborted = true;
      this.signal.dispatchEvent(new Event("abort"));
    }
  }

  test("signals without a reason and a runtime without crypto.randomUUID are enough", async () => {
    vi.stubGlobal("AbortController", OldController);
    vi.stubGlobal("crypto", undefined);
    const respond = ({ method }: { method: string }) => (method === "GET" ? Response.json([]) : created());
    const { client, requests, reply } = await create(respond);
    expect([reply?.requestId, reply?.correlationId]).toEqual(Array(2).fill(expect.stringMatching(guid)));
    expect(reply?.requestId).not.toBe(reply?.correlationId);
    for await (const { ok } of readQualifications(client, [customerId])) expect(ok).toBe(true);
    expect((await waitForVetting(client, customerId, "Education")).data).toBeUndefined();
    expect(requests).toHaveLength(3);
  });

  test("an abort by a signal without a reason rejects with an AbortError", async () => {
    const controller = new OldController() as unknown as AbortController;
    const { signal } = controller;
    const { client } = observedClient(never);
    const calls = [
      client.getQualifications(customerId, { signal }),
      waitForVetting({ getQualifications: never }, customerId, "Education", { signal }),
      readQualifications(client, [customerId], { signal }).next(),
    ];
    const ended = Promise.allSettled(calls);
    controller.abort();
    const aborted = { status: "rejected", reason: { name: "AbortError", message: "the operation was aborted" } };
    expect(await ended).toMatchObject([aborted, aborted, aborted]);
  });
});

test.each([
  ["ECONNREFUSED", "not-applied", true],
  ["ECONNRESET", "unknown", true],
  ["CERT_HAS_EXPIRED", "not-applied", false],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "not-applied", false],
  ["ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION", "not-applied", false],
  ["ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE", "not-applied", false],
  ["ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED", "not-applied", false],
  ["ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR", "unknown", true],
  ["ERR_SSL_WRONG_VERSION_NUMBER", "not-applied", false],
])("a connection that fails with %s leaves a create request %s", async (code, outcome, isRetryable) => {
  for (const details of [{ code }, { cause: { code } }]) {
    const { error } = await create(() => Promise.reject(Object.assign(new TypeError("x"), details)));
    expect(error).toMatchObject({ outcome, isRetryable, cause: { name: "TypeError", ...details } });
    expect(error.message).toContain(`connection failed before the response was complete (${code})`);
  }
});

test("a connection that fails after the response has begun leaves a create request unknown, whatever its code", async () => {
  const cause = Object.assign(new TypeError("x"), { code: "ERR_SSL_WRONG_VERSION_NUMBER" });
  const body = () => new ReadableStream({ pull: (controller) => controller.error(cause) });
  const { error } = await create(() => new Response(body(), { status: 201 }));
  expect(error).toMatchObject({ outcome: "unknown", isRetryable: true, cause: { code: cause.code } });
});

const throwing = vi.fn<() => never>().mockThrow(new Error("a getter that throws"));

test.each<[string, () => unknown]>([
  ["has a status that cannot be read", () => Object.defineProperty({}, "status", { get: throwing })],
  ["has a header that cannot be read", () => ({ status: 201, headers: { get: throwing }, text: async () => "{}" })],
  ["is an error that cannot be read", () => Promise.reject(new Proxy({}, { get: throwing }))],
])("what fetch gives, if it %s, is one error, and is not sent again", async (_, respond) => {
  const { error, requests } = await create(respond as () => FetchResponse, { retry: { baseDelay: 0 } });
  expect(error).toMatchObject({ code: "invalid_response", outcome: "unknown", issues: [{ pointer: "/response" }] });
  expect(error.cause).toMatchObject({ message: "a getter that throws" });
  expect(requests).toHaveLength(1);
});

test("what fetch throws without a code is the cause of a NetworkError, as it is", async () => {
  const thrown = new ReferenceError("foo is not defined");
  const { error, requests } = await read(() => Promise.reject(thrown), { retry: { baseDelay: 0 } });
  expect(error.code).toBe("network");
  expect(error.message).toContain("connection failed before the response was complete (ReferenceError)");
  expect(error.cause).toBe(thrown);
  expect(requests).toHaveLength(3);
});
