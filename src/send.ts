import { sleep, throwIfAborted, withTimeout } from "./abort.js";
import { type Body, cancel, readBody } from "./body.js";
import type { Call } from "./call.js";
import {
  InvalidResponseError,
  isPartnerCenterError,
  issueAt,
  type Outcome,
  RedirectError,
  TimeoutError,
  TokenError,
} from "./errors.js";
import { codeInMessage, networkError } from "./network.js";
import type { Settings } from "./options.js";
import { type ReadableResponse, readable } from "./platform.js";
import { type CheckedRequest, checkRequest, type OutgoingRequest } from "./request.js";
import { type Received, readResponse } from "./response.js";
import { isLeftToCaller, retryDelay } from "./retry.js";
import { createTokenSource, type TokenSource, tokenIssue } from "./token.js";

/** The outcome of a request: a value or an error, and the response to its last attempt, if there was one. */
export interface Result extends Partial<Received> {
  call: Call;
  response?: ReadableResponse;
  /** The ids on that response. */
  ids?: ReturnType<Call["receivedIds"]>;
}

export type Send = (request: OutgoingRequest) => Promise<Result>;

/** How many bytes of a failed response are read. The longest documented error body has 500 bytes. */
const maxErrorSize = 65_536;

/**
 * The pipeline of every call, top-down: match the operation, check the request, retry, get a token, attempt, exchange,
 * read the response. It returns its errors, and throws only for an invalid request and a caller's abort.
 */
export function createSend(settings: Settings): Send {
  const { token: fixed, maxResponseSize } = settings;
  const tokens = typeof fixed === "string" ? undefined : createTokenSource(fixed, settings.scope, settings.timeout);

  async function send(outgoing: OutgoingRequest): Promise<Result> {
    const request = checkRequest(outgoing, settings);
    const { call, retry, deadline, signal } = request;
    try {
      for (let retries = 0; ; retries += 1) {
        // A string token was checked with the options: a timer and a signal for it would add up to a tenth to a call.
        const sent = tokens ? authorized(request, tokens) : attempt(request, fixed as string);
        const result = await sent.catch((error): Result => {
          throwIfAborted(signal);
          if (isPartnerCenterError(error)) return { call, error };
          // Whatever a wrapper of `fetch` made of the response, the request was sent, and must not be sent again.
          const issue = issueAt("/response", "response", "cannot be read");
          return { call, error: new InvalidResponseError(0, [issue], call.failed("unknown"), { cause: error }) };
        });
        const { error, response } = result;
        if (!error) {
          call.emit({ type: "success", status: (response as ReadableResponse).status });
          return result;
        }
        const delay = retryDelay(error, retries, retry);
        const leftToCaller = isLeftToCaller(error, retry);
        const inTime = delay !== undefined && performance.now() - call.started + delay < deadline;
        if (delay === undefined || !(inTime || leftToCaller)) {
          call.emit({ type: "error", code: error.code });
          return result;
        }
        call.uncertain ||= error.outcome === "unknown";
        call.emit({ type: "retry", code: error.code, delay });
        if (leftToCaller) return result;
        await sleep(delay, signal);
      }
    } catch (reason) {
      call.emit({ type: "error", code: "aborted" });
      throw reason;
    }
  }

  /** Sends with a token and, if it is refused, once more with another. */
  async function authorized(request: CheckedRequest, tokens: TokenSource): Promise<Result> {
    const token = await usableToken(request, (signal) => tokens.get(signal));
    const result = await attempt(request, token);
    if (result.response?.status !== 401) return result;
    request.call.emit({ type: "retry", code: "api", delay: 0 });
    const other = await usableToken(request, () => tokens.replace(token));
    const again = await attempt(request, other);
    if (again.response?.status === 401) tokens.forget();
    return again;
  }

  /** @throws TokenError if there is no usable token, TimeoutError at the deadline */
  function usableToken(request: CheckedRequest, get: (signal: AbortSignal) => Promise<unknown>): Promise<string> {
    const { call, timeout, signal } = request;
    const failure = (reason: string, details?: { cause: unknown }) =>
      new TokenError(reason, call.failed("not-applied"), details);
    const { ms, late } = limitOf(request, "not-applied", () => failure(`no token within ${timeout} ms`));
    return withTimeout(ms, signal, late, async (own) => {
      const token = await get(own).catch((cause) => {
        const what = typeof fixed === "function" ? "the token function" : "getToken of the credential";
        throw failure(`${what} failed${codeInMessage(cause, call)}`, { cause });
      });
      const issue = tokenIssue(token);
      if (issue) throw failure(`the token ${issue}`);
      return token as string;
    });
  }

  function attempt(request: CheckedRequest, token: string): Promise<Result> {
    request.call.secrets.add(token);
    const { ms, late } = limitOf(request, "unknown");
    return withTimeout(ms, request.signal, late, (own) => exchange(request, token, own));
  }

  /** Sends a request once, and reads its whole response. */
  async function exchange(request: CheckedRequest, token: string, signal: AbortSignal): Promise<Result> {
    const { call, fetch, url, body } = request;
    call.attempts += 1;
    call.attemptStarted = performance.now();
    call.emit({ type: "request" });
    // A listener may have aborted the call, and not every `fetch` checks.
    throwIfAborted(signal);
    const headers = { authorization: `Bearer ${token}`, ...request.headers };
    let given: unknown;
    try {
      given = await fetch(url, { method: call.operation.method, headers, body, redirect: "manual", signal });
    } catch (cause) {
      given = thrownResponse(cause, url.slice(settings.baseUrl.length));
      if (!given) throw networkError(cause, call);
    }
    const response = assertResponse(given, call);
    const content = await (response.ok
      ? readBody(response, maxResponseSize).catch((cause) => {
          throw networkError(cause, call, response.headers);
        })
      : readFailureBody(response, signal, request.timeout / 2));
    throwIfAborted(signal);
    call.emit({ type: "response", status: response.status });
    const ids = call.receivedIds(response.headers);
    return { call, response, ids, ...readResponse(response, content, call, settings) };
  }

  /** The status of a failure is enough: a body that breaks off, or stalls, must not hide it. */
  function readFailureBody(response: ReadableResponse, signal: AbortSignal, ms: number): Promise<Body> {
    const late = () => new Error("the body stalled");
    return withTimeout(ms, signal, late, (own) => readBody(response, maxErrorSize, true, own)).catch(() => ({
      text: "",
    }));
  }

  return send;
}

