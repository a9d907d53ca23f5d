/** `nodeFetch`, held to what Node's own `fetch` makes of the same answers; `npm run reliability` gives both all faults. */
import { getEventListeners, once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { generate } from "selfsigned";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createClient, isPartnerCenterError } from "../src/index.js";
import { nodeFetch } from "../src/node.js";
import { correlationId, customerId, failureOf, requestId } from "./support.js";

let server: Server;
let baseUrl: string;
let connections: Socket[];
let requests: string[];
/** Answers one request, as it came. */
let answer: (socket: Socket) => void;

beforeEach(async () => {
  connections = [];
  requests = [];
  server = createServer((socket) => {
    connections.push(socket.on("error", () => {}));
    socket.on("data", (request) => {
      requests.push(String(request));
      answer(socket);
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  baseUrl = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});

afterEach(async () => {
  for (const socket of connections) socket.destroy();
  server.close();
  await once(server, "close");
});

const ids = { requestId, correlationId };
const list = '[{"qualification":"StateOwnedEntity"}]';
const raw = (status: string, headers: string[], body: string | Buffer = "") => {
  const length = `Content-Length: ${Buffer.byteLength(body)}`;
  const head = [`HTTP/1.1 ${status}`, length, ...headers, "", ""].join("\r\n");
  return Buffer.concat([Buffer.from(head), Buffer.from(body)]);
};
const coded = (encoding: string, body: Buffer, status = "200 OK") =>
  raw(status, [`Content-Encoding: ${encoding}`], body);
const reader = (fetch: typeof globalThis.fetch) => createClient({ token: "any", baseUrl, fetch, retry: false });

/** What a caller gets: the data and what the answer says of itself, or the error. */
async function outcomeOf(fetch: typeof globalThis.fetch) {
  try {
    const { data, response, serverRequestId } = await reader(fetch).getQualifications(customerId, ids);
    const { status, statusText, ok, type, url, redirected } = response;
    const headers = Object.fromEntries(response.headers);
    const texts = [await response.text(), await response.json()];
    return { data, serverRequestId, status, statusText, ok, type, url, redirected, headers, texts };
  } catch (error) {
    if (!isPartnerCenterError(error)) return { error };
    return { ...error, cause: undefined, code: error.code, message: error.message };
  }
}

const echoed = `MS-RequestId: ${requestId}`;
const answers: Record<string, Buffer> = {
  "a list": raw("200 OK", [echoed, "X-Two: a", "X-Two: b", "Set-Cookie: a=1", "Set-Cookie: b=2"], list),
  "a list in chunks": Buffer.from(
    `HTTP/1.1 200 Fine\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n${list.slice(0, 4)}\r\n22\r\n${list.slice(4)}\r\n0\r\n\r\n`,
  ),
  gzip: coded("gzip", gzipSync(list)),
  "GZIP by its other name": coded("X-GZIP", gzipSync(list)),
  deflate: coded("deflate", deflateSync(list)),
  brotli: coded("br", brotliCompressSync(list)),
  "two codings": coded("deflate, gzip", gzipSync(deflateSync(list))),
  "two codings in two headers": raw(
    "200 OK",
    ["Content-Encoding: gzip", "Content-Encoding: br"],
    brotliCompressSync(gzipSync(list)),
  ),
  "gzip in a coding that nobody knows": coded("rot13, gzip", gzipSync(list)),
  "a coding by the name of a property": coded("constructor", Buffer.from(list)),
  "a coding that is none": coded("identity", Buffer.from(list)),
  "gzip without its end": coded("gzip", gzipSync(list).subarray(0, -6)),
  "a failure of no gzip": coded("gzip", Buffer.alloc(0), "403 No"),
  "a failure in gzip": coded("gzip", gzipSync('{"code":3000,"description":"No."}'), "403 No"),
  "six codings": coded("gzip, gzip, gzip, gzip, gzip, gzip", gzipSync(list)),
  "two Retry-After": raw("429 Wait", ["Retry-After: 1", "Retry-After: 90"]),
  "two ids": raw("403 No", [echoed, echoed]),
  "a hint before it": Buffer.concat([
    Buffer.from("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"),
    raw("200 OK", [], list),
  ]),
  "another protocol": Buffer.from("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n"),
  "a status that is none": raw("999 What", [], list),
};

test.each(Object.entries(answers))("makes the same of %s as fetch does", async (_, bytes) => {
  answer = (socket) => socket.write(bytes);
  const expected = await outcomeOf(globalThis.fetch);
  expect(await outcomeOf(nodeFetch)).toEqual(expected);
  expect(requests).toHaveLength(2);
});

test("sends what fetch sends, on one connection", async () => {
  answer = (socket) => socket.write(raw("201 OK", [], '{"qualification":"StateOwnedEntity"}'));
  const client = reader(nodeFetch);
  const create = (sender = client) =>
    sender.createQualification(customerId, { qualification: "StateOwnedEntity" }, ids);
  await create();
  await create();
  expect(connections).toHaveLength(1);
  await create(reader(globalThis.fetch));
  const [ours, , theirs] = requests.map((request) => {
    const [head = "", body] = request.split("\r\n\r\n");
    const [line, ...headers] = head.split("\r\n");
    const own = headers
      .filter((header) => !/^(accept-|sec-|connection)/i.test(header))
      .map((header) => header.toLowerCase());
    return [line, own.sort(), body];
  });
  expect(ours).toEqual(theirs);
});

test("an answer that nobody asked for is not taken for the next", async () => {
  const evil = raw("200 OK", [], '[{"qualification":"Evil"}]');
  const read = () => reader(nodeFetch).getQualifications(customerId);
  answer = (socket) => socket.write(Buffer.concat([raw("200 OK", [], list), evil]));
  expect((await read()).data).toEqual(JSON.parse(list));
  answer = (socket) => socket.write(raw("200 OK", [], list));
  expect((await read()).data).toEqual(JSON.parse(list));
  const last = connections.at(-1);
  last?.write(evil.subarray(0, 10));
  await once(last as Socket, "close");
  expect((await read()).data).toEqual(JSON.parse(list));
});

test("a connection that the server has ended is not used again", async () => {
  answer = (socket) => socket.end(raw("200 OK", [], list));
  for (let call = 0; call < 3; call += 1) await reader(nodeFetch).getQualifications(customerId);
  expect(connections).toHaveLength(3);
});

test("of several connections, none that the server has ended is used again", async () => {
  const read = () => reader(nodeFetch).getQualifications(customerId);
  for (let round = 0; round < 10; round += 1) {
    answer = (socket) => socket.write(raw("200 OK", [], list));
    await Promise.all([read(), read(), read()]);
    answer = (socket) => socket.end(raw("200 OK", [], list));
    for (let call = 0; call < 3; call += 1) expect((await read()).data).toEqual(JSON.parse(list));
  }
});

test.each([
  ["too many codings", coded("gzip, gzip, gzip, gzip, gzip, gzip", gzipSync(list))],
  ["another protocol, without a word of it", Buffer.from("HTTP/1.1 101 Switching Protocols\r\n\r\n")],
])("an answer with %s ends the connection", async (_, bytes) => {
  answer = (socket) => socket.write(bytes);
  expect(await failureOf(reader(nodeFetch).getQualifications(customerId))).toMatchObject({ code: "network" });
  const [connection] = connections;
  if (!connection?.destroyed) await once(connection as Socket, "close");
});

test("a connection that does not come in ten seconds is given up, and nothing was applied", async () => {
  // TLS that nobody answers.
  answer = () => {};
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const client = createClient({
      token: "any",
      baseUrl: baseUrl.replace("http", "https"),
      fetch: nodeFetch,
      retry: false,
    });
    const failing = failureOf(client.createQualification(customerId, { qualification: "StateOwnedEntity" }));
    while (requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    vi.advanceTimersByTime(10_000);
    expect(await failing).toMatchObject({ code: "network", outcome: "not-applied" });
  } finally {
    vi.useRealTimers();
  }
});

test("a body is framed, whatever the method", async () => {
  answer = (socket) => socket.write(raw("200 OK", [], list));
  const { body } = await nodeFetch(baseUrl, { redirect: "manual", method: "DELETE", body: new Uint8Array([120]) });
  await body?.cancel();
  expect(requests[0]?.toLowerCase()).toContain("\r\ncontent-length: 1\r\n");
});

const unfinished: [string, Buffer][] = [
  ["a body", raw("200 OK", [], Buffer.alloc(20_000, 32)).subarray(0, -1)],
  ["a coded body", coded("gzip", gzipSync(Buffer.alloc(20_000, 32))).subarray(0, -1)],
];

test.each(unfinished)("%s that is cancelled in the middle ends its connection", async (_, bytes) => {
  answer = (socket) => socket.write(bytes);
  const { body } = await nodeFetch(baseUrl, { redirect: "manual" });
  await body?.getReader().cancel();
  await once(connections[0] as Socket, "close");
});

/** What reading to the end fails with when the signal is aborted after the first part. */
async function abortedWith(reason: Error, arrived = () => Promise.resolve()): Promise<unknown> {
  const controller = new AbortController();
  const { body } = await nodeFetch(baseUrl, { redirect: "manual", signal: controller.signal });
  const parts = body?.getReader();
  await parts?.read();
  await arrived();
  controller.abort(reason);
  try {
    while (!(await parts?.read())?.done);
  } catch (failure) {
    return failure;
  }
  return undefined;
}

test.each(unfinished)("an abort in the middle of %s ends its connection, and reading it", async (_, bytes) => {
  answer = (socket) => socket.write(bytes);
  const reason = new Error("changed my mind");
  const failure = await abortedWith(reason);
  expect([failure, (failure as Error).cause]).toContain(reason);
  await once(connections[0] as Socket, "close");
});

test("an abort while what has all come is decoded ends that", async () => {
  const bytes = coded("gzip", gzipSync(Buffer.alloc(5_000_000, 32)));
  answer = (socket) => socket.write(bytes);
  const reason = new Error("changed my mind");
  // The next request finds the connection free.
  const arrived = async () => {
    const { body } = await nodeFetch(baseUrl, { redirect: "manual" });
    await body?.cancel();
    expect(connections).toHaveLength(1);
  };
  expect(await abortedWith(reason, arrived)).toMatchObject({ name: "AbortError", cause: reason });
});

test("what breaks the TLS of a connection after the request was sent leaves a create unknown", async () => {
  const { cert, private: key } = await generate([{ name: "commonName", value: "here" }], { keyType: "ec" });
  vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
  vi.spyOn(process, "emitWarning").mockImplementation(() => {});
  let asked = 0;
  const secured = createTlsServer({ cert, key }, (socket) => {
    socket.on("error", () => {});
    socket.on("data", () => {
      asked += 1;
      connections[0]?.write("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    });
  });
  await once(secured.listen(0, "127.0.0.1"), "listening");
  // In front of it stands who passes on what is sent, and then says something in the clear.
  server.removeAllListeners("connection").on("connection", (socket: Socket) => {
    const beyond = connect((secured.address() as { port: number }).port, "127.0.0.1");
    connections.push(
      socket.on("error", () => {}),
      beyond.on("error", () => {}),
    );
    socket.pipe(beyond).pipe(socket);
  });
  try {
    const client = createClient({
      token: "any",
      baseUrl: baseUrl.replace("http:", "https:"),
      fetch: nodeFetch,
      retry: false,
    });
    const failure = await failureOf(client.createQualification(customerId, { qualification: "StateOwnedEntity" }));
    expect(failure).toMatchObject({ code: "network", outcome: "unknown", repeatable: true });
    expect(asked).toBeGreaterThan(0);
  } finally {
    secured.close();
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  }
});

test("an abort ends the request, is thrown as its reason and leaves no listener", async () => {
  const ended = new Promise((resolve) => {
    answer = (socket) => socket.on("close", resolve);
  });
  const controller = new AbortController();
  const { signal } = controller;
  const sending = nodeFetch(baseUrl, { redirect: "manual", signal });
  await expect.poll(() => requests.length).toBe(1);
  controller.abort("changed my mind");
  expect(await sending.catch((reason: unknown) => reason)).toBe("changed my mind");
  await ended;
  expect(getEventListeners(signal, "abort")).toEqual([]);
  expect(await nodeFetch(baseUrl, { redirect: "manual", signal }).catch((reason: unknown) => reason)).toBe(
    "changed my mind",
  );
  expect(requests).toHaveLength(1);
});

test("a call leaves no listener on a signal that goes on", async () => {
  answer = (socket) => socket.write(raw("200 OK", [], list));
  const { signal } = new AbortController();
  const response = await nodeFetch(baseUrl, { redirect: "manual", signal });
  const body = response.body?.getReader();
  while (!(await body?.read())?.done);
  await expect.poll(() => getEventListeners(signal, "abort")).toEqual([]);
});

test.each([[new Headers({ "X-Own": "1" })], [[["X-Own", "1"]] as [string, string][]], [{ "X-Own": "1" }]])(
  "takes headers in each form %#",
  async (headers) => {
    answer = (socket) => socket.write(raw("200 OK", [], list));
    await nodeFetch(new URL(baseUrl), { redirect: "manual", headers });
    expect(requests[0]?.toLowerCase()).toContain("\r\nx-own: 1\r\n");
  },
);

test.each<[string, Parameters<typeof nodeFetch>]>([
  ["nodeFetch takes an address, and no Request", [new Request("http://127.0.0.1:1")]],
  ["nodeFetch sends to http: and https: only", ["file:///etc/passwd", { redirect: "manual" }]],
  ['nodeFetch follows no redirect: "redirect" must be "manual"', ["http://127.0.0.1:1"]],
  ["nodeFetch sends a string or bytes", ["http://127.0.0.1:1", { redirect: "manual", body: new FormData() }]],
])("%s", async (message, [url, init]) => {
  expect(await failureOf(nodeFetch(url, init))).toEqual(new TypeError(message));
});

test("speaks to a host by its IPv6 address", async ({ skip }) => {
  const six = createServer((socket) => socket.once("data", () => socket.end(raw("200 OK", [], list))));
  const listening = once(six.listen(0, "::1"), "listening");
  if ((await listening.catch((failure: { code: string }) => failure.code)) === "EADDRNOTAVAIL") return skip();
  try {
    const response = await nodeFetch(`http://[::1]:${(six.address() as { port: number }).port}`, {
      redirect: "manual",
    });
    expect(response.status).toBe(200);
    await response.body?.cancel();
  } finally {
    six.close();
  }
});
