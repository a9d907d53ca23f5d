import { sleep, throwIfAborted } from "./abort.js";
import { minDelay } from "./retry.js";

/** The part of the accepted rate that is left unused. Every other constant follows from it. */
const headroom = 0.02;
/** The rate that is kept, as a part of the accepted rate. */
const kept = 1 - headroom;
/** Half of the headroom is for late starts that catch up, half for requests that are delayed in transit. */
const catchUp = headroom / 2;
/** How far a refusal lowers the rate. It doubles with each refusal, until a calm period has passed. */
const decrease = headroom;
/** How far a calm period raises the rate. It doubles with each, until something is refused. */
const increase = headroom / 2;
/** Starts are spread over this part of the interval; a late start catches up in the rest. */
const spread = 0.9;
/** Milliseconds without a refusal after which the rate rises; no pause is made longer than that. */
const calm = 60_000;
/** A pause that was too short is doubled, up to this many times of what the service says. */
const longest = 4;
/** How late timers can be, in milliseconds: a start within this time after a pause counts as the first after it. */
const timerDelay = 5;
/** How many starts are remembered while no rate is known. */
const memory = 20_000;

/**
 * Adaptive rate limiter for an undocumented limit, of the AIMD family: it lowers the rate at a refusal and raises it
 * slowly afterwards (both by a factor), and spaces the starts as a leaky bucket does. Until the first refusal there is
 * no limit. Then all starts pause for as long as the service says, and afterwards keep the rate that it accepted
 * before. The rate rises again because a limit found on a bad day must not apply to the rest of a long bulk read.
 *
 * All times are in milliseconds. The constants were measured against limits of a fixed second, of a token bucket, and
 * of a sliding second that counts refusals.
 */
export class Pace {
  /** No start happens before this time. */
  #opens = 0;
  /** When the current or last pause began. */
  #closed = Number.NEGATIVE_INFINITY;
  /** Pauses in a row that were too short. */
  #short = 0;
  /** The first start of all. */
  #first = Number.POSITIVE_INFINITY;
  /** Between two starts; 0 while no rate is known. */
  #interval = 0;
  /** How much of a delay may be caught up at once. */
  #slack = 0;
  /** The earliest next start that keeps starts spread. */
  #slot = 0;
  /** Resolves when the previous start has happened: if starts were reserved ahead, they would catch up in one burst. */
  #last: Promise<void> = Promise.resolve();
  /** When the rate last changed, whether any start had to wait for it since, and the factors of its next change. */
  #since = 0;
  #waited = false;
  #increase = increase;
  #decrease = decrease;
  /** The last starts. While no rate is known, starts that it must not be learned from are removed. */
  #begun: number[] = [];
  /** The period from which the rate is learned at the end of the pause. */
  #window: { from: number; to: number } | undefined;

  /**
   * Waits until the next start, and returns its time.
   *
   * @throws the signal's reason when it is aborted
   */
  async begin(signal: AbortSignal): Promise<number> {
    const before = this.#last;
    let end = () => {};
    this.#last = new Promise((resolve) => {
      end = resolve;
    });
    try {
      await before;
      for (let wait = this.#wait(); wait > 0; wait = this.#wait()) await sleep(wait, signal);
      throwIfAborted(signal);
      const now = performance.now();
      this.#first = Math.min(this.#first, now);
      this.#slot = Math.max(this.#slot, now - this.#slack) + this.#interval * spread;
      if (this.#begun.push(now) > this.#most) this.#begun.splice(0, this.#interval === 0 ? memory / 2 : 1);
      return now;
    } finally {
      end();
    }
  }

  /** Whether a rate is known, or about to be. */
  get isKnown(): boolean {
    return this.#interval > 0 || this.#window !== undefined;
  }

  /** It is not known whether the service accepted what began then. */
  withdraw(begun: number): void {
    if (this.#interval > 0) return;
    const index = this.#begun.lastIndexOf(begun);
    if (index >= 0) this.#begun.splice(index, 1);
  }

  /**
   * The request that began then was refused, and was withdrawn: all starts pause for as long as the service says, or
   * longer if that was too short.
   */
  refused(begun: number, retryAfter: number): void {
    const now = performance.now();
    // Requests that were in flight at a refusal are refused together with it.
    const together = begun <= this.#closed;
    // If the first start after a pause is refused, the pause was too short, and not the rate too high.
    const early = this.#interval > 0 && begun < this.#opens + Math.max(timerDelay, this.#interval);
    if (!together) this.#short = early ? this.#short + 1 : 0;
    const longer = Math.min(calm, Math.max(minDelay, retryAfter) * Math.min(longest, 2 ** this.#short));
    this.#opens = Math.max(this.#opens, now + Math.max(longer, retryAfter));
    if (together) return;
    this.#closed = now;
    this.#slot = 0;
    if (this.#interval === 0) {
      this.#window = { from: begun - Math.min(calm, Math.max(1000, retryAfter)), to: begun };
      return;
    }
    this.#keep(early ? this.#interval : this.#interval / (1 - this.#decrease));
    if (early) return;
    this.#increase = increase;
    this.#decrease = Math.min(0.5, this.#decrease * 2);
  }

  /** The refusals do not count: no rate is known, and nothing pauses. */
  forget(): void {
    this.#window = undefined;
    this.#opens = 0;
    this.#short = 0;
    this.#slot = 0;
    this.#decrease = decrease;
    this.#interval = 0;
    this.#slack = 0;
    this.#begun = [];
  }

  /**
   * How many starts the rate allows per second, rounded up. No more than this many happen within the time that the rate
   * has for them.
   */
  get #most(): number {
    return Math.min(memory, Math.ceil(1000 / this.#interval));
  }

  /** Milliseconds until the next start. */
  #wait(): number {
    const now = performance.now();
    if (now < this.#opens) return this.#opens - now;
    if (this.#window) this.#learn(this.#window);
    else if (now > this.#since + calm && this.#waited) {
      this.#keep(this.#interval / (1 + this.#increase));
      this.#increase *= 2;
      this.#decrease = decrease;
    }
    const [first = now] = this.#begun;
    const room = this.#begun.length < this.#most ? now : first + this.#most * this.#interval;
    const wait = Math.max(this.#slot, room) - now;
    this.#waited ||= wait > 0;
    return wait;
  }

  #learn({ from, to }: { from: number; to: number }): void {
    this.#window = undefined;
    const count = this.#begun.filter((begun) => begun >= from && begun <= to).length;
    // What was accepted before the first start is unknown: a stray refusal would then set a far too low rate.
    if (count === 0 || (to - from > 1000 && from < this.#first)) return;
    this.#keep((to - from) / (count * kept));
    this.#slack = (to - from) * catchUp;
    this.#begun = [];
  }

  #keep(interval: number): void {
    this.#interval = interval;
    this.#begun = this.#begun.slice(-this.#most);
    this.#since = Math.max(performance.now(), this.#opens);
    this.#waited = false;
  }
}
