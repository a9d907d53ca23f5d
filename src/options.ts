import type { OperationId } from "../generated/operations.js";
import {
  assertAbortSignal,
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
 * What the client uses of `fetch`: the platform's, undici's, node-fetch's and React Native's fit, and so do wrappers. It
 * gets a plain record of headers with lower-case names.
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

/** What the client reads of a response. `body` may be a web stream or an async iterable of bytes; otherwise `text()` is called. */
export interface FetchResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
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
   * Where Partner Center is, without `/v1`: `GLOBAL_BASE_URL`, `CHINA_BASE_URL` or a proxy. `https` only, except for a
   * loopback address. Default: the global service.
   */
  baseUrl?: string | undefined;
  /** What a `TokenCredential` is asked for. Default: `/.default` of a known `baseUrl`, of the global service otherwise. */
  scope?: string | undefined;
  /** Sends the request: the sandbox, a proxy, tracing. Default: `globalThis.fetch`, looked up at each call. */
  fetch?: Fetch | undefined;
  /** Milliseconds for one attempt, its whole body included, and for one token. Default: 30,000. At most 2,147,483,647. */
  timeout?: number | undefined;
  /** Milliseconds for the whole call: tokens, retries and pauses included. Default: 100,000. At most 2,147,483,647. */
  deadline?: number | undefined;
  /**
   * How a failed call is retried, always with the same ids, create requests too: `MS-RequestId` is the documented
   * idempotency key, its retention period is undocumented. `false`: never, except for the one attempt after a 401 for
   * which a function or a credential was asked for another token.
   */
  retry?: RetryOptions | false | undefined;
  /** Bytes that the body of a response may have, after decoding. Default: 1,048,576. Of a failure, 65,536 are read. */
  maxResponseSize?: number | undefined;
  /** The name of your application, sent as `MS-PartnerCenter-Application`. Default: none is sent. */
  application?: string | undefined;
  /**
   * What to do with a successful response that does not match the contract: throw an `InvalidResponseError`, or return
   * the unvalidated data. Either emits `invalid_response`. A body that is not JSON is always thrown. Default: `"throw"`.
   */
  onInvalidResponse?: "throw" | "report" | undefined;
  /** Called with each event. What it throws is lost. Default: none. */
  onEvent?: ((event: ClientEvent) => void) | undefined;
}

/** Options of a single call; those that the client has too replace the client's. */
export interface CallOptions {
  /** Aborts the call, which rejects with the signal's reason. Node warns of a leak if more than ten calls at once share one. */
  signal?: AbortSignal | undefined;
  /** `MS-RequestId`, a GUID. Retry a create request whose outcome is `unknown` with the same one. Default: a new one. */
  requestId?: string | undefined;
  /** `MS-CorrelationId`, a GUID. Default: a new one. */
  correlationId?: string | undefined;
  timeout?: number | undefined;
  deadline?: number | undefined;
  /**
   * More request headers, such as `traceparent` or `ValidateMfa`. What the client sets itself, such as `Authorization`,
   * is refused.
   */
  headers?: Iterable<readonly [string, string]> | Readonly<Record<string, string | undefined>> | undefined;
  /**
   * An object replaces single properties of the client's `retry`, or of the defaults if that is `false`; but only
   * `{ throttled: false }` does not turn on retries that the client has turned off.
   */
  retry?: RetryOptions | false | undefined;
}

/** What every event says. It never has a customer's id, a header, a body or a token. */
export interface EventContext {
  operation: OperationId;
  /** The path's template. */
  path: string;
  requestId: string;
  correlationId: string;
  /** Which attempt of the call this is, from 1 on; 0 before the first. */
  attempt: number;
  /** Milliseconds since the call began. */
  ms: number;
  /** Milliseconds since this attempt began; 0 before the first. */
  attemptMs: number;
}

/**
 * What happened, discriminated by `type`. `retry`: the call, or its caller, will try again in about `delay` milliseconds.
 * `undocumented_response`: the response was returned, but deviates from what is documented, such as a new status.
 * `invalid_response`: it does not match the contract. `error`: the call failed; its `code` is `aborted` if that is an
 * error that is not ours, such as a caller's abort. At most 100 issues are reported of one response.
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

/** What a single call may replace. */
export type CallSettings = Pick<Settings, "timeout" | "deadline" | "retry">;

/** @throws InvalidRequestError naming each option that is unknown or invalid */
export function readOptions(options: ClientOptions): Settings {
  assertOptions(options, clientChecks, ["token"]);
  const given = pick(options, clientChecks);
  const baseUrl = new URL(given.baseUrl ?? DEFAULTS.baseUrl).href.replace(/\/+$/, "");
  const audience = new URL(baseUrl).origin === CHINA_BASE_URL ? CHINA_BASE_URL : GLOBAL_BASE_URL;
  const retry = mergeRetry(given.retry, DEFAULTS.retry);
  return { scope: `${audience}/.default`, ...DEFAULTS, ...given, baseUrl, retry };
}

/** What is wrong with the options of a single call. */
export function callOptionIssues(options: CallOptions): Issue[] {
  return optionIssues(options, callChecks);
}

/** The client's settings with those that a single call replaces. */
export function callSettings({ timeout, deadline, retry }: CallOptions, settings: Settings): CallSettings {
  return {
    timeout: timeout ?? settings.timeout,
    deadline: deadline ?? settings.deadline,
    retry: mergeRetry(retry, settings.retry),
  };
}

function mergeRetry(given: RetryOptions | false | undefined, base: Retry | false): Retry | false {
  if (given === undefined || given === false) return given ?? base;
  const options = pick(given, retryChecks);
  // A bulk read leaves no 429 to the client, and must not turn on what the client has turned off.
  const limit = base === false && options.throttled === false && options.limit === undefined ? { limit: 0 } : {};
  return { ...(base || DEFAULTS.retry), ...options, ...limit };
}

const retryChecks: Record<keyof Retry, Check> = {
  limit: assertNumber,
  baseDelay: assertNumber,
  maxDelay: assertNumber,
  maxRetryAfter: assertNumber,
  throttled: (value) => typeof value !== "boolean" && "must be true or false",
};

const assertRetry: Check = (value) => {
  if (value === false) return undefined;
  if (typeof value !== "object" || value === null) return "must be false or an object";
  return optionIssues(value, retryChecks, "/retry");
};

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

const callChecks: Record<keyof CallOptions, Check> = {
  signal: assertAbortSignal,
  requestId: assertGuid,
  correlationId: assertGuid,
  timeout: assertDuration,
  deadline: assertDuration,
  headers: (value) => (typeof value !== "object" || value === null) && "must be a Headers or an object",
  retry: assertRetry,
};

function isPrintable(value: unknown): value is string {
  return typeof value === "string" && /^[ -~]+$/.test(value);
}

function assertBaseUrl(baseUrl: unknown): string | undefined {
  const text = typeof baseUrl === "string" && /^[!-~]+$/.test(baseUrl) ? baseUrl : "";
  const {
    protocol,
    hostname,
    username,
    password,
    pathname = "",
  } = URL.canParse(text) ? new URL(text) : ({} as Partial<URL>);
  const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname ?? "");
  if (protocol !== "https:" && !(protocol === "http:" && loopback)) {
    return "must begin with https://, or with http:// and a loopback address: a token is sent there";
  }
  if (username || password || /[?#{}\\]|%(?![\da-f]{2})/i.test(text)) {
    return "must not have a user name, a password, a query, a fragment, braces or a backslash";
  }
  return /\/v1\/*$/i.test(decodeURI(pathname)) ? "must not end in /v1: the client adds it" : undefined;
}
