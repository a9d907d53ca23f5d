import { type Issue, issueAt } from "./errors.js";
import { type ReadableResponse, tried } from "./platform.js";

/** The text of a body, `cut` if the body was longer; or why it cannot be read. */
export interface Body {
  text: string;
  cut?: boolean;
  issue?: Issue;
}

const unreadable = (message: string, keyword = "body"): Body => ({
  text: "",
  issue: issueAt("", keyword, message),
});
const tooLarge = (limit: number) => unreadable(`is larger than ${limit} bytes`, "size");
const alreadyRead = unreadable("was already read before the client received it");
const notUtf8 = unreadable("is not UTF-8", "utf-8");

/** How many empty chunks we read before we give up: an endless run of them would keep every timer from firing. */
const maxEmptyChunks = 1000;

/**
 * Reads at most `limit` bytes, counted after decompression: 478 bytes of gzip can become 200 MB. Strips one byte order
 * mark. With `partial`, a longer body is cut instead of rejected, bytes that are not UTF-8 are replaced, and what was read
 * so far is in `partial`. After an abort nothing more is read.
 *
 * @throws the error of a body that fails while it is read
 */
export async function readBody(
  response: ReadableResponse,
  limit: number,
  partial?: Body,
  signal?: AbortSignal,
): Promise<Body> {
  const { headers } = response;
  if (response.bodyUsed) return alreadyRead;
  const body = Object(response.body);
  if (!isStream(body)) return readText(response, limit, partial !== undefined);
  const source = tried(() => sourceOf(body));
  if (!source) return unreadable("is locked by another reader, or cannot be read");
  const length = headers.get("Content-Encoding") === null ? Number(headers.get("Content-Length")) : 0;
  const cancel = () => void (async () => source.cancel())().catch(() => {});
  signal?.addEventListener("abort", cancel, { once: true });
  const result = length > limit && !partial ? tooLarge(limit) : await readChunks(source, limit, partial, signal);
  if (result.issue || result.cut) cancel();
  return result;
}

/** A web stream, or anything else that yields chunks, such as a stream of Node's. */
export function isStream(body: unknown): boolean {
  return Boolean(Object(body).getReader || Object(body)[Symbol.asyncIterator]);
}

async function readChunks(source: Source, limit: number, partial?: Body, signal?: AbortSignal): Promise<Body> {
  const decoder = new TextDecoder("utf-8", { fatal: !partial });
  const body: Body = partial ?? { text: "" };
  let size = 0;
  let empty = 0;
  for (let next = await source.next(); !next?.done; next = await source.next()) {
    const chunk = next?.value;
    // Not `instanceof`: in Jest, bytes come from another realm.
    if (!ArrayBuffer.isView(chunk)) return unreadable("has chunks that are not bytes");
    size += chunk.byteLength;
    if (size > limit && !partial) return tooLarge(limit);
    if (chunk.byteLength === 0 && ++empty > maxEmptyChunks) return unreadable("has endless empty chunks");
    const bytes = size > limit ? (chunk as Uint8Array).subarray(0, limit - size) : chunk;
    const part = tried(() => decoder.decode(bytes, { stream: true }));
    if (part === undefined) return notUtf8;
    body.text += part;
    if (size > limit || signal?.aborted) return body;
  }
  const rest = tried(() => decoder.decode());
  return rest === undefined ? notUtf8 : { text: body.text + rest };
}

type Source = ReturnType<typeof sourceOf>;

/** The chunks of a web stream, or of anything else that yields them, such as a stream of Node's. @throws if it is locked */
function sourceOf(body: ReadableStream & AsyncIterable<unknown> & { destroy?(): void }) {
  // `bind` throws if there is nothing to read with.
  if (body.getReader) {
    const reader = body.getReader();
    return { next: reader.read.bind(reader), cancel: () => reader.cancel() };
  }
  const iterator = (body as AsyncIterable<unknown>)[Symbol.asyncIterator]();
  // `return` of a stream of Node's waits for a chunk that may never come.
  return { next: iterator.next.bind(iterator), cancel: () => (body.destroy ? body.destroy() : iterator.return?.()) };
}

/** React Native's `Response` has no stream, and most mocks have none either. */
async function readText(response: ReadableResponse, limit: number, mayCut: boolean): Promise<Body> {
  if (!response.text) {
    return unreadable("cannot be read: the response has neither a stream as `body` nor a function `text`");
  }
  let reading: Promise<unknown> | undefined;
  let text: unknown;
  try {
    reading = response.text();
    text = await reading;
  } catch (cause) {
    // A wrapper's response may lack `bodyUsed`; then only the message shows it.
    if (/already|unusable|locked/i.test(String(Object(cause).message))) return alreadyRead;
    if (reading) throw cause;
    return unreadable("cannot be read: `text()` threw");
  }
  if (typeof text !== "string") return unreadable("cannot be read: `text()` did not return a string");
  if (text.length > limit && !mayCut) return tooLarge(limit);
  return { text: text.replace(/^\uFEFF/, "").slice(0, limit), cut: text.length > limit };
}
