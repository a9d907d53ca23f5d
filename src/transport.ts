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

/** The layers below openapi-fetch, outermost first: repetition, token, limits of time, sending. */
export function createTransport(settings: Settings): Transport {
  const { timeout, deadline, token: fixed } = settings;
  const tokens = typeof fixed === "string" ? undefined : createTokenSource(fixed, timeout);

  return async (request, call) => {
    for (let retries = 0; ; retries += 1) {
      const { response, failure } = await tried(authorize(request, call), call);
      if (!failure) return response;
      const left = call.leaveThrottled && failure.code === "throttled";
      const delay = left ? undefined : retryDelay(failure, retries, settings.retry);
      if (delay === undefined || !(call.ms + delay < deadline)) {
        if (response) return response;
        throw failure;
      }
      call.doubt ||= failure.outcome === "unknown";
      call.tell({ type: "retry", code: failure.code, delay });
      await pause(delay, request.signal);
    }
  };

  /** Sends with a token and, where it is refused, once more with another one. */
  async function authorize(request: OutgoingRequest, call: Call): Promise<Response> {
    // A string was looked at with the options: a timer and a signal for it would cost up to a tenth of a call.
    const token = tokens ? await usableToken((signal) => tokens.get(signal), request, call) : (fixed as string);
    const response = await attempt(request, token, call);
    const replacement = response.status === 401 ? tokens?.replace(token) : undefined;
    if (!replacement) return response;
    const again = await attempt(request, await usableToken(() => replacement, request, call), call);
    if (again.status === 401) tokens?.forget();
    return again;
  }

  async function usableToken(ask: (signal: AbortSignal) => Promise<unknown>, request: OutgoingRequest, call: Call) {
    const fail = (reason: string, details?: { cause: unknown }) =>
      new TokenError(reason, call.failed("not-applied"), details);
    const late = () => fail(`no token came within ${timeout} ms`);
    const given = await limited(request, call, late, (signal) =>
      ask(signal).catch((cause: unknown) => {
        throw signal.aborted ? cause : fail("the token provider failed", { cause: safely(cause) });
      }),
    );
    const complaint = tokenComplaint(given);
    if (complaint) throw fail(`the token ${complaint}`);
    return given as string;
  }

  async function attempt(request: OutgoingRequest, token: string, call: Call): Promise<Response> {
    call.hide(token);
    // A plain record, as `fetch` would copy a `Headers`; in small letters, as those that openapi-fetch merged are. What
    // is spread comes last: an object that begins with it took 20 times as long.
    const headers = {
      accept: "application/json",
      authorization: `Bearer ${token}`,
      "ms-requestid": call.requestId,
      "ms-correlationid": call.correlationId,
      ...Object.fromEntries(request.headers),
    };
    try {
      return await limited(
        request,
        call,
        () => tooLate(call, timeout),
        (signal) => send(settings, request, headers, call, signal),
      );
    } finally {
      call.underWay = false;
    }
  }

  /** Ends a part of a call after `timeout`, or where the deadline of the whole call comes first. One timer does both. */
  function limited<Value>(
    { signal }: OutgoingRequest,
    call: Call,
    late: () => Error,
    work: (signal: AbortSignal) => Promise<Value>,
  ): Promise<Value> {
    const left = deadline - call.ms;
    return left <= timeout
      ? within(left, signal, () => tooLate(call, deadline), work)
      : within(timeout, signal, late, work);
  }
}

function tooLate(call: Call, ms: number): TimeoutError {
  return new TimeoutError(`no whole answer within ${ms} ms`, call.failed(call.underWay ? "unknown" : "not-applied"));
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
