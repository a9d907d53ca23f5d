/** The part of the accepted rate that is left unused: requests that are delayed in transit arrive closer together. */
const headroom = 0.02;
/** Milliseconds of a delay that are caught up, as timers are late: half of the headroom of a second. */
const catchUp = 10;
/** A rate is learned from as many milliseconds as `Retry-After` says, and from this many at the least. */
const shortest = 1000;
/** Milliseconds after which a rate is forgotten: a limit of a bad moment must not apply to the rest of a long bulk read. */
const lifetime = 300_000;
/** How many times slower the first rate may become by later refusals: mistakes must not end in a standstill. */
const slowest = 2;
/** How many accepted requests are remembered, at the most. */
const memory = 20_000;

/**
 * Adaptive rate for an undocumented limit. Until the first refusal there is none. Afterwards requests begin at the rate
 * that was accepted before, evenly spaced. All times are in milliseconds.
 */
export class Pace {
  /** No request begins before this time. */
  #opens = 0;
  /** When the first request began. */
  #first = Number.POSITIVE_INFINITY;
  /** When the next request may begin, if requests are spaced evenly. */
  #next = 0;
  /** Between two requests; 0 while no rate is known. */
  #interval = 0;
  #longestInterval = 0;
  /** When the rate is forgotten. */
  #expires = 0;
  /** Since when there was no pause, and the rate did not change. */
  #steady = Number.NEGATIVE_INFINITY;
  /** When requests that were accepted began. */
  readonly #accepted: number[] = [];
  /** The period from which the rate is learned at the end of the pause, when all that began in it have completed. */
  #period: { from: number; to: number } | undefined;

  /** Milliseconds until the next request may begin. */
  wait(): number {
    const now = performance.now();
    if (now < this.#opens) return this.#opens - now;
    if (now > this.#expires) this.#interval = 0;
    if (this.#period) this.#measure(this.#period);
    return this.#next - now;
  }

  begin(): number {
    const now = performance.now();
    this.#first = Math.min(this.#first, now);
    this.#next = Math.max(this.#next, now - catchUp) + this.#interval;
    return now;
  }

  /** The request that began then was accepted. */
  accepted(begun: number): void {
    if (this.#accepted.push(begun) > memory) this.#accepted.splice(0, memory / 2);
  }

  /** No request begins for so long. */
  pause(retryAfter: number): void {
    this.#opens = Math.max(this.#opens, performance.now() + retryAfter);
    this.#steady = this.#opens;
  }

  /**
   * The request that began then reached the partner's limit: what was accepted before is the rate. A known rate only
   * becomes slower.
   */
  learn(begun: number, retryAfter: number): void {
    const from = begun - Math.max(shortest, retryAfter);
    // What was accepted before the first request is unknown, and a pause is no measure: both would teach a crawl.
    const isKnown = from >= this.#steady && (retryAfter <= shortest || from >= this.#first);
    if (isKnown) this.#period ??= { from, to: begun };
  }

  #measure({ from, to }: { from: number; to: number }): void {
    this.#period = undefined;
    const count = this.#accepted.filter((begun) => begun >= from && begun <= to).length;
    if (count === 0) return;
    const now = performance.now();
    const interval = (to - from) / count;
    this.#steady = now;
    if (this.#interval > 0) {
      this.#interval = Math.min(this.#longestInterval, Math.max(this.#interval, interval));
      return;
    }
    this.#interval = interval / (1 - headroom);
    this.#longestInterval = this.#interval * slowest;
    this.#expires = now + lifetime;
  }
}
