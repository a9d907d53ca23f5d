import { type Issue, issueAt } from "./errors.js";
import { type ReadableResponse, tried } from "./platform.js";

/** The text of a body, or why it cannot be read. */
export interface Body {
  text: string;
  issue?: Issue;
}

const unreadable = (message: string): Body => ({ text: "", issue: issueAt("", "body", message) });
const tooLarge = (limit: number) => unreadable(`is larger than ${limit} bytes`);

/**
 * Reads at most `limit` bytes, counted after decompression: 478 bytes of gzip can become 200 MB. Strips one byte order
 * mark. With `mayCut`, a longer body is cut instead of rejected, and bytes that are not UTF-8 are replaced.
 *
 * @throws the error of a body that fails while it is read
 */
export async function readBody(response: ReadableResponse, limit: number, mayCut = false): Promise<Body> {
  if (response.bodyUsed) return unreadable("was already read before the client received it");
  const body = Object(response.body);
  if (!body.getReader && !body[Symbol.asyncIterator]) return readText(response, limit, mayCut);
  const source = tried(() => sourceOf(body));
  if (!source) return unreadable("is locked by another reader, or cannot be read");
  const result = await readChunks(source.next, limit, mayCut);
  // After the last chunk this does nothing.
  (async () => source.cancel())().catch(() => {});
  return result;
}

async function readChunks(next: Source["next"], limit: number, mayCut: boolean): Promise<Body> {
  const decoder = new TextDecoder("utf-8", { fatal: !mayCut });
  let text = "";
  let size = 0;
  for (;;) {
    const { done, value } = await next();
    // Not `instanceof`: in Jest, bytes come from another realm.
    if (!done && !ArrayBuffer.isView(value)) return unreadable("has chunks that are not bytes");
    const chunk = value as Uint8Array | undefined;
    const room = limit - size;
    size += chunk?.byteLength ?? 0;
    if (size > limit && !mayCut) return tooLarge(limit);
    const part = tried(() => decoder.decode(chunk?.subarray(0, room), { stream: !done }));
    if (part === undefined) return unreadable("is not UTF-8");
    text += part;
    if (done || size > limit) return { text };
  }
}

type Source = ReturnType<typeof sourceOf>;

/** The chunks of a web stream, or of anything else that yields them, such as a stream of Node's. @throws if it is locked */
function sourceOf(body: ReadableStream & AsyncIterable<unknown>) {
  if (body.getReader) {
    const reader = body.getReader();
    return { next: () => reader.read(), cancel: () => reader.cancel() };
  }
  const iterator = body[Symbol.asyncIterator]();
  return { next: () => iterator.next(), cancel: () => iterator.return?.() };
}

/** React Native's `Response` has no stream, and most mocks have none either. */
async function readText({ text: read }: ReadableResponse, limit: number, mayCut: boolean): Promise<Body> {
  if (!read) return unreadable("cannot be read: the response has neither a stream as `body` nor a function `text`");
  const text: unknown = await read();
  if (typeof text !== "string") return unreadable("cannot be read: `text()` did not return a string");
  if (text.length > limit && !mayCut) return tooLarge(limit);
  return { text: text.replace(/^\uFEFF/, "").slice(0, limit) };
}
