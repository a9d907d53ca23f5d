import { pause } from "./time.js";

/** A shorter pause would be a burst, whatever `Retry-After` says. */
const shortest = 100;
/**
 * The pace that is kept, as a part of what was accepted. Half of what is left is for those who were late, and catch up;
 * the other half for those who were held up on their way, and arrive together with them.
 */
const headroom = 0.98;
/** They are spread over this part of the time that the pace has for them: who was late catches up in the rest. */
const spread = 0.9;
/** What is given up at a refusal, which doubles until a minute is calm. */
const retreat = 0.02;
/** What is tried after a calm minute, which doubles until something is refused. */
const raise = 0.01;
const calm = 60_000;
/** Timers are late by so much: who begins so soon after a pause is the first. */
const soon = 5;
/** How many are remembered, while no pace is known. */
const memory = 20_000;

/**
 * How fast a service may be asked whose limit is not told: at will until it refuses; then nobody begins for as long as it
 * says, and after that all keep the pace that it had accepted. A limit that was met on a bad day must not hold for the
 * rest of a long sweep: after each minute in which all who waited for their turn were accepted, the pace rises.
 *
 * All times are in milliseconds. The figures were tried against limits of a fixed second, of a token bucket, and of a
 * sliding second that counts refusals.
 */
export class Pace {
  /** Nobody begins before. */
  #opens = 0;
  /** When the pause began that ends then. */
  #closed = Number.NEGATIVE_INFINITY;
  /** How many pauses in a row were too short. */
  #short = 0;
  /** When the first of all began. */
  #first = Number.POSITIVE_INFINITY;
  /** Between two requests; 0 until something was refused. */
  #interval = 0;
  /** How much of a delay may be caught up at once. */
  #slack = 0;
  /** As many as the pace allows in a second, rounded up: no more of them begin in the time that it has for so many. */
  #most = memory;
  /** When the next one may begin, as far as they are spread. */
  #slot = 0;
  /** Done when the one before has begun: were all to reserve their time ahead, they would catch up in one burst. */
  #last: Promise<void> = Promise.resolve();
  /** Since when the pace is what it is, whether anybody had to wait for it, and by what part it changes next. */
  #kept = 0;
  #waited = false;
  #raise = raise;
  #retreat = retreat;
  /** When each of the last ones began; while no pace is known, but for those it must not be learned from. */
  #begun: number[] = [];
  /** Which of them the pace is learned from at the end of the pause. */
  #window: { from: number; to: number } | undefined;

  /**
   * Waits until one may begin, and gives the time at which it does.
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
      for (let wait = this.#wait(); wait > 0; wait = this.#wait()) await pause(wait, signal);
      signal.throwIfAborted();
      const now = performance.now();
      this.#first = Math.min(this.#first, now);
      this.#slot = Math.max(this.#slot, now - this.#slack) + this.#interval * spread;
      if (this.#begun.push(now) > this.#most) this.#begun.splice(0, this.#interval === 0 ? memory / 2 : 1);
      return now;
    } finally {
      end();
    }
  }

  /** Of what began then it is not known that the service accepted it. */
  withdraw(begun: number): void {
    if (this.#interval > 0) return;
    const index = this.#begun.lastIndexOf(begun);
    if (index >= 0) this.#begun.splice(index, 1);
  }

  /** What began then was refused: nobody begins for as long as the service says, or longer where that was too short. */
  refused(begun: number, retryAfter: number): void {
    const now = performance.now();
    this.withdraw(begun);
    // What was under way at a refusal is refused together with it.
    const together = begun <= this.#closed;
    // Where the first after a pause is refused, the pause was too short, and not the pace too fast.
    const early = this.#interval > 0 && begun < this.#opens + Math.max(soon, this.#interval);
    if (!together) this.#short = early ? this.#short + 1 : 0;
    const longer = Math.min(calm, Math.max(shortest, retryAfter) * 2 ** this.#short);
    this.#opens = Math.max(this.#opens, now + Math.max(longer, retryAfter));
    if (together) return;
    this.#closed = now;
    this.#slot = 0;
    if (this.#interval === 0) {
      this.#window = { from: begun - Math.min(calm, Math.max(1000, retryAfter)), to: begun };
      return;
    }
    this.#keep(early ? this.#interval : this.#interval / (1 - this.#retreat));
    if (early) return;
    this.#raise = raise;
    this.#retreat = Math.min(0.5, this.#retreat * 2);
  }

  /** How long nobody may begin from now on. */
  #wait(): number {
    const now = performance.now();
    if (now < this.#opens) return this.#opens - now;
    if (this.#window) this.#learn(this.#window);
    else if (now > this.#kept + calm && this.#waited) {
      this.#keep(this.#interval / (1 + this.#raise));
      this.#raise *= 2;
      this.#retreat = retreat;
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
    // Of a time before the first of all nobody knows what was accepted in it: a stray refusal would teach a crawl.
    if (count === 0 || (to - from > 1000 && from < this.#first)) return;
    this.#keep((to - from) / (count * headroom));
    this.#slack = ((to - from) * (1 - headroom)) / 2;
    this.#begun = [];
  }

  #keep(interval: number): void {
    this.#interval = interval;
    this.#most = Math.min(memory, Math.ceil(1000 / interval));
    this.#begun = this.#begun.slice(-this.#most);
    this.#kept = Math.max(performance.now(), this.#opens);
    this.#waited = false;
  }
}
