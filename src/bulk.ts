import { longestTimer, reasonOf, sleep, throwIfAborted } from "./abort.js";
import { assertAbortSignal, assertCount, assertNumber, assertOptions, type Check } from "./checks.js";
import type { Client, Reply } from "./client.js";
import { isPartnerCenterError } from "./errors.js";
import { type Attempt, type Customer, Limits } from "./limits.js";
import type { Qualification } from "./qualification.js";
import { minDelay } from "./retry.js";
import { assertClient } from "./vetting.js";

/** How to read many customers. All times are in milliseconds. */
export interface BulkOptions {
  /** How many customers are read at once, a whole number or `Infinity`. Default: 8. */
  concurrency?: number | undefined;
  /** Ends the bulk read, which rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** How often one customer is retried after a 429, each time in a call of its own. 0 gives up at once. Default: 20. */
  maxThrottled?: number | undefined;
  /**
   * The longest `Retry-After` that a customer waits for, in place of the client's own limit; after a longer one it fails at
   * once. Default: 60,000.
   */
  maxRetryAfter?: number | undefined;
}

/** The result for one customer: a reply, or the error that its call threw. */
export type BulkResult =
  | { customerId: string; ok: true; reply: Reply<Qualification[]> }
  | { customerId: string; ok: false; error: unknown };

/** The pause after a 429 without `Retry-After`; it doubles each time, up to `maxRetryAfter`. */
const defaultPause = 1000;
/** Customers that wait for their next attempt until no further id is taken: a long list must not fill the memory. */
const maxWaiting = 10_000;

/**
 * Reads many customers with bounded concurrency and yields each result as it completes. The next id is taken when there
 * is a free slot, or when a customer that was refused waits for one: the two share the slots. If the source fails, its
 * error is thrown once the reads in flight have completed.
 *
 * Microsoft limits some operations per partner tenant and some per partner and customer, and does not say which key
 * these have. So a customer that gets a 429 first waits alone. Only if customers that began after it are refused as
 * well, and none is accepted, do all pause; then they keep the rate that was accepted before, for five minutes. Each
 * bulk read has its own rate: two bulk reads at once do not share one.
 *
 * @throws InvalidRequestError naming what is wrong with the arguments; the source's error; the signal's reason
 */
