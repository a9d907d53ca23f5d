import type { Operation } from "../generated/operations.js";
import { guid } from "./checks.js";
import type { FailedCall, Outcome } from "./errors.js";
import type { EventDetail, Settings } from "./options.js";
import { tried } from "./platform.js";
import type { ResponseHeaders } from "./retry.js";

/** One logical call: its ids, its attempts, whether it may have been applied, its secrets and its events. */
export type Call = ReturnType<typeof createCall>;

/** `secrets` are redacted from every message and event of the call. */
export function createCall(
  operation: Operation,
  requestId: string,
  correlationId: string,
  secrets: Set<unknown>,
  onEvent: Settings["onEvent"],
) {
  const ids = { requestId, correlationId };
  const call = {
    operation,
    ...ids,
    secrets,
    /** When the call began, and when its last attempt began, as `performance.now()` values. */
    started: performance.now(),
    attemptStarted: 0,
    /** How often the request was sent. */
    attempts: 0,
    /** Whether an earlier attempt got no trustworthy response. A later refusal does not change that. */
    uncertain: false,

    emit(detail: EventDetail): void {
      if (!onEvent) return;
      const { attempts: attempt, started, attemptStarted } = call;
      const now = performance.now();
      const times = { ms: now - started, attemptMs: attempt > 0 ? now - attemptStarted : 0 };
      try {
        const event = { operation: operation.id, path: operation.path, ...ids, attempt, ...times, ...detail };
        const returned: unknown = onEvent(event);
        Promise.resolve(returned).catch(() => {});
      } catch {
        // A throwing listener must not discard the result of a create request.
      }
    },

    /** Redacts the secrets that the service echoes. */
    redact(text: string): string {
      // Longest first: after a shorter secret inside a longer one was replaced, the rest of the longer one would remain.
      const texts = [...secrets].filter((secret) => typeof secret === "string" && secret.trim() !== "") as string[];
      texts.sort((one, other) => other.length - one.length);
      return texts.reduce((redacted, secret) => redacted.replaceAll(pattern(secret), "[redacted]"), text);
    },

    /** The ids on a response; a gateway sends none. A value that is not a GUID, or that is a secret, is ignored. */
    receivedIds(headers: ResponseHeaders | undefined) {
      const id = (name: string, sent: string) => {
        const value = String(headers?.get(name) ?? "");
        // An echo is not a secret. To search each for a long token would take a quarter of a call's time.
        return value === sent || (guid.test(value) && call.redact(value) === value) ? value : undefined;
      };
      return {
        serverRequestId: id("MS-RequestId", requestId),
        serverCorrelationId: id("MS-CorrelationId", correlationId),
      };
    },

    /**
     * The fields of an error from this call. A read never applies anything, whatever `outcome` a create request would
     * have.
     */
    failed(outcome: Outcome, headers?: ResponseHeaders): FailedCall {
      const { attempts, uncertain } = call;
      const known = outcome === "not-applied" && uncertain ? "unknown" : outcome;
      return {
        operation: operation.id,
        ...ids,
        ...call.receivedIds(headers),
        attempts,
        outcome: operation.method === "GET" ? "not-applied" : known,
      };
    },
  };
  return call;
}

/**
 * Finds a secret in any case, also as part of a URL, a GUID without its hyphens, and of a token only the beginning. A
 * short one is found as a word only: the validation code 6000 is not a part of the error code 600061.
 */
function pattern(secret: string): RegExp {
  const escaped = (text: string) => text.replaceAll(/[^a-z\d]/gi, "\\$&");
  // Half of a surrogate pair cannot be in a URL.
  const inUrl = tried(() => encodeURIComponent(secret)) ?? secret;
  const whole = [secret, inUrl].map(escaped).join("|");
  if (guid.test(secret)) return new RegExp(whole.replaceAll("\\-", "-?"), "gi");
  if (secret.length < 8) return new RegExp(`(?<![a-z0-9])(?:${whole})(?![a-z0-9])`, "gi");
  return new RegExp(secret.length > 20 ? `${whole}|${escaped(secret.slice(0, 16))}[\\w.~+/=-]*` : whole, "gi");
}
