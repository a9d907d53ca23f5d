import { readText, UnreadableBody } from "./body.js";
import type { Call } from "./call.js";
import {
  InvalidResponseError,
  isPartnerCenterError,
  NetworkError,
  type PartnerCenterError,
  RedirectError,
  TimeoutError,
  TokenError,
} from "./errors.js";
import { readFailure } from "./fault.js";
import type { Settings } from "./options.js";
import { retryDelay } from "./retry.js";
import { pause, within } from "./time.js";
import { createTokenSource, tokenComplaint } from "./token.js";

/**
 * What openapi-fetch fills in instead of a `Request`: `fetch` would copy a real one, and tee its body, which costs more
 * than the rest of a call together.
 */
export class OutgoingRequest {
  declare readonly url: string;
  declare readonly method: string;
  declare readonly headers: Headers;
  declare readonly body: string | undefined;
  declare readonly signal: AbortSignal | undefined;

  constructor(url: string, init: object) {
    Object.assign(this, init, { url });
  }
}

/** Sends one request of one call, and resolves once its whole body is there. */
export type Transport = (request: OutgoingRequest, call: Call) => Promise<Response>;

/** The layers below openapi-fetch, outermost first: deadline, repetition, token, timeout of one attempt, sending. */
export function createTransport(settings: Settings): Transport {
  const { timeout, deadline } = settings;
  const tokens = createTokenSource(settings.token, timeout);

  return (request, call) =>
    within(deadline, request.signal, tooLate(call, deadline), (signal) => repeat(request, call, signal));

  async function repeat(request: OutgoingRequest, call: Call, signal: AbortSignal): Promise<Response> {
    for (let retries = 0; ; retries += 1) {
      const { response, failure } = await tried(authorize(request, call, signal), call);
      if (!failure) return response;
      const left = call.leaveThrottled && failure.code === "throttled";
      const delay = left ? undefined : retryDelay(failure, retries, settings.retry);
      if (delay === undefined || call.ms + delay >= deadline) {
        if (response) return response;
        throw failure;
      }
      call.doubt ||= failure.outcome === "unknown";
      call.tell({ type: "retry", code: failure.code, delay });
      await pause(delay, signal);
    }
  }

  /** Sends with a token and, where it is refused, once more with another one. */
  async function authorize(request: OutgoingRequest, call: Call, signal: AbortSignal): Promise<Response> {
    const token = await usableToken((inner) => tokens.get(inner), call, signal);
    const response = await attempt(request, token, call, signal);
    const replacement = response.status === 401 ? tokens.replace(token) : undefined;
    if (!replacement) return response;
    return attempt(request, await usableToken(() => replacement, call, signal), call, signal);
  }

  async function usableToken(ask: (signal: AbortSignal) => Promise<unknown>, call: Call, signal: AbortSignal) {
    const fail = (reason: string, cause?: unknown) =>
      new TokenError(reason, call.failed("not-applied"), { cause: safely(cause) });
    const given = await within(
      timeout,
      signal,
      () => fail(`no token came within ${timeout} ms`),
      (inner) =>
        ask(inner).catch((cause: unknown) => {
          throw inner.aborted ? cause : fail("the token provider failed", cause);
        }),
    );
    const complaint = tokenComplaint(given);
    if (complaint) throw fail(`the token ${complaint}`);
    return given as string;
  }

  function attempt(request: OutgoingRequest, token: string, call: Call, signal: AbortSignal): Promise<Response> {
    call.hide(token);
    request.headers.set("Authorization", `Bearer ${token}`);
    request.headers.set("MS-RequestId", call.requestId);
    request.headers.set("MS-CorrelationId", call.correlationId);
    return within(timeout, signal, tooLate(call, timeout), (inner) => send(settings, request, call, inner)).finally(
      () => {
        call.underWay = false;
      },
    );
  }
}

function tooLate(call: Call, ms: number): () => TimeoutError {
  return () =>
    new TimeoutError(`no whole answer within ${ms} ms`, call.failed(call.underWay ? "unknown" : "not-applied"));
}

/** A failure that was answered comes with its response, as openapi-fetch wants it. */
async function tried(
  sending: Promise<Response>,
  call: Call,
): Promise<{ response: Response; failure?: undefined } | { response?: Response; failure: PartnerCenterError }> {
  try {
    const response = await sending;
    if (response.ok) return { response };
    return { response, failure: readFailure(await response.json().catch(() => ""), response, call) };
  } catch (failure) {
    if (isPartnerCenterError(failure)) return { failure };
    throw failure;
  }
}

async function send(
  { fetch = globalThis.fetch, maxBodySize }: Settings,
  { url, method, headers, body }: OutgoingRequest,
  call: Call,
  signal: AbortSignal,
): Promise<Response> {
  call.attempts += 1;
  call.underWay = true;
  call.tell({ type: "request" });
  let response: Response | undefined;
  let text = "";
  try {
    response = await fetch(url, { method, headers, body: body ?? null, redirect: "manual", signal });
    if (isRedirect(response)) response.body?.cancel().catch(() => {});
    else text = await readText(response, maxBodySize);
    signal.throwIfAborted();
  } catch (cause) {
    if (signal.aborted) throw cause;
    if (!(cause instanceof UnreadableBody)) throw networkError(cause, call, response);
    // Of a failure, the status says enough.
    if (response?.ok) {
      const message = cause.keyword === "size" ? `is larger than ${maxBodySize} bytes` : "is no UTF-8";
      const issue = { pointer: "", keyword: cause.keyword, message };
      const outcome = response.status === 201 ? "applied" : "unknown";
      throw new InvalidResponseError(response.status, [issue], call.failed(outcome, response));
    }
  }
  const answered = response as Response;
  if (isRedirect(answered)) {
    const { status } = answered;
    throw new RedirectError("the answer was a redirect, which is not followed", call.failed("unknown", answered), {
      status,
    });
  }
  call.tell({ type: "response", status: answered.status, ms: call.ms });
  // The body can be read from a `Response` only once, so the one that goes on has it at hand.
  return Object.assign(answered, { text: async () => text, json: async () => JSON.parse(text) });
}

/** A browser hides a redirect's status. */
function isRedirect({ type, status }: Response): boolean {
  return type === "opaqueredirect" || (status >= 300 && status < 400);
}

/** The codes, on Node, of what fails before the request leaves; other runtimes have none. */
const unsent = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT)$/;
const untrusted = /^(ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

function networkError(cause: unknown, call: Call, response: Response | undefined): NetworkError {
  const code = String(safely(cause).code);
  const repeatable = !untrusted.test(code);
  const failed = call.failed(unsent.test(code) || !repeatable ? "not-applied" : "unknown", response);
  const reason = "the connection failed before a whole answer had come";
  return new NetworkError(reason, failed, { cause: safely(cause), repeatable });
}

/** The name and the code of a failure: Node's own messages hold tokens and addresses. */
function safely(failure: unknown): { name: string; code: unknown } {
  const { name, code, cause } = Object(failure);
  return { name: String(name), code: Object(cause).code ?? code };
}
