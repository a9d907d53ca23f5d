/** The sandbox over HTTP, with real sockets. */
import { once } from "node:events";
import { request } from "node:http";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createClient } from "../src/index.js";
import { createSandbox, type RecordedRequest } from "../src/sandbox/index.js";
import { type Serving, serveSandbox } from "../src/sandbox/server.js";
import { correlationId, customerIn, failureOf, requestId } from "./support.js";

const known = `/v1/customers/${customerIn("no qualification is held")}/qualifications`;
const authorization = "Authorization: Bearer c4na4y00\r\n";
const education = { qualification: "Education", educationSegment: "K12" } as const;

let serving: Serving;
let reported: RecordedRequest[];

async function serve(options: Parameters<typeof serveSandbox>[0] = {}): Promise<void> {
  const mine: RecordedRequest[] = [];
  reported = mine;
  serving = await serveSandbox({ onResponse: (answered) => mine.push(answered), ...options });
}

beforeEach(() => serve());
afterEach(() => serving.close().catch(() => {}));

function socket(): Socket {
  return connect(Number(new URL(serving.url).port), "127.0.0.1").on("error", () => {});
}

/** The response to these bytes: status, headers and body. */
async function send(bytes: string): Promise<{ status: number; headers: string; body: string }> {
  const client = socket();
  client.end(Buffer.from(bytes, "latin1"));
  const [headers = "", body = ""] = (await text(client)).split("\r\n\r\n");
  return { status: Number(headers.split(" ")[1]), headers, body };
}

const get = (path: string, more = "", method = "GET") =>
  send(`${method} ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${authorization}${more}\r\n`);

