import type { Qualification } from "./qualification.js";

/**
 * Whether a create request may have been applied, so that the caller can decide what to do next.
 *
 * It covers this call only: if an earlier call with the same `requestId` ended as `unknown`, it stays unknown.
 *
 * - `not-applied`: nothing was sent, or the service refused it. Reads are never applied.
 * - `unknown`: it was sent and got no trustworthy response. Retry with the same `requestId`, or read the list.
 * - `applied`: the service reported success, but its response could not be used. Read the list.
 */
export type Outcome = "not-applied" | "unknown" | "applied";

/** What is wrong with a value: a JSON pointer to it, the JSON Schema keyword that failed, and a sentence. */
export interface Issue {
  pointer: string;
  keyword: string;
  message: string;
}

export function issueAt(pointer: string, keyword: string, message: string): Issue {
  return { pointer, keyword, message };
}

/** What every error says about the failed call. No URL, header, request body or token is kept. */
export interface FailedCall {
  /** The operation, such as `createQualification`; undefined if no call was made yet. */
  operation?: string | undefined;
  /** The `MS-RequestId` of the call: retry a create request with the same one. */
  requestId?: string | undefined;
  /** The `MS-CorrelationId` of the call: quote it to Microsoft's support. */
  correlationId?: string | undefined;
  /** The ids on the response. Gateways send none. */
  serverRequestId?: string | undefined;
  serverCorrelationId?: string | undefined;
  /** How often the request was sent. */
  attempts: number;
  outcome: Outcome;
}

const brand = Symbol.for("partner-center-qualifications.error");

/** Fields with content of the response: not enumerable, so that loggers do not print them. */
const bodyFields = ["description", "data", "last"];

abstract class CallError extends Error implements FailedCall {
  /** Discriminates the errors. */
  abstract readonly code: string;
  declare readonly operation: string | undefined;
  declare readonly requestId: string | undefined;
  declare readonly correlationId: string | undefined;
  declare readonly serverRequestId: string | undefined;
  declare readonly serverCorrelationId: string | undefined;
  declare readonly attempts: number;
  declare readonly outcome: Outcome;

  constructor(reason: string, call: FailedCall, details?: object) {
    // What was not sent is in no log of Microsoft's.
    const id = call.attempts > 0 ? (call.serverCorrelationId ?? call.correlationId) : undefined;
    super((call.operation ? `${call.operation}: ` : "") + reason + (id ? ` (correlation id ${id})` : ""), details);
    Object.assign(this, call, details);
    for (const name of bodyFields) {
      if (name in this) Object.defineProperty(this, name, { enumerable: false });
    }
    Object.defineProperty(this, brand, { value: true });
  }
}

/** An option, the customer's id or the request is invalid. Nothing was sent. */
export class InvalidRequestError extends CallError {
  override readonly name = "InvalidRequestError";
  readonly code = "invalid_request";
  declare readonly issues: readonly Issue[];

  constructor(
    issues: readonly Issue[],
    call: FailedCall = { attempts: 0, outcome: "not-applied" },
    details?: { cause: unknown },
  ) {
    super(sentence(issues), call, { issues, ...details });
  }
}

/** What an error body says, in any of its formats. The request's secrets are redacted. */
export interface ErrorDetails {
  /** The service's own code, such as `"900329"`; always a string, though the service sends numbers too. */
  errorCode?: string | undefined;
  /** The service's text for people, or the HTTP reason phrase if there is none. Its wording varies: never branch on it. */
  description?: string | undefined;
  errorName?: string | undefined;
  isRetryable?: boolean | undefined;
  data?: readonly string[] | undefined;
  source?: string | undefined;
}

/**
 * Partner Center responded with a failure. `code` is `throttled` for 429 and `api` for every other status. The message
 * has the status, the error code and the redacted description, cut at 200 characters.
 */
