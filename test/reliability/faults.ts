import type { Socket } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { Outcome } from "../../src/index.js";

/** Sent as the token, and repeated by responses. */
export const secret = "canary-token";

/** How a create request has to end. */
interface Expected {
  code: string | RegExp;
  status?: number;
  outcome?: Outcome;
  attempts?: number;
  issues?: object[];
  /** Whether `fetch` may hang, also after its signal was aborted: corrupt gzip does that on Node 20. */
  hangs?: boolean;
}

/** The address is that of the server, unless one is given. */
type Fault = readonly [name: string, serve: (socket: Socket) => void, Expected, at?: (url: string) => string];

const raw =
  (status: string, headers: string[], body: string | Buffer = "") =>
  (socket: Socket) => {
    socket.write([`HTTP/1.1 ${status}`, ...headers, "Connection: close", "", ""].join("\r\n"));
    socket.end(body);
  };
const json = (status: string, text: string | Buffer, ...headers: string[]) =>
  raw(status, ["Content-Type: application/json", `Content-Length: ${Buffer.byteLength(text)}`, ...headers], text);
/** Bytes after which nothing more comes, or after which the connection ends. */
const open = (text: string) => (socket: Socket) => void socket.write(text);
const cut = (text: string) => (socket: Socket) => void socket.end(text);
const reset = (text: string) => (socket: Socket) =>
  void socket.write(text, () => setImmediate(() => socket.resetAndDestroy()));
const zipped = gzipSync("[]");
const corrupt = zipped.with(-8, (zipped.at(-8) as number) ^ 0xff) as Buffer;
const million = Buffer.alloc(2 ** 24, 32);
const [gzip, created] = ["Content-Encoding: gzip", "HTTP/1.1 201 OK\r\n"];
const deep = "[".repeat(200_000) + "]".repeat(200_000);

const lost: Expected = { code: "network", outcome: "unknown", attempts: 2 };
const late: Expected = { code: "timeout", outcome: "unknown" };
const unusable: Expected = { code: "invalid_response", outcome: "applied", attempts: 1 };
const elsewhere: Expected = { code: "redirect", outcome: "unknown", attempts: 1 };
const unpacked: Expected = { code: "network", outcome: "unknown", hangs: true };
const corrupted: Expected = { code: /network|invalid_response/, hangs: true };
const untouched: Expected = { code: "network", outcome: "not-applied" };
const refused: Expected = { code: "api", status: 400, outcome: "not-applied", attempts: 1 };
const failed: Expected = { code: "api", status: 502, outcome: "unknown", attempts: 2 };
const tooLarge: Expected = { ...unusable, issues: [{ message: "is larger than 1048576 bytes" }] };

/** What a raw server can do to a create request. */
export const faults: readonly Fault[] = [
  ["a refused connection", () => {}, { ...untouched, attempts: 2 }, () => "http://127.0.0.1:40999"],
  ["TLS to a plain server", raw("400 No", []), { ...untouched, attempts: 1 }, (url) => url.replace("http:", "https:")],
  ["a reset before the headers", (socket) => socket.resetAndDestroy(), lost],
  ["the end before the headers", cut(""), lost],
  ["no response at all", () => {}, late],
  ["a stall in the body", open(`${created}Content-Length: 100\r\n\r\n{`), late],
  ["a reset in the body", reset(`${created}Content-Length: 1000\r\n\r\n{`), lost],
  ["the end in the body", cut(`${created}Content-Length: 100\r\n\r\n{`), lost],
  ["the end in a chunked body", cut(`${created}Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n`), lost],
  [
    "one byte every 50 ms",
    (socket) => {
      socket.write(`${created}Content-Length: 100000\r\n\r\n`);
      const drip = setInterval(() => socket.write(" "), 50);
      socket.on("close", () => clearInterval(drip)).on("error", () => clearInterval(drip));
    },
    late,
  ],
  ["headers of 40 kB", raw("201 OK", [`X-Long: ${"x".repeat(40_000)}`], "{}"), lost],
  ["two lengths", raw("201 OK", ["Content-Length: 2", "Content-Length: 3"], "{}"), lost],
  ["a bad chunk size", raw("201 OK", ["Transfer-Encoding: chunked"], "zz\r\n{}\r\n0\r\n\r\n"), lost],
  ["ten layers of gzip", json("201 OK", "{}", `Content-Encoding: ${Array(10).fill("gzip").join(", ")}`), unpacked],
  ["a gzip header on a plain body without a length", raw("201 OK", [gzip], "{}"), unpacked],
  ["a bad gzip checksum without a length", raw("201 OK", [gzip], corrupt), corrupted],
  ["a gzip bomb of 16 MiB", json("201 OK", gzipSync(million), gzip), tooLarge],
  ["a brotli bomb of 16 MiB", json("201 OK", brotliCompressSync(million), "Content-Encoding: br"), tooLarge],
  ["16 MiB of text", json("201 OK", million), tooLarge],
  ["16 MiB of a failure", json("502 Bad Gateway", million), failed],
  ["arrays 200,000 deep", json("201 OK", deep), unusable],
  ["a failure of arrays 200,000 deep", json("400 No", `{"data":${deep}}`), refused],
  ["a property called __proto__", json("201 OK", '{"__proto__":{"qualification":"StateOwnedEntity"}}'), unusable],
  ["two byte order marks", json("201 OK", "\uFEFF\uFEFF{}"), unusable],
  ["not modified", raw("304 Not Modified", []), elsewhere],
  ["a redirect", raw("307 Moved", [`Location: http://127.0.0.1:1/${secret}`, "Content-Length: 0"]), elsewhere],
  ["a refusal with our token", json("400 No", `{"code":1,"description":"${secret}"}`), refused],
];
