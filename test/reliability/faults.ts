import { getEventListeners } from "node:events";
import { createServer, type Socket } from "node:net";
import { inspect } from "node:util";
import { brotliCompressSync, gzipSync } from "node:zlib";
import createOpenapiClient from "openapi-fetch";
import { createClient, isPartnerCenterError } from "../../src/index.js";
import { customerId, type Figure, type Scale, stateOwned } from "./figure.js";

const secret = "canary-token";

interface Expected {
  code: string | string[];
  status?: number;
  /** What becomes of a create. */
  outcome: "not-applied" | "unknown" | "applied" | "any";
  attempts?: number;
}

export interface Fault {
  name: string;
  serve: (socket: Socket) => void;
  /** Where the client is sent, if not to the server. */
  at?: (url: string) => string;
  expected: Expected;
}

const raw =
  (status: string, headers: string[], body: string | Buffer = "") =>
  (socket: Socket) => {
    socket.write([`HTTP/1.1 ${status}`, ...headers, "Connection: close", "", ""].join("\r\n"));
    socket.end(body);
  };
const json = (status: string, text: string | Buffer, ...headers: string[]) =>
  raw(status, ["Content-Type: application/json", `Content-Length: ${Buffer.byteLength(text)}`, ...headers], text);
const open = (text: string) => (socket: Socket) => void socket.write(text);
const corrupt = (bytes: Buffer) => {
  const copy = Buffer.from(bytes);
  copy[copy.length - 8] = (copy[copy.length - 8] as number) ^ 0xff;
  return copy;
};
const zipped = gzipSync("[]");
const million = Buffer.alloc(2 ** 24, 32);

const lost: Expected = { code: "network", outcome: "unknown", attempts: 2 };
const late: Expected = { code: "timeout", outcome: "unknown" };
const unusable: Expected = { code: "invalid_response", outcome: "applied", attempts: 1 };
const doubtful: Expected = { ...unusable, outcome: "unknown" };
const refused = (status: number): Expected => ({ code: "api", status, outcome: "not-applied", attempts: 1 });
const failed = (status: number): Expected => ({ code: "api", status, outcome: "unknown", attempts: 2 });

