import { Pace } from "./pace.js";

/** Distinct customers that are refused in a row until the limit is taken for the partner's: two may have limits of their own. */
const partnerEvidence = 3;

/** Refusals in a row: when the first of them began, which customers they met, and how many attempts may add to them. */
interface Streak {
  begun: number | undefined;
  customers: Set<string>;
  probes: number;
}

/** One attempt: when it began, and the streak that it may end or add to. */
export interface Attempt {
  begun: number;
  streak: Streak | undefined;
}

/**
 * Distinguishes the partner's limit from a customer's own. After a refusal, only as many attempts begin as are needed to
 * tell: if one is accepted, it was that customer's limit; if all are refused, it is the partner's.
 */
export class Limits {
  readonly #pace = new Pace();
  #streak: Streak | undefined;
  #held: (() => void)[] = [];

  /** @throws the signal's reason when it is aborted */
  async begin(signal: AbortSignal): Promise<Attempt> {
    for (;;) {
      while (this.#isHeld()) await new Promise<void>((resolve) => this.#held.push(resolve));
      const begun = await this.#pace.begin(signal);
      if (this.#streak) this.#streak.probes += 1;
      if (!this.#isHeld(1)) return { begun, streak: this.#streak };
      this.#end({ begun, streak: this.#streak }, this.#streak);
      this.#pace.withdraw(begun);
    }
  }

  accepted(attempt: Attempt): void {
    this.#end(attempt, attempt.streak === this.#streak ? undefined : this.#streak);
  }

  /** The service did not decide: the request did not reach it, or its response did not arrive. */
  undecided(attempt: Attempt): void {
    this.#pace.withdraw(attempt.begun);
    this.#end(attempt, this.#streak);
  }

  /** An attempt was refused, and asked to wait for `pause`. */
  refused(customerId: string, attempt: Attempt, pause: number): void {
    const { begun } = attempt;
    this.#pace.withdraw(begun);
    const streak = this.#streak ?? { begun, customers: new Set([customerId]), probes: 0 };
    if (attempt.streak === streak) streak.customers.add(customerId);
    streak.begun ??= begun;
    const isPartners = streak.customers.size >= partnerEvidence;
    if (isPartners) this.#pace.refused(streak.begun, pause);
    // After that pause, one must be accepted before all begin again.
    this.#end(attempt, isPartners ? { begun: undefined, customers: new Set(), probes: 0 } : streak);
  }

  #isHeld(more = 0): boolean {
    return this.#streak !== undefined && this.#streak.probes - more + this.#streak.customers.size >= partnerEvidence;
  }

  #end({ streak }: Attempt, next: Streak | undefined): void {
    if (streak) streak.probes -= 1;
    this.#streak = next;
    for (const resume of this.#held.splice(0)) resume();
  }
}
