import type { FetchResponse } from "./options.js";
import type { ResponseHeaders } from "./retry.js";

/** What is read of a response, whatever a wrapper or a mock of `fetch` left out. */
export interface ReadableResponse extends Omit<FetchResponse, "text"> {
  readonly ok: boolean;
  readonly statusText: string;
  readonly headers: ResponseHeaders;
  readonly bodyUsed: boolean;
  readonly text: (() => Promise<string>) | undefined;
}

/** What `work` returns; undefined if it throws. */
export function tried<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** Undefined for what has no status. Nothing is added to the response itself: it may be frozen, or have private fields. */
export function readable(response: unknown): ReadableResponse | undefined {
  const given = Object(response) as Partial<Response>;
  const { status, statusText, type, headers, body, bodyUsed, text } = given;
  // A redirect that a browser hides has the status 0.
  if (typeof status !== "number" || !(status >= 100 || type === "opaqueredirect")) return undefined;
  return {
    status,
    ok: status >= 200 && status < 300,
    statusText: String(statusText ?? ""),
    type: String(type ?? ""),
    headers: isHeaders(headers) ? headers : copyHeaders(headers),
    body,
    bodyUsed: bodyUsed === true,
    text: typeof text === "function" ? () => given.text?.() as Promise<string> : undefined,
  };
}

function isHeaders(headers: unknown): headers is ResponseHeaders {
  return typeof Object(headers).get === "function";
}

/** A copy of headers, the platform's, pairs or a record, without those that the platform refuses, as `:status` of HTTP/2. */
export function copyHeaders(given: unknown): Headers {
  const copy = new Headers();
  const headers = Object(given);
  const entries: Iterable<[string, string]> =
    Symbol.iterator in headers ? headers : isHeaders(given) ? [] : Object.entries(headers);
  for (const [name, value] of entries) tried(() => copy.append(name, value));
  return copy;
}
