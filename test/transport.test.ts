import { getEventListeners } from "node:events";
import { createServer } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { createClient, NetworkError, RedirectError, TimeoutError, TokenError } from "../src/index.js";
import { customerId, failureOf, observedClient } from "./support.js";

afterEach(() => vi.useRealTimers());

const never = () => new Promise<never>(() => {});
const stateOwned = { qualification: "StateOwnedEntity" } as const;

test("asks a token function for each call", async () => {
  let asked = 0;
  const { client, requests } = observedClient(() => Response.json([]), { token: async () => `token-${++asked}` });
  await client.getQualifications(customerId);
  await client.getQualifications(customerId);
  const sent = requests.map(({ headers }) => headers.get("Authorization"));
  expect(sent).toEqual(["Bearer token-1", "Bearer token-2"]);
});

test.each([
  ["throws", () => Promise.reject(new Error("no network")), "the token provider failed"],
  ["gives nothing", () => "", "the token must be a string that is not empty"],
  ["gives no string", () => undefined as never, "the token must be a string that is not empty"],
  ["gives a line break", () => "canary\r\nX: y", "the token must not hold a blank, a control character"],
])("a token function that %s ends in a TokenError, and nothing is sent", async (_, token, reason) => {
  const { client, requests } = observedClient(() => Response.json([]), { token });
  const error = await failureOf(client.createQualification(customerId, stateOwned));
  expect(error).toBeInstanceOf(TokenError);
  expect(error).toMatchObject({ code: "token", outcome: "not-applied", attempts: 0 });
  expect(error.message).toContain(reason);
  expect(error.message).not.toContain("canary");
  expect("cause" in error).toBe(reason === "the token provider failed");
  expect(requests).toEqual([]);
});

test.each([
  ["headers never come", never],
  ["the body never ends", () => new Response(new ReadableStream({ pull: never }))],
])("an attempt ends in a TimeoutError when %s", async (_, handler) => {
  vi.useFakeTimers();
  const { client } = observedClient(handler, { timeout: 1000 });
  const failure = failureOf(client.createQualification(customerId, stateOwned));
  await vi.advanceTimersByTimeAsync(1000);
  const error = await failure;
  expect(error).toBeInstanceOf(TimeoutError);
  expect(error).toMatchObject({ code: "timeout", attempts: 1, outcome: "unknown" });
  expect(error.message).toContain("no whole answer within 1000 ms");
  expect(vi.getTimerCount()).toBe(0);
});

test("a token that never comes is a TokenError, and nothing is sent", async () => {
  vi.useFakeTimers();
  const { client, requests } = observedClient(() => Response.json([]), { token: never, timeout: 1000 });
  const failure = failureOf(client.createQualification(customerId, stateOwned));
  await vi.advanceTimersByTimeAsync(1000);
  const error = await failure;
  expect(error).toMatchObject({ code: "token", attempts: 0, outcome: "not-applied" });
  expect(error.message).toContain("no token came within 1000 ms");
  expect(requests).toEqual([]);
});

test("a token that comes too late is not sent", async () => {
  vi.useFakeTimers();
  let give: (token: string) => void = () => {};
  const token = () => new Promise<string>((resolve) => (give = resolve));
  const { client, requests } = observedClient(() => Response.json([]), { token, timeout: 1000 });
  const failure = failureOf(client.getQualifications(customerId));
  await vi.advanceTimersByTimeAsync(1000);
  give("late");
  await failure;
  await vi.advanceTimersByTimeAsync(1000);
  expect(requests).toEqual([]);
});

