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
 * mark. With `mayCut`, a longer body is cut instead of rejected, and bytes that are not UTF-8 are replaced. An abort
 * closes it.
 *
 * @throws the error of a body that fails while it is read
 */
export async function readBody(
  response: ReadableResponse,
  limit: number,
  mayCut = false,
  signal?: AbortSignal,
): Promise<Body> {
  if (response.bodyUsed) return unreadable("was already read before the client received it");
  const body = Object(response.body);
  if (!body.getReader && !body[Symbol.asyncIterator]) return readText(response, limit, mayCut);
  const source = tried(() => sourceOf(body));
  if (!source) return unreadable("is locked by another reader, or cannot be read");
  const close = () => void (async () => source.close())().catch(() => {});
  signal?.addEventListener("abort", close, { once: true });
  const result = await readChunks(source.next, limit, mayCut);
  // After the last chunk this does nothing.
  close();
  return result;
}

/** Closes a body that will not be read. */
export function cancel(body: unknown): void {
  (async () => sourceOf(body as Stream).close())().catch(() => {});
}

async function readChunks(next: Source["next"], limit: number, mayCut: boolean): Promise<Body> {
  const decoder = new TextDecoder("utf-8", { fatal: !mayCut });
  let text = "";
  let size = 0;
  for (;;) {
    const { done, value } = Object(await next());
    // Not `instanceof`: in Jest, bytes come from another realm.
    if (!done && !ArrayBuffer.isView(value)) return unreadable("has chunks that are not bytes");
    const chunk: Uint8Array | undefined = done ? undefined : value;
    const room = limit - size;
    // An empty chunk counts as a byte: an endless run of them would keep every timer from firing.
    if (!done) size += chunk?.byteLength || 1;
    if (size > limit && !mayCut) return tooLarge(limit);
    const part = tried(() => decoder.decode(chunk?.subarray(0, room), { stream: !done }));
    if (part === undefined) return unreadable("is not UTF-8");
    text += part;
    if (done || size > limit) return { text };
  }
}

type Source = ReturnType<typeof sourceOf>;

type Stream = ReadableStream & AsyncIterable<unknown> & { destroy?(): void };

/** The chunks of a web stream, or of anything else that yields them, such as a stream of Node's. @throws if it is locked */
function sourceOf(body: Stream) {
  // `bind` throws if there is nothing to read with.
  if (body.getReader) {
    const reader = body.getReader();
    return { next: reader.read.bind(reader), close: () => reader.cancel() };
  }
  const iterator = body[Symbol.asyncIterator]();
  // `return` of a stream of Node's waits for a chunk that may never come.
  return { next: iterator.next.bind(iterator), close: () => (body.destroy ? body.destroy() : iterator.return?.()) };
}

/** React Native's `Response` has no stream, and most mocks have none either. */
async function readText({ text: read }: ReadableResponse, limit: number, mayCut: boolean): Promise<Body> {
  if (!read) return unreadable("cannot be read: the response has neither a stream as `body` nor a function `text`");
  const text: unknown = await read().catch((cause) => {
    // A wrapper's response may lack `bodyUsed`; then only the message shows it.
    if (!/already|unusable|locked/i.test(String(Object(cause).message))) throw cause;
  });
  if (typeof text !== "string")
    return unreadable("cannot be read, or was already read: `text()` did not return a string");
  if (text.length > limit && !mayCut) return tooLarge(limit);
  return { text: text.replace(/^\uFEFF/, "").slice(0, limit) };
}
