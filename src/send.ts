import { readText, UnreadableBody } from "./body.js";
import type { Call } from "./call.js";
import { InvalidResponseError, NetworkError, RedirectError } from "./errors.js";
import type { Settings } from "./options.js";

/**
 * What openapi-fetch fills in instead of a `Request`: `fetch` would copy a real one, and tee its body, which costs more
 * than the rest of a call together.
 */
export class OutgoingRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  readonly signal: AbortSignal | undefined;

  constructor(url: string, { method, headers, body, signal }: Omit<OutgoingRequest, "url">) {
    this.url = url;
    this.method = method;
    this.headers = headers;
    this.body = body;
    this.signal = signal;
  }
}

/** Sends a request once, and resolves when its whole body is there. */
export async function send(
  { fetch = globalThis.fetch, maxBodySize }: Settings,
  { url, method, body }: OutgoingRequest,
  headers: Record<string, string>,
  call: Call,
  signal: AbortSignal,
): Promise<Response> {
  call.attempts += 1;
  call.underWay = true;
  call.tell({ type: "request" });
  let response: Response | undefined;
  let text = "";
  try {
    // A listener may have aborted it, and not every `fetch` looks.
    signal.throwIfAborted();
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
/**
 * Whom the connection was not made with. EPROTO is what `node:http` makes of a handshake that fails, WRONG_VERSION and
 * PACKET_LENGTH what `fetch` does where no TLS is spoken: after the request, it tells of neither (measured, Node 20 and
 * 22). Most else that OpenSSL tells may come then, too.
 */
const untrusted =
  /^(EPROTO|ERR_TLS_|ERR_SSL_(WRONG_VERSION|PACKET_LENGTH|\w+_(HANDSHAKE_FAILURE|VERSION|NAME|CA|CERTIFICATE\w*)$)|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

function networkError(cause: unknown, call: Call, response: Response | undefined): NetworkError {
  // Where an answer had begun, the request had come.
  const code = response ? "" : String(safely(cause).code);
  const repeatable = !untrusted.test(code);
  const failed = call.failed(unsent.test(code) || !repeatable ? "not-applied" : "unknown", response);
  const reason = "the connection failed before a whole answer had come";
  return new NetworkError(reason, failed, { cause: safely(cause), repeatable });
}

/** The name and the code of a failure: Node's own messages hold tokens and addresses. */
export function safely(failure: unknown): { name: string; code: unknown } {
  const { name, code, cause } = Object(failure);
  return { name: String(name), code: Object(cause).code ?? code };
}
