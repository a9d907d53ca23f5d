import type { Call } from "./call.js";
import { isPartnerCenterError, NetworkError, RedirectError, TimeoutError, TokenError } from "./errors.js";
import { type Settings, tokenComplaint } from "./options.js";

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

/** The layers below openapi-fetch, outermost first: time, token, sending. */
export function createTransport(settings: Settings): Transport {
  return (request, call) =>
    withinTime(settings.timeout, request.signal, call, async (signal) => {
      request.headers.set("Authorization", `Bearer ${await askForToken(settings.token, call, signal)}`);
      request.headers.set("MS-RequestId", call.requestId);
      request.headers.set("MS-CorrelationId", call.correlationId);
      signal.throwIfAborted();
      return send(settings.fetch ?? globalThis.fetch, request, call, signal);
    });
}

/**
 * Races an attempt against a timer of our own and the caller's signal: on Node 20 a corrupt gzip body leaves `fetch`
 * hanging after its signal was aborted.
 */
async function withinTime<Value>(
  timeout: number,
  caller: AbortSignal | undefined,
  call: Call,
  attempt: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  caller?.throwIfAborted();
  const controller = new AbortController();
  let giveUp: (reason: unknown) => void = () => {};
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = (reason) => {
      reject(reason);
      controller.abort(reason);
    };
  });
  const onAbort = () => giveUp(caller?.reason);
  const onTimeout = () => {
    const failed = call.failed(call.attempts > 0 ? "unknown" : "not-applied");
    giveUp(new TimeoutError(`no whole answer within ${timeout} ms`, failed));
  };
  const timer = setTimeout(onTimeout, timeout);
  caller?.addEventListener("abort", onAbort, { once: true });
  try {
    return await Promise.race([attempt(controller.signal), givenUp]);
  } finally {
    clearTimeout(timer);
    caller?.removeEventListener("abort", onAbort);
  }
}

async function askForToken(source: Settings["token"], call: Call, signal: AbortSignal): Promise<string> {
  const fail = (reason: string, details?: object) => new TokenError(reason, call.failed("not-applied"), details);
  let token: unknown = source;
  if (typeof source === "function") {
    try {
      token = await source({ signal });
    } catch (cause) {
      throw fail("the token provider failed", { cause });
    }
  }
  const complaint = tokenComplaint(token);
  if (complaint) throw fail(`the token ${complaint}`);
  return token as string;
}

async function send(
  fetch: typeof globalThis.fetch,
  request: OutgoingRequest,
  call: Call,
  signal: AbortSignal,
): Promise<Response> {
  const { url, method, headers, body } = request;
  call.attempts += 1;
  call.tell({ type: "request" });
  let response: Response | undefined;
  let text: string;
  try {
    response = await fetch(url, { method, headers, body: body ?? null, redirect: "manual", signal });
    if (response.type === "opaqueredirect" || (response.status >= 300 && response.status < 400)) {
      throw new RedirectError("the answer was a redirect, which is not followed", call.failed("unknown", response));
    }
    text = await response.text();
  } catch (cause) {
    if (isPartnerCenterError(cause)) throw cause;
    throw new NetworkError("the connection failed before a whole answer had come", call.failed("unknown", response), {
      cause,
    });
  }
  call.tell({ type: "response", status: response.status, ms: call.ms });
  // The body can be read from a `Response` only once, so the one that goes on has it at hand.
  return Object.assign(response, { text: async () => text, json: async () => JSON.parse(text) });
}
