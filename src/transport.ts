import type { Call } from "./call.js";
import { isPartnerCenterError, type PartnerCenterError, TimeoutError, TokenError } from "./errors.js";
import { readFailure } from "./fault.js";
import type { Settings } from "./options.js";
import { retryDelay } from "./retry.js";
import { type OutgoingRequest, safely, send } from "./send.js";
import { pause, within } from "./time.js";
import { createTokenSource, tokenComplaint } from "./token.js";

/** Sends one request of one call, and resolves once its whole body is there. */
export type Transport = (request: OutgoingRequest, call: Call) => Promise<Response>;

/** The layers below openapi-fetch, outermost first: deadline, repetition, token, timeout of one attempt, sending. */
export function createTransport(settings: Settings): Transport {
  const { timeout, deadline } = settings;
  const { token: fixed } = settings;
  const tokens = typeof fixed === "string" ? undefined : createTokenSource(fixed, timeout);

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
    // A string was looked at with the options: a timer and a signal for it would cost up to a tenth of a call.
    const token = tokens ? await usableToken((inner) => tokens.get(inner), call, signal) : (fixed as string);
    const response = await attempt(request, token, call, signal);
    const replacement = response.status === 401 ? tokens?.replace(token) : undefined;
    if (!replacement) return response;
    const again = await attempt(request, await usableToken(() => replacement, call, signal), call, signal);
    if (again.status === 401) tokens?.forget();
    return again;
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
