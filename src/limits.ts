import { Pace } from "./pace.js";

/** So many customers in a row are refused until the limit is taken for the partner's: a few in a row may be chance. */
const enoughRefusals = 6;

/** Refusals in a row: since when, how many there are, and how many attempts may still add to them. */
interface Streak {
  begun: number;
  refused: number;
  inFlight: number;
}

/** One attempt: when it began, and the streak that it may add to, or end. */
export interface Attempt {
  begun: number;
  streak: Streak | undefined;
}

/** A customer that is read, how often it was refused, and when for the last time. */
export interface Customer {
  customerId: string;
  throttled: number;
  refusedAt: number;
}

/**
 * Decides whose limit a refusal is. The refused customer waits alone. Only if customers that began after its refusal are
 * refused as well, and none is accepted, is the limit the partner's: all pause, and then keep the rate that was accepted.
 * Meanwhile no more begin than are needed to decide.
 *
 * A customer that is refused again may have a limit of its own, and does not count. But if another that had been refused
 * as often was accepted meanwhile, the two share a limit: nothing pauses, and the rate is lowered to what is accepted. So a
 * limit is noticed, too, that is exceeded by little and refuses few in a row.
 */
export class Limits {
  readonly #pace = new Pace();
  #streak: Streak | undefined;
  /** When a customer was last accepted, by how often it had been refused. */
  readonly #acceptedAt: number[] = [];

  /** Milliseconds until another attempt may begin; `Infinity` if a result must come first. */
  wait(): number {
    const { refused, inFlight } = this.#streak ?? { refused: 0, inFlight: 0 };
    return refused + inFlight < enoughRefusals ? this.#pace.wait() : Number.POSITIVE_INFINITY;
  }

  begin(): Attempt {
    if (this.#streak) this.#streak.inFlight += 1;
    return { begun: this.#pace.begin(), streak: this.#streak };
  }

  accepted({ throttled }: Customer, attempt: Attempt): void {
    this.undecided(attempt);
    if (attempt.streak === this.#streak) this.#streak = undefined;
    this.#acceptedAt[throttled] = performance.now();
    this.#pace.accepted(attempt.begun);
  }

  /** The service did not decide: the request did not reach it, or its response did not arrive. */
  undecided({ streak }: Attempt): void {
    if (streak) streak.inFlight -= 1;
  }

  /** An attempt was refused, and asked to wait for `pause`. */
  refused({ throttled, refusedAt }: Customer, attempt: Attempt, pause: number): void {
    this.undecided(attempt);
    if (throttled > 0) {
      const isShared = (this.#acceptedAt[throttled] ?? 0) > refusedAt;
      if (isShared) this.#pace.learn(attempt.begun, pause);
      return;
    }
    this.#streak ??= { begun: attempt.begun, refused: 1, inFlight: 0 };
    if (attempt.streak === this.#streak) this.#streak.refused += 1;
    if (this.#streak.refused < enoughRefusals) return;
    this.#pace.learn(this.#streak.begun, pause);
    this.#pace.pause(pause);
    // After the pause, one must be accepted before all begin again.
    this.#streak = { begun: performance.now() + pause, refused: 0, inFlight: 0 };
  }
}