export async function* readQualifications(
  client: Pick<Client, "getQualifications">,
  // A string is an iterable of its characters, and not an object.
  customerIds: (Iterable<string> & object) | AsyncIterable<string>,
  options?: BulkOptions,
): AsyncGenerator<BulkResult, void, void> {
  assertOptions({ client, customerIds }, argumentChecks, ["client", "customerIds"]);
  assertOptions(options, optionChecks);
  const { concurrency = 8, signal, maxThrottled = 20, maxRetryAfter = 60_000 } = options ?? {};
  throwIfAborted(signal);
  const begin = Object(customerIds)[Symbol.asyncIterator] ?? Object(customerIds)[Symbol.iterator];
  const source: Iterator<string> | AsyncIterator<string> = begin.call(customerIds);
  const limits = new Limits();
  /** One attempt for one customer: its result, or how long it waits for the next. */
  const read = async (customer: Customer, attempt: Attempt, own: AbortSignal): Promise<BulkResult | number> => {
    const { customerId, throttled } = customer;
    // The client reports a 429 within `maxRetryAfter` as a `retry`. The last one must be an `error`.
    const last = throttled >= maxThrottled;
    const retry = { throttled: false, maxRetryAfter: last ? 0 : maxRetryAfter };
    try {
      const reply = await client.getQualifications(customerId, { signal: own, retry });
      limits.accepted(customer, attempt);
      return { customerId, ok: true, reply };
    } catch (error) {
      throwIfAborted(own);
      if (!isPartnerCenterError(error) || error.code !== "throttled") {
        const responded = isPartnerCenterError(error) && (error.code === "api" || error.code === "invalid_response");
        if (responded) limits.accepted(customer, attempt);
        else limits.undecided(attempt);
        return { customerId, ok: false, error };
      }
      const doubled = Math.min(maxRetryAfter, defaultPause * 2 ** Math.min(throttled, 30));
      const pause = Math.max(minDelay, error.retryAfter ?? doubled);
      limits.refused(customer, attempt, Math.min(pause, maxRetryAfter));
      if (last || pause > maxRetryAfter || error.isRetryable === false) return { customerId, ok: false, error };
      // Up to 50 % jitter: customers that were refused together must not retry together.
      return pause * (1 + Math.random() / 2);
    }
  };

  const ready: Customer[] = [];
  const results: BulkResult[] = [];
  let running = 0;
  let waiting = 0;
  let pulling = false;
  let pulled: Customer | undefined;
  let done = false;
  let failed: { failure: unknown } | undefined;
  let wake = () => {};
  // One controller per customer: Node warns that many listeners on one signal are a leak.
  const controllers = new Set<AbortController>();
  const abandon = (reason: unknown) => {
    for (const controller of controllers) controller.abort(reason);
    wake();
  };
  const onAbort = () => abandon(reasonOf(signal as AbortSignal));

  /** Reads one customer, and if it was refused, waits until it can be read again. Rejects only if it is abandoned. */
  const start = async (customer: Customer, attempt: Attempt) => {
    const controller = new AbortController();
    controllers.add(controller);
    running += 1;
    const result = await read(customer, attempt, controller.signal);
    running -= 1;
    if (typeof result !== "number") results.push(result);
    else {
      const refusedAt = performance.now();
      waiting += 1;
      wake();
      await sleep(result, controller.signal);
      waiting -= 1;
      ready.push({ ...customer, throttled: customer.throttled + 1, refusedAt });
    }
    controllers.delete(controller);
    wake();
  };
  const pull = async () => {
    pulling = true;
    try {
      const next = await source.next();
      done = next.done === true;
      if (!next.done) pulled = { customerId: next.value, throttled: 0, refusedAt: 0 };
    } catch (failure) {
      done = true;
      failed = { failure };
    }
    pulling = false;
    wake();
  };

  signal?.addEventListener("abort", onAbort, { once: true });
  try {
    for (;;) {
      throwIfAborted(signal);
      // A result that was not taken yet keeps its place.
      const hasRoom = () => running + results.length < concurrency;
      let wait = 0;
      while (hasRoom() && (pulled ?? ready[0])) {
        wait = limits.wait();
        if (wait > 0) break;
        // Neither those that were refused nor the others may hold up the rest. By chance: a limit can be in step with turns.
        const next = pulled && (!ready[0] || Math.random() < 0.5) ? pulled : (ready.shift() as Customer);
        if (next === pulled) pulled = undefined;
        start(next, limits.begin()).catch(() => {});
      }
      if (!pulling && !pulled && !done && (hasRoom() || ready[0]) && waiting + ready.length < maxWaiting) pull();
      const result = results.shift();
      if (result) yield result;
      else if (running + waiting + ready.length === 0 && !pulling && !pulled) break;
      else {
        const timer = wait > 0 ? setTimeout(() => wake(), Math.min(wait, longestTimer)) : undefined;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        clearTimeout(timer);
      }
    }
    if (failed) throw failed.failure;
  } catch (failure) {
    failed = { failure };
    throw failure;
  } finally {
    signal?.removeEventListener("abort", onAbort);
    abandon(signal?.aborted ? reasonOf(signal) : new Error("the consumer stopped iterating"));
    // As in a `for await`, a source that has ended, or failed, is not closed.
    const closing = (async () => (done ? undefined : source.return?.()))();
    const closed = closing.catch(() => {});
    // While a pull is pending, the source closes only after its next id, which may never come: do not wait for it. An
    // abort does not wait either.
    if (!pulling && !signal?.aborted) await (failed ? closed : closing);
  }
}

const argumentChecks: Record<string, Check> = {
  client: assertClient,
  customerIds: (value) => {
    const { [Symbol.asyncIterator]: forAwait, [Symbol.iterator]: forOf } = Object(value);
    // A single id is iterable too, a letter at a time.
    return (
      (typeof (forAwait ?? forOf) !== "function" || typeof value === "string") &&
      "must be a list or another iterable of ids"
    );
  },
};

const optionChecks: Record<keyof BulkOptions, Check> = {
  concurrency: (value) =>
    !(typeof value === "number" && value >= 1 && Math.floor(value) === value) &&
    "must be a whole number of at least 1, or Infinity",
  signal: assertAbortSignal,
  maxThrottled: assertCount,
  maxRetryAfter: assertNumber,
};
