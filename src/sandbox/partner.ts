import type { components } from "../../generated/api.js";
import type { Operation } from "../../generated/operations.js";
import { type Case, type Customer, cases, type FixedResponse, partner, type ValidationCode } from "./cases.js";
import { refuseUnless, type Settings } from "./options.js";
import { RequestIds } from "./request-ids.js";
import { type Decision, decided, heldBy, replace, requestQualification, requestsOf } from "./rules.js";
import { describes, error, isGuid, type PlainResponse } from "./wire.js";

type CreateRequest = components["schemas"]["CreateQualificationRequest"];

/** A customer, and the vettings that the clock decides: the time and the request by the qualification. */
interface Kept extends Customer {
  reviews: Map<string, { due: number; request: CreateRequest }>;
}

/** The state of one partner: customers, codes and clock. Everything here is synchronous. */
export class Partner {
  /** The number of resets. A request that began before the last one must not be applied. */
  generation = 0;
  readonly #settings: Settings;
  readonly #customers = new Map<string, Kept | undefined>();
  readonly #ids: RequestIds;
  #codes: ValidationCode[] = [];
  #fixed: FixedResponse | undefined;
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
    const forward = Number.isFinite(milliseconds) && milliseconds >= 0;
    refuseUnless(forward, "milliseconds must be a number of at least 0");
    this.#ahead += milliseconds;
  }

  reset(): void {
    this.generation += 1;
    this.#customers.clear();
    this.#ids.clear();
    this.#ahead = 0;
    this.#fixed = undefined;
    for (const found of Object.values(cases)) this.#place(found, found.customerId);
    for (const [id, customer] of Object.entries(this.#settings.customers)) this.#place({ customer }, id);
    this.#codes = structuredClone(this.#settings.validationCodes);
  }

  setState(state: string, customerId?: string): void {
    const found = Object.hasOwn(cases, state) ? cases[state] : undefined;
    if (!found) throw new Error(`unknown state "${state}"; expected one of ${Object.keys(cases).join(", ")}`);
    // A state of the partner ignores the customer.
    const key = found.customerId === partner ? partner : String(customerId ?? found.customerId).toLowerCase();
    refuseUnless(key === partner || isGuid(key), `customerId must be a GUID or "${partner}"`);
    this.#place(found, key);
    this.#ids.clear();
  }

  decide(customerId: string, qualification: string, decision: Decision): void {
    const customer = this.#customers.get(String(customerId).toLowerCase());
    if (!customer) throw new Error("unknown customer");
    replace(customer, decided(heldBy(customer, qualification), decision));
    customer.reviews.delete(qualification);
  }

  respond(operation: Operation, customerId: string, requestId: string | null, body: unknown): PlainResponse {
    const key = customerId.toLowerCase();
    const kept = this.#find(key);
    const fixed = key === partner ? this.#fixed : kept?.response;
    if (fixed && describes(operation, fixed.status)) return fixed;
    if (operation.id === "getValidationCodes") return { status: 200, body: this.#codes };
    if (!kept) return error(404, 60003, "The tenant was not found.");
    if (kept.anotherPartners) return error(403, 20002, "The partner has no relationship with the customer.");
    this.#settle(key, kept);
    if (operation.id === "getQualifications") return { status: 200, body: kept.qualifications };
    // The order of the properties does not matter.
    const content = JSON.stringify([key, Object.entries(body as CreateRequest).sort()]);
    return this.#ids.once(requestId, content, () => this.#create(key, kept, body as CreateRequest));
  }

  #place({ customer, validationCodes }: Omit<Case, "customerId">, key: string): void {
    if (validationCodes) this.#codes = structuredClone(validationCodes);
    if (key === partner) this.#fixed = customer?.response;
    else if (customer) this.#customers.set(key, { ...structuredClone(customer), reviews: new Map() });
    else this.#customers.set(key, undefined);
  }

  #find(key: string): Kept | undefined {
    if (this.#customers.has(key) || this.#settings.unknownCustomers === "refuse") return this.#customers.get(key);
    return { qualifications: [], reviews: new Map() };
  }

  /** Decides the vettings that are due. */
  #settle(customerId: string, customer: Kept): void {
    for (const [qualification, { due, request }] of customer.reviews) {
      if (due > this.time) continue;
      const decision = this.#settings.decide({ customerId, request });
      replace(customer, decided(heldBy(customer, qualification), decision));
      customer.reviews.delete(qualification);
    }
  }

  #create(customerId: string, customer: Kept, request: CreateRequest): PlainResponse {
    const { assumptions, reviewDelay } = this.#settings;
    const now = this.time;
    const outcome = requestQualification(customer, request, this.#codes, new Date(now), assumptions);
    if ("refused" in outcome) return outcome.refused;
    const { granted, code } = outcome;
    if (customer.qualifications.includes(granted)) return { status: 201, body: granted };
    if (code?.remainingCreates) code.remainingCreates -= 1;
    if (granted.qualification === "Education") customer.educationRequests = requestsOf(customer) + 1;
    if (granted.vettingStatus === "InReview") {
      customer.reviews.set(granted.qualification, { due: now + reviewDelay, request });
    }
    replace(customer, granted);
    this.#customers.set(customerId, customer);
    return { status: 201, body: granted };
  }
}
