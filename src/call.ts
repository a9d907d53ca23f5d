import type { Operation } from "../generated/operations.js";
import { guid } from "./checks.js";
import type { FailedCall, Outcome } from "./errors.js";
import type { EventDetail, Settings } from "./options.js";
import type { ResponseHeaders } from "./retry.js";

/** One logical call: its ids, its attempts, whether it may have been applied, its secrets and its events. */
export class Call {
  readonly operation: Operation;
  readonly requestId: string;
  readonly correlationId: string;
  /** Redacted from every message and event of this call. */
  readonly secrets: unknown[];
  /** When the call began, and when its last attempt began, as `performance.now()` values. */
  readonly started = performance.now();
  attemptStarted = 0;
  /** How often the request was sent. */
  attempts = 0;
  /** Whether an earlier attempt got no trustworthy response. A later refusal does not change that. */
  uncertain = false;
  readonly #onEvent: Settings["onEvent"];

  constructor(
    operation: Operation,
    requestId: string,
    correlationId: string,
    secrets: unknown[],
    onEvent: Settings["onEvent"],
  ) {
    this.operation = operation;
    this.requestId = requestId;
    this.correlationId = correlationId;
    this.secrets = secrets;
    this.#onEvent = onEvent;
  }

  emit(detail: EventDetail): void {
    if (!this.#onEvent) return;
    const { operation, requestId, correlationId, attempts: attempt } = this;
    const now = performance.now();
    const [ms, attemptMs] = [now - this.started, attempt > 0 ? now - this.attemptStarted : 0];
    const context = { operation: operation.id, path: operation.path, requestId, correlationId, attempt, ms, attemptMs };
    try {
      const returned: unknown = this.#onEvent({ ...context, ...detail });
      Promise.resolve(returned).catch(() => {});
    } catch {
      // A throwing listener must not discard the result of a create request.
    }
  }

  /**
   * Redacts the secrets that the service echoes in a text. `cut`: the text was cut, possibly in the middle of a secret.
   */
  redact(text: string, cut = false): string {
    // Longest first: after a shorter secret inside a longer one was replaced, the rest of the longer one would remain.
    const texts = this.secrets.filter((secret) => typeof secret === "string" && secret.trim() !== "") as string[];
    const secrets = texts.sort((one, other) => other.length - one.length);
    const whole = cut && secrets[0] ? text.slice(0, -secrets[0].length) : text;
    return secrets.reduce((redacted, secret) => redacted.replaceAll(pattern(secret), "[redacted]"), whole);
  }

  /** The ids on a response; a gateway sends none. A value that is not a GUID, or that is a secret, is ignored. */
  receivedIds(headers: ResponseHeaders | undefined) {
    const id = (name: string, sent: string) => {
      const value = String(headers?.get(name) ?? "");
      // An echo is not a secret. To search each for a long token would take a quarter of a call's time.
      return value === sent || (guid.test(value) && this.redact(value) === value) ? value : undefined;
    };
    return {
      serverRequestId: id("MS-RequestId", this.requestId),
      serverCorrelationId: id("MS-CorrelationId", this.correlationId),
    };
  }

  /**
   * The fields of an error from this call. A read never applies anything, whatever `outcome` a create request would
   * have.
   */
  failed(outcome: Outcome, headers?: ResponseHeaders): FailedCall {
    const known = outcome === "not-applied" && this.uncertain ? "unknown" : outcome;
    return {
      operation: this.operation.id,
      requestId: this.requestId,
      correlationId: this.correlationId,
      ...this.receivedIds(headers),
      attempts: this.attempts,
      outcome: this.operation.method === "GET" ? "not-applied" : known,
    };
  }
}

/**
 * Finds a secret in any case, also escaped for a URL, HTML or JSON, a GUID without its hyphens, and of a token only the
 * beginning. A short one is found as a word only: the validation code 6000 is not a part of the error code 600061.
 */
function pattern(secret: string): RegExp {
  const isGuid = guid.test(secret);
  // Only quantifiers without alternatives that begin alike: to try all combinations would take minutes.
  const written = (text: string) =>
    text.replaceAll(/\\+|[^a-z\d]/giu, (part) => {
      const { length } = part;
      if (part.startsWith("\\")) return `(?:\\\\{${length},${2 * length}}|(?:%5c|&#?\\w{1,31};|\\\\u005c){${length}})`;
      const bytes = new TextEncoder().encode(part).length;
      const escaped = `(?:%[\\da-f]{2}){${bytes}}|&#?\\w{1,31};|(?:\\\\u[\\da-f]{4}){${length}}|\\\\.`;
      return `(?:${part.replace(/[!-~]/, "\\$&")}|${escaped}${isGuid ? "|_|" : part === " " ? "|\\+" : ""})`;
    });
  const whole = written(secret.trim());
  const any = secret.length > 20 && !isGuid ? `${whole}|${written(secret.slice(0, 16))}[\\w.~+/=-]*` : whole;
  return new RegExp(secret.length < 8 ? `(?<![a-z0-9])(?:${any})(?![a-z0-9])` : any, "gi");
}