test("listens on the loopback address, and closes", async () => {
  expect(serving.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const client = createClient({ token: "any", baseUrl: serving.url, retry: false });
  const customer = customerIn("no qualification is held");
  const created = await client.createQualification(customer, education, { requestId });
  expect(created).toMatchObject({ serverRequestId: requestId, data: { vettingStatus: "InReview" } });
  expect(created.headers.get("Server")).toBe("partner-center-qualifications-sandbox");
  expect((await client.getQualifications(customer)).data).toEqual([created.data]);
  await serving.close();
  expect(await failureOf(client.getQualifications(customer))).toMatchObject({ code: "network" });
});

test("a port in use is refused, and an error in the sandbox is a 500 in the documented format", async () => {
  expect(await failureOf(serveSandbox({ port: Number(new URL(serving.url).port) }))).toMatchObject({
    code: "EADDRINUSE",
  });
  await serving.close();
  await serve({ sandbox: { fetch: vi.fn().mockRejectedValue(new Error("it breaks openapi.yaml")) } });
  const { status, body } = await get(known);
  const description = "The sandbox failed: it breaks openapi.yaml";
  expect([status, JSON.parse(body)]).toEqual([500, { code: 800003, description, data: [], source: "PartnerFD" }]);
  expect((await get(known)).status).toBe(500);
});

test.each([
  ["evil.example", 421],
  ["127.0.0.1.evil.example", 421],
  ["a@127.0.0.1", 421],
  ["localhost.", 421],
  ["", 421],
  ["LOCALHOST:99", 200],
  ["127.0.0.1", 200],
  ["[::1]:80", 200],
])("a request for the host %j is a %i", async (host, expected) => {
  const { status } = await send(`GET ${known} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${authorization}\r\n`);
  expect(status).toBe(expected);
});

test("an allowed host is served, and a missing Host is refused", async () => {
  const ask = (host: string) => send(`GET ${known} HTTP/1.1\r\n${host}Connection: close\r\n${authorization}\r\n`);
  const { status, body } = await ask("");
  expect([status, JSON.parse(body).description]).toEqual([400, "The header Host is missing."]);
  await serving.close();
  await serve({ allowedHosts: ["Sandbox.test"] });
  expect((await ask("Host: sandbox.test:4010\r\n")).status).toBe(200);
});

test.each([
  [`http://127.0.0.1${known}`, 404],
  [`/v1/customers/../customers/${known.split("/")[3]}/qualifications`, 404],
  [`/v1/./customers/${known.split("/")[3]}/qualifications`, 404],
  [known.replace("customers/", "customers/%2e%2e/"), 404],
  [known.replace("customers/", "customers//"), 404],
  [known.replaceAll("/", "\\"), 400],
  [`/${known}`, 404],
  [`${known}/`, 404],
  ["/v1/customers/a%2Fb/qualifications", 400],
  ["/v1/customers/%00/qualifications", 400],
  ["*", 404],
  [`${known}?code=1`, 200],
  [`${known}#part`, 404],
])("the path %j is a %i: no path is normalised", async (path, expected) => {
  const { status, body } = await get(path);
  expect(status).toBe(expected);
  if (status !== 200)
    expect(JSON.parse(body)).toMatchObject({ code: expect.any(Number), description: expect.any(String) });
});

test.each(["TRACE", "OPTIONS", "DELETE", "PUT", "PROPFIND"])("%s is refused with Allow", async (method) => {
  const { status, headers, body } = await get(known, "", method);
  expect([status, JSON.parse(body).code]).toEqual([405, 900141]);
  expect(headers).toMatch(/^allow: GET, POST\r$/im);
  expect(headers).not.toMatch(/access-control/i);
});

test("CONNECT gets no response, and HEAD no body", async () => {
  expect(await get("example.com:443", "", "CONNECT")).toMatchObject({ headers: "", body: "" });
  expect(await get(known, "", "HEAD")).toMatchObject({ status: 405, body: "" });
});

test.each([
  ["SSH", "SSH-2.0-OpenSSH_9.2\r\n\r\n", 400],
  ["two lengths", `POST ${known} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}`, 400],
  [
    "a length and chunks",
    `POST ${known} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    400,
  ],
  ["a folded header", `GET ${known} HTTP/1.1\r\nHost: localhost\r\nX: a\r\n b\r\n\r\n`, 400],
  ["a bare line feed", `GET ${known} HTTP/1.1\nHost: localhost\n\n`, 400],
  ["bytes above ASCII in the path", `GET /v1/\xe9 HTTP/1.1\r\nHost: localhost\r\n\r\n`, 400],
  [
    "a chunk without a length",
    `POST ${known} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nlong\r\n`,
    400,
  ],
  ["headers of 20 kB", `GET ${known} HTTP/1.1\r\nHost: localhost\r\nX: ${"a".repeat(20_000)}\r\n\r\n`, 431],
])("%s: refused in the documented format, and the connection closed", async (_, bytes, expected) => {
  const { status, headers, body } = await send(bytes);
  expect(status).toBe(expected);
  expect(headers).toMatch(/^Connection: close\r?$/m);
  expect(headers).toContain(`Content-Length: ${Buffer.byteLength(body)}`);
  expect(JSON.parse(body)).toMatchObject({ code: 800002, description: expect.any(String), source: "PartnerFD" });
});

test("a request with more than a hundred headers is a 431, and no header is dropped", async () => {
  // The token comes last: a 401 would show that it was dropped.
  const lines = `GET ${known} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${"X: 1\r\n".repeat(97)}`;
  expect(await send(`${lines}${authorization}\r\n`)).toMatchObject({ status: 200 });
  const { status, body } = await send(`${lines}Y: 1\r\n${authorization}\r\n`);
  const description = "A request may have at most 100 headers.";
  expect([status, JSON.parse(body)]).toEqual([431, { code: 800002, description, data: [], source: "PartnerFD" }]);
  expect((await send(`${lines}${"Y:\r\n".repeat(9000)}${authorization}\r\n`)).status).toBe(431);
});

test.each([
  ["by its Content-Length", { "Content-Length": String(10 * 2 ** 20) }],
  ["without a Content-Length", { "Transfer-Encoding": "chunked" }],
])("a body of 10 MiB, %s, is a 413 before the rest is read", async (_, length) => {
  for (let round = 0; round < 5; round += 1) {
    const headers = { Authorization: "Bearer any", "Content-Type": "application/json", ...length };
    const sending = request(serving.url + known, { method: "POST", headers });
    const answered = once(sending, "response");
    for (let part = 0; part < 160; part += 1) sending.write(Buffer.alloc(65_536, 32));
    sending.end();
    const [response] = await answered;
    expect([response.statusCode, response.headers.connection]).toEqual([413, "close"]);
    expect(JSON.parse(await text(response)).description).toBe("A body may have at most 65536 bytes.");
  }
  const fits = JSON.stringify(education).padEnd(65_536);
  const headers = { Authorization: "Bearer any", "Content-Type": "application/json" };
  const post = (body: string) => fetch(serving.url + known, { method: "POST", headers, body });
  expect((await post(`${fits} `)).status).toBe(413);
  expect((await post(fits)).status).toBe(201);
});

test("a connection stays open until the client has sent the rest of a body that is too long", async () => {
  const [half, length] = [Buffer.alloc(65_536, 32), String(2 * 65_536)];
  const client = socket();
  let ended = false;
  client.once("end", () => {
    ended = true;
  });
  client.write(`POST ${known} HTTP/1.1\r\nHost: localhost\r\n${authorization}Content-Length: ${length}\r\n\r\n`);
  client.write(half);
  expect(String((await once(client, "data"))[0])).toMatch(/^HTTP\/1\.1 413 /);
  expect((await get(known)).status).toBe(200);
  expect(ended).toBe(false);
  client.end(half);
  await once(client, "end");
});

test("a GET may have a body, and an unknown expectation is ignored", async () => {
  const body = "Content-Length: 2\r\n";
  expect(
    (await send(`GET ${known} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${authorization}${body}\r\n{}`))
      .status,
  ).toBe(200);
  expect((await get(known, "Expect: a miracle\r\n")).status).toBe(200);
});

test("two tokens are a 401", async () => {
  expect((await get(known, authorization)).status).toBe(401);
});

test("each response is reported, without a token, a body or the customer's id", async () => {
  await get(known, `MS-RequestId: ${requestId}\r\nMS-CorrelationId: ${correlationId}\r\n`);
  await get(`/elsewhere/${customerIn("no qualification is held")}`);
  await get(known.replace("000000000007", "000000000019"), `MS-RequestId: ${requestId}\r\n`);
  const path = "/v1/customers/{customerTenantId}/qualifications";
  expect(reported).toEqual([
    { method: "GET", path, status: 200, requestId, correlationId },
    { method: "GET", path: undefined, status: 404, requestId: expect.any(String), correlationId: expect.any(String) },
    { method: "GET", path, status: 429, requestId, correlationId: expect.stringMatching(/^[\da-f-]{36}$/) },
  ]);
  expect(JSON.stringify(reported)).not.toMatch(/c4na4y00|00000000-0000/);
});

test("a generated id is reported as it was sent", async () => {
  const { headers } = await get(known);
  expect(headers.toLowerCase()).toContain(`ms-requestid: ${reported[0]?.requestId}`);
  expect(headers.toLowerCase()).toContain(`ms-correlationid: ${reported[0]?.correlationId}`);
});

test("without the options faults and control, requests have no faults and cannot control the sandbox", async () => {
  expect((await get(known, "Sandbox-Faults: status=503\r\n")).status).toBe(200);
  expect((await get("/sandbox/reset", "Content-Length: 0\r\nSandbox-Control: 1\r\n", "POST")).status).toBe(404);
});

test.each([
  ["reset", ""],
  ["reset", "Sandbox-Control: yes\r\n"],
  ["advance?milliseconds=60000", ""],
])("a page of another origin cannot send /sandbox/%s: a simple POST %j is a 403", async (path, more) => {
  await serving.close();
  const sandbox = createSandbox();
  await serve({ control: true, sandbox });
  const client = createClient({ token: "any", fetch: sandbox.fetch });
  const customer = customerIn("no qualification is held");
  await client.createQualification(customer, education);
  const simple = "Origin: https://evil.example\r\nContent-Type: text/plain\r\nContent-Length: 0\r\n";
  const { status, headers, body } = await send(
    `POST /sandbox/${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${simple}${more}\r\n`,
  );
  const description = "The header Sandbox-Control: 1, or a body of JSON, is required.";
  expect([status, JSON.parse(body)]).toEqual([
    403,
    { code: 1002, description, data: ["Sandbox-Control"], source: "PartnerFD" },
  ]);
  expect(headers).not.toMatch(/access-control/i);
  expect((await client.getQualifications(customer)).data).toMatchObject([{ vettingStatus: "InReview" }]);
});

test("with the options faults and control, requests have faults, move the clock and reset the sandbox", async () => {
  await serving.close();
  await serve({ faults: true, control: true, sandbox: createSandbox() });
  const client = createClient({ token: "any", baseUrl: serving.url, retry: false });
  const customer = customerIn("no qualification is held");
  expect((await get(known, "Sandbox-Faults: status=503\r\n")).status).toBe(503);
  await client.createQualification(customer, education);
  const post = (path: string) => get(path, "Content-Length: 0\r\nSandbox-Control: 1\r\n", "POST");
  expect(await post("/sandbox/advance?milliseconds=60000")).toMatchObject({ status: 204, body: "" });
  expect((await client.getQualifications(customer)).data[0]?.vettingStatus).toBe("Approved");
  for (const wrong of ["", "?milliseconds=-1", "?milliseconds=x"]) {
    expect((await post(`/sandbox/advance${wrong}`)).status).toBe(400);
  }
  expect((await post("/sandbox/reset")).status).toBe(204);
  expect((await client.getQualifications(customer)).data).toEqual([]);
  expect((await get("/sandbox/reset")).status).toBe(404);
  expect((await post("/sandbox/elsewhere")).status).toBe(404);
  const { status, body } = await post("/sandbox/advance?milliseconds=999999999999999");
  expect([status, JSON.parse(body).description]).toEqual([
    400,
    expect.stringContaining("not lead beyond the year 9999"),
  ]);
  const bare = { control: true, sandbox: { fetch: createSandbox().fetch } };
  await expect(serveSandbox(bare)).rejects.toThrow(
    "with control, sandbox must have setState, decide, advance, reset, customers",
  );
});

test("with the option control, JSON puts customers into states and decides a vetting, as Pact's verifier asks", async () => {
  await serving.close();
  await serve({ control: true, sandbox: createSandbox() });
  const client = createClient({ token: "any", baseUrl: serving.url, retry: false });
  const post = async (path: string, body: object) => {
    const headers = { "Content-Type": "application/json" };
    const response = await fetch(serving.url + path, { method: "POST", headers, body: JSON.stringify(body) });
    return { status: response.status, text: await response.text() };
  };
  const customer = "2d4f1a3c-5b6e-4c7d-8e9f-0a1b2c3d4e5f";
  const state = "Education is in review";
  expect(await post("/provider-states", { state, params: { customerId: customer }, action: "setup" })).toEqual({
    status: 200,
    text: "{}",
  });
  expect((await client.getQualifications(customer)).data).toMatchObject([{ vettingStatus: "InReview" }]);
  const denied = { vettingStatus: "Denied", vettingReason: "Not an Academic Domain" };
  expect(
    (await post("/sandbox/decisions", { customerId: customer, qualification: "Education", ...denied })).status,
  ).toBe(204);
  expect((await client.getQualifications(customer)).data).toMatchObject([denied]);
  expect((await post("/provider-states", { state, params: { customerId: customer }, action: "teardown" })).status).toBe(
    200,
  );
  expect((await client.getQualifications(customer)).data).toMatchObject([denied]);
  const listed = JSON.parse(
    (await post("/sandbox/customers", { state: "no qualification is held", customerId: customer })).text,
  );
  expect(listed).toContainEqual({ state: "Education is approved", customerId: customerIn("Education is approved") });
  expect((await client.getQualifications(customer)).data).toEqual([]);
  expect((await post("/sandbox/advance", { milliseconds: 1 })).status).toBe(204);
  const unknown = await post("/provider-states", { state: "no such state" });
  expect([unknown.status, unknown.text]).toEqual([400, expect.stringContaining("no such state")]);
});

test("lost-response resets the connection", async () => {
  await serving.close();
  await serve({ sandbox: createSandbox({ faults: ["lost-response"] }) });
  const failure = await failureOf(fetch(serving.url + known, { headers: { Authorization: "Bearer any" } }));
  expect(failure.cause).toMatchObject({ code: expect.stringMatching(/ECONNRESET|UND_ERR_SOCKET/) });
  expect(reported).toMatchObject([{ status: undefined }]);
});

/** Runs `work` while no timer of this process fires on its own. */
async function withoutTimers(work: () => Promise<void>): Promise<void> {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    await work();
  } finally {
    vi.useRealTimers();
  }
}

/** A sandbox that responds to no GET before `open` is called, and counts the requests. */
async function serveGated(): Promise<{ begun: number; open: () => void }> {
  const gate = { begun: 0, open: () => {} };
  const opened = new Promise<void>((resolve) => {
    gate.open = resolve;
  });
  const sandbox = createSandbox();
  const fetch: typeof globalThis.fetch = async (input, init) => {
    gate.begun += 1;
    if (init?.method === "GET") await opened;
    return sandbox.fetch(input, init);
  };
  await serve({ sandbox: { fetch } });
  return gate;
}

test("requests in flight get their response before it closes, and idle connections do not delay it", async () => {
  await serving.close();
  const gate = await serveGated();
  // Read from, as a slow machine sends it a 408, and a socket with unread bytes does not close.
  const idle = socket().resume();
  await once(idle, "connect");
  const answers = Array.from({ length: 50 }, () =>
    globalThis.fetch(serving.url + known, { headers: { Authorization: "Bearer any" } }),
  );
  await vi.waitFor(() => expect(gate.begun).toBe(50));
  // Otherwise an idle connection would be closed ten seconds later.
  await withoutTimers(async () => {
    const closed = serving.close();
    expect(await failureOf(globalThis.fetch(serving.url + known))).toBeInstanceOf(TypeError);
    gate.open();
    const given = await Promise.all(answers);
    expect(given.map(({ status, headers }) => [status, headers.get("Connection")])).toEqual(
      Array(50).fill([200, "close"]),
    );
    await closed;
    if (!idle.closed) await once(idle, "close");
  });
}, 20_000);

test("a request that is still in flight after ten seconds does not keep it from closing", async () => {
  await serving.close();
  const gate = await serveGated();
  const cut = failureOf(globalThis.fetch(serving.url + known, { headers: { Authorization: "Bearer any" } }));
  await vi.waitFor(() => expect(gate.begun).toBe(1));
  let closed = false;
  const other = await serveSandbox();
  await withoutTimers(async () => {
    const closing = serving.close().then(() => {
      closed = true;
    });
    vi.advanceTimersByTime(9999);
    // A round trip to another server gives this one the time to close.
    await globalThis.fetch(other.url);
    expect(closed).toBe(false);
    vi.advanceTimersByTime(1);
    await closing;
  });
  await other.close();
  expect(await cut).toBeInstanceOf(TypeError);
}, 20_000);

test("closing twice is closing once", async () => {
  const both = [serving.close(), serving.close()];
  await Promise.all(both);
  expect(both[0]).toBe(both[1]);
});

test("pipelined requests get their responses in order, also while it closes", async () => {
  await serving.close();
  const gate = await serveGated();
  const body = JSON.stringify(education);
  const head = `HTTP/1.1\r\nHost: localhost\r\n${authorization}`;
  const json = `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n`;
  const client = socket();
  client.write(`GET ${known} ${head}\r\nPOST ${known} ${head}${json}\r\n${body}`);
  await vi.waitFor(() => expect(reported).toHaveLength(1));
  expect(gate.begun).toBe(2);
  const closed = serving.close();
  gate.open();
  const answers = (await text(client)).split(/(?=HTTP\/1\.1 )/);
  expect(answers.map((response) => response.split(" ")[1])).toEqual(["200", "201"]);
  await closed;
});

test("many pipelined requests cause no warning of Node", async () => {
  const warnings: Error[] = [];
  const onWarning = (warning: Error) => warnings.push(warning);
  process.on("warning", onWarning);
  const line = (close = "") => `GET ${known} HTTP/1.1\r\nHost: localhost\r\n${close}${authorization}\r\n`;
  const { body } = await send(line().repeat(30) + line("Connection: close\r\n"));
  process.off("warning", onWarning);
  expect(body).toContain("HTTP/1.1 200");
  expect([reported.length, warnings]).toEqual([31, []]);
});

test("garbage behind a request does not take its response", async () => {
  const body = JSON.stringify(education);
  const json = `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n`;
  const post = `POST ${known} HTTP/1.1\r\nHost: localhost\r\n${authorization}${json}\r\n${body}`;
  const client = socket();
  client.write(`${post}GARBAGE\r\n\r\n`);
  const response = await text(client);
  expect(response).toMatch(/^HTTP\/1\.1 201 /);
  expect(response).not.toMatch(/ 400 /);
  expect(reported).toMatchObject([{ method: "POST", status: 201 }]);
});

test("a reset CONNECT, and a client that leaves requests in flight, do no harm", async () => {
  for (let round = 0; round < 5; round += 1) {
    const client = socket();
    await once(client, "connect");
    client.write("CONNECT a:1 HTTP/1.1\r\nHost: localhost\r\n\r\n");
    client.resetAndDestroy();
  }
  await serving.close();
  await serve({ sandbox: createSandbox({ faults: ["latency=600000"] }) });
  const client = socket();
  const line = `GET ${known} HTTP/1.1\r\nHost: localhost\r\n${authorization}\r\n`;
  client.write(line + line + line);
  await once(client, "connect");
  client.destroy();
  await serving.close();
});

test.each<[string, () => unknown, string]>([
  ["undefined", () => Promise.reject(), "undefined"],
  ["null", () => Promise.reject(null), "object"],
  ["a string", () => Promise.reject("c4na4y00"), "string"],
  ["an error without words", () => Promise.reject(Object.assign(new Error(), { message: Symbol("x") })), "Symbol(x)"],
  ["synchronously", () => JSON.parse("{"), "Expected property name"],
  ["in its body", () => new Response(new ReadableStream({ pull: () => Promise.reject(new Error("cut")) })), "cut"],
])("a sandbox that throws: %s, a 500 that says so", async (_, respond, said) => {
  await serving.close();
  await serve({ sandbox: { fetch: (async () => respond()) as typeof fetch } });
  const { status, body } = await get(known);
  expect([status, JSON.parse(body).description]).toEqual([500, expect.stringContaining(`The sandbox failed: ${said}`)]);
  expect(reported).toMatchObject([{ status: 500 }]);
});

test("the framing headers of a response are replaced, and all its cookies are sent", async () => {
  await serving.close();
  const headers = new Headers({
    "Content-Length": "99",
    "Transfer-Encoding": "chunked",
    Connection: "keep-alive",
    Server: "x",
  });
  for (const cookie of ["a=1", "b=2"]) headers.append("Set-Cookie", cookie);
  await serve({ sandbox: { fetch: async () => new Response("hello", { headers }) } });
  const { headers: sent } = await get(known);
  expect(sent.match(/^content-length: .*$/gim)).toEqual(["Content-Length: 5"]);
  expect(sent).not.toMatch(/transfer-encoding|server: x|keep-alive/i);
  expect(sent.match(/^set-cookie: .*$/gim)).toHaveLength(2);
});

test("a listener that throws costs no response", async () => {
  await serving.close();
  await serve({
    onResponse: () => {
      throw new Error("the log is full");
    },
  });
  expect((await get(known)).status).toBe(200);
  expect((await send("GARBAGE\r\n\r\n")).status).toBe(400);
});

test.each(["", "sandbox.test:4010", "http://a", "a b", "a/b", "user@a"])("%j is not a host name", async (name) => {
  await expect(serveSandbox({ allowedHosts: [name] })).rejects.toThrow(`"${name}" is not a host name`);
});

test("an IPv6 address is allowed in every notation", async () => {
  await serving.close();
  await serve({ allowedHosts: ["FE80::1"] });
  for (const host of ["[fe80::1]", "[FE80:0::1]:80"]) {
    const { status } = await send(
      `GET ${known} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${authorization}\r\n`,
    );
    expect(status).toBe(200);
  }
});

test("a request that is not HTTP is reported, too", async () => {
  const { headers } = await send("GARBAGE\r\n\r\n");
  expect(reported).toMatchObject([{ method: "?", path: undefined, status: 400 }]);
  expect(headers).toContain(`MS-RequestId: ${reported[0]?.requestId}`);
  expect(headers).toContain("Server: partner-center-qualifications-sandbox");
});

test("the requests of a client that disconnected are not applied", async () => {
  await serving.close();
  const sandbox = createSandbox();
  let begun = 0;
  // The latency of this sandbox ends when the client is gone.
  const fetch: typeof globalThis.fetch = async (input, init) => {
    begun += 1;
    if (!init?.signal?.aborted) await once(init?.signal as AbortSignal, "abort");
    return sandbox.fetch(input, init);
  };
  await serve({ sandbox: { fetch } });
  const body = JSON.stringify(education);
  const json = `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n`;
  const client = socket();
  client.write(`POST ${known} HTTP/1.1\r\nHost: localhost\r\n${authorization}${json}\r\n${body}`.repeat(2));
  await vi.waitFor(() => expect(begun).toBe(2), 10_000);
  client.destroy();
  await vi.waitFor(() => expect(reported).toHaveLength(2), 10_000);
  expect(reported.map(({ status }) => status)).toEqual([undefined, undefined]);
  expect(sandbox.requests).toEqual([]);
  const held = await sandbox.fetch(`https://x${known}`, { headers: { Authorization: "Bearer any" } });
  expect(await held.json()).toEqual([]);
});

test("a client that disconnects ends the latency", async () => {
  await serving.close();
  await serve({ sandbox: createSandbox({ faults: ["latency=600000"] }) });
  const given = new AbortController();
  const left = failureOf(fetch(serving.url + known, { signal: given.signal }));
  await vi.waitFor(() => expect(serving.url).toBeTruthy());
  given.abort(new Error("enough"));
  await left;
  await serving.close();
});

test("clients that send nothing get a 408 in the documented format, while others are served", async () => {
  const slow = Array.from({ length: 20 }, (_, index) => {
    const client = socket();
    if (index % 2) client.write(`GET ${known} HTTP/1.1\r\nHost: loc`);
    return text(client);
  });
  expect((await get(known)).status).toBe(200);
  for (const response of await Promise.all(slow)) {
    expect(response).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(JSON.parse(response.split("\r\n\r\n")[1] ?? "")).toMatchObject({ code: 800002 });
  }
}, 20_000);