const faults: Fault[] = [
  { name: "reset before the headers", serve: (socket) => socket.resetAndDestroy(), expected: lost },
  { name: "end before the headers", serve: (socket) => socket.end(), expected: lost },
  {
    name: "a refused connection",
    serve: () => {},
    at: () => "http://127.0.0.1:40999",
    expected: { code: "network", outcome: "not-applied", attempts: 2 },
  },
  {
    name: "TLS spoken to a plain server",
    serve: raw("400 No", []),
    at: (url) => url.replace("http:", "https:"),
    expected: { code: "network", outcome: "not-applied", attempts: 1 },
  },
  {
    name: "ten layers of gzip",
    serve: json("201 OK", "{}", `Content-Encoding: ${Array(10).fill("gzip").join(", ")}`),
    expected: { code: ["network", "timeout"], outcome: "unknown" },
  },
  {
    name: "3,000 headers",
    serve: raw(
      "201 OK",
      Array.from({ length: 3000 }, (_, index) => `X-${index}: 1`),
      "{}",
    ),
    expected: lost,
  },
  { name: "arrays 200,000 deep", serve: json("201 OK", "[".repeat(200_000) + "]".repeat(200_000)), expected: unusable },
  {
    name: "a failure of arrays 200,000 deep",
    serve: json("400 No", `{"data":${"[".repeat(200_000)}${"]".repeat(200_000)}}`),
    expected: refused(400),
  },
  {
    name: "a property called __proto__",
    serve: json("201 OK", '{"__proto__":{"qualification":"StateOwnedEntity"}}'),
    expected: unusable,
  },
  { name: "no answer at all", serve: () => {}, expected: late },
  { name: "half a status line", serve: open("HTTP/1.1 2"), expected: late },
  { name: "stall in the body", serve: open("HTTP/1.1 201 OK\r\nContent-Length: 100\r\n\r\n{"), expected: late },
  {
    name: "reset in the body",
    serve: (socket) =>
      socket.write("HTTP/1.1 201 OK\r\nContent-Length: 1000\r\n\r\n{", () =>
        setImmediate(() => socket.resetAndDestroy()),
      ),
    expected: lost,
  },
  {
    name: "end in the body",
    serve: (socket) => void socket.end("HTTP/1.1 201 OK\r\nContent-Length: 100\r\n\r\n{"),
    expected: lost,
  },
  {
    name: "end in a chunked body",
    serve: (socket) => void socket.end("HTTP/1.1 201 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"),
    expected: lost,
  },
  {
    name: "one byte every 50 ms",
    serve: (socket) => {
      socket.write("HTTP/1.1 201 OK\r\nContent-Length: 100000\r\n\r\n");
      const drip = setInterval(() => socket.write(" "), 50);
      socket.on("close", () => clearInterval(drip)).on("error", () => clearInterval(drip));
    },
    expected: late,
  },
  { name: "cut JSON of the right length", serve: json("201 OK", '{"qualification":"State'), expected: unusable },
  {
    name: "bad gzip checksum",
    serve: json("201 OK", corrupt(zipped), "Content-Encoding: gzip"),
    expected: { code: ["network", "timeout", "invalid_response"], outcome: "any" },
  },
  {
    name: "gzip header on a plain body",
    serve: json("201 OK", "{}", "Content-Encoding: gzip"),
    expected: { code: ["network", "timeout"], outcome: "unknown" },
  },
  { name: "two lengths", serve: raw("201 OK", ["Content-Length: 2", "Content-Length: 3"], "{}"), expected: lost },
  { name: "a negative length", serve: raw("201 OK", ["Content-Length: -1"], "{}"), expected: lost },
  {
    name: "a bad chunk size",
    serve: raw("201 OK", ["Transfer-Encoding: chunked"], "zz\r\n{}\r\n0\r\n\r\n"),
    expected: lost,
  },
  { name: "headers of 40 kB", serve: raw("201 OK", [`X-Long: ${"x".repeat(40_000)}`], "{}"), expected: lost },
  { name: "no HTTP", serve: (socket) => void socket.end("SSH-2.0-OpenSSH_9.2\r\n"), expected: lost },
  {
    name: "a gzip bomb of 16 MiB",
    serve: json("201 OK", gzipSync(million), "Content-Encoding: gzip"),
    expected: unusable,
  },
  {
    name: "a brotli bomb of 16 MiB",
    serve: json("201 OK", brotliCompressSync(million), "Content-Encoding: br"),
    expected: unusable,
  },
  { name: "16 MiB of text", serve: json("201 OK", million), expected: unusable },
  { name: "16 MiB of a failure", serve: json("502 Bad Gateway", million), expected: failed(502) },
  { name: "an empty success", serve: json("201 OK", ""), expected: unusable },
  { name: "a success of nothing", serve: raw("204 No Content", []), expected: doubtful },
  { name: "null", serve: json("201 OK", "null"), expected: unusable },
  { name: "a list for an object", serve: json("201 OK", "[]"), expected: unusable },
  { name: "a login page", serve: raw("200 OK", ["Content-Type: text/html"], "<html>"), expected: doubtful },
  { name: "no UTF-8", serve: json("201 OK", Buffer.from([0x22, 0xff, 0x22])), expected: unusable },
  { name: "two byte order marks", serve: json("201 OK", "\uFEFF\uFEFF{}"), expected: unusable },
  {
    name: "not modified",
    serve: raw("304 Not Modified", []),
    expected: { code: "redirect", outcome: "unknown", attempts: 1 },
  },
  ...[301, 302, 303, 307, 308].map(
    (status): Fault => ({
      name: `redirect ${status}`,
      serve: raw(`${status} Moved`, ["Location: http://127.0.0.1:1/canary-token", "Content-Length: 0"]),
      expected: { code: "redirect", status, outcome: "unknown", attempts: 1 },
    }),
  ),
  ...[400, 403, 404, 405, 406, 409, 410, 412, 413, 415, 422, 451].map(
    (status): Fault => ({
      name: `status ${status}`,
      serve: json(`${status} No`, `{"code":1,"description":"${secret}"}`),
      expected: refused(status),
    }),
  ),
  { name: "status 401", serve: json("401 No", ""), expected: refused(401) },
  ...[408, 500, 502, 503, 504].map(
    (status): Fault => ({
      name: `status ${status}, HTML`,
      serve: json(`${status} No`, `<html>${secret}`),
      expected: failed(status),
    }),
  ),
  ...[501, 505, 508].map(
    (status): Fault => ({
      name: `status ${status}`,
      serve: json(`${status} No`, ""),
      expected: { ...failed(status), attempts: 1 },
    }),
  ),
  {
    name: "503 that says it is final",
    serve: json("503 No", '{"isRetryable":false}'),
    expected: { ...failed(503), attempts: 1 },
  },
  ...["abc", "0x10", "-5", "1e3", "", "2, 3"].map(
    (value): Fault => ({
      name: `429, Retry-After ${JSON.stringify(value)}`,
      serve: json("429 No", "{}", `Retry-After: ${value}`),
      expected: { code: "throttled", status: 429, outcome: "not-applied", attempts: 2 },
    }),
  ),
  ...["57", "99999999999", "Sun, 06 Nov 2094 08:49:37 GMT"].map(
    (value): Fault => ({
      name: `429, Retry-After ${value}`,
      serve: json("429 No", "{}", `Retry-After: ${value}`),
      expected: { code: "throttled", status: 429, outcome: "not-applied", attempts: 1 },
    }),
  ),
];

