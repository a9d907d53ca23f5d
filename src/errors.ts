import type { Qualification } from "./qualification.js";

/**
 * Whether a create may have happened, for the caller who has to decide what to do next.
 *
 * It speaks of this call: where an earlier call with the same `requestId` ended `unknown`, that is not taken back.
 *
 * - `not-applied`: nothing was sent, or the service refused it. Reads are never applied.
 * - `unknown`: it was sent and left no trustworthy answer. Ask again with the same `requestId`, or read the list.
 * - `applied`: the service said that it was done, but its answer could not be used. Read the list.
 */
export type Outcome = "not-applied" | "unknown" | "applied";

/** One complaint about a value: a JSON pointer to it, the JSON Schema keyword that complains, and a sentence. */
export interface Issue {
  pointer: string;
  keyword: string;
  message: string;
}

/** What every error tells of the call that failed. No URL, header, body or token is kept. */
export interface FailedCall {
  /** The operation, such as `createQualification`; undefined where no call was made yet. */
  operation?: string | undefined;
  /** The `MS-RequestId` of the call: with the same one, a create may be asked for again. */
  requestId?: string | undefined;
  /** The `MS-CorrelationId` of the call: quote it to Microsoft's support. */
  correlationId?: string | undefined;
  /** The ids that the answer carried. Gateways send none. */
  serverRequestId?: string | undefined;
  serverCorrelationId?: string | undefined;
  /** How often the request was sent. */
  attempts: number;
  outcome: Outcome;
}

const brand = Symbol.for("partner-center-qualifications.error");

/** What holds pieces of a body: it can be read by its name, but does not get into a log with the rest of the error. */
const fromBodies = ["description", "data", "last"];

abstract class CallError extends Error implements FailedCall {
  /** Tells the errors apart. */
  abstract readonly code: string;
  declare readonly operation: string | undefined;
  declare readonly requestId: string | undefined;
  declare readonly correlationId: string | undefined;
  declare readonly serverRequestId: string | undefined;
  declare readonly serverCorrelationId: string | undefined;
  declare readonly attempts: number;
  declare readonly outcome: Outcome;

  constructor(reason: string, call: FailedCall, details?: object) {
    const id = call.serverCorrelationId ?? call.correlationId;
    super((call.operation ? `${call.operation}: ` : "") + reason + (id ? ` (correlation id ${id})` : ""), details);
    Object.assign(this, call, details);
    for (const name of fromBodies) {
      if (name in this) Object.defineProperty(this, name, { enumerable: false });
    }
    Object.defineProperty(this, brand, { value: true });
  }
}

/** What the caller gave cannot be sent, and nothing was: an option, the customer's id, the request. */
export class InvalidRequestError extends CallError {
  override readonly name = "InvalidRequestError";
  readonly code = "invalid_request";
  declare readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[], call: FailedCall = { attempts: 0, outcome: "not-applied" }) {
    super(listed(issues), call, { issues });
  }
}

/** What an error body says, whichever of the published shapes it has. */
export interface Fault {
  /** The service's own code, such as `"900329"`; always a string, though the service sends numbers too. */
  errorCode?: string | undefined;
  /** The service's text for people. Its wording drifts: never switch on it. */
  description?: string | undefined;
  errorName?: string | undefined;
  isRetryable?: boolean | undefined;
  data?: readonly string[] | undefined;
  source?: string | undefined;
}

/** Partner Center answered with a failure. `code` is `throttled` for 429 and `api` for every other status. */
export class ApiError extends CallError implements Fault {
  override readonly name = "ApiError";
  declare readonly code: "api" | "throttled";
  declare readonly status: number;
  declare readonly errorCode: string | undefined;
  declare readonly description: string | undefined;
  declare readonly errorName: string | undefined;
  declare readonly isRetryable: boolean | undefined;
  declare readonly data: readonly string[] | undefined;
  declare readonly source: string | undefined;
  /** The milliseconds that the answer's `Retry-After` asks for, where it says it in one of the two forms of HTTP. */
  declare readonly retryAfter: number | undefined;

  constructor(status: number, fault: Fault, call: FailedCall, retryAfter?: number) {
    // What is no code could be anything, and forge a line of a log.
    const code = /^[\w.-]{1,64}$/.test(fault.errorCode ?? "") ? `, error code ${fault.errorCode}` : "";
    const reason = `Partner Center answered ${status}${code}`;
    super(reason, call, { ...fault, status, code: status === 429 ? "throttled" : "api", retryAfter });
  }
}

/** Partner Center answered with success, but the body is empty, no JSON, or not what is documented. */
export class InvalidResponseError extends CallError {
  override readonly name = "InvalidResponseError";
  readonly code = "invalid_response";
  declare readonly status: number;
  declare readonly issues: readonly Issue[];

  constructor(status: number, issues: readonly Issue[], call: FailedCall) {
    super(`the answer with status ${status} breaks the contract: ${listed(issues)}`, call, { status, issues });
  }
}

/** No whole answer came within `timeout`, or within `deadline`, repetitions included. */
export class TimeoutError extends CallError {
  override readonly name = "TimeoutError";
  readonly code = "timeout";
}

/** The connection failed before a whole answer had come. The `cause` has the name and the code of what `fetch` threw. */
export class NetworkError extends CallError {
  override readonly name = "NetworkError";
  readonly code = "network";
  /** Whether another attempt may succeed; a certificate that is refused is refused again. */
  declare readonly repeatable: boolean;
}

/** There was no usable token for the next attempt; `attempts` says how often it was sent before, with another. */
export class TokenError extends CallError {
  override readonly name = "TokenError";
  readonly code = "token";
}

/** Partner Center, or something before it, answered with a redirect. It was not followed: a POST would become a GET. */
export class RedirectError extends CallError {
  override readonly name = "RedirectError";
  readonly code = "redirect";
  /** 0 in a browser, which hides it. */
  declare readonly status: number;
}

/**
 * Vetting did not end within the time given; `last` is what was seen last, and waiting again goes on from there.
 * `attempts` says how often it was looked.
 */
export class VettingTimeoutError extends CallError {
  override readonly name = "VettingTimeoutError";
  readonly code = "vetting_timeout";
  /** The last reply: its `data` is the qualification that was `InReview`. */
  declare readonly last: { readonly data: Qualification | undefined };
}

/** Every error a call can throw, told apart by `code`. A caller's own abort is thrown as its reason instead. */
export type PartnerCenterError =
  | InvalidRequestError
  | ApiError
  | InvalidResponseError
  | TimeoutError
  | NetworkError
  | TokenError
  | RedirectError
  | VettingTimeoutError;

/** Whether a caught value is one of ours; holds across two copies of this package, where `instanceof` does not. */
export function isPartnerCenterError(value: unknown): value is PartnerCenterError {
  return typeof value === "object" && value !== null && brand in value;
}

function listed(issues: readonly Issue[]): string {
  return issues.map(({ pointer, message }) => `${pointer || "the body"} ${message}`).join("; ");
}