/** How long the next step of a call may take, and the error if it takes longer. */
function limitOf({ call, timeout, deadline }: CheckedRequest, outcome: Outcome, atTimeout?: () => Error) {
  const remaining = deadline - (performance.now() - call.started);
  const timedOut = (name: string, ms: number) =>
    new TimeoutError(`timed out after ${ms} ms (${name})`, call.failed(remaining > 0 ? outcome : "not-applied"));
  const late = () =>
    remaining <= timeout ? timedOut("deadline", deadline) : (atTimeout?.() ?? timedOut("timeout", timeout));
  return { ms: Math.min(remaining, timeout), late };
}

/** @throws InvalidResponseError for what is not a response, RedirectError */
function assertResponse(given: unknown, call: Call): ReadableResponse {
  const response = readable(given);
  if (!response) {
    const issue = issueAt("/response", "status", "has no status: `fetch` must resolve to a Response");
    throw new InvalidResponseError(0, [issue], call.failed("unknown"));
  }
  const { status, type, headers, body } = response;
  // A browser hides a redirect's status.
  if (type !== "opaqueredirect" && !(status >= 300 && status < 400)) return response;
  cancel(body);
  throw new RedirectError("unexpected redirect", call.failed("unknown", headers), { status });
}

/** The response that a wrapper of `fetch` such as ky threw, itself or as part of an error; not that of another path. */
function thrownResponse(cause: unknown, path: string): unknown {
  return [Object(cause).response, cause].find((one) => {
    const { text, url } = Object(one);
    return typeof text === "function" && String(url || path).includes(path);
  });
}
