import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, get } from "node:http";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import fc from "fast-check";
import type { Measurement } from "./measurement.js";

/** The size of the measurements. */
export interface SandboxScale {
  seed: number;
  rounds: number;
  concurrent: number;
  slow: number;
  fuzzed: number;
  inFlight: number;
}

export const fullSandbox: Omit<SandboxScale, "seed"> = {
  rounds: 3,
  concurrent: 2000,
  slow: 1000,
  fuzzed: 10_000,
  inFlight: 50,
};

const known = "/v1/customers/00000000-0000-4000-8000-000000000001/qualifications";
const headers = { Authorization: "Bearer any" };
const sandboxCommand = ["--import", "tsx", "src/cli.ts", "sandbox", "--port", "0", "--quiet", "--faults"];

/** A server with Node's defaults, as a control. */
const naiveCommand = [
  "--eval",
  `const server = require("node:http").createServer((request, response) => {
     const ms = /latency=(\\d+)/.exec(request.headers["sandbox-faults"])?.[1] ?? 0;
     setTimeout(() => response.end(), ms);
   });
   server.listen(0, "127.0.0.1", () => console.log("listening on http://127.0.0.1:" + server.address().port + " "));`,
];

interface Served {
  child: ChildProcess;
  port: number;
}

/** Starts a server in a process of its own, uses it, and stops it. */
async function withServer<Value>(command: string[], use: (served: Served) => Promise<Value>): Promise<Value> {
  const child = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const port = await new Promise<number>((resolve, reject) => {
      let said = "";
      child.once("exit", () => reject(new Error(`the server exited:\n${said}`)));
      child.stdout?.setEncoding("utf8").on("data", (chunk) => {
        said += chunk;
        const [, found] = /listening on http:\/\/127\.0\.0\.1:(\d+)\s/.exec(said) ?? [];
        if (found) resolve(Number(found));
      });
    });
    return await use({ child, port });
  } finally {
    child.kill("SIGKILL");
  }
}

/** The status of a GET; undefined if the connection was reset. */
function statusOf(port: number, more: Record<string, string> = {}): Promise<number | undefined> {
  return new Promise((resolve) => {
    // Each request has a connection of its own.
    const agent = new Agent({ maxSockets: 1 });
    get({ port, host: "127.0.0.1", path: known, headers: { ...headers, ...more }, agent }, (response) => {
      response.resume().once("end", () => resolve(response.statusCode));
    }).once("error", () => resolve(undefined));
  });
}

async function complete(port: number, count: number, more?: Record<string, string>): Promise<number> {
  const statuses = await Promise.all(Array.from({ length: count }, () => statusOf(port, more)));
  return statuses.filter((status) => status === 200).length;
}

async function load({ concurrent, rounds }: SandboxScale): Promise<Measurement> {
  const got: number[] = [];
  const times: number[] = [];
  const lost = await withServer(sandboxCommand, async ({ port }) => {
    for (let round = 0; round < rounds; round += 1) {
      const started = performance.now();
      got.push(await complete(port, concurrent));
      times.push(Math.round(performance.now() - started));
    }
    return concurrent - (await complete(port, concurrent, { "Sandbox-Faults": "rate-limit=10" }));
  });
  return {
    name: `${concurrent} concurrent requests from another process, ${rounds} times`,
    goal: "none lost",
    value: `${got.join(", ")} completed, in ${times.join(", ")} ms`,
    ok: got.every((count) => count === concurrent),
    control: { value: `with a rate limit of 10 per second ${lost} are missing`, ok: lost > 0 },
  };
}

/** The longest GET while slow clients keep sockets open, and how many of those sockets are closed within 8 s. */
async function besides(port: number, count: number): Promise<{ longest: number; ended: number }> {
  const sockets: Socket[] = [];
  let ended = 0;
  for (let index = 0; index < count; index += 1) {
    const socket = connect(port, "127.0.0.1").on("error", () => {});
    socket.once("close", () => (ended += 1)).resume();
    socket.write(`GET ${known} HTTP/1.1\r\nHost: loc`);
    sockets.push(socket);
  }
  await Promise.all(sockets.map((socket) => (socket.connecting ? once(socket, "connect") : undefined)));
  // The first GET waits until the sockets before it are accepted.
  await statusOf(port);
  let longest = 0;
  for (let round = 0; round < 5; round += 1) {
    const started = performance.now();
    await statusOf(port);
    longest = Math.max(longest, performance.now() - started);
  }
  const all = Promise.all(sockets.map((socket) => (socket.closed ? undefined : once(socket, "close"))));
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, 8000))]);
  for (const socket of sockets) socket.destroy();
  return { longest: Math.round(longest), ended };
}