async function withServer<Value>(
  serve: (socket: Socket) => void,
  use: (url: string) => Promise<Value>,
): Promise<Value> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on("error", () => {}));
    socket.once("data", () => serve(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await use(`http://127.0.0.1:${(server.address() as { port: number }).port}`);
  } finally {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
}

/** One fault, met by a create: what was wrong with how the call ended, and by how much it outlasted its deadline. */
async function meet(
  { name, serve, at = (url) => url, expected }: Fault,
  { deadline, slack }: Scale,
): Promise<{ wrong: string[]; overrun: number }> {
  return withServer(serve, async (baseUrl) => {
    const { signal } = new AbortController();
    const client = createClient({ baseUrl: at(baseUrl), token: secret, deadline, retry: { limit: 1, base: 1 } });
    const started = performance.now();
    const error = await client.createQualification(customerId, stateOwned, { signal }).then(
      () => undefined,
      (failure: unknown) => failure,
    );
    const overrun = performance.now() - started - deadline;
    if (!isPartnerCenterError(error)) return { wrong: [`${name}: no error of ours, but ${inspect(error)}`], overrun };
    const { status } = error as { status?: number };
    const { code, outcome, attempts } = expected;
    const wrong = [
      ![code].flat().includes(error.code) && `code ${error.code}`,
      expected.status !== undefined && status !== expected.status && `status ${status}`,
      outcome !== "any" && error.outcome !== outcome && `outcome ${error.outcome}`,
      attempts !== undefined && error.attempts !== attempts && `${error.attempts} attempts`,
      overrun > slack && `${Math.round(overrun)} ms over the deadline`,
      inspect(error, { depth: 9 }).includes(secret) && "a secret",
      getEventListeners(signal, "abort").length > 0 && "a listener left behind",
    ];
    return { wrong: wrong.filter((part) => part !== false).map((part) => `${name}: ${part}`), overrun };
  });
}

/** Whether the same fault, met by a bare client with a signal for a deadline, looks like success or never ends. */
async function missed({ serve, at = (url) => url }: Fault, deadline: number): Promise<boolean> {
  return withServer(serve, async (baseUrl) => {
    const bare = createOpenapiClient<Record<string, never>>({ baseUrl: at(baseUrl) }) as unknown as {
      POST: (path: string, init: object) => Promise<{ error?: unknown }>;
    };
    const given = new AbortController();
    const timer = setTimeout(() => given.abort(), deadline);
    const ended = bare.POST("/x", { body: stateOwned, signal: given.signal }).then(
      ({ error }) => !error,
      () => false,
    );
    let late: ReturnType<typeof setTimeout> | undefined;
    const never = new Promise<boolean>((resolve) => {
      late = setTimeout(resolve, deadline + 300, true);
    });
    const result = await Promise.race([ended, never]);
    clearTimeout(timer);
    clearTimeout(late);
    return result;
  });
}

/** The same waits without a deadline of their own: what a plain `fetch` makes of a body that stalls. */
async function control(deadline: number): Promise<string> {
  return withServer(open("HTTP/1.1 201 OK\r\nContent-Length: 100\r\n\r\n{"), async (url) => {
    const reading = fetch(url)
      .then((response) => response.text())
      .then(
        () => "ends",
        () => "fails",
      );
    return Promise.race([
      reading,
      new Promise<string>((resolve) => setTimeout(resolve, deadline + 500, "still waiting")),
    ]);
  });
}

export async function faultFigures(scale: Scale, met = faults): Promise<Figure[]> {
  const { rounds } = scale;
  const wrong: string[] = [];
  let longest = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const fault of met) {
      const result = await meet(fault, scale);
      wrong.push(...result.wrong);
      longest = Math.max(longest, result.overrun);
    }
  }
  const naive = await control(scale.deadline);
  let unseen = 0;
  for (const fault of met) if (await missed(fault, scale.deadline / 4)) unseen += 1;
  const all = met.length * rounds;
  const survived = all - new Set(wrong.map((complaint) => complaint.split(":")[0])).size;
  return [
    {
      name: "faults from a raw server",
      goal: `${all} of ${all}`,
      value: `${survived} of ${all}${wrong.map((complaint) => `\n    ${complaint}`).join("")}`,
      ok: wrong.length === 0,
      control: {
        value: `bare openapi-fetch: ${unseen} of ${met.length} look like success, or never end`,
        ok: unseen > 0,
      },
    },
    {
      name: "longest overrun of a deadline",
      goal: `${scale.slack} ms`,
      value: `${Math.round(longest)} ms`,
      ok: longest <= scale.slack,
      control: { value: `plain fetch is ${naive} 500 ms later`, ok: naive === "still waiting" },
    },
  ];
}
