import type { CallOptions, Reply } from "./call.js";
import { VettingTimeoutError } from "./errors.js";
import type { Qualification } from "./qualification.js";
import { noTime, refuse } from "./refuse.js";
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
  options: VettingOptions = {},
): AsyncGenerator<VettingLook, void, void> {
  const {
    signal,
    interval = 60_000,
    maxInterval = interval > 900_000 && !noTime(interval) ? interval : 900_000,
    timeout = 432_000_000,
  } = options ?? {};
  refuse({
    qualification: !(typeof qualification === "string" && qualification) && "must be the name of a qualification",
    interval: noTime(interval),
    maxInterval: noTime(maxInterval),
    timeout: !(typeof timeout === "number" && timeout >= 0) && "must be a number from 0 on",
  });
  const started = performance.now();
  let longest = Math.min(interval, maxInterval);
  for (let looks = 1; ; looks += 1) {
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
      const call = { operation: "getQualifications", ...ids, attempts: looks, outcome: "not-applied" as const };
      throw new VettingTimeoutError(`still InReview after ${timeout} ms`, call, { last: look });
    }
    await pause(Math.min(delay, left), signal);
    longest = Math.min(longest * 2, maxInterval);
  }
}