async function slowClients({ slow, rounds }: SandboxScale): Promise<Measurement> {
  const results: { longest: number; ended: number }[] = [];
  await withServer(sandboxCommand, async ({ port }) => {
    for (let round = 0; round < rounds; round += 1) results.push(await besides(port, slow));
  });
  const naive = await withServer(naiveCommand, ({ port }) => besides(port, slow));
  return {
    name: `${slow} slow sockets open, ${rounds} times`,
    goal: "a normal GET under 50 ms; all closed within 8 s",
    value: results.map(({ longest, ended }) => `${longest} ms, ${ended} closed`).join("; "),
    ok: results.every(({ longest, ended }) => longest < 50 && ended === slow),
    control: { value: `Node's defaults: ${naive.ended} closed`, ok: naive.ended < slow },
  };
}

/** Bytes that are a valid request, nearly one, or not one at all. */
function fuzzed(seed: number, count: number): string[] {
  const id = fc.constantFrom(
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((number) => `00000000-0000-4000-8000-00000000000${number}`),
  );
  const latin = fc.string({ unit: "binary-ascii", maxLength: 30 });
  const segment = fc.oneof(id, latin, fc.constantFrom("all", "..", "%2e%2e", "%00", "a%2Fb", "\\", ""));
  const target = fc.oneof(
    segment.map((customer) => `/v1/customers/${customer}/qualifications`),
    fc.array(segment, { maxLength: 6 }).map((segments) => `/${segments.join("/")}`),
    fc.constantFrom("/v1/customers/all/validations", "*", "http://127.0.0.1/", "//", "?", ""),
  );
  const method = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom("GET", "POST") },
    { weight: 2, arbitrary: fc.constantFrom("PUT", "TRACE", "OPTIONS", "HEAD", "CONNECT", "PATCH", "get", "PROPFIND") },
    { weight: 1, arbitrary: latin },
  );
  const name = fc.constantFrom(
    "MS-RequestId",
    "MS-CorrelationId",
    "X-Locale",
    "Content-Type",
    "Accept",
    "Expect",
    "Sandbox-Fault",
  );
  const header = fc.oneof(
    fc.tuple(name, fc.oneof(latin, id)).map(([key, value]) => `${key}: ${value}`),
    fc.constantFrom(
      "Host: localhost",
      "Host: evil.example",
      "Transfer-Encoding: chunked",
      "Content-Length: 5",
      "X: \x00",
    ),
    latin,
  );
  const json = fc.oneof(
    fc.json(),
    fc
      .record({
        qualification: fc.constantFrom(
          "Education",
          "GovernmentCommunityCloud",
          "StateOwnedEntity",
          "None",
          "__proto__",
        ),
        educationSegment: fc.option(fc.constantFrom("K12", "HigherEducation", "x"), { nil: undefined }),
        validationCode: fc.option(fc.string(), { nil: undefined }),
      })
      .map((value) => JSON.stringify(value)),
    fc.constantFrom("", "{", "null", '{"__proto__":{}}', "[".repeat(5000)),
    latin,
  );
  const request = fc
    .tuple(method, target, fc.array(header, { maxLength: 4 }), json, fc.boolean(), fc.boolean())
    .map(([verb, path, lines, body, host, close]) =>
      [
        `${verb} ${path} HTTP/1.1`,
        ...(host ? ["Host: localhost", "Authorization: Bearer any", "Content-Type: application/json"] : []),
        ...(host ? [`Content-Length: ${Buffer.byteLength(body, "latin1")}`] : []),
        ...(close ? ["Connection: close"] : []),
        ...lines,
        "",
        body,
      ].join("\r\n"),
    );
  const bytes = fc.string({ unit: "binary-ascii", maxLength: 300 });
  return fc.sample(fc.oneof({ weight: 9, arbitrary: request }, { weight: 1, arbitrary: bytes }), {
    seed,
    numRuns: count,
  });
}

