import type { Operation } from "../generated/operations.js";
import type { FailedCall, Outcome } from "./errors.js";
import type { EventDetail, Settings } from "./options.js";

/** What a caller may set for one call. */
export interface CallOptions {
  /** Ends the call; what it throws is the signal's reason. Node warns of a leak where more than ten calls at once share one. */
  signal?: AbortSignal | undefined;
  /** `MS-RequestId`, a GUID. Repeat a create whose outcome is `unknown` with the same one. Default: a new one. */
  requestId?: string | undefined;
  /** `MS-CorrelationId`, a GUID. Default: a new one. */
  correlationId?: string | undefined;
}

/** What a call that succeeded gives. */
export interface Reply<Data> {
  data: Data;
  /** The ids that were sent; the service echoes them. */
  requestId: string;
  correlationId: string;
  /** The ids that the answer carried. */
  serverRequestId: string | undefined;
  serverCorrelationId: string | undefined;
  /** The answer itself, for its status and headers. Its body was read; `text()` and `json()` give it again. */
  response: Response;
}

/** One logical call: its ids, how often it was sent, whether it may have been applied, and what is to be told of it. */
export class Call {
  readonly operation: Operation;
  readonly requestId: string;
  readonly correlationId: string;
  /** How often it was sent. */
  attempts = 0;
  /** Whether a request is under way, so that giving up now leaves its effect unknown. */
  underWay = false;
  /** Whether a 429 is left to who made the call. */
  readonly leaveThrottled: boolean;
  /** Whether an earlier attempt left no trustworthy answer: a refusal that comes later does not undo it. */
  doubt = false;
  readonly #secrets: string[] = [];
  readonly #started = performance.now();
  readonly #onEvent: Settings["onEvent"];

  constructor(operation: Operation, options: CallOptions, onEvent: Settings["onEvent"], leaveThrottled = false) {
    this.operation = operation;
    this.leaveThrottled = leaveThrottled;
    this.requestId = idOf(options.requestId);
    this.correlationId = idOf(options.correlationId);
    this.#onEvent = onEvent;
  }

  /** Milliseconds since the call began. */
  get ms(): number {
    return performance.now() - this.#started;
  }

  /** Keeps values out of what is told of this call. Shorter ones than four characters would be found everywhere. */
  hide(...values: unknown[]): void {
    for (const value of values) if (typeof value === "string" && value.length > 3) this.#secrets.push(value);
  }

  /** A text of the service's, without what it echoes of the request. */
  scrub(text: string): string {
    // The longest first: what is left of one that holds another would not be found.
    this.#secrets.sort((one, other) => other.length - one.length);
    return this.#secrets.reduce((scrubbed, secret) => {
      const literally = secret.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
      return scrubbed.replaceAll(new RegExp(literally, "gi"), "[hidden]");
    }, text);
  }

  tell(detail: EventDetail): void {
    if (!this.#onEvent) return;
    const { operation, requestId, correlationId, attempts: attempt } = this;
    const about = { operation: operation.id, path: operation.path, requestId, correlationId, attempt };
    try {
      const told: unknown = this.#onEvent({ ...about, ...detail });
      Promise.resolve(told).catch(() => {});
    } catch {
      // A listener's fault must not lose the reply to a create.
    }
  }

  /** What an error says of this call. A read applies nothing, whatever `outcome` a create would have. */
  failed(outcome: Outcome, response?: Response): FailedCall {
    const known = outcome === "not-applied" && this.doubt ? "unknown" : outcome;
    return {
      operation: this.operation.id,
      requestId: this.requestId,
      correlationId: this.correlationId,
      ...receivedIds(response),
      attempts: this.attempts,
      outcome: this.operation.method === "GET" ? "not-applied" : known,
    };
  }
}

/** What is no GUID is refused before anything is sent, and not repeated in the error that says so. */
function idOf(given: unknown): string {
  return typeof given === "string" && guid.test(given) ? given : crypto.randomUUID();
}

const guid = /^[\da-f-]{36}$/i;

/** The ids an answer carries; a gateway's carries none, and what is no GUID is no id. */
export function receivedIds(response: Response | undefined) {
  const id = (name: string) => {
    const value = response?.headers?.get(name) ?? "";
    return guid.test(value) ? value : undefined;
  };
  return { serverRequestId: id("MS-RequestId"), serverCorrelationId: id("MS-CorrelationId") };
}
