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

/** A `Map` has `get` too, but distinguishes names by case. */
function isHeaders(headers: unknown): headers is ResponseHeaders {
  return typeof Object(headers).get === "function" && !(headers instanceof Map);
}

/** Headers from the platform's, from pairs or from a record; without those that the platform refuses. */
export function copyHeaders(given: unknown): Headers {
  const headers = new Headers();
  const object = Object(given);
  const isIterable = typeof object[Symbol.iterator] === "function";
  const entries: [string, unknown][] = isIterable ? [...object] : isHeaders(given) ? [] : Object.entries(object);
  // Some polyfills of `Headers` have `forEach`, but cannot be iterated.
  if (!isIterable) object.forEach?.((value: unknown, name: string) => void entries.push([name, value]));
  // The platform refuses some names, such as `:status` of HTTP/2.
  for (const entry of entries) {
    tried(() => {
      const [name, value] = entry;
      headers.append(name, [value].flat().join(", "));
    });
  }
  return headers;
}