export class ApiError extends CallError implements ErrorDetails {
  override readonly name = "ApiError";
  declare readonly code: "api" | "throttled";
  declare readonly status: number;
  declare readonly errorCode: string | undefined;
  declare readonly description: string | undefined;
  declare readonly errorName: string | undefined;
  declare readonly isRetryable: boolean | undefined;
  declare readonly data: readonly string[] | undefined;
  declare readonly source: string | undefined;
  /**
   * Milliseconds that the response's `Retry-After` asks to wait, or else the text of a 429, as in "Try again in 57
   * seconds". Undefined without either.
   */
  declare readonly retryAfter: number | undefined;

  constructor(status: number, details: ErrorDetails, call: FailedCall, retryAfter?: number) {
    // A longer code, or a line break in a text, could forge a log line.
    const code = /^[\w.-]{1,64}$/.test(details.errorCode ?? "") ? ` (error code ${details.errorCode})` : "";
    const text = details.description?.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, " ").slice(0, 200);
    const reason = `Partner Center responded ${status}${code}${text ? `: ${text}` : ""}`;
    super(reason, call, { ...details, status, code: status === 429 ? "throttled" : "api", retryAfter });
  }
}

/** Partner Center responded with success, but the body is empty, unreadable, not JSON, or not what is documented. */
export class InvalidResponseError extends CallError {
  override readonly name = "InvalidResponseError";
  readonly code = "invalid_response";
  declare readonly status: number;
  declare readonly issues: readonly Issue[];

  constructor(status: number, issues: readonly Issue[], call: FailedCall, details?: { cause: unknown }) {
    const reason = `response (${status}) does not match the contract: ${sentence(issues)}`;
    super(reason, call, { status, issues, ...details });
  }
}

/** No complete response arrived within `timeout`, or within `deadline`, retries included. */
export class TimeoutError extends CallError {
  override readonly name = "TimeoutError";
  readonly code = "timeout";
}

/**
 * The connection failed before the response was complete. `cause` is what `fetch` threw, untouched and not redacted:
 * some runtimes write addresses and headers into it. Its code, such as `ECONNRESET`, is in the message.
 */
export class NetworkError extends CallError {
  override readonly name = "NetworkError";
  readonly code = "network";
  /** Whether another attempt may succeed. A rejected certificate will be rejected again. */
  declare readonly isRetryable: boolean;
}

/**
 * There was no usable token for the next attempt, or none within `timeout`. `attempts` says how often the request was
 * already sent with an earlier token. `cause` is what the token function threw, untouched and not redacted.
 */
export class TokenError extends CallError {
  override readonly name = "TokenError";
  readonly code = "token";
}

/** The response was a redirect. It was not followed: a POST would become a GET. */
export class RedirectError extends CallError {
  override readonly name = "RedirectError";
  readonly code = "redirect";
  /** 0 in a browser, which hides it. */
  declare readonly status: number;
}

/**
 * Vetting did not end within the time given. `last` is the last update; call again to resume. `attempts` says how often
 * the status was checked, and `cause` is the error of the last check, if that failed.
 */
export class VettingTimeoutError extends CallError {
  override readonly name = "VettingTimeoutError";
  readonly code = "vetting_timeout";
  /** The last update: its `data` is the qualification that was `InReview`. Undefined if no check succeeded. */
  declare readonly last: { readonly data: Qualification | undefined } | undefined;
}

/** Every error a call can throw, discriminated by `code`. A caller's own abort is thrown as its reason instead. */
export type PartnerCenterError =
  | InvalidRequestError
  | ApiError
  | InvalidResponseError
  | TimeoutError
  | NetworkError
  | TokenError
  | RedirectError
  | VettingTimeoutError;

/**
 * Whether a caught value is one of our errors. Also works across two copies of this package, where `instanceof` does
 * not.
 */
export function isPartnerCenterError(value: unknown): value is PartnerCenterError {
  return typeof value === "object" && value !== null && brand in value;
}

function sentence(issues: readonly Issue[]): string {
  return issues.map(({ pointer, message }) => `${pointer || "the body"} ${message}`).join("; ");
}
