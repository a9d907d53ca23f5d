import type { OperationId } from "../generated/operations.js";
import { InvalidRequestError, type Issue, type PartnerCenterError } from "./errors.js";

/** Gives a token for one attempt. `signal` is aborted when the attempt's time is over. */
export type TokenProvider = (request: { signal: AbortSignal }) => string | Promise<string>;

export interface ClientOptions {
  /**
   * The bearer token without the word "Bearer", or a function that gives one and is asked for each attempt. Reading
   * takes an app-only or an app+user token, asking for a qualification an app+user token only.
   */
  token: string | TokenProvider;
  /** Where Partner Center is. `https` only, but for a loopback address. Default: the global service. */
  baseUrl?: string | undefined;
  /** What sends the request: the sandbox, a proxy, tracing. Default: `globalThis.fetch`, looked up at each call. */
  fetch?: typeof globalThis.fetch | undefined;
  /** Milliseconds for one attempt, the token and the whole body included. Default: 30,000. At most 2,147,483,647. */
  timeout?: number | undefined;
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
 * What happened, told apart by `type`. `ms` counts from the start of the call. An `undocumented_response` was handed
 * over, but holds something that the documents do not know, such as a new status; an `invalid_response` breaks the
 * contract. The `code` of an error that is not one of ours, such as a caller's abort, is `aborted`.
 */
export type EventDetail =
  | { type: "request" }
  | { type: "response"; status: number; ms: number }
  | { type: "error"; code: PartnerCenterError["code"] | "aborted"; ms: number }
  | { type: "undocumented_response" | "invalid_response"; status: number; issues: readonly Issue[] };

/** What the client tells `onEvent`. */
export type ClientEvent = EventContext & EventDetail;

/** The defaults of `ClientOptions`. */
export const DEFAULTS = {
  baseUrl: "https://api.partnercenter.microsoft.com",
  timeout: 30_000,
  onInvalidResponse: "throw",
} as const;

/** The options, checked, with their defaults. */
export interface Settings extends Pick<ClientOptions, "token" | "fetch" | "application" | "onEvent"> {
  baseUrl: string;
  timeout: number;
  onInvalidResponse: "throw" | "report";
}

/** @throws InvalidRequestError naming every option that cannot be used; values are not repeated, they may be secrets. */
export function readOptions(options: ClientOptions): Settings {
  const { token, fetch, application, onEvent } = options;
  const { baseUrl, timeout, onInvalidResponse } = DEFAULTS;
  const settings: Settings = {
    token,
    fetch,
    application,
    onEvent,
    baseUrl: options.baseUrl ?? baseUrl,
    timeout: options.timeout ?? timeout,
    onInvalidResponse: options.onInvalidResponse ?? onInvalidResponse,
  };
  const issues = Object.entries(settings).flatMap(([option, value]): Issue[] => {
    const message = complaints[option as keyof Settings](value);
    return message ? [{ pointer: `/${option}`, keyword: "option", message }] : [];
  });
  if (issues.length > 0) throw new InvalidRequestError(issues);
  return settings;
}

type Complaint = (value: unknown) => string | false | undefined;

const noFunction: Complaint = (value) => value !== undefined && typeof value !== "function" && "must be a function";

const complaints: Record<keyof Settings, Complaint> = {
  token: (value) => typeof value !== "function" && tokenComplaint(value),
  fetch: noFunction,
  onEvent: noFunction,
  application: (value) => value !== undefined && !/^[ -~]+$/.test(String(value)) && "must be printable ASCII",
  baseUrl: baseUrlComplaint,
  timeout: (value) => !(Number(value) >= 1 && Number(value) < 2 ** 31) && "must be milliseconds from 1 to 2147483647",
  onInvalidResponse: (value) => value !== "throw" && value !== "report" && 'must be "throw" or "report"',
};

/** What is wrong with a token; undefined where nothing is. The token itself is never repeated. */
export function tokenComplaint(token: unknown): string | undefined {
  if (typeof token !== "string" || token === "") return "must be a string that is not empty";
  return /^[!-~]+$/.test(token) ? undefined : "must not hold a blank, a control character or any but ASCII";
}

function baseUrlComplaint(baseUrl: unknown): string | undefined {
  const text = String(baseUrl);
  const { protocol, hostname, username, password } = URL.canParse(text) ? new URL(text) : ({} as Partial<URL>);
  const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname ?? "");
  if (protocol !== "https:" && !(protocol === "http:" && loopback)) {
    return "must begin with https://, or with http:// and a loopback address: a token is sent there";
  }
  return username || password || /[?#{}]/.test(text)
    ? "must not hold a user name, a password, a query, a fragment or braces"
    : undefined;
}
