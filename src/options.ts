import type { OperationId } from "../generated/operations.js";
import {
  assertAbortSignal,
  assertCount,
  assertDuration,
  assertFunction,
  assertGuid,
  assertNumber,
  assertOptions,
  type Check,
  optionIssues,
  pick,
} from "./checks.js";
import type { Issue, PartnerCenterError } from "./errors.js";
import type { Retry, RetryOptions } from "./retry.js";
import { type TokenCredential, type TokenProvider, tokenIssue } from "./token.js";

/** Partner Center, the global service and US Government. */
export const GLOBAL_BASE_URL = "https://api.partnercenter.microsoft.com";
/** Partner Center in China, operated by 21Vianet. *Assumed:* qualifications exist there; no page says so. */
export const CHINA_BASE_URL = "https://partner.partnercenterapi.microsoftonline.cn";

/**
 * The part of `fetch` that the client uses. The platform's `fetch` fits, and so do undici's, node-fetch's, React
 * Native's and wrappers. It is called with a plain record of headers with lower-case names.
 */
export type Fetch = (
  url: string,
  init: {
    method: string;
    headers: Record<string, string>;
    body: string | null;
    redirect: "manual";
    signal: AbortSignal;
  },
) => Promise<FetchResponse>;

/**
 * The part of a response that the client reads. `headers` may be the platform's, another object with `get`, a record or
 * pairs. `body` may be a web stream or an async iterable of bytes; otherwise `text()` is called.
 */
export interface FetchResponse {
  readonly status: number;
  readonly headers?: unknown;
  readonly statusText?: string;
  readonly type?: string;
  readonly body?: unknown;
  text?(): Promise<string>;
}

/** How a client reaches Partner Center, and how long it tries. */
export interface ClientOptions {
  /**
   * The bearer token without the word "Bearer"; or a function that returns one, called for each attempt, and once more
   * with `refresh: true` after a 401; or a `TokenCredential` of @azure/identity. Reads take an app-only or an app+user
   * token, a create request takes an app+user token only.
   */
  token: string | TokenProvider | TokenCredential;
  /**
   * The base URL without `/v1`: `GLOBAL_BASE_URL`, `CHINA_BASE_URL` or a proxy. `https` only, except for a loopback
   * address. Default: the global service.
   */
  baseUrl?: string | undefined;
  /**
   * The scope requested from a `TokenCredential`. Default: `/.default` of a known `baseUrl`, otherwise of the global
   * service.
   */
  scope?: string | undefined;
  /** Sends the request: the sandbox, a proxy, tracing. Default: `globalThis.fetch`, looked up at each call. */
  fetch?: Fetch | undefined;
  /**
   * Milliseconds for one attempt, its whole body included, and for one token. The body of a failed response may take half
   * of it: then the status counts without it. Default: 30,000. At most 2,147,483,647.
   */
  timeout?: number | undefined;
  /** Milliseconds for the whole call: tokens, retries and pauses included. Default: 100,000. At most 2,147,483,647. */
  deadline?: number | undefined;
  /**
   * How failed calls are retried, create requests included. Retries keep the ids: `MS-RequestId` is the documented
   * idempotency key; its retention period is undocumented. `false`: no retries, except for one attempt with another
   * token after a 401, if `token` is a function or a credential.
   */
  retry?: RetryOptions | false | undefined;
  /**
   * Maximum size of a response body in bytes, after decompression. Default: 1,048,576. Of a failed response, 65,536
   * bytes are read.
   */
  maxResponseSize?: number | undefined;
  /** The name of your application, sent as `MS-PartnerCenter-Application`. Default: none is sent. */
  application?: string | undefined;
  /**
   * What to do with a successful response that does not match the contract: throw an `InvalidResponseError`, or return
   * the unvalidated data. Either emits `invalid_response`. A body that is not JSON is always thrown. Default: `"throw"`.
   */
  onInvalidResponse?: "throw" | "report" | undefined;
  /** Called with each event. Errors that it throws are ignored. Default: none. */
  onEvent?: ((event: ClientEvent) => void) | undefined;
}

/** Options of a single call. They override the client's options of the same name. */
export interface CallOptions {
  /**
   * Aborts the call, which rejects with the signal's reason. Node warns of a leak if more than ten concurrent calls
   * share one signal.
   */
  signal?: AbortSignal | undefined;
  /** `MS-RequestId`, a GUID. Retry a create request whose outcome is `unknown` with the same one. Default: a new one. */
  requestId?: string | undefined;
  /** `MS-CorrelationId`, a GUID. Default: a new one. */
  correlationId?: string | undefined;
  timeout?: number | undefined;
  deadline?: number | undefined;
  /**
   * More request headers, such as `traceparent` or `ValidateMfa`. Headers that the client sets itself, such as
   * `Authorization`, are refused.
   */
  headers?: Headers | Iterable<readonly [string, string]> | Readonly<Record<string, string | undefined>> | undefined;
  /**
   * An object overrides single properties of the client's `retry`, or of the defaults if that is `false`; but
   * `throttled: false` without `limit` leaves retries turned off.
   */
  retry?: RetryOptions | false | undefined;
}

/** The fields of every event. None of them contains a customer's id, a header, a body or a token. */
export interface EventContext {
  operation: OperationId;
  /** The path's template. */
  path: string;
  requestId: string;
  correlationId: string;
  /** The number of the attempt, starting at 1; 0 before the first. */
  attempt: number;
  /** Milliseconds since the call began. */
  ms: number;
  /** Milliseconds since this attempt began; 0 before the first. */
  attemptMs: number;
}

