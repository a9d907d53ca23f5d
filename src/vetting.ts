import type { CallOptions, Reply } from "./call.js";
import { refuseUnless, VettingTimeoutError } from "./errors.js";
import type { Qualification } from "./qualification.js";
import { pause } from "./time.js";

/** How to wait for vetting. All times are in milliseconds. */
export interface VettingOptions {
  /** Ends the waiting; what it throws is the signal's reason. */
  signal?: AbortSignal | undefined;
  /**
   * The first pause between two looks; it doubles after each. Default: 60,000, a minute. No interval is documented, and
   * the page on throttling asks for less polling.
   */
  interval?: number | undefined;
  /** The longest pause. Default: 900,000, a quarter of an hour, or `interval` where that is longer. */
  maxInterval?: number | undefined;
  /** How long to wait in all; the last look is at its end. Default: 432,000,000, five days: vetting takes up to three business days. */
  timeout?: number | undefined;
}

/** What was seen: `data` is the qualification, or undefined where the customer does not have it. */
export type VettingLook = Reply<Qualification | undefined>;

/** A timer of no or too many milliseconds fires at once, and would hammer the service. */
const sane = (ms: unknown) => typeof ms === "number" && ms >= 1 && ms < 2 ** 31;

type Read = (customerId: string, options: CallOptions) => Promise<Reply<Qualification[]>>;

/**
 * Looks at one qualification until its status is anything but exactly `InReview`, and yields each look. `Denied` is an
 * answer with its reason, not an error; a customer without the qualification, and a status nobody documented, end it
 * too.
 *
 * @throws VettingTimeoutError with the last look, and what a read throws: wait again to go on
 */
export async function* watchVetting(
  read: Read,
  customerId: string,
  qualification: string,
  {
    signal,
    interval = 60_000,
    maxInterval = sane(interval) && interval > 900_000 ? interval : 900_000,
    timeout = 432_000_000,
  }: VettingOptions = {},
): AsyncGenerator<VettingLook, void, void> {
  refuseUnless({
    interval: sane(interval),
    maxInterval: sane(maxInterval),
    timeout: typeof timeout === "number" && timeout >= 0,
  });
  const started = performance.now();
  for (let longest = Math.min(interval, maxInterval); ; longest = Math.min(longest * 2, maxInterval)) {
    const reply = await read(customerId, { signal });
    // With `onInvalidResponse: "report"`, anything may have been handed over.
    const held: (Qualification | null | undefined)[] = Array.isArray(reply.data) ? reply.data : [];
    const data = held.find((item) => item?.qualification === qualification) ?? undefined;
    const look = { ...reply, data };
    yield look;
    if (data?.vettingStatus !== "InReview") return;
    // A tenth less at the most: many who wait do not look at the same moment.
    const delay = longest * (1 - Math.random() / 10);
    const left = timeout - (performance.now() - started);
    if (left <= 0) {
      const { requestId, correlationId, serverRequestId, serverCorrelationId } = look;
      const ids = { requestId, correlationId, serverRequestId, serverCorrelationId };
      const call = { operation: "getQualifications", ...ids, attempts: 1, outcome: "not-applied" as const };
      throw new VettingTimeoutError(`still InReview after ${timeout} ms`, call, { last: look });
    }
    await pause(Math.min(delay, left), signal);
  }
}
