import type { components } from "../../generated/api.js";
import type { Operation } from "../../generated/operations.js";
import { type Case, type Customer, cases, type FixedAnswer, partner, type ValidationCode } from "./cases.js";
import { isCustomerId, refuseUnless, type Settings } from "./options.js";
import { RequestIds } from "./request-ids.js";
import { ask, type Decision, decided, heldBy, replace, requestsOf } from "./rules.js";
import { type Answer, describes, error } from "./wire.js";

type Asked = components["schemas"]["CreateQualificationRequest"];

/** A customer, and the vettings that the clock will end: by qualification, when and of which request. */
interface Kept extends Customer {
  reviews: Map<string, { due: number; request: Asked }>;
}

/** Later dates have more than four digits for a year. */
const lastMoment = Date.parse("9999-12-31T23:59:59.999Z");

/** What one partner has, customers and codes, and the clock they live by. Nothing here waits. */
export class Partner {
  /** How often all was forgotten: what began before does not concern what is here now. */
  generation = 0;
  readonly #settings: Settings;
  readonly #customers = new Map<string, Kept>();
  readonly #ids: RequestIds;
  #codes: ValidationCode[] = [];
  #answer: FixedAnswer | undefined;
  #ahead = 0;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#ids = new RequestIds(settings.assumptions);
    this.reset();
  }

  /** Milliseconds of the clock. */
  get time(): number {
    return this.#settings.now().getTime() + this.#ahead;
  }

  advance(milliseconds: number): void {
    const forward = typeof milliseconds === "number" && milliseconds >= 0 && this.time + milliseconds <= lastMoment;
    refuseUnless(forward, "advance takes a number of milliseconds, from 0 on, and not beyond the year 9999");
    this.#ahead += milliseconds;
  }

  reset(): void {
    this.generation += 1;
    this.#customers.clear();
    this.#ids.clear();
    this.#ahead = 0;
    this.#answer = undefined;
    for (const found of Object.values(cases)) this.#place(found, found.customerId);
    for (const [id, customer] of Object.entries(this.#settings.customers)) this.#place({ customer }, id);
    this.#codes = structuredClone(this.#settings.validationCodes);
  }

  setState(state: string, customerId?: string): void {
    const found = Object.hasOwn(cases, state) ? cases[state] : undefined;
    if (!found) throw new Error(`the sandbox has no state "${state}"; it has: ${Object.keys(cases).join(", ")}`);
    // What belongs to the partner has no customer.
    const key = found.customerId === partner ? partner : String(customerId ?? found.customerId).toLowerCase();
    refuseUnless(key === partner || isCustomerId(key), `a customer's id must be a GUID, or "${partner}"`);
    this.#place(found, key);
    this.#ids.clear();
  }

  decide(customerId: string, qualification: string, decision: Decision): void {
    const customer = this.#customers.get(String(customerId).toLowerCase());
    if (!customer) throw new Error("the sandbox has no such customer");
    replace(customer, decided(heldBy(customer, qualification), decision));
    customer.reviews.delete(qualification);
  }

  answer(operation: Operation, customerId: string, requestId: string | null, body: unknown): Answer {
    const key = customerId.toLowerCase();
    const kept = this.#customers.get(key);
    const fixed = key === partner ? this.#answer : kept?.answer;
    if (fixed && describes(operation, fixed.status)) return fixed;
    if (operation.id === "getValidationCodes") return { status: 200, body: this.#codes };
    if (!kept) return error(404, 60003, "The tenant was not found.");
    if (kept.anotherPartners) return error(403, 20002, "The partner has no relationship with the customer.");
    this.#settle(key, kept);
    if (operation.id === "getQualifications") return { status: 200, body: kept.qualifications };
    // The same properties in another order ask for the same.
    const asked = JSON.stringify([key, Object.entries(body as Asked).sort()]);
    return this.#ids.once(requestId, asked, () => this.#create(kept, body as Asked));
  }

  #place({ customer, validationCodes }: Omit<Case, "customerId">, key: string): void {
    if (validationCodes) this.#codes = structuredClone(validationCodes);
    if (key === partner) this.#answer = customer?.answer;
    else if (customer) this.#customers.set(key, { ...structuredClone(customer), reviews: new Map() });
    else this.#customers.delete(key);
  }

  /** Decides what is due. */
  #settle(customerId: string, customer: Kept): void {
    for (const [qualification, { due, request }] of customer.reviews) {
      if (due > this.time) continue;
      const decision = this.#settings.decide({ customerId, request });
      replace(customer, decided(heldBy(customer, qualification), decision));
      customer.reviews.delete(qualification);
    }
  }

  #create(customer: Kept, request: Asked): Answer {
    const { assumptions, reviewDelay } = this.#settings;
    const now = this.time;
    const outcome = ask(customer, request, this.#codes, new Date(now), assumptions);
    if ("refused" in outcome) return outcome.refused;
    const { granted, code } = outcome;
    if (customer.qualifications.includes(granted)) return { status: 201, body: granted };
    if (code?.remainingCreates) code.remainingCreates -= 1;
    if (granted.qualification === "Education") customer.educationRequests = requestsOf(customer) + 1;
    if (granted.vettingStatus === "InReview") {
      customer.reviews.set(granted.qualification, { due: now + reviewDelay, request });
    }
    replace(customer, granted);
    return { status: 201, body: granted };
  }
}
