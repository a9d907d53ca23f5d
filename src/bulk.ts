import type { CallOptions, Reply } from "./call.js";
import { ApiError } from "./errors.js";
import { DEFAULTS, type Settings } from "./options.js";
import { Pace } from "./pace.js";
import type { Qualification } from "./qualification.js";
import { noSignal, refuse } from "./refuse.js";

/** How many customers are read. */
export interface BulkOptions {
  /** How many customers are asked about at once, a whole number or `Infinity`. Default: 8. */
  concurrency?: number | undefined;
  /** Ends it; what is thrown is the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** What came of one customer: a reply, or what its call threw. */
export type BulkItem =
  | { customerId: string; reply: Reply<Qualification[]>; error?: undefined }
  | { customerId: string; reply?: undefined; error: unknown };

type Read = (customerId: string, options: CallOptions) => Promise<Reply<Qualification[]>>;

/** A customer who was throttled more often than this is given up, so that a sweep ends where the service never yields. */
const patience = 20;

type Step = { item: BulkItem } | { next: IteratorResult<string> };

/**
 * Reads many customers, a few at once, and yields each as it comes in. The next id is taken when there is room for it,
 * so that neither a long list nor a slow reader of the results fills the memory. Limits are per partner tenant, not per
 * call: all keep one pace. A source that fails ends it once what is under way came in.
 *
 * @param read makes one call and leaves a 429 to us
 * @param retry false asks nobody again; otherwise it has the longest pause that is waited for
 */
export async function* readMany(
  read: Read,
  retry: Settings["retry"],
  customerIds: Iterable<string> | AsyncIterable<string>,
  options: BulkOptions = {},
): AsyncGenerator<BulkItem, void, void> {
  const { concurrency = 8, signal } = options ?? {};
  const { maxRetryAfter } = retry || DEFAULTS.retry;
  const counts = typeof concurrency === "number" && concurrency >= 1 && Math.floor(concurrency) === concurrency;
  const begin = Object(customerIds)[Symbol.asyncIterator] ?? Object(customerIds)[Symbol.iterator];
  // A single id is iterable too, a letter at a time.
  const iterable = typeof begin === "function" && typeof customerIds !== "string";
  refuse({
    customerIds: !iterable && "must be a list or another iterable of ids",
    concurrency: !counts && "must be a whole number from 1 on, or Infinity",
    signal: noSignal(signal),
  });
  signal?.throwIfAborted();
  const source: Iterator<string> | AsyncIterator<string> = begin.call(customerIds);
  // A controller for each call: one signal for all would be warned of as a leak of listeners.
  const underWay = new Set<AbortController>();
  const pace = new Pace();

  async function one(customerId: string): Promise<BulkItem> {
    const call = new AbortController();
    underWay.add(call);
    try {
      for (let throttled = 0; ; throttled += 1) {
        const begun = await pace.begin(call.signal);
        try {
          return { customerId, reply: await read(customerId, { signal: call.signal }) };
        } catch (error) {
          call.signal.throwIfAborted();
          if (!(error instanceof ApiError)) pace.withdraw(begun);
          if (!(error instanceof ApiError) || error.code !== "throttled") return { customerId, error };
          const { retryAfter = 1000, isRetryable } = error;
          pace.refused(begun, Math.min(retryAfter, maxRetryAfter));
          if (!retry || throttled >= patience || retryAfter > maxRetryAfter || isRetryable === false)
            return { customerId, error };
        }
      }
    } finally {
      underWay.delete(call);
    }
  }

  // What came in waits here for the reader: racing promises would keep each result until the last of them is done.
  const arrived: Step[] = [];
  let wake = () => {};
  const arrive = (step: Step) => {
    arrived.push(step);
    wake();
  };
  // None fails but what was abandoned, which nobody reads.
  const add = (step: Promise<Step>) => void step.then(arrive, () => {});
  const abandon = (reason: unknown) => {
    for (const call of underWay) call.abort(reason);
  };
  const onAbort = () => {
    abandon(signal?.reason);
    wake();
  };
  signal?.addEventListener("abort", onAbort, { once: true });
  let running = 0;
  let taking = false;
  let exhausted = false;
  let broken: { failure: unknown } | undefined;
  const takeNext = async (): Promise<Step> => {
    try {
      return { next: await source.next() };
    } catch (failure) {
      broken = { failure };
      return { next: { done: true, value: undefined } };
    }
  };
  try {
    for (;;) {
      signal?.throwIfAborted();
      if (!taking && !exhausted && running < concurrency) {
        taking = true;
        add(takeNext());
      }
      if (running === 0 && !taking) break;
      while (arrived.length === 0 && !signal?.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      signal?.throwIfAborted();
      const step = arrived.shift() as Step;
      if ("item" in step) {
        running -= 1;
        yield step.item;
        continue;
      }
      taking = false;
      exhausted = step.next.done === true;
      if (step.next.done) continue;
      running += 1;
      add(one(step.next.value).then((item) => ({ item })));
    }
    if (broken) throw broken.failure;
  } catch (failure) {
    broken = { failure };
    throw failure;
  } finally {
    signal?.removeEventListener("abort", onAbort);
    abandon(signal?.aborted ? signal.reason : new Error("nobody reads the results any longer"));
    const closing = (async () => source.return?.())();
    const closed = closing.catch(() => {});
    // A source that is still asked for its next id closes once it has given it, which may be never; nor does an abort wait.
    if (!taking && !signal?.aborted) await (broken ? closed : closing);
  }
}
