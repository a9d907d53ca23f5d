import type { Operation } from "../generated/operations.js";
import type { FailedCall, Outcome } from "./errors.js";
import type { EventDetail, Settings } from "./options.js";

/** What a caller may set for one call. */
export interface CallOptions {
  /** Ends the call; what it throws is the signal's reason. */
  signal?: AbortSignal | undefined;
  /** `MS-RequestId`, a GUID. Repeat a create whose outcome is `unknown` with the same one. Default: a new one. */
  requestId?: string | undefined;
  /** `MS-CorrelationId`, a GUID. Default: a new one. */
  correlationId?: string | undefined;
}

/** One logical call: its ids, how often it was sent, and what is to be told of it. */
export class Call {
  readonly operation: Operation;
  readonly requestId: string;
  readonly correlationId: string;
  attempts = 0;
  readonly #started = performance.now();
  readonly #onEvent: Settings["onEvent"];

  constructor(operation: Operation, options: CallOptions, onEvent: Settings["onEvent"]) {
    this.operation = operation;
    this.requestId = options.requestId ?? crypto.randomUUID();
    this.correlationId = options.correlationId ?? crypto.randomUUID();
    this.#onEvent = onEvent;
  }

  /** Milliseconds since the call began. */
  get ms(): number {
    return performance.now() - this.#started;
  }

  tell(detail: EventDetail): void {
    if (!this.#onEvent) return;
    const { operation, requestId, correlationId, attempts: attempt } = this;
    try {
      this.#onEvent({ operation: operation.id, path: operation.path, requestId, correlationId, attempt, ...detail });
    } catch {
      // A listener's fault must not lose the reply to a create.
    }
  }

  /** What an error says of this call. A read applies nothing, whatever `outcome` a create would have. */
  failed(outcome: Outcome, response?: Response): FailedCall {
    return {
      operation: this.operation.id,
      requestId: this.requestId,
      correlationId: this.correlationId,
      ...receivedIds(response),
      attempts: this.attempts,
      outcome: this.operation.method === "GET" ? "not-applied" : outcome,
    };
  }
}

/** The ids an answer carries; a gateway's carries none. */
export function receivedIds(response: Response | undefined) {
  return {
    serverRequestId: response?.headers.get("MS-RequestId") ?? undefined,
    serverCorrelationId: response?.headers.get("MS-CorrelationId") ?? undefined,
  };
}
