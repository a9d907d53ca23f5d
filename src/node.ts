import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { pipeline, type Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { constants, createBrotliDecompress, createUnzip } from "node:zlib";

/** A connection is kept for as many idle milliseconds as Node's own `fetch` keeps it. */
const idle = { keepAlive: true, timeout: 4000 };
const senders = {
  "http:": { request: httpRequest, agent: new HttpAgent(idle) },
  "https:": { request: httpsRequest, agent: new HttpsAgent(idle) },
};

/**
 * For the client's option `fetch`, on Node only: sends by `node:http` and `node:https`, with about twice the throughput
 * of Node's own `fetch` (measured; see the page of figures). It keeps connections, checks certificates and decodes gzip,
 * brotli and deflate with zlib's header as `fetch` does, follows no redirect, and sends strings and bytes only.
 *
 * What it answers has what the client reads of a `Response`: `status`, `statusText`, `ok`, `type`, `url`, `redirected`,
 * `headers`, and a `body` to be read or cancelled. A reply's `response` then has `text()` and `json()` too, but no
 * `clone()` or the like.
 *
 * @throws TypeError for what it cannot send, before anything is sent; the signal's reason; and what `node:http` throws
 */
export const nodeFetch: typeof globalThis.fetch = async (input, init = {}) => {
  const { body, redirect } = init;
  if (typeof input !== "string" && !(input instanceof URL)) throw new TypeError("nodeFetch needs an address");
  const url = new URL(input);
  if (!(url.protocol in senders)) throw new TypeError("nodeFetch sends to http: and https: only");
  if (redirect !== "manual") throw new TypeError('nodeFetch follows no redirect: "redirect" must be "manual"');
  if (body != null && typeof body !== "string" && !(body instanceof Uint8Array)) {
    throw new TypeError("nodeFetch sends a string or bytes");
  }
  // That a server has closed a kept connection without saying so is seen two turns later, and not before.
  await setImmediate();
  await setImmediate();
  const message = await exchange(url, { ...init, body: body ?? null });
  const { statusCode: status = 0, statusMessage: statusText } = message;
  const headers = headersOf(message);
  // No `Response`, nor a stream of its kind: they would cost as much as the rest of a call.
  const answer = {
    status,
    statusText,
    ok: status >= 200 && status < 300,
    type: "basic",
    url: url.href,
    redirected: false,
    headers,
    body: bodyOf(message, headers.get("Content-Encoding")),
  };
  return answer as unknown as Response;
};

/** Resolves when the headers of the answer are there. */
function exchange(
  { protocol, hostname, port, pathname, search }: URL,
  { method = "GET", headers = {}, body, signal }: RequestInit & { body: string | Uint8Array | null },
): Promise<IncomingMessage> {
  const { request, agent } = senders[protocol as keyof typeof senders];
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    // Named one by one: `node:http` takes longer to read them out of a `URL`.
    const sent = request({
      host: hostname.replace(/^\[|\]$/g, ""),
      port,
      path: pathname + search,
      method,
      agent,
      headers: {
        "user-agent": "node",
        "accept-encoding": "gzip, br",
        ...(Symbol.iterator in headers ? Object.fromEntries(headers) : headers),
      },
    });
    const giveUp = () => {
      reject(signal?.reason);
      sent.destroy();
    };
    signal?.addEventListener("abort", giveUp, { once: true });
    sent.on("close", () => signal?.removeEventListener("abort", giveUp));
    sent.on("error", reject);
    sent.on("upgrade", (_, socket) => {
      socket.destroy();
      reject(new Error("the answer speaks another protocol"));
    });
    sent.on("response", resolve);
    sent.end(body);
  });
}

/** All of them: `message.headers` has the first of two `Retry-After` only. */
function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let at = 0; at < rawHeaders.length; at += 2) headers.append(rawHeaders[at] ?? "", rawHeaders[at + 1] ?? "");
  return headers;
}

function bodyOf(message: IncomingMessage, encoding: string | null) {
  const parts = decoded(message, encoding)[Symbol.asyncIterator]();
  const cancel = async () => void message.destroy();
  return { cancel, getReader: () => ({ cancel, read: () => parts.next() }) };
}

/** Forgiving of what was cut, as `fetch` is: an empty body is no gzip. */
const zlib = { finishFlush: constants.Z_SYNC_FLUSH };
const brotli = { finishFlush: constants.BROTLI_OPERATION_FLUSH };
const decoders: Record<string, () => NodeJS.ReadWriteStream> = {
  gzip: () => createUnzip(zlib),
  "x-gzip": () => createUnzip(zlib),
  deflate: () => createUnzip(zlib),
  br: () => createBrotliDecompress(brotli),
};

/** What was coded otherwise is left as it is, as `fetch` leaves it. */
function decoded(message: IncomingMessage, encoding: string | null): Readable {
  const codings = encoding?.toLowerCase().split(/\s*,\s*/) ?? [];
  const undo = codings.map((coding) => decoders[coding]).reverse();
  if (codings.length > 5) throw new Error("too many content encodings");
  if (!undo.every((decoder) => decoder !== undefined) || undo.length === 0) return message;
  return pipeline([message, ...undo.map((decoder) => decoder())], () => {}) as unknown as Readable;
}
