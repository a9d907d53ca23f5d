import type { Socket } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";

/** Sent as the token, and repeated by responses. */
export const secret = "canary-token";

interface Expected {
  code: string | string[];
  status?: number;
  /** What becomes of a create request. */
  outcome: "not-applied" | "unknown" | "applied" | "any";
  attempts?: number;
  /** Whether `fetch` may hang, also after its signal was aborted: corrupt gzip without a length does that on Node 20. */
  hangs?: boolean;
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
export const open = (text: string) => (socket: Socket) => void socket.write(text);
const corrupt = (bytes: Buffer) => {
  const copy = Buffer.from(bytes);
  copy[copy.length - 8] = (copy[copy.length - 8] as number) ^ 0xff;
  return copy;
};
const zipped = gzipSync("[]");
/** Without a Content-Length, Node 20 hangs on it, also after the signal of `fetch` was aborted. */
export const bareCorruptGzip = raw("201 OK", ["Content-Encoding: gzip"], corrupt(zipped));
const million = Buffer.alloc(2 ** 24, 32);

const lost: Expected = { code: "network", outcome: "unknown", attempts: 2 };
const late: Expected = { code: "timeout", outcome: "unknown" };
const unusable: Expected = { code: "invalid_response", outcome: "applied", attempts: 1 };
const uncertain: Expected = { ...unusable, outcome: "unknown" };
const refused = (status: number): Expected => ({ code: "api", status, outcome: "not-applied", attempts: 1 });
const failed = (status: number): Expected => ({ code: "api", status, outcome: "unknown", attempts: 2 });

/** What a raw server can do to a create request, and how the call has to end. */
export const faults: readonly Fault[] = [
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
    expected: { code: "network", outcome: "unknown", hangs: true },
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
  { name: "no response at all", serve: () => {}, expected: late },
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
    expected: { code: ["network", "invalid_response"], outcome: "any", hangs: true },
  },
  {
    name: "bad gzip checksum, without a length",
    serve: bareCorruptGzip,
    expected: { code: ["network", "invalid_response"], outcome: "any", hangs: true },
  },
  {
    name: "gzip header on a plain body, without a length",
    serve: raw("201 OK", ["Content-Encoding: gzip"], "{}"),
    expected: { code: "network", outcome: "unknown", hangs: true },
  },
  {
    name: "gzip header on a plain body",
    serve: json("201 OK", "{}", "Content-Encoding: gzip"),
    expected: { code: "network", outcome: "unknown", hangs: true },
  },
  { name: "two lengths", serve: raw("201 OK", ["Content-Length: 2", "Content-Length: 3"], "{}"), expected: lost },
  { name: "a negative length", serve: raw("201 OK", ["Content-Length: -1"], "{}"), expected: lost },
  {
    name: "a bad chunk size",
    serve: raw("201 OK", ["Transfer-Encoding: chunked"], "zz\r\n{}\r\n0\r\n\r\n"),
    expected: lost,
  },
  { name: "headers of 40 kB", serve: raw("201 OK", [`X-Long: ${"x".repeat(40_000)}`], "{}"), expected: lost },
  { name: "not HTTP", serve: (socket) => void socket.end("SSH-2.0-OpenSSH_9.2\r\n"), expected: lost },
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
  { name: "a success of nothing", serve: raw("204 No Content", []), expected: uncertain },
  { name: "null", serve: json("201 OK", "null"), expected: unusable },
  { name: "a list for an object", serve: json("201 OK", "[]"), expected: unusable },
  { name: "a login page", serve: raw("200 OK", ["Content-Type: text/html"], "<html>"), expected: uncertain },
  { name: "not UTF-8", serve: json("201 OK", Buffer.from([0x22, 0xff, 0x22])), expected: unusable },
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
    name: "503 that says it is not retryable",
    serve: json("503 No", '{"isRetryable":false}'),
    expected: { ...failed(503), attempts: 1 },
  },
  ...["abc", "0x10", "-5", "1e3", ""].map(
    (value): Fault => ({
      name: `429, Retry-After ${JSON.stringify(value)}`,
      serve: json("429 No", "{}", `Retry-After: ${value}`),
      expected: { code: "throttled", status: 429, outcome: "not-applied", attempts: 2 },
    }),
  ),
  ...["57", "2, 57", "99999999999", "Sun, 06 Nov 2094 08:49:37 GMT"].map(
    (value): Fault => ({
      name: `429, Retry-After ${value}`,
      serve: json("429 No", "{}", `Retry-After: ${value}`),
      expected: { code: "throttled", status: 429, outcome: "not-applied", attempts: 1 },
    }),
  ),
];
