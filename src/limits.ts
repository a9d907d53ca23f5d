import { Pace } from "./pace.js";

/** At least so many distinct customers are refused in a row until the limit is taken for the partner's. */
const minEvidence = 3;
const maxEvidence = 6;
/** How likely it may be that as many customers in a row all have limits of their own. */
const falsePositiveRate = 1e-4;
/**
 * Before any rate is known, it is the partner's limit, too, if so many were refused, at least this share of all, and most
 * second attempts are accepted: a limit that is reached now and then refuses few in a row.
 */
const manyRefused = 20;
const manyShare = 0.05;
/** With the partner's limit, second attempts are refused about as often as all: at least this fraction as often. */
const minAgain = 1 / 4;
/** Customers' own limits are likely from `enoughTurns` on. Turns are counted up to `maxTurns`. */
const enoughTurns = 4;
const maxTurns = 9;

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

/** A customer that is read, how often it was refused, and when for the last time. */
export interface Customer {
  customerId: string;
  throttled: number;
  refusedAt: number;
}

/**
 * Whether each customer has a limit of its own. Then customers are accepted once they have waited, so that accepted ones
 * were refused more often than refused ones. A shared limit makes no such difference. A refusal that is followed by such
 * an acceptance counts as one turn. A contradicting result, or any acceptance at the first attempt, takes one back.
 */
class OwnLimits {
  #turns = 0;
  #refused = false;
  #mostRefused = 0;
  #leastAccepted = Number.POSITIVE_INFINITY;

  get areLikely(): boolean {
    return this.#turns >= enoughTurns;
  }

  accepted(throttled: number): void {
    if (throttled <= this.#mostRefused) this.#takeBack();
    if (throttled === 0) return;
    this.#leastAccepted = Math.min(this.#leastAccepted, throttled);
    if (this.#refused) this.#turns = Math.min(maxTurns, this.#turns + 1);
    this.#refused = false;
  }

  refused(throttled: number): void {
    if (throttled >= this.#leastAccepted) this.#takeBack();
    this.#mostRefused = Math.max(this.#mostRefused, throttled);
    this.#refused = true;
  }

  #takeBack(): void {
    this.#turns = Math.max(0, this.#turns - 1);
    this.#refused = false;
    this.#mostRefused = 0;
    this.#leastAccepted = Number.POSITIVE_INFINITY;
  }
}

/**
 * Distinguishes the partner's limit from a customer's own. After a refusal, only as many attempts begin as are needed to
 * distinguish them: if one is accepted, it was that customer's limit; if all are refused, it is the partner's.
 *
 * A customer that is refused again is no evidence, unless one that had been refused no more often has been accepted since:
 * then the two share a limit. If the customers that were the evidence for the partner's limit are refused again while
 * others are accepted, or if only those are accepted that have waited, the limits were their own, and the rate is
 * forgotten.
 */
export class Limits {
  readonly #pace = new Pace();
  #streak: Streak | undefined;
  #held: (() => void)[] = [];
  /** How many were accepted, and how many refused by limits of their own; those of the streak are not yet decided. */
  #accepted = 0;
  #refused = 0;
  #undecided = 0;
  /** How many were accepted at their second attempt, and how many refused. */
  #readmittedAtOnce = 0;
  #refusedAgain = 0;
  /** When a customer was last accepted, by how often it had been refused. */
  readonly #readmitted: number[] = [];
  readonly #ownLimits = new OwnLimits();
  /** What the partner's limit was last inferred from: since when, by which customers, and whether others were accepted since. */
  #inference: { since: number; customers: Set<string>; count: number; othersAccepted: boolean } | undefined;

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

  accepted({ throttled }: Customer, attempt: Attempt): void {
    this.#accepted += 1;
    if (attempt.streak === this.#streak) {
      this.#refused += this.#undecided;
      this.#undecided = 0;
    }
    this.#ownLimits.accepted(throttled);
    if (this.#ownLimits.areLikely) this.#retract();
    if (throttled === 1) this.#readmittedAtOnce += 1;
    if (throttled > 0) this.#readmitted[throttled] = performance.now();
    else if (this.#inference && attempt.begun > this.#inference.since) this.#inference.othersAccepted = true;
    this.#end(attempt, attempt.streak === this.#streak ? undefined : this.#streak);
  }

  /** The service did not decide: the request did not reach it, or its response did not arrive. */
  undecided(attempt: Attempt): void {
    this.#pace.withdraw(attempt.begun);
    this.#end(attempt, this.#streak);
  }

  /** An attempt was refused, and asked to wait for `pause`. */
  refused(customer: Customer, attempt: Attempt, pause: number): void {
    const { customerId, throttled, refusedAt } = customer;
    this.#pace.withdraw(attempt.begun);
    this.#reconsider(customerId);
    this.#ownLimits.refused(throttled);
    if (this.#ownLimits.areLikely) this.#refused += 1;
    if (throttled === 1) this.#refusedAgain += 1;
    const wasOvertaken = this.#readmitted.slice(0, throttled + 1).some((moment) => refusedAt < moment);
    const isEvidence = !this.#ownLimits.areLikely && (throttled === 0 || wasOvertaken);
    this.#end(attempt, isEvidence ? this.#extended(customerId, attempt, pause) : this.#streak);
  }

  /** The streak with one more refusal; or, if that was the last that was needed, a new one after the partner's pause. */
  #extended(customerId: string, attempt: Attempt, pause: number): Streak {
    this.#undecided += 1;
    const streak = this.#streak ?? { begun: attempt.begun, customers: new Set([customerId]), probes: 0 };
    if (attempt.streak === streak) streak.customers.add(customerId);
    streak.begun ??= attempt.begun;
    if (streak.customers.size < this.#evidence() && !this.#isOftenReached()) return streak;
    this.#undecided = 0;
    this.#pace.refused(streak.begun, pause);
    const { customers } = streak;
    this.#inference = { since: performance.now(), customers, count: customers.size, othersAccepted: false };
    // After that pause, one must be accepted before all begin again.
    return { begun: undefined, customers: new Set(), probes: 0 };
  }

  /** Takes an inference back when two of those that it rests on are refused again, and others are not. */
  #reconsider(customerId: string): void {
    if (!this.#inference?.othersAccepted || !this.#inference.customers.delete(customerId)) return;
    if (this.#inference.customers.size <= this.#inference.count - 2) this.#retract();
  }

  #retract(): void {
    if (this.#inference) this.#pace.forget();
    this.#inference = undefined;
  }

  /** How many distinct customers in a row must be refused: the more that have limits of their own, the more. */
  #evidence(): number {
    const share = this.#refused / (this.#accepted + this.#refused || 1);
    const needed = share > 0 ? Math.ceil(Math.log(falsePositiveRate) / Math.log(share)) : 0;
    return Math.min(maxEvidence, Math.max(minEvidence, needed));
  }

  #isOftenReached(): boolean {
    const share = this.#refused / (this.#accepted + this.#refused);
    const again = this.#refusedAgain / (this.#readmittedAtOnce + this.#refusedAgain);
    const isMany = this.#refused >= manyRefused && share >= manyShare;
    return isMany && again >= share * minAgain && again < 1 / 2 && !this.#pace.isKnown;
  }

  #isHeld(more = 0): boolean {
    return this.#streak !== undefined && this.#streak.probes - more + this.#streak.customers.size >= this.#evidence();
  }

  #end({ streak }: Attempt, next: Streak | undefined): void {
    if (streak) streak.probes -= 1;
    this.#streak = next;
    for (const resume of this.#held.splice(0)) resume();
  }
}