/** The problem in the responses to these bytes; undefined if there is none. */
async function problemOf(port: number, bytes: string): Promise<string | undefined> {
  const socket = connect(port, "127.0.0.1").on("error", () => {});
  socket.end(Buffer.from(bytes, "latin1"));
  const whole = await text(socket).catch(() => "");
  for (const response of whole.split(/(?=HTTP\/1\.1 )/)) {
    const [head = "", body = ""] = response.split("\r\n\r\n");
    const status = Number(head.split(" ")[1]);
    if (whole === "" || status === 100) continue;
    if (!(status >= 200 && status < 500)) return `${status}`;
    if (status < 300 || body === "") continue;
    const { code, description, statusCode } = JSON.parse(body);
    if (statusCode === undefined && (code === undefined || !description)) return `${status} in an undocumented shape`;
  }
  return undefined;
}

async function fuzz({ fuzzed: count, rounds, seed }: SandboxScale): Promise<Measurement> {
  const wrong: string[] = [];
  let lives = 0;
  const attack = async (port: number, requests: string[]) => {
    const left = [...requests];
    const worker = async () => {
      for (let bytes = left.pop(); bytes !== undefined; bytes = left.pop()) {
        const problem = await problemOf(port, bytes).catch((failure: Error) => failure.message);
        if (problem) wrong.push(`${problem}: ${JSON.stringify(bytes.slice(0, 200))}`);
      }
    };
    await Promise.all(Array.from({ length: 50 }, worker));
  };
  for (let round = 0; round < rounds; round += 1) {
    await withServer(sandboxCommand, async ({ port }) => {
      await attack(port, fuzzed(seed + round, count));
      if ((await statusOf(port)) === 200) lives += 1;
    });
  }
  const found = wrong.length;
  const faulty = `GET ${known} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer any\r\nSandbox-Faults: status=500\r\nConnection: close\r\n\r\n`;
  await withServer(sandboxCommand, ({ port }) => attack(port, [faulty]));
  return {
    name: `${count} fuzzed requests, ${rounds} times`,
    goal: "no crash, no 5xx, each response in a documented shape",
    value: `${found} wrong, alive after ${lives} of ${rounds}${wrong
      .slice(0, Math.min(found, 5))
      .map((line) => `\n    ${line}`)
      .join("")}`,
    ok: found === 0 && lives === rounds,
    control: { value: `an injected 500 is seen ${wrong.length - found} time`, ok: wrong.length === found + 1 },
  };
}

/** How many of the requests in flight are completed when the process gets SIGTERM, in how long, and its exit code. */
function stopped(command: string[], count: number) {
  return withServer(command, async ({ child, port }) => {
    const completed = complete(port, count, { "Sandbox-Faults": "latency=300" });
    // Requests are taken in the order they came in.
    await statusOf(port);
    const exited = once(child, "exit");
    const started = performance.now();
    child.kill("SIGTERM");
    const [code] = await exited;
    return { ms: Math.round(performance.now() - started), code, got: await completed };
  });
}

async function shutdown({ inFlight, rounds }: SandboxScale): Promise<Measurement> {
  const results: Awaited<ReturnType<typeof stopped>>[] = [];
  for (let round = 0; round < rounds; round += 1) results.push(await stopped(sandboxCommand, inFlight));
  const naive = await stopped(naiveCommand, inFlight);
  return {
    name: `SIGTERM with ${inFlight} requests in flight, ${rounds} times`,
    goal: `${inFlight} completed, under a second, exit 0`,
    value: results.map(({ got, ms, code }) => `${got} in ${ms} ms, exit ${code}`).join("; "),
    ok: results.every(({ got, ms, code }) => got === inFlight && ms < 1000 && code === 0),
    control: { value: `Node's own defaults: ${naive.got} completed`, ok: naive.got < inFlight },
  };
}

/** The measurements of the sandbox over HTTP, one after the other. */
export async function measureSandbox(scale: SandboxScale): Promise<Measurement[]> {
  const measurements = [await load(scale), await fuzz(scale), await shutdown(scale)];
  return scale.slow > 0 ? [...measurements, await slowClients(scale)] : measurements;
}
