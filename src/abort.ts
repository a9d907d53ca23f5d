/** Why a signal was aborted. Signals of React Native, and of Jest 29 with jsdom, have no `reason` and no `throwIfAborted`. */
export function reasonOf({ reason }: AbortSignal): unknown {
  return reason === undefined ? Object.assign(new Error("the operation was aborted"), { name: "AbortError" }) : reason;
}

/** @throws the signal's reason if it is aborted */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw reasonOf(signal);
}

/**
 * Runs `work` with its own signal, and ends it after `ms` or when the caller's signal is aborted. Our own timer
 * decides: on Node 20, a corrupt gzip body leaves `fetch` pending after its signal was aborted. Errors that `work`
 * throws later are discarded. No listener or timer is left behind.
 *
 * @throws the error from `late` when the time is over, and the signal's reason when it is aborted
 */
export function withTimeout<Value>(
  ms: number,
  parent: AbortSignal | undefined,
  late: () => Error,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    throwIfAborted(parent);
    if (ms <= 0) throw late();
    const controller = new AbortController();
    const giveUp = (reason: unknown) => {
      end();
      reject(reason);
      controller.abort(reason);
    };
    const onAbort = () => giveUp(reasonOf(parent as AbortSignal));
    const timer = setTimeout(() => giveUp(late()), ms);
    parent?.addEventListener("abort", onAbort, { once: true });
    const end = () => {
      clearTimeout(timer);
      parent?.removeEventListener("abort", onAbort);
    };
    // Last: work may abort synchronously.
    work(controller.signal).finally(end).then(resolve, reject);
  });
}

/** A longer timer would fire immediately. */
export const longestTimer = 2 ** 31 - 1;

/**
 * Waits, 25 days at most, and leaves no listener or timer behind.
 *
 * @throws the signal's reason when it is aborted
 */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    throwIfAborted(signal);
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      if (signal?.aborted) reject(reasonOf(signal));
      else resolve();
    };
    const timer = setTimeout(end, Math.min(ms, longestTimer));
    signal?.addEventListener("abort", end, { once: true });
  });
}
