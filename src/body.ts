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
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (bytes?: Uint8Array) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new UnreadableBody("utf-8");
    }
  };
  const reader = body.getReader();
  let text = "";
  let size = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.byteLength;
      if (size > limit) throw new UnreadableBody("size");
      text += decode(part.value);
    }
    return text + decode();
  } catch (failure) {
    reader.cancel().catch(() => {});
    throw failure;
  }
}
