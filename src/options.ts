import type { OperationId } from "../generated/operations.js";
import type { Issue, PartnerCenterError } from "./errors.js";
import { type Complaint, noFunction, noTime, refuse, strangers } from "./refuse.js";
import type { Retry, RetryOptions } from "./retry.js";
import { type TokenCredential, type TokenProvider, tokenComplaint } from "./token.js";

/** How a client reaches Partner Center, and how long it tries. */
export interface ClientOptions {
  /**
   * The bearer token without the word "Bearer"; or a function that gives one, asked for each attempt, and once more with
   * `refresh: true` after a 401; or a `TokenCredential` of @azure/identity. Reading takes an app-only or an app+user
   * token, asking for a qualification an app+user token only. In China, the audience of a token is that server's address:
   * take a function there, as a `TokenCredential` is asked for the global service's.
   */
  token: string | TokenProvider | TokenCredential;
  /** Where Partner Center is. `https` only, but for a loopback address. Default: the global service. */
  baseUrl?: string | undefined;
  /**
   * What sends the request: the sandbox, a proxy, tracing, or `nodeFetch` of `partner-center-qualifications/node`. Default:
   * `globalThis.fetch`, looked up at each call.
   */
  fetch?: typeof globalThis.fetch | undefined;
  /** Milliseconds for one attempt, its whole body included, and for one token. Default: 30,000. At most 2,147,483,647. */
  timeout?: number | undefined;
  /** Milliseconds for the whole call: tokens, repetitions and pauses included. Default: 100,000. At most 2,147,483,647. */
  deadline?: number | undefined;
  /**
   * How a call that failed is repeated, always with the same ids, creates too: that the service applies one
   * `MS-RequestId` once is documented, for how long it remembers it is not. `false` repeats nothing, but for the one attempt
   * after a 401 for which a function or a credential was asked again.
   */
  retry?: RetryOptions | false | undefined;
  /** The most bytes that an answer's body may have, after decoding. Default: 1,048,576. */
  maxBodySize?: number | undefined;
  /** The name of your application, sent as `MS-PartnerCenter-Application`. Default: none is sent. */
  application?: string | undefined;
  /**
   * What to do with a successful answer that breaks the contract: throw an `InvalidResponseError`, or hand its JSON over
   * unchecked and report it as an event. A body that is no JSON is always thrown. Default: `"throw"`.
   */
  onInvalidResponse?: "throw" | "report" | undefined;
  /** Told what happens. It must not throw: what it throws is lost. Default: nobody is told. */
  onEvent?: ((event: ClientEvent) => void) | undefined;
}

/** What every event says. A customer's id never stands in one, nor does any header, body or token. */
export interface EventContext {
  operation: OperationId;
  /** The path's template. */
  path: string;
  requestId: string;
  correlationId: string;
  /** Which attempt of the call this is, from 1 on; 0 before the first. */
  attempt: number;
}

/**
 * What happened, told apart by `type`. `ms` counts from the start of the call, `delay` is the pause
 * before the next attempt. An `undocumented_response` was handed
 * over, but holds something that the documents do not know, such as a new status; an `invalid_response` breaks the
 * contract. The `code` of an error that is not one of ours, such as a caller's abort, is `aborted`.
 */
export type EventDetail =
  | { type: "request" }
  | { type: "response"; status: number; ms: number }
  | { type: "retry"; code: PartnerCenterError["code"]; delay: number }
  | { type: "error"; code: PartnerCenterError["code"] | "aborted"; ms: number }
  | { type: "undocumented_response" | "invalid_response"; status: number; issues: readonly Issue[] };

/** What the client tells `onEvent`. */
export type ClientEvent = EventContext & EventDetail;

/** The defaults of `ClientOptions`. */
export const DEFAULTS = {
  baseUrl: "https://api.partnercenter.microsoft.com",
  timeout: 30_000,
  deadline: 100_000,
  retry: { limit: 2, base: 500, cap: 10_000, maxRetryAfter: 60_000 },
  maxBodySize: 2 ** 20,
  onInvalidResponse: "throw",
} as const;

/** The options, checked, with their defaults. */
export interface Settings extends Pick<ClientOptions, "token" | "fetch" | "application" | "onEvent"> {
  baseUrl: string;
  timeout: number;
  deadline: number;
  retry: Retry | false;
  maxBodySize: number;
  onInvalidResponse: "throw" | "report";
}

/** @throws InvalidRequestError naming every option that cannot be used; values are not repeated, they may be secrets. */
export function readOptions(options: ClientOptions): Settings {
  const given = (values: unknown) =>
    Object.fromEntries(Object.entries(Object(values)).filter(([, value]) => value !== undefined));
  const settings = { ...DEFAULTS, ...given(options) } as unknown as Settings;
  if (Object(settings.retry) === settings.retry) settings.retry = { ...DEFAULTS.retry, ...given(settings.retry) };
  refuse({
    ...strangers(options, Object.keys(complaints)),
    ...strangers(settings.retry, Object.keys(DEFAULTS.retry), "retry/"),
    ...Object.fromEntries(
      Object.entries(complaints).map(([option, complaint]) => [option, complaint(settings[option as keyof Settings])]),
    ),
  });
  return settings;
}

const complaints: Record<keyof Settings, Complaint> = {
  token: (value) =>
    typeof value === "string"
      ? tokenComplaint(value)
      : typeof (Object(value).getToken ?? value) !== "function" && "must be a string, a function or a TokenCredential",
  fetch: noFunction,
  onEvent: noFunction,
  application: (value) =>
    value !== undefined &&
    !(typeof value === "string" && /^[ -~]+$/.test(value)) &&
    "must be printable ASCII, and not empty",
  baseUrl: baseUrlComplaint,
  timeout: noTime,
  deadline: noTime,
  maxBodySize: noTime,
  retry: (value) =>
    value !== false &&
    !(value === Object(value) && Object.values(Object(value)).every((part) => typeof part === "number" && part >= 0)) &&
    "must be false, or hold numbers from 0 on",
  onInvalidResponse: (value) => value !== "throw" && value !== "report" && 'must be "throw" or "report"',
};

function baseUrlComplaint(baseUrl: unknown): string | undefined {
  const text = typeof baseUrl === "string" && /^[!-~]+$/.test(baseUrl) ? baseUrl : "";
  const { protocol, hostname, username, password } = URL.canParse(text) ? new URL(text) : ({} as Partial<URL>);
  const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname ?? "");
  if (protocol !== "https:" && !(protocol === "http:" && loopback)) {
    return "must begin with https://, or with http:// and a loopback address: a token is sent there";
  }
  return username || password || /[?#{}]/.test(text)
    ? "must not hold a user name, a password, a query, a fragment or braces"
    : undefined;
}
