/** Why a body was not read to its end: it holds more bytes than allowed, or bytes that are no UTF-8. */
export class UnreadableBody extends Error {
  readonly keyword: "size" | "utf-8";

  constructor(keyword: "size" | "utf-8") {
    super(keyword);
    this.keyword = keyword;
  }
}

/**
 * The text of a body of at most `limit` bytes, counted after decoding: 478 bytes of gzip become 200 MB. One byte order
 * mark is dropped.
 *
 * @throws UnreadableBody
 */
export async function readText({ headers, body }: Response, limit: number): Promise<string> {
  if (Number(headers.get("Content-Length")) > limit && !headers.has("Content-Encoding")) {
    body?.cancel().catch(() => {});
    throw new UnreadableBody("size");
  }
  if (!body) return "";
  let parts: Uint8Array[] = [];
  const reader = body.getReader();
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > limit) {
      reader.cancel().catch(() => {});
      throw new UnreadableBody("size");
    }
    if (part.value.byteLength > 0) parts.push(part.value);
    // A million parts of one byte would take a hundred times their size.
    if (parts.length === 1000) parts = [joined(parts, size)];
  }
  try {
    return decoder.decode(parts.length === 1 ? parts[0] : joined(parts, size));
  } catch {
    throw new UnreadableBody("utf-8");
  }
}

/** One for all: a decoder that is made for each body, and keeps its place in it, takes six times as long. */
const decoder = new TextDecoder("utf-8", { fatal: true });

function joined(parts: Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.byteLength;
  }
  return bytes;
}
