/** The sandbox over HTTP, with real sockets. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { createClient } from "../src/index.js";
import { createSandbox, type RecordedRequest } from "../src/sandbox/index.js";
import { type Serving, serveSandbox } from "../src/sandbox/server.js";
import { correlationId, customerId, customerIn, education, failureOf, requestId } from "./support.js";

const customer = customerIn("no qualification is held");
const known = `/v1/customers/${customer}/qualifications`;
const authorized = { headers: { Authorization: "Bearer any" } };
const [token, close, chunked] = ["Authorization: Bearer c4na4y00", "Connection: close", "Transfer-Encoding: chunked"];

let serving: Serving;
let reported: RecordedRequest[];

/** Serves in place of what was served before. */
async function serve(options: Parameters<typeof serveSandbox>[0] = {}): Promise<void> {
  await serving?.close();
  const mine: RecordedRequest[] = [];
  reported = mine;
  serving = await serveSandbox({ onResponse: (recorded) => mine.push(recorded), ...options });
}

beforeEach(() => serve());
afterEach(() => serving.close().catch(() => {}), 15_000);

function socket(sent = ""): Socket {
  const client = connect(Number(new URL(serving.url).port), "127.0.0.1").on("error", () => {});
  client.write(Buffer.from(sent, "latin1"));
  return client;
}

/** The response to these bytes: status, headers and body. */
async function send(bytes: string) {
  const client = socket(bytes);
  client.end();
  const [headers = "", body = ""] = (await text(client)).split("\r\n\r\n");
  const { description } = body.startsWith("{") ? JSON.parse(body) : {};
  return { status: Number(headers.split(" ")[1]), headers, body, description };
}

/** The bytes of a request. */
const http = (line: string, headers: string[] = [], body = "", host = "localhost") =>
  [`${line} HTTP/1.1`, `Host: ${host}`, ...headers, "", body].join("\r\n");
const get = (path: string, ...headers: string[]) => send(http(`GET ${path}`, [close, token, ...headers]));
const sized = (body: string) => ["Content-Type: application/json", `Content-Length: ${body.length}`];
const posted = http(`POST ${known}`, [token, ...sized(JSON.stringify(education))], JSON.stringify(education));
const client = () => createClient({ token: "any", baseUrl: serving.url, retry: false });
const held = async (id = customer) => (await client().getQualifications(id)).data;

