import type { Call } from "./call.js";
import { ApiError, type Fault } from "./errors.js";

/** The error for an answer that is no success. After 408 and 5xx, a create may have been carried out all the same. */
export function readFailure(body: unknown, response: Response, call: Call): ApiError {
  const { status, headers } = response;
  const refused = status < 500 && status !== 408;
  const seconds = /^\d+$/.exec(headers.get("Retry-After") ?? "")?.[0];
  const retryAfter = seconds === undefined ? undefined : Number(seconds) * 1000;
  return new ApiError(status, readFault(body), call.failed(refused ? "not-applied" : "unknown", response), retryAfter);
}

/**
 * Reads an error body in any of the shapes that were published or seen: the front door's, the customers service's, the
 * gateway's, a bare JSON string, other text, HTML, nothing. HTML gives no description.
 */
export function readFault(body: unknown): Fault {
  if (typeof body === "string") {
    const text = body.trim();
    return text && !text.startsWith("<") ? { description: text.slice(0, 1024) } : {};
  }
  if (typeof body !== "object" || body === null) return {};
  const { code, description, message, errorName, isRetryable, data, source }: Record<string, unknown> = { ...body };
  return {
    errorCode: typeof code === "string" || typeof code === "number" ? String(code) : undefined,
    description: text(description) ?? text(message),
    errorName: text(errorName),
    isRetryable: typeof isRetryable === "boolean" ? isRetryable : undefined,
    data: Array.isArray(data) ? data : undefined,
    source: text(source),
  };
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
