import type { Call } from "./call.js";
import { NetworkError } from "./errors.js";

/** The codes, on Node, of what fails before the request leaves; other runtimes have none. */
const notSent = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT)$/;
/**
 * TLS failures: the peer was not authenticated. EPROTO is a handshake that fails; after the request was sent, Node
 * reports neither WRONG_VERSION nor PACKET_LENGTH (measured, Node 20 and 22). Most other codes of OpenSSL may come then.
 */
const notTrusted =
  /^(EPROTO|ERR_TLS_|ERR_SSL_(WRONG_VERSION|PACKET_LENGTH|\w+_(HANDSHAKE_FAILURE|VERSION|NAME|CA|CERTIFICATE\w*)$)|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/** `begun`: a response had begun, so that the request had arrived whatever the code says. */
export function networkError(cause: unknown, call: Call, begun?: Pick<Headers, "get">): NetworkError {
  const code = begun ? "" : codeOf(cause);
  const isRetryable = !notTrusted.test(code);
  const failed = call.failed(notSent.test(code) || !isRetryable ? "not-applied" : "unknown", begun);
  const reason = `connection failed before the response was complete${codeInMessage(cause, call)}`;
  return new NetworkError(reason, failed, { cause, isRetryable });
}

/** The code of an error or of its cause, which is where `fetch` has it. */
function codeOf(error: unknown): string {
  try {
    const { code, errorCode, cause } = Object(error);
    return String(Object(cause).code ?? code ?? errorCode ?? "");
  } catch {
    return "";
  }
}

/** The code as a part of a message. Anything but one word could be a text with a secret in it. */
export function codeInMessage(error: unknown, call: Call): string {
  const code = codeOf(error);
  return /^[A-Za-z]\w{2,40}$/.test(code) ? ` (${call.redact(code)})` : "";
}
