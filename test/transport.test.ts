import { getEventListeners } from "node:events";
import { createServer } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { createClient, NetworkError, RedirectError, TimeoutError, TokenError } from "../src/index.js";
import { customerId, failureOf, observedClient } from "./support.js";

afterEach(() => vi.useRealTimers());

const never = () => new Promise<never>(() => {});
const stateOwned = { qualification: "StateOwnedEntity" } as const;

test("calls a token function for each call", async () => {
  let asked = 0;
  const { client, requests } = observedClient(() => Response.json([]), { token: async () => `token-${++asked}` });
  await client.getQualifications(customerId);
  await client.getQualifications(customerId);
  const sent = requests.map(({ headers }) => headers.get("Authorization"));
  expect(sent).toEqual(["Bearer token-1", "Bearer token-2"]);
});

test.each([
  ["throws", () => Promise.reject(new Error("no network")), "the token function failed"],
  ["returns nothing", () => "", "the token must be a non-empty string"],
  ["returns undefined", () => undefined as never, "the token must be a non-empty string"],
  ["returns a line break", () => "canary\r\nX: y", "the token must be printable ASCII without spaces"],
  ["returns the scheme too", () => "Bearer canary", 'the token must not begin with "Bearer ": leave that word out'],
])("a token function that %s ends in a TokenError, and nothing is sent", async (_, token, reason) => {
  const { client, requests } = observedClient(() => Response.json([]), { token });
  const error = await failureOf(client.createQualification(customerId, stateOwned));
  expect(error).toBeInstanceOf(TokenError);
  expect(error).toMatchObject({ code: "token", outcome: "not-applied", attempts: 0 });
  expect(error.message).toContain(reason);
  expect(error.message).not.toContain("canary");
  expect("cause" in error).toBe(reason === "the token function failed");
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
  expect(error.message).toContain("timed out after 1000 ms (timeout)");
  expect(vi.getTimerCount()).toBe(0);
});

test("a token function that never settles is a TokenError, and nothing is sent", async () => {
  vi.useFakeTimers();
  const { client, requests } = observedClient(() => Response.json([]), { token: never, timeout: 1000 });
  const failure = failureOf(client.createQualification(customerId, stateOwned));
  await vi.advanceTimersByTimeAsync(1000);
  const error = await failure;
  expect(error).toMatchObject({ code: "token", attempts: 0, outcome: "not-applied" });
  expect(error.message).toContain("no token within 1000 ms");
  expect(requests).toEqual([]);
});

test("a token that arrives too late is not sent", async () => {
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
  expect(error.message).toContain("unexpected redirect");
  expect(error.message).not.toContain("elsewhere");
  expect(requests).toHaveLength(1);
});

test("asks fetch not to follow redirects", async () => {
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

test("looks up globalThis.fetch at each call", async () => {
  const client = createClient({ token: "any" });
  vi.stubGlobal("fetch", async () => Response.json([]));
  try {
    expect((await client.getQualifications(customerId)).data).toEqual([]);
  } finally {
    vi.unstubAllGlobals();
  }
});

test("the deadline ends a call in every phase, and the outcome says what may have happened", async () => {
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

test("a connection that was refused, or failed to authenticate the server, applied nothing", async () => {
  const failing = (code: string) =>
    observedClient(() => Promise.reject(Object.assign(new TypeError("x"), { cause: { code } })));
  const outcome = async (code: string) => failureOf(failing(code).client.createQualification(customerId, stateOwned));
  expect(await outcome("ECONNREFUSED")).toMatchObject({ outcome: "not-applied", isRetryable: true });
  expect(await outcome("CERT_HAS_EXPIRED")).toMatchObject({ outcome: "not-applied", isRetryable: false });
  expect(await outcome("ECONNRESET")).toMatchObject({ outcome: "unknown", isRetryable: true });
});

test("a redirect that a browser hides is not followed either, and its body is not kept", async () => {
  let cancelled = false;
  const body = new ReadableStream({
    cancel() {
      cancelled = true;
    },
  });
  const hidden = Object.defineProperties(new Response(body), {
    type: { value: "opaqueredirect" },
    status: { value: 0 },
  });
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
])("a connection that fails with %s leaves a create request %s", async (code, outcome, isRetryable) => {
  const { client } = observedClient(() => Promise.reject(Object.assign(new TypeError("x"), { code })));
  const error = await failureOf(client.createQualification(customerId, stateOwned));
  expect(error).toMatchObject({ outcome, isRetryable, cause: { name: "TypeError", code } });
  expect(error.message).toContain(`connection failed before the response was complete (${code})`);
});

test("a connection that fails after the response has begun leaves a create request unknown, whatever its code", async () => {
  const cause = Object.assign(new TypeError("x"), { code: "ERR_SSL_WRONG_VERSION_NUMBER" });
  const body = new ReadableStream({ pull: (controller) => controller.error(cause) });
  const { client } = observedClient(() => new Response(body, { status: 201 }));
  const error = await failureOf(client.createQualification(customerId, stateOwned));
  expect(error).toMatchObject({ outcome: "unknown", isRetryable: true, cause: { code: cause.code } });
});

test.each([
  [
    Object.assign(new Error("AADSTS50076: MFA required"), { errorCode: "interaction_required" }),
    " (interaction_required)",
  ],
  [Object.assign(new Error("x"), { code: "two words" }), " (Error: see the cause)"],
  ["AADSTS50076: MFA required", ""],
])("what a token function throws is the cause of the error, as it is: %s", async (thrown, code) => {
  const { client } = observedClient(() => Response.json([]), { token: () => Promise.reject(thrown) });
  const error = await failureOf(client.getQualifications(customerId));
  expect(error.cause).toBe(thrown);
  expect(error.message).toBe(`getQualifications: the token function failed${code}`);
});

const throwing = () => {
  throw new Error("a getter that throws");
};
test.each<[string, () => never]>([
  ["status", () => Object.defineProperty({}, "status", { get: throwing }) as never],
  ["headers", () => Object.defineProperty({ status: 201 }, "headers", { get: throwing }) as never],
  ["header", () => ({ status: 201, headers: { get: throwing }, text: async () => "{}" }) as never],
])("a response whose %s cannot be read is not sent again", async (_, response) => {
  const { client, requests } = observedClient(response, { retry: { baseDelay: 0 } });
  const error = await failureOf(client.createQualification(customerId, stateOwned));
  expect(error).toMatchObject({ code: "invalid_response", outcome: "unknown", issues: [{ pointer: "/response" }] });
  expect(requests).toHaveLength(1);
});

test("an error of fetch that cannot be read is a NetworkError", async () => {
  const thrown = new Proxy({}, { get: throwing });
  const { client } = observedClient(() => Promise.reject(thrown));
  expect(await failureOf(client.getQualifications(customerId))).toMatchObject({ code: "network" });
});

test("what fetch throws is the cause of the error, as it is", async () => {
  const thrown = new ReferenceError("foo is not defined");
  const { client, requests } = observedClient(() => Promise.reject(thrown), { retry: { baseDelay: 0 } });
  const error = await failureOf(client.getQualifications(customerId));
  expect(error).toMatchObject({ code: "network", cause: thrown });
  expect(error.message).toContain("(ReferenceError: see the cause)");
  expect(requests).toHaveLength(3);
});