test("listens on the loopback address, and closes", async () => {
  expect(serving.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const created = await client().createQualification(customer, education, { requestId });
  expect(created).toMatchObject({ serverRequestId: requestId, data: { vettingStatus: "InReview" } });
  expect(created.headers.get("Server")).toBe("partner-center-qualifications-sandbox");
  expect(await held()).toEqual([created.data]);
  // What `await using` calls.
  const closed = serving[Symbol.asyncDispose]();
  expect(serving.close()).toBe(closed);
  await closed;
  expect(await failureOf(held())).toMatchObject({ code: "network" });
});

test.each([
  ...["evil.example", "127.0.0.1.evil.example", "a@127.0.0.1", ""].map((host) => [host, 421] as const),
  ...["LOCALHOST:99", "[::1]:80", "sandbox.test:4010", "[FE80:0::1]:80", "[fe80::2]"].map(
    (host) => [host, 200] as const,
  ),
])("a request for the host %j is a %i", async (host, expected) => {
  await serve({ allowedHosts: ["Sandbox.test", "FE80::1", "[fe80::2]"] });
  expect((await send(http(`GET ${known}`, [close, token], "", host))).status).toBe(expected);
});

const names = ["", "sandbox.test:4010", "[::1]:4010", "[::1]:80", "http://a", "a b", "a/b", "user@a", ".a", "a..b", 5];
const listed = "allowedHosts must be an array of host names or IP addresses, without ports";

test.each<[object, string]>([
  ...names.map((name): [object, string] => [{ allowedHosts: [name] }, listed]),
  [{ allowedHosts: "sandbox.test" }, listed],
  [{ host: "a b" }, "host must be a host name or an IP address, without a port"],
  [{ port: 65_536 }, "port must be a whole number from 0 to 65535"],
  [{ control: "false" }, "control must be true or false"],
  [{ faults: "no" }, "faults must be true or false"],
  [{ onResponse: 5 }, "onResponse must be a function"],
  [{ sandbox: {} }, "sandbox must be a sandbox, or at least its fetch"],
  [{ sandbox: { fetch }, control: true }, "with control, sandbox must have setState, decide, advance, reset, "],
  [{ allowedHost: [] }, 'unknown option "allowedHost"; expected one of port, host, allowedHosts, faults,'],
])("refuses the options %j: %s", async (options, reason) => {
  await expect(serveSandbox(options)).rejects.toThrow(reason);
});

test.each([
  [`${known}?code=1`, 200],
  [`${known}#part`, 404],
  [known.replace("customers/", "customers/../customers/"), 404],
  [known.replace("customers/", "customers/x/%2e%2e/"), 404],
  ["*", 404],
])("the path %j is a %i: no path is normalised", async (path, expected) => {
  const { status, description } = await get(path);
  expect([status, description]).toEqual([expected, status === 200 ? undefined : expect.any(String)]);
});

test("CONNECT gets no response", async () => {
  expect(await send(http("CONNECT example.com:443", [close, token]))).toMatchObject({ headers: "", body: "" });
});

test.each([
  ["SSH", "SSH-2.0-OpenSSH_9.2\r\n\r\n", 400],
  ["a length and chunks", http(`POST ${known}`, ["Content-Length: 2", chunked], "0\r\n\r\n"), 400],
  ["a chunk without a length", http(`POST ${known}`, [chunked], "long\r\n"), 400],
  ["headers of 20 kB", http(`GET ${known}`, [`X: ${"a".repeat(20_000)}`]), 431],
])("%s: refused in the documented format, reported, and the connection closed", async (_, bytes, expected) => {
  const { status, headers, body } = await send(bytes);
  expect(status).toBe(expected);
  expect(headers).toMatch(/^Connection: close\r?$/m);
  expect(headers).toContain(`Content-Length: ${Buffer.byteLength(body)}`);
  expect(headers).toContain("Server: partner-center-qualifications-sandbox");
  expect(headers).toContain("Content-Type: application/json; charset=utf-8");
  expect(JSON.parse(body)).toMatchObject({ code: 800002, description: expect.any(String), source: "PartnerFD" });
  expect(reported).toMatchObject([{ method: "?", path: undefined, status: expected }]);
  expect(headers).toContain(`MS-RequestId: ${reported[0]?.requestId}`);
  expect(headers).toContain(`MS-CorrelationId: ${reported[0]?.correlationId}`);
});

test("a request with more than a hundred headers is a 431, and no header is dropped", async () => {
  // The token comes last: a 401 would show that it was dropped.
  const lines = (...more: string[]) => http(`GET ${known}`, [close, ...Array(97).fill("X: 1"), ...more, token]);
  expect(await send(lines())).toMatchObject({ status: 200 });
  const description = "A request may have at most 100 headers.";
  expect(await send(lines("Y: 1"))).toMatchObject({ status: 431, description });
  expect((await send(lines(...Array(9000).fill("Y:")))).status).toBe(431);
});

describe("a body", () => {
  test.each([
    ["", 201],
    [" ", 413],
  ])("of 64 KiB and %j is a %i", async (more, expected) => {
    const body = JSON.stringify(education).padEnd(65_536) + more;
    const response = await send(http(`POST ${known}`, [close, token, ...sized(body)], body));
    expect(response.status).toBe(expected);
  });

  const long = " ".repeat(65_537);

  test.each([
    ["Content-Length: 131074", long, long],
    [chunked, `10001\r\n${long}\r\n`, "0\r\n\r\n"],
  ])("with %s is a 413 before all of it is sent, and keeps its connection until then", async (length, begin, rest) => {
    const sending = socket(http(`POST ${known}`, [token, length], begin));
    let received = "";
    sending.on("data", (part) => (received += part));
    const ended = vi.fn();
    sending.once("end", ended);
    await vi.waitFor(() => expect(received).toContain("A body may have at most 65536 bytes."), 10_000);
    expect(received).toMatch(/^HTTP\/1\.1 413 [\s\S]*^Connection: close\r$/m);
    expect((await get(known)).status).toBe(200);
    expect(ended).not.toHaveBeenCalled();
    sending.end(rest);
    await once(sending, "end");
  });
});

const line = `GET ${known}`;

test.each([
  ["a missing Host", 400, http(line, [close, token]).replace("Host: localhost\r\n", "")],
  ["a GET with a body", 200, http(line, [close, token, "Content-Length: 2"], "{}")],
  ["an unknown expectation", 200, http(line, [close, token, "Expect: a miracle"])],
  ["TRACE", 405, http(`TRACE ${known}`, [close, token])],
  ["OPTIONS, which a browser sends before it calls another origin,", 405, http(`OPTIONS ${known}`, [close, token])],
  ["two tokens", 401, http(line, [close, token, token])],
  ["a fault without the option faults", 200, http(line, [close, token, "Sandbox-Faults: status=503"])],
])("%s is a %i", async (_, expected, bytes) => {
  const { status, headers } = await send(bytes);
  expect([status, headers]).toEqual([expected, expect.not.stringMatching(/access-control/i)]);
});

test("each response is reported with its ids, without a token, a body or the customer's id", async () => {
  await get(known, `MS-RequestId: ${requestId}`, `MS-CorrelationId: ${correlationId}`);
  const { headers } = await get(`/elsewhere/${customer}`);
  await get(known.replace("000000000007", "000000000019"), `MS-RequestId: ${requestId}`);
  const path = "/v1/customers/{customerTenantId}/qualifications";
  const made = expect.stringMatching(/^[\da-f-]{36}$/);
  expect(reported).toEqual([
    { method: "GET", path, status: 200, requestId, correlationId },
    { method: "GET", path: undefined, status: 404, requestId: made, correlationId: made },
    { method: "GET", path, status: 429, requestId, correlationId: made },
  ]);
  expect(headers.toLowerCase()).toContain(`ms-requestid: ${reported[1]?.requestId}`);
  expect(headers.toLowerCase()).toContain(`ms-correlationid: ${reported[1]?.correlationId}`);
});

test("a listener that throws costs no response", async () => {
  await serve({ onResponse: vi.fn().mockThrow(new Error("the log is full")) });
  expect((await get(known)).status).toBe(200);
  expect((await send("GARBAGE\r\n\r\n")).status).toBe(400);
});

describe("with the option control", () => {
  beforeEach(() => serve({ control: true, faults: true }));

  const post = async (path: string, body?: unknown, headers: Record<string, string> = { "Sandbox-Control": "1" }) => {
    const json = body === undefined ? null : JSON.stringify(body);
    const response = await fetch(serving.url + path, { method: "POST", headers, body: json });
    return { status: response.status, headers: response.headers, body: await response.text() };
  };
  const postJson = (path: string, body: unknown) => post(path, body, { "Content-Type": "application/json" });

  const simple = [{}, { "Sandbox-Control": "yes" }, { "Content-Type": "text/plain; application/json" }];

  test.each(simple)("a page of another origin cannot reset with a simple POST and %j", async (more) => {
    await client().createQualification(customer, education);
    const headers = { Origin: "https://evil.example", "Content-Type": "text/plain", ...more };
    const refusal = await post("/sandbox/reset", undefined, headers);
    const description = "The header Sandbox-Control: 1, or a body of JSON, is required.";
    expect(refusal.status).toBe(403);
    expect(JSON.parse(refusal.body)).toMatchObject({ code: 1002, description, data: ["Sandbox-Control"] });
    expect([...refusal.headers.keys()].join()).not.toContain("access-control");
    expect(await held()).toMatchObject([{ vettingStatus: "InReview" }]);
  });

  test("requests have faults, move the clock and reset the sandbox; nothing is controlled without it", async () => {
    expect((await get(known, "Sandbox-Faults: status=503")).status).toBe(503);
    const headers = { ...authorized.headers, "Sandbox-Faults": "lost-response" };
    const { cause } = await failureOf(fetch(serving.url + known, { headers }));
    expect(cause).toMatchObject({ code: expect.stringMatching(/ECONNRESET|UND_ERR_SOCKET/) });
    await client().createQualification(customer, education);
    expect((await post("/sandbox/advance", { milliseconds: 60_000 })).status).toBe(204);
    expect(JSON.parse((await post("/sandbox/customers")).body)).toHaveLength(createSandbox().customers.length);
    expect(await held()).toMatchObject([{ vettingStatus: "Approved" }]);
    const reset = await post("/sandbox/reset");
    expect([reset.status, reset.headers.get("Content-Length")]).toEqual([204, null]);
    expect(await held()).toEqual([]);
    for (const { status } of [await get("/sandbox/reset"), await post("/sandbox/elsewhere")]) expect(status).toBe(404);
    await serve();
    expect((await post("/sandbox/reset")).status).toBe(404);
  });

  const [inReview, params] = ["Education is in review", { customerId }];
  const decision = { customerId: customerIn(inReview), qualification: "Education", vettingStatus: "Approved" };
  const text = "must be a string";

  test.each<[string, unknown, string]>([
    ["/sandbox/advance", { milliseconds: -1 }, "milliseconds must be a number of at least 0"],
    ["/sandbox/advance", null, "body: must be an object"],
    ["/sandbox/reset", { customerId }, 'unknown option "customerId"; expected none'],
    ["/sandbox/customers", { state: [inReview] }, `state ${text}`],
    ["/sandbox/decisions", { ...decision, customerId: [decision.customerId] }, `customerId ${text}`],
    ["/provider-states", { sate: inReview, params, action: "teardown" }, `state ${text}`],
    ["/provider-states", { state: "x".repeat(2000) }, 'unknown state "xxx'],
    ["/provider-states", { state: inReview, params: { customerID: "x" } }, 'unknown option "customerID"; expected'],
    ["/provider-states", { state: inReview, params: { customerId: 5 } }, `params: customerId ${text}`],
    ["/provider-states", { state: inReview, params, action: "setUp" }, 'action must be "setup" or "teardown"'],
  ])("%s refuses %j: %s", async (path, body, reason) => {
    const { status, body: refusal } = await postJson(path, body);
    expect([status, JSON.parse(refusal).description]).toEqual([400, expect.stringContaining(reason)]);
    expect(await held(decision.customerId)).toMatchObject([{ vettingStatus: "InReview" }]);
  });

  test("JSON sets a state, as Pact's verifier does, with more properties and null, and decides a vetting", async () => {
    const change = { consumer: "a", state: inReview, states: [inReview], action: null };
    for (const given of [params, undefined, null, {}, { customerId: null }]) {
      const { status, body } = await postJson("/provider-states", { ...change, params: given });
      expect([status, body]).toEqual([200, "{}"]);
    }
    const denied = { vettingStatus: "Denied", vettingReason: "Not an Academic Domain" };
    const denial = { customerId, qualification: "Education", ...denied };
    expect(await postJson("/sandbox/decisions", denial)).toMatchObject({ status: 204, body: "" });
    expect((await postJson("/provider-states", { state: inReview, params, action: "teardown" })).status).toBe(200);
    expect(await held(customerId)).toMatchObject([denied]);
    const listed = await postJson("/sandbox/customers", { state: "no qualification is held", customerId });
    const approved = "Education is approved";
    expect(JSON.parse(listed.body)).toContainEqual({ state: approved, customerId: customerIn(approved) });
    expect(await held(customerId)).toEqual([]);
  });
});

/** Until the test ends, no timer of this process fires on its own. */
function stopTimers(): void {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
}

/** A sandbox that responds to no GET before `open` is called, and counts the requests. */
async function serveGated() {
  const gate = new AbortController();
  const opened = once(gate.signal, "abort");
  const sandbox = createSandbox();
  const fetch = vi.fn<typeof globalThis.fetch>(async (input, init) => {
    if (init?.method === "GET") await opened;
    return sandbox.fetch(input, init);
  });
  await serve({ sandbox: { fetch } });
  return { begun: () => fetch.mock.calls.length, open: () => gate.abort() };
}

test("a request that is still in flight after ten seconds does not keep it from closing", async () => {
  const gate = await serveGated();
  const cut = failureOf(fetch(serving.url + known, authorized));
  await vi.waitFor(() => expect(gate.begun()).toBe(1), 10_000);
  const closed = vi.fn();
  const other = await serveSandbox();
  stopTimers();
  const closing = serving.close().then(closed);
  vi.advanceTimersByTime(9999);
  // A round trip to another server gives this one the time to close.
  await fetch(other.url);
  expect(closed).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  await closing;
  await other.close();
  expect(await cut).toBeInstanceOf(TypeError);
}, 20_000);

test("many pipelined requests get their responses in order, also while it closes, which closes idle connections", async () => {
  const onWarning = vi.fn();
  process.on("warning", onWarning);
  onTestFinished(() => void process.off("warning", onWarning));
  const gate = await serveGated();
  // Read from, as a slow machine sends it a 408, and a socket with unread bytes does not close.
  const idle = socket().resume();
  await once(idle, "connect");
  const sending = socket(http(`GET ${known}`, [token]).repeat(30) + posted);
  await vi.waitFor(() => expect(reported).toHaveLength(1), 10_000);
  expect(gate.begun()).toBe(31);
  // Otherwise an idle connection would be closed ten seconds later.
  stopTimers();
  const closed = serving.close();
  if (!idle.closed) await once(idle, "close");
  gate.open();
  const answers = (await text(sending)).split(/(?=HTTP\/1\.1 )/);
  expect(answers.map((response) => response.split(" ")[1])).toEqual([...Array(30).fill("200"), "201"]);
  await closed;
  expect(onWarning).not.toHaveBeenCalled();
}, 20_000);

test("garbage behind a request does not take its response", async () => {
  const response = await text(socket(`${posted}GARBAGE\r\n\r\n`));
  expect(response).toMatch(/^HTTP\/1\.1 201 /);
  expect(response).not.toMatch(/ 400 /);
  expect(reported).toMatchObject([{ method: "POST", status: 201 }]);
});

test("a sandbox that throws is a 500 that says so", async () => {
  await serve({ sandbox: { fetch: () => Promise.reject(new Error("it breaks openapi.yaml")) } });
  expect(await get(known)).toMatchObject({ status: 500, description: "The sandbox failed: it breaks openapi.yaml" });
  expect(reported).toMatchObject([{ status: 500 }]);
});

test("the requests of a client that disconnected are not applied", async () => {
  const sandbox = createSandbox({ faults: ["latency=600000"] });
  const begun = vi.spyOn(sandbox, "fetch");
  await serve({ sandbox });
  const leaving = socket(posted.repeat(2));
  await vi.waitFor(() => expect(begun).toHaveBeenCalledTimes(2), 10_000);
  leaving.destroy();
  await vi.waitFor(() => expect(reported).toHaveLength(2), 10_000);
  expect(reported.map(({ status }) => status)).toEqual([undefined, undefined]);
  expect(sandbox.requests).toEqual([]);
});

test("slow clients, also those that send nothing, get a 408", async () => {
  const sent = [http(`GET ${known}`).slice(0, 30), "", posted.slice(0, -5)];
  for (const response of await Promise.all(sent.map((bytes) => text(socket(bytes))))) {
    expect(response).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(JSON.parse(response.split("\r\n\r\n")[1] ?? "")).toMatchObject({ code: 800002 });
  }
}, 20_000);
