import type { Call } from "./call.js";
import { ApiError, type Fault } from "./errors.js";
import { readRetryAfter } from "./retry.js";

/** The error for an answer that is no success. But for 4xx without 408, a create may have been carried out all the same. */
export function readFailure(body: unknown, response: Response, call: Call): ApiError {
  const { status, headers } = response;
  const refused = status >= 400 && status < 500 && status !== 408;
  const failed = call.failed(refused ? "not-applied" : "unknown", response);
  return new ApiError(status, readFault(body, call), failed, readRetryAfter(headers));
}

/**
 * Reads an error body in any of the shapes that were published or seen: the front door's, the customers service's, the
 * gateway's, a bare JSON string, other text, HTML, nothing. HTML gives no description, and what the body echoes of the
 * request's secrets is hidden.
 */
function readFault(body: unknown, call: Call): Fault {
  const markup = typeof body === "string" && /^\s*(<|$)/.test(body);
  const fields: Record<string, unknown> = typeof body === "string" && !markup ? { description: body } : Object(body);
  // The schema of errors allows 1,024 characters; a gateway's page can be any length.
  const text = (value: unknown) => (typeof value === "string" ? call.scrub(value).slice(0, 1024) : undefined);
  const { code, isRetryable, data } = fields;
  return {
    errorCode: text(typeof code === "number" ? String(code) : code),
    description: text(fields.description) ?? text(fields.message),
    errorName: text(fields.errorName),
    isRetryable: typeof isRetryable === "boolean" ? isRetryable : undefined,
    data: Array.isArray(data) ? data.map(text).filter((value) => value !== undefined) : undefined,
    source: text(fields.source),
  };
}
