import type { CallOptions, Reply } from "./call.js";
import { ApiError, refuseUnless } from "./errors.js";
import type { Qualification } from "./qualification.js";
import { pause } from "./time.js";

export interface BulkOptions {
  /** How many customers are asked about at once. Default: 8. */
  concurrency?: number | undefined;
  /** Ends it; what is thrown is the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** What came of one customer: a reply, or what its call threw. */
export type BulkItem =
  | { customerId: string; reply: Reply<Qualification[]>; error?: undefined }
  | { customerId: string; reply?: undefined; error: unknown };

type Read = (customerId: string, options: CallOptions) => Promise<Reply<Qualification[]>>;

/** A customer that was throttled more often than this is given up, so that a sweep ends where the service never yields. */
const patience = 20;

/**
 * Reads many customers, a few at once, and yields each as it comes in. The next id is taken when there is room for it,
 * so that neither a long list nor a slow reader of the results fills the memory. Limits are per partner tenant, not per
 * call: one 429 makes all that have not begun wait.
 *
 * @param read makes one call and leaves a 429 to us
 */
export async function* readMany(
  read: Read,
  customerIds: Iterable<string> | AsyncIterable<string>,
  { concurrency = 8, signal }: BulkOptions = {},
): AsyncGenerator<BulkItem, void, void> {
  refuseUnless({ concurrency: concurrency >= 1 && typeof concurrency === "number" });
  signal?.throwIfAborted();
  const ended = new AbortController();
  const onAbort = () => ended.abort(signal?.reason);
  signal?.addEventListener("abort", onAbort, { once: true });
  const source = iteratorOf(customerIds);
  let open = 0;

  async function one(customerId: string): Promise<BulkItem> {
    for (let throttled = 0; ; throttled += 1) {
      for (let wait = open - performance.now(); wait > 0; wait = open - performance.now())
        await pause(wait, ended.signal);
      try {
        return { customerId, reply: await read(customerId, { signal: ended.signal }) };
      } catch (error) {
        ended.signal.throwIfAborted();
        if (!(error instanceof ApiError && error.code === "throttled") || throttled >= patience)
          return { customerId, error };
        open = Math.max(open, performance.now() + (error.retryAfter ?? 1000));
      }
    }
  }

  type Step = { item: BulkItem } | { next: IteratorResult<string> };
  const steps = new Set<Promise<Step & { drop: () => void }>>();
  const add = (step: Promise<Step>) => {
    const tracked = step.then((result) => ({ ...result, drop: () => steps.delete(tracked) }));
    steps.add(tracked);
  };
  let running = 0;
  let taking = false;
  let exhausted = false;
  try {
    for (;;) {
      if (!taking && !exhausted && running < concurrency) {
        taking = true;
        add(Promise.resolve(source.next()).then((next) => ({ next })));
      }
      if (steps.size === 0) return;
      const step = await Promise.race(steps);
      step.drop();
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
  } finally {
    ended.abort();
    signal?.removeEventListener("abort", onAbort);
    for (const step of steps) step.catch(() => {});
    await source.return?.();
  }
}

function iteratorOf(ids: Iterable<string> | AsyncIterable<string>): Iterator<string> | AsyncIterator<string> {
  return Symbol.asyncIterator in ids ? ids[Symbol.asyncIterator]() : ids[Symbol.iterator]();
}
