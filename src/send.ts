import { sleep, withTimeout } from "./abort.js";
import { type Body, readBody } from "./body.js";
import type { Call } from "./call.js";
import {
  InvalidRequestError,
  InvalidResponseError,
  isPartnerCenterError,
  type PartnerCenterError,
  RedirectError,
  TimeoutError,
  TokenError,
} from "./errors.js";
import { codeInMessage, networkError } from "./network.js";
import type { Fetch, FetchResponse, Settings } from "./options.js";
import { type CheckedRequest, checkRequest, type OutgoingRequest } from "./request.js";
import { readResponse } from "./response.js";
import { isLeftToCaller, retryDelay } from "./retry.js";
import { createTokenSource, tokenIssue } from "./token.js";

/** The outcome of a request: a value or an error, and the response to its last attempt, if there was one. */
export interface Result {
  call: Call;
  value?: unknown;
  error?: PartnerCenterError | undefined;
  response?: FetchResponse;
  /** The body of that response. */
  text?: string;
}

export type Send = (request: OutgoingRequest) => Promise<Result>;

/** How many bytes of a failed response are read. The longest documented error body has 500. */
const maxErrorSize = 65_536;

/**
 * The pipeline of every call, top-down: match the operation, check the request, retry, get a token, attempt, exchange,
 * read the response. It returns its errors; only a caller's abort is thrown, as its reason.
 */
export function createSend(settings: Settings): Send {
  const { token: fixed, maxResponseSize } = settings;
  const tokens = typeof fixed === "string" ? undefined : createTokenSource(fixed, settings.scope, settings.timeout);

  async function send(outgoing: OutgoingRequest): Promise<Result> {
    const request = checkRequest(outgoing, settings);
    const { call, issues, retry, deadline, signal } = request;
    if (issues.length > 0) return failed(call, new InvalidRequestError(issues, call.failed("not-applied")));
    try {
      for (let retries = 0; ; retries += 1) {
        // A string token was checked with the options: a timer and a signal for it would add up to a tenth to a call.
        const result = await (typeof fixed === "string" ? attempt(request, fixed) : authorized(request));
        const { error, response } = result;
        if (!error) {
          call.emit({ type: "success", status: (response as FetchResponse).status });
          return result;
        }
        const delay = retryDelay(error, retries, retry);
        const left = isLeftToCaller(error, retry);
        const inTime = delay !== undefined && performance.now() - call.started + delay < deadline;
        if (delay === undefined || !(inTime || left)) return failed(call, error, result);
        call.uncertain ||= error.outcome === "unknown";
        call.emit({ type: "retry", code: error.code, delay });
        if (left) return result;
        await sleep(delay, signal);
      }
    } catch (reason) {
      call.emit({ type: "error", code: "aborted" });
      throw reason;
    }
  }

  /** Sends with a token and, if it is refused, once more with another. */
  async function authorized(request: CheckedRequest): Promise<Result> {
    const source = tokens as NonNullable<typeof tokens>;
    const token = await usableToken(request, (signal) => source.get(signal));
    if (typeof token !== "string") return { call: request.call, error: token };
    const result = await attempt(request, token);
    if (result.response?.status !== 401) return result;
    const other = await usableToken(request, () => source.replace(token));
    if (typeof other !== "string") return { call: request.call, error: other };
    const again = await attempt(request, other);
    if (again.response?.status === 401) source.forget();
    return again;
  }

  /** A token, or the error that says why there is none. */
  async function usableToken(
    request: CheckedRequest,
    get: (signal: AbortSignal) => Promise<unknown>,
  ): Promise<string | PartnerCenterError> {
    const { call, timeout, deadline, signal } = request;
    const fail = (reason: string, details?: { cause: unknown }) =>
      new TokenError(reason, call.failed("not-applied"), details);
    const left = deadline - (performance.now() - call.started);
    const late = () => (left <= timeout ? timedOut(call, deadline) : fail(`no token within ${timeout} ms`));
    try {
      const token = await withTimeout(Math.min(left, timeout), signal, late, get);
      const issue = tokenIssue(token);
      return issue ? fail(`the token ${issue}`) : (token as string);
    } catch (cause) {
      if (isPartnerCenterError(cause)) return cause;
      if (signal?.aborted) throw cause;
      return fail(`the token function failed${codeInMessage(cause, call)}`, { cause });
    }
  }

  async function attempt(request: CheckedRequest, token: string): Promise<Result> {
    const { call, timeout, deadline, signal } = request;
    call.secrets.push(token);
    const left = deadline - (performance.now() - call.started);
    const late = () => timedOut(call, left <= timeout ? deadline : timeout);
    try {
      return await withTimeout(Math.min(left, timeout), signal, late, (own) => exchange(request, token, own));
    } catch (error) {
      if (isPartnerCenterError(error)) return { call, error };
      throw error;
    } finally {
      call.inFlight = false;
    }
  }

  /** Sends a request once, and reads its whole response. */
  async function exchange(request: CheckedRequest, token: string, signal: AbortSignal): Promise<Result> {
    const { call, url, body } = request;
    call.attempts += 1;
    call.attemptStarted = performance.now();
    call.inFlight = true;
    call.emit({ type: "request" });
    let response: FetchResponse;
    try {
      // A listener may have aborted the call, and not every `fetch` checks.
      signal.throwIfAborted();
      const { fetch = globalThis.fetch as Fetch } = settings;
      const headers = { authorization: `Bearer ${token}`, ...request.headers };
      response = await fetch(url, { method: call.operation.method, headers, body, redirect: "manual", signal });
    } catch (cause) {
      if (signal.aborted) throw cause;
      // Some wrappers of `fetch` throw a failed response.
      response = Object(cause).response;
      if (typeof response?.status !== "number") throw networkError(cause, call);
    }
    response = assertResponse(response, call);
    const { status, headers } = response;
    const ok = status >= 200 && status < 300;
    let content: Body;
    try {
      content = await readBody(response, ok ? maxResponseSize : Math.min(maxResponseSize, maxErrorSize), !ok);
      signal.throwIfAborted();
    } catch (cause) {
      throw signal.aborted ? cause : networkError(cause, call, headers);
    }
    call.emit({ type: "response", status });
    return { call, response, ...readResponse(response, content, call, settings) };
  }

  return send;
}

function failed(call: Call, error: PartnerCenterError, result: Result = { call }): Result {
  call.emit({ type: "error", code: error.code });
  return { ...result, error };
}

function timedOut(call: Call, ms: number): TimeoutError {
  return new TimeoutError(`timed out after ${ms} ms`, call.failed(call.inFlight ? "unknown" : "not-applied"));
}

/**
 * Checks that this is a response, and adds headers if a mock of `fetch` left them out.
 *
 * @throws InvalidResponseError if it is not a response; RedirectError
 */
function assertResponse(response: FetchResponse, call: Call): FetchResponse {
  const { status, headers, type, body } = Object(response) as Partial<FetchResponse>;
  if (typeof status !== "number") {
    const issue = {
      pointer: "/response",
      keyword: "status",
      message: "has no status: `fetch` must resolve to a Response",
    };
    throw new InvalidResponseError(0, [issue], call.failed("unknown"));
  }
  // A browser hides a redirect's status.
  if (type === "opaqueredirect" || (status >= 300 && status < 400)) {
    (body as ReadableStream | null | undefined)?.cancel?.()?.catch(() => {});
    throw new RedirectError("unexpected redirect", call.failed("unknown", headers), { status });
  }
  if (typeof headers?.get === "function") return response;
  return Object.assign(Object.create(response), { headers: new Headers(headers as HeadersInit | undefined) });
}
