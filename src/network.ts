import type { Call } from "./call.js";
import { NetworkError } from "./errors.js";
import type { ResponseHeaders } from "./retry.js";

/** Node's codes for failures before the request is sent. Other runtimes have no such codes. */
const notSent = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT)$/;
/**
 * TLS failures: the peer was not authenticated. EPROTO is a failed handshake. Node does not report WRONG_VERSION or
 * PACKET_LENGTH after the request was sent (measured on Node 20 and 22). Most other OpenSSL codes can occur then.
 */
const notTrusted =
  /^(EPROTO|ERR_TLS_|ERR_SSL_(WRONG_VERSION|PACKET_LENGTH|\w+_(HANDSHAKE_FAILURE|VERSION|NAME|CA|CERTIFICATE\w*)$)|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/** `responseHeaders`: those of a response that had begun, so that the request had arrived, whatever the code says. */
export function networkError(cause: unknown, call: Call, responseHeaders?: ResponseHeaders): NetworkError {
  const code = responseHeaders ? "" : codeOf(cause);
  const isRetryable = !notTrusted.test(code);
  const failed = call.failed(notSent.test(code) || !isRetryable ? "not-applied" : "unknown", responseHeaders);
  const reason = `connection failed before the response was complete${codeInMessage(cause, call)}`;
  return new NetworkError(reason, failed, { cause, isRetryable });
}

/** The code of an error, or of its cause, which is where `fetch` puts it; without one, its name. */
function codeOf(error: unknown): string {
  const { cause, code, errorCode, name } = Object(error);
  return String(Object(cause).code ?? code ?? errorCode ?? name ?? "");
}

/** The code as part of a message. Only a single word is used: a longer text could contain a secret. */
export function codeInMessage(error: unknown, call: Call): string {
  const code = codeOf(error);
  return /^([A-Za-z][\w-]{2,40}|\d{4,9})$/.test(code) ? ` (${call.redact(code)})` : "";
}
