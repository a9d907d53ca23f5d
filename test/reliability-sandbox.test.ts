/** The sandbox under load, as a process of its own: in short, or with `npm run reliability -- sandbox` in whole. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { measured, scale } from "./reliability/scale.js";
import { education, idsOf, stateOwned } from "./support.js";

const { concurrent, slow, fuzzed } = scale.sandbox;
const repeats = scale.rounds - 1;
const path = "/v1/customers/00000000-0000-4000-8000-000000000001/qualifications";
let child: ChildProcess;
let port: number;

beforeEach(async () => {
  child = spawn(process.execPath, ["--import", "tsx", "src/cli.ts", "sandbox", "--port", "0", "--quiet", "--faults"]);
  const [printed] = await once(child.stdout?.setEncoding("utf8") as NonNullable<ChildProcess["stdout"]>, "data");
  port = Number(/listening on http:\/\/127\.0\.0\.1:(\d+)\s/.exec(printed)?.[1]);
});
afterEach(() => void child.kill("SIGKILL"));

/** The status of a GET with a connection of its own; undefined if that was reset. */
async function statusOf(faults = "latency=0"): Promise<number | undefined> {
  const headers = { Authorization: "Bearer any", "Sandbox-Faults": faults, Connection: "close" };
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers }).catch(() => undefined);
  await response?.arrayBuffer();
  return response?.status;
}

const completed = async (count: number, faults?: string) =>
  (await Promise.all(Array.from({ length: count }, () => statusOf(faults)))).filter((status) => status === 200).length;

test(`of ${concurrent} concurrent requests none is lost`, { repeats }, async () => {
  const started = performance.now();
  expect(await completed(concurrent)).toBe(concurrent);
  measured(`${concurrent} concurrent requests: ${Math.round(performance.now() - started)} ms`);
  // A request that is refused would be noticed.
  expect(await completed(concurrent, "rate-limit=10")).toBeLessThan(concurrent);
});

test(`${slow} slow sockets get a 408 within 8 s, and delay no other request`, { repeats }, async () => {
  const refusals = Array.from({ length: slow }, (_, index) => {
    const socket = connect(port, "127.0.0.1");
    if (index > 0) socket.write(`GET ${path} HTTP/1.1\r\nHost: loc`);
    return text(socket);
  });
  // The first GET waits until the sockets before it are accepted.
  await statusOf();
  const started = performance.now();
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const asked = performance.now();
    expect(await statusOf()).toBe(200);
    times.push(performance.now() - asked);
  }
  for (const refusal of await Promise.all(refusals)) {
    expect(refusal).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n[\s\S]*\r\n\r\n\{"code":800002,/);
  }
  const [longest, all] = [Math.max(...times), performance.now() - started].map(Math.round);
  measured(`beside ${slow} slow sockets: a GET in ${longest} ms at most, all closed after ${all} ms`);
  if (!scale.full) return;
  expect(longest).toBeLessThan(50);
  expect(all).toBeLessThan(8000);
});

test(`SIGTERM lets ${scale.inFlight} requests in flight end, and exits`, { repeats }, async () => {
  let early = 0;
  const inFlight = Array.from({ length: scale.inFlight }, () => statusOf("latency=300").finally(() => (early += 1)));
  // Requests are taken in the order they came in.
  await statusOf();
  expect(early).toBe(0);
  const started = performance.now();
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  const ms = performance.now() - started;
  measured(`SIGTERM with ${scale.inFlight} requests in flight: exit after ${Math.round(ms)} ms`);
  expect([code, await Promise.all(inFlight)]).toEqual([0, Array(scale.inFlight).fill(200)]);
  if (scale.full) expect(ms).toBeLessThan(1000);
});

const noise = fc.string({ unit: "binary-ascii", maxLength: 30 });
const oftenOneOf = (...known: string[]) =>
  fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: noise });
const segment = oftenOneOf(...idsOf(9), "all", "..", "%2e%2e", "%00", "a%2Fb", "\\", "");
const target = fc.oneof(
  segment.map((customer) => `/v1/customers/${customer}/qualifications`),
  fc.array(segment, { maxLength: 6 }).map((segments) => `/${segments.join("/")}`),
  oftenOneOf("/v1/customers/all/validations", "*", "http://127.0.0.1/", "//", "?", ""),
);
const method = oftenOneOf("GET", "POST", "PUT", "TRACE", "OPTIONS", "HEAD", "CONNECT", "get", "PROPFIND");
const name = oftenOneOf("MS-RequestId", "MS-CorrelationId", "X-Locale", "Content-Type", "Expect", "Sandbox-Fault");
const harmful = ["Host: evil.example", "Transfer-Encoding: chunked", "Content-Length: 5", "X: \x00"];
const header = fc.oneof(
  fc.tuple(name, segment).map((both) => both.join(": ")),
  oftenOneOf(...harmful),
);
const valid = [education, stateOwned].map((given) => JSON.stringify(given));
const body = fc.oneof(fc.json(), oftenOneOf(...valid, "", "{", "null", '{"__proto__":{}}', "[".repeat(5000)));
const request = fc
  .tuple(method, target, fc.array(header, { maxLength: 2 }), body, fc.boolean())
  .map(([verb, path, lines, content, usual]) => {
    const length = `Content-Length: ${Buffer.byteLength(content, "latin1")}`;
    const own = ["Host: localhost", "Authorization: Bearer any", "Content-Type: application/json", length];
    return [`${verb} ${path} HTTP/1.1`, ...(usual ? own : []), ...lines, "", content].join("\r\n");
  });
/** Bytes that are a valid request, nearly one, or not one at all. */
const bytes = fc.oneof({ weight: 9, arbitrary: request }, { weight: 1, arbitrary: noise });

let round = 0;

/** The responses to these bytes that a client could not understand. */
async function problemsOf(sent: string): Promise<string[]> {
  const socket = connect(port, "127.0.0.1").on("error", () => {});
  socket.end(Buffer.from(sent, "latin1"));
  const received = await text(socket).catch(() => "");
  return received.split(/(?=HTTP\/1\.1 )/).filter((response) => {
    const [head = "", content = ""] = response.split("\r\n\r\n");
    const status = Number(head.split(" ")[1]);
    if (response === "" || status === 100) return false;
    if (!(status >= 200 && status < 500)) return true;
    if (status < 300 || content === "") return false;
    const { code, description, statusCode } = JSON.parse(content);
    return statusCode === undefined && (code === undefined || !description);
  });
}

test(`${fuzzed} fuzzed requests cause no crash and no 5xx, only documented formats`, { repeats }, async () => {
  const left = fc.sample(bytes, { seed: scale.seed + round++, numRuns: fuzzed });
  const worker = async () => {
    for (let sent = left.pop(); sent !== undefined; sent = left.pop()) {
      expect(await problemsOf(sent), JSON.stringify(sent)).toEqual([]);
    }
  };
  await Promise.all(Array.from({ length: 50 }, worker));
  expect(await statusOf()).toBe(200);
  const faulty = "Host: localhost\r\nAuthorization: Bearer any\r\nSandbox-Faults: status=500\r\nConnection: close";
  expect(await problemsOf(`GET ${path} HTTP/1.1\r\n${faulty}\r\n\r\n`)).toHaveLength(1);
});