test("leaves no listener on a signal after a call that succeeded", async () => {
  const { signal } = new AbortController();
  const { client } = observedClient(() => Response.json([]));
  await client.getQualifications(customerId, { signal });
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test.each([300, 301, 302, 303, 307, 308])("does not follow a redirect (%i)", async (status) => {
  const headers = { Location: "https://elsewhere.example/" };
  const { client, requests } = observedClient(() => new Response(null, { status, headers }));
  const error = await failureOf(client.createQualification(customerId, stateOwned));
  expect(error).toBeInstanceOf(RedirectError);
  expect(error).toMatchObject({ code: "redirect", status, outcome: "unknown" });
  expect(error.message).toContain("the answer was a redirect, which is not followed");
  expect(error.message).not.toContain("elsewhere");
  expect(requests).toHaveLength(1);
});

test("asks fetch to leave redirects alone", async () => {
  const { client } = observedClient((_, init) => Response.json(init.redirect === "manual" ? [] : "followed"));
  expect((await client.getQualifications(customerId)).data).toEqual([]);
});

test.each([
  ["before the headers", ""],
  ["in the body", "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n["],
])("ends in a NetworkError when a real connection is lost %s", async (_, sent) => {
  const server = createServer((socket) => socket.on("error", () => {}).once("data", () => socket.end(sent)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  try {
    const client = createClient({ token: "secret-token", baseUrl: `http://127.0.0.1:${port}`, retry: false });
    const error = await failureOf(client.createQualification(customerId, stateOwned));
    expect(error).toBeInstanceOf(NetworkError);
    expect(error).toMatchObject({ code: "network", attempts: 1, outcome: "unknown", cause: { name: "TypeError" } });
  } finally {
    server.close();
  }
});

test("looks fetch up at each call", async () => {
  const client = createClient({ token: "any" });
  vi.stubGlobal("fetch", async () => Response.json([]));
  try {
    expect((await client.getQualifications(customerId)).data).toEqual([]);
  } finally {
    vi.unstubAllGlobals();
  }
});

test("the deadline ends a call in whatever it is, and says what may have happened", async () => {
  vi.useFakeTimers();
  const options = { deadline: 5000, timeout: 60_000 };
  const sent = observedClient(never, options);
  const failure = failureOf(sent.client.createQualification(customerId, stateOwned));
  await vi.advanceTimersByTimeAsync(5000);
  expect(await failure).toMatchObject({ code: "timeout", attempts: 1, outcome: "unknown" });
  const asked = observedClient(never, { ...options, token: never });
  const unsent = failureOf(asked.client.createQualification(customerId, stateOwned));
  await vi.advanceTimersByTimeAsync(5000);
  expect(await unsent).toMatchObject({ code: "timeout", attempts: 0, outcome: "not-applied" });
  expect(vi.getTimerCount()).toBe(0);
});

test("a connection that was refused, or never trusted, applied nothing", async () => {
  const failing = (code: string) =>
    observedClient(() => Promise.reject(Object.assign(new TypeError("x"), { cause: { code } })));
  const outcome = async (code: string) => failureOf(failing(code).client.createQualification(customerId, stateOwned));
  expect(await outcome("ECONNREFUSED")).toMatchObject({ outcome: "not-applied", repeatable: true });
  expect(await outcome("CERT_HAS_EXPIRED")).toMatchObject({ outcome: "not-applied", repeatable: false });
  expect(await outcome("ECONNRESET")).toMatchObject({ outcome: "unknown", repeatable: true });
});

test("a redirect that a browser hides is not followed either, and its body is not kept", async () => {
  let cancelled = false;
  const body = new ReadableStream({
    cancel() {
      cancelled = true;
    },
  });
  const hidden = Object.defineProperty(new Response(body), "type", { value: "opaqueredirect" });
  const { client } = observedClient(() => hidden);
  expect(await failureOf(client.getQualifications(customerId))).toMatchObject({ code: "redirect" });
  expect(cancelled).toBe(true);
});

test.each([
  ["ECONNREFUSED", "not-applied", true],
  ["EAI_AGAIN", "not-applied", true],
  ["XECONNREFUSED", "unknown", true],
  ["ECONNREFUSEDX", "unknown", true],
  ["CERT_HAS_EXPIRED", "not-applied", false],
  ["X_CERT_HAS_EXPIRED", "unknown", true],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "not-applied", false],
  ["ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION", "not-applied", false],
  ["ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE", "not-applied", false],
  ["ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED", "not-applied", false],
  ["ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR", "unknown", true],
  ["ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC", "unknown", true],
  ["ERR_SSL_WRONG_VERSION_NUMBER", "not-applied", false],
])("a connection that fails with %s leaves a create %s", async (code, outcome, repeatable) => {
  const { client } = observedClient(() => Promise.reject(Object.assign(new TypeError("x"), { code })));
  const error = await failureOf(client.createQualification(customerId, stateOwned));
  expect(error).toMatchObject({ outcome, repeatable, cause: { name: "TypeError", code } });
  expect(error.message).toContain("the connection failed before a whole answer had come");
});

test("what fails after the answer has begun leaves a create unknown, whatever its code", async () => {
  const cause = Object.assign(new TypeError("x"), { code: "ERR_SSL_WRONG_VERSION_NUMBER" });
  const body = new ReadableStream({ pull: (controller) => controller.error(cause) });
  const { client } = observedClient(() => new Response(body, { status: 201 }));
  const error = await failureOf(client.createQualification(customerId, stateOwned));
  expect(error).toMatchObject({ outcome: "unknown", repeatable: true, cause: { code: cause.code } });
});

test("a token function's failure is named, not repeated", async () => {
  const token = () => Promise.reject(Object.assign(new RangeError("canary"), { code: "E1" }));
  const { client } = observedClient(() => Response.json([]), { token });
  expect((await failureOf(client.getQualifications(customerId))).cause).toEqual({ name: "RangeError", code: "E1" });
});
