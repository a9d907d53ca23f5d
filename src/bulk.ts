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
  // A controller for each call: one signal for all would be warned of as a leak of listeners.
  const underWay = new Set<AbortController>();
  const end = (reason: unknown) => {
    for (const call of underWay) call.abort(reason);
  };
  let stop: (reason: unknown) => void = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = reject;
  });
  stopped.catch(() => {});
  const onAbort = () => {
    end(signal?.reason);
    stop(signal?.reason);
  };
  signal?.addEventListener("abort", onAbort, { once: true });
  const source = iteratorOf(customerIds);
  const gate = { closed: 0, opens: 0 };

  async function one(customerId: string): Promise<BulkItem> {
    const call = new AbortController();
    underWay.add(call);
    try {
      for (let throttled = 0; ; throttled += 1) {
        for (let wait = gate.opens - performance.now(); wait > 0; wait = gate.opens - performance.now()) {
          await pause(wait, call.signal);
        }
        const sent = performance.now();
        try {
          return { customerId, reply: await read(customerId, { signal: call.signal }) };
        } catch (error) {
          call.signal.throwIfAborted();
          if (!(error instanceof ApiError && error.code === "throttled") || throttled >= patience) {
            return { customerId, error };
          }
          // What was under way when the gate closed says nothing new.
          if (sent >= gate.closed) {
            gate.closed = performance.now();
            gate.opens = gate.closed + (error.retryAfter ?? 1000);
          }
        }
      }
    } finally {
      underWay.delete(call);
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
      const step = await Promise.race([stopped, ...steps]);
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
    end(new Error("nobody reads the results any longer"));
    signal?.removeEventListener("abort", onAbort);
    for (const step of steps) step.catch(() => {});
    const closing = Promise.resolve(source.return?.());
    // A source that is still asked for its next id closes once it has given it, which may be never.
    if (taking) closing.catch(() => {});
    else await closing;
  }
}

function iteratorOf(ids: Iterable<string> | AsyncIterable<string>): Iterator<string> | AsyncIterator<string> {
  return Symbol.asyncIterator in ids ? ids[Symbol.asyncIterator]() : ids[Symbol.iterator]();
}