/**
 * What happened, discriminated by `type`. `retry`: the call, or its caller, will try again in about `delay`
 * milliseconds. `undocumented_response`: the response was returned, but deviates from the documentation, for example
 * with a new status. `invalid_response`: it does not match the contract. `error`: the call failed; `code` is `aborted`
 * for an error that is not ours, such as a caller's abort. At most 100 issues are reported per response.
 */
export type EventDetail =
  | { type: "request" }
  | { type: "response"; status: number }
  | { type: "retry"; code: PartnerCenterError["code"]; delay: number }
  | { type: "success"; status: number }
  | { type: "error"; code: PartnerCenterError["code"] | "aborted" }
  | { type: "undocumented_response" | "invalid_response"; status: number; issues: readonly Issue[] };

/** What `onEvent` is called with. */
export type ClientEvent = EventContext & EventDetail;

/** The defaults of `ClientOptions`. */
export const DEFAULTS = {
  baseUrl: GLOBAL_BASE_URL,
  timeout: 30_000,
  deadline: 100_000,
  retry: { limit: 2, baseDelay: 500, maxDelay: 10_000, maxRetryAfter: 60_000, throttled: true },
  maxResponseSize: 2 ** 20,
  onInvalidResponse: "throw",
} as const;

/** The options, checked, with their defaults. */
export interface Settings extends Pick<ClientOptions, "token" | "fetch" | "application" | "onEvent"> {
  baseUrl: string;
  scope: string;
  timeout: number;
  deadline: number;
  retry: Retry | false;
  maxResponseSize: number;
  onInvalidResponse: "throw" | "report";
}

/** @throws InvalidRequestError naming each option that is unknown or invalid */
export function readOptions(options: ClientOptions): Settings {
  assertOptions(options, clientChecks, ["token"]);
  const given = pick(options, clientChecks);
  const baseUrl = new URL(given.baseUrl ?? DEFAULTS.baseUrl).href.replace(/\/+$/, "");
  const audience = new URL(baseUrl).origin === CHINA_BASE_URL ? CHINA_BASE_URL : GLOBAL_BASE_URL;
  const retry = mergeRetry(given.retry, DEFAULTS.retry);
  return { scope: `${audience}/.default`, ...DEFAULTS, ...given, baseUrl, retry };
}

/** How calls are retried, with what the options say differently. */
export function mergeRetry(given: RetryOptions | false | undefined, base: Retry | false): Retry | false {
  if (given === undefined || given === false) return given ?? base;
  const options = pick(given, retryChecks);
  // A bulk read retries a 429 itself, which must not turn on the retries that the client has turned off.
  const limit = base === false && options.throttled === false && options.limit === undefined ? { limit: 0 } : {};
  return { ...(base || DEFAULTS.retry), ...options, ...limit };
}

const retryChecks: Record<keyof Retry, Check> = {
  limit: assertCount,
  baseDelay: assertNumber,
  maxDelay: assertNumber,
  maxRetryAfter: assertNumber,
  throttled: (value) => typeof value !== "boolean" && "must be true or false",
};

const assertRetry: Check = (value) =>
  typeof value === "object" && value !== null
    ? optionIssues(value, retryChecks, "/retry")
    : value !== false && "must be false or an object";

const clientChecks: Record<keyof ClientOptions, Check> = {
  token: (value) =>
    typeof value === "string"
      ? tokenIssue(value)
      : typeof (Object(value).getToken ?? value) !== "function" && "must be a string, a function or a TokenCredential",
  fetch: assertFunction,
  onEvent: assertFunction,
  application: (value) => !isPrintable(value) && "must be printable ASCII, and not empty",
  scope: (value) => !(isPrintable(value) && !/\s/.test(value)) && "must be printable ASCII without spaces",
  baseUrl: assertBaseUrl,
  timeout: assertDuration,
  deadline: assertDuration,
  maxResponseSize: assertDuration,
  retry: assertRetry,
  onInvalidResponse: (value) => value !== "throw" && value !== "report" && 'must be "throw" or "report"',
};

export const callChecks: Record<keyof CallOptions, Check> = {
  signal: assertAbortSignal,
  requestId: assertGuid,
  correlationId: assertGuid,
  timeout: assertDuration,
  deadline: assertDuration,
  headers: (value) =>
    (typeof value !== "object" || value === null) && "must be a Headers, pairs of strings, or an object",
  retry: assertRetry,
};

function isPrintable(value: unknown): value is string {
  return typeof value === "string" && /^[ -~]+$/.test(value);
}

function assertBaseUrl(baseUrl: unknown): string | undefined {
  if (typeof baseUrl !== "string") return "must be a string";
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url?.hostname ?? "");
  if (url?.protocol !== "https:" && !(url?.protocol === "http:" && isLoopback)) {
    return "must begin with https://, or with http:// and a loopback address: a token is sent there";
  }
  if (url.href !== url.origin + url.pathname || /[^!-~]|[{}\\]|%(?![\da-f]{2})/i.test(baseUrl)) {
    return "must be ASCII, without a user name, password, query, fragment, space, brace, backslash or lone percent sign";
  }
  return /\/v1(\/customers.*)?\/*$/i.test(url.pathname) ? "must end before /v1: the client adds the path" : undefined;
}
