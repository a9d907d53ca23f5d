import type { components } from "../../generated/api.js";
import type { Operation } from "../../generated/operations.js";
import {
  type Case,
  type Customer,
  cases,
  code,
  type FixedAnswer,
  type HeldQualification,
  partner,
  type ValidationCode,
} from "./cases.js";
import { distorted, type Fault, FaultDesk, faultyAnswer, latency, lost, type Met, tooMany } from "./faults.js";
import { RequestIds } from "./request-ids.js";
import {
  type Assumptions,
  ask,
  assumptions as assumedByDefault,
  type Decide,
  type Decision,
  decideByWebsite,
  decided,
  requestsOf,
} from "./rules.js";
import {
  type Answer,
  describes,
  error,
  findRoute,
  idsOf,
  isJson,
  judge,
  kindOf,
  malformed,
  type Route,
  readJson,
  refusedToken,
  respond,
  type TokenKind,
  unrouted,
} from "./wire.js";

export interface SandboxOptions {
  /** The clock. Default: the real one. */
  now?: () => Date;
  /** Milliseconds from a request to its decision. Default: 60,000, where the real one takes up to three business days. */
  reviewTime?: number;
  /**
   * Decides when the review time is over. Default: approves, but for a website that spells a published reason, such as
   * `not-an-academic-domain.example`, which is denied with it.
   */
  decide?: Decide;
  /** Customers by id, beside those of the documented cases. Default: none. */
  customers?: Record<string, Customer>;
  /**
   * The partner's codes for GovernmentCommunityCloud; what is left out is that of the documented ones. Default: the two
   * of the documented list, and 123456, which the documented request sends.
   */
  validationCodes?: readonly (Pick<ValidationCode, "validationId"> & Partial<ValidationCode>)[];
  /** Faults that every request meets. Default: none. */
  faults?: readonly Fault[];
  /** What no page says, chosen otherwise. */
  assumptions?: Partial<Assumptions>;
  /** Tells the kinds of tokens apart. Default: by name, see `tokens`. */
  tokenKind?: (token: string) => TokenKind;
}

/** A request that the sandbox answered, without tokens, codes or bodies. */
export interface AnsweredRequest {
  method: string;
  /** The path's template; undefined where no operation has such a path. */
  path: string | undefined;
  /** Undefined where a fault broke the connection. */
  status: number | undefined;
  requestId: string;
  correlationId: string;
}

/** A pretend Partner Center that holds its customers in memory. Two sandboxes share nothing. */
export interface Sandbox {
  /** Answers like `fetch`, without a network: hand it to `createClient`. Any host will do. */
  fetch: typeof globalThis.fetch;
  /** The customers it starts with, one for each documented case: the provider state's name, and the customer's id. */
  readonly customers: readonly { state: string; customerId: string }[];
  /** What was answered, oldest first: the last thousand. */
  readonly requests: readonly AnsweredRequest[];
  /**
   * Puts a customer into a provider state of the contracts, and forgets the request ids of creates.
   *
   * @throws Error naming the known states where there is no such state
   */
  arrange(state: string, customerId?: string): void;
  /** Moves the clock on; what is due then is decided when it is next looked at. */
  advance(milliseconds: number): void;
  /**
   * Decides a vetting now: one in review, or once more one that was decided, as an approved one can be denied later.
   *
   * @throws Error where the customer has no such vetting, or the decision is none
   */
  vet(customerId: string, qualification: "Education" | "GovernmentCommunityCloud", decision: Decision): void;
  /** Lets the next requests, one unless told otherwise, meet a fault. @throws Error naming the faults there are */
  inject(fault: Fault, times?: number): void;
  /** Back to the start: customers, codes, clock, faults, requests. */
  reset(): void;
}

type Asked = components["schemas"]["CreateQualificationRequest"];

/** A customer, and the vettings that the clock will end: by qualification, when and of which request. */
interface Kept extends Customer {
  reviews: Map<string, { due: number; request: Asked }>;
}

/** How many answered requests are kept. */
const rememberedRequests = 1000;

/**
 * A sandbox with one customer for each documented case; every other customer is unknown.
 *
 * @throws Error naming the option that cannot be used
 */
export function createSandbox({
  now = () => new Date(),
  reviewTime = 60_000,
  decide = decideByWebsite,
  customers: own = {},
  validationCodes = [{ validationId: "123456" }, ...(cases["validation codes are issued"]?.validationCodes ?? [])],
  faults = [],
  assumptions = {},
  tokenKind = kindOf,
}: SandboxOptions = {}): Sandbox {
  const assumed = { ...assumedByDefault, ...assumptions };
  const desk = new FaultDesk(faults);
  refuseUnless(reviewTime >= 0, "reviewTime must be a number of milliseconds, from 0 on");
  for (const id of Object.keys(own)) {
    refuseUnless(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id), `customers: "${id}" is no GUID`);
  }

  const customers = new Map<string, Kept>();
  const ids = new RequestIds(assumed.reusedRequestIdIsRefused);
  const requests: AnsweredRequest[] = [];
  let codes: ValidationCode[] = [];
  let partnerAnswer: FixedAnswer | undefined;
  let ahead = 0;

  const time = () => now().getTime() + ahead;

  function arrange(state: string, customerId?: string): void {
    const found = cases[state];
    if (!found) throw new Error(`the sandbox has no state "${state}"; it has: ${Object.keys(cases).join(", ")}`);
    place(found, (customerId ?? found.customerId).toLowerCase());
    ids.clear();
  }

  function place({ customer, validationCodes: issued }: Omit<Case, "customerId">, key: string): void {
    if (issued) codes = structuredClone(issued);
    if (key === partner) partnerAnswer = customer?.answer;
    else if (customer) customers.set(key, { ...structuredClone(customer), reviews: new Map() });
    else customers.delete(key);
  }

  function reset(): void {
    customers.clear();
    ids.clear();
    requests.length = 0;
    ahead = 0;
    desk.reset();
    for (const { customerId, ...found } of Object.values(cases)) place(found, customerId);
    for (const [id, customer] of Object.entries(own)) place({ customer }, id.toLowerCase());
    codes = validationCodes.map(({ validationId, ...others }) => code(validationId, others));
  }

  /** The customer as the clock has it: what is due is decided. */
  function settled(customerId: string, customer: Kept): Kept {
    for (const [qualification, { due, request }] of customer.reviews) {
      if (due > time()) continue;
      replace(customer, decided(heldBy(customer, qualification), decide({ customerId, request })));
      customer.reviews.delete(qualification);
    }
    return customer;
  }

  /** Answers one operation by the rules. Nothing here waits, so that of two requests one is whole before the other begins. */
  function answer(operation: Operation, customerId: string, requestId: string | null, body: unknown): Answer {
    const kept = customers.get(customerId.toLowerCase());
    const fixed = operation.id === "getValidationCodes" ? partnerAnswer : kept?.answer;
    if (fixed && describes(operation, fixed.status)) return fixed;
    if (operation.id === "getValidationCodes") return { status: 200, body: codes };
    if (!kept) return error(404, 60003, "The tenant was not found.");
    if (kept.anotherPartners) return error(403, 20002, "The partner has no relationship with the customer.");
    const customer = settled(customerId, kept);
    if (operation.id === "getQualifications") return { status: 200, body: customer.qualifications };
    const asked = JSON.stringify([customerId.toLowerCase(), body]);
    return ids.once(requestId, asked, () => create(customer, body as Asked));
  }

  function create(customer: Kept, request: Asked): Answer {
    const outcome = ask(customer, request, codes, new Date(time()), assumed);
    if ("refused" in outcome) return outcome.refused;
    const { granted, code: used } = outcome;
    if (customer.qualifications.includes(granted)) return { status: 201, body: granted };
    if (used?.remainingCreates) used.remainingCreates -= 1;
    if (granted.qualification === "Education") customer.educationRequests = requestsOf(customer) + 1;
    if (granted.vettingStatus === "InReview")
      customer.reviews.set(granted.qualification, { due: time() + reviewTime, request });
    replace(customer, granted);
    return { status: 201, body: granted };
  }

  async function answerTo(request: Request, pathname: string, met: Met): Promise<Answer> {
    const faulty = desk.throttles(met, time()) ? tooMany(met) : faultyAnswer(met);
    if (faulty) return faulty;
    const route = findRoute(request.method, pathname);
    const given = await ruled(request, route);
    judge(route.operation && given.status !== 415 ? route.operation : undefined, given);
    if (given.status >= 300) return given;
    const body = distorted(given.body, met);
    return { ...given, body, ...(met.bom ? { text: `\uFEFF${JSON.stringify(body)}` } : {}) };
  }

  async function ruled(request: Request, route: Route): Promise<Answer> {
    const { operation, parameters } = route;
    if (!operation) return unrouted(route);
    const refused = refusedToken(request, tokenKind);
    if (refused) return refused;
    if (operation.request.body && !isJson(request))
      return error(415, 800002, "The media type must be application/json.");
    const body = operation.request.body ? await readJson(request) : undefined;
    const wrong = malformed(operation, { path: parameters, headers: request.headers, body });
    return (
      wrong ?? answer(operation, parameters.customerTenantId ?? partner, request.headers.get("MS-RequestId"), body)
    );
  }

  async function fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const ids = idsOf(request.headers);
    const { pathname } = new URL(request.url);
    const record = (status: number | undefined) => {
      const { path } = findRoute(request.method, pathname);
      const [requestId, correlationId] = [ids["MS-RequestId"], ids["MS-CorrelationId"]];
      requests.push({ method: request.method, path, status, requestId, correlationId });
      if (requests.length > rememberedRequests) requests.shift();
    };
    let met: Met;
    try {
      met = desk.met(request.headers);
    } catch (failure) {
      record(400);
      return respond(ids, error(400, 800002, `Sandbox-Faults: ${(failure as Error).message}`));
    }
    if (met.latency) await latency(met.latency, request.signal);
    const given = met["lost-request"] ? undefined : await answerTo(request, pathname, met);
    if (!given || met["lost-answer"]) {
      record(undefined);
      throw lost();
    }
    record(given.status);
    return respond(ids, given);
  }

  reset();
  return {
    fetch,
    arrange,
    reset,
    requests,
    customers: Object.entries(cases).map(([state, { customerId }]) => ({ state, customerId })),
    advance: (milliseconds) => {
      refuseUnless(milliseconds >= 0, "advance takes a number of milliseconds, from 0 on: time does not go back");
      ahead += milliseconds;
    },
    vet: (customerId, qualification, decision) => {
      const customer = customers.get(customerId.toLowerCase());
      if (!customer) throw new Error("the sandbox has no such customer");
      replace(customer, decided(heldBy(settled(customerId, customer), qualification), decision));
      customer.reviews.delete(qualification);
    },
    inject: (fault, times = 1) => {
      refuseUnless(times >= 1, "inject takes how often, from 1 on");
      desk.inject(fault, times);
    },
  };
}

function heldBy({ qualifications }: Customer, qualification: string): HeldQualification {
  const held = qualifications.find((item) => item.qualification === qualification);
  if (!held) throw new Error(`the customer does not have ${qualification}`);
  return held;
}

/** The vetted one first, as in every documented example. */
function replace(customer: Customer, granted: HeldQualification): void {
  const others = customer.qualifications.filter(({ qualification }) => qualification !== granted.qualification);
  customer.qualifications = granted.qualification === "StateOwnedEntity" ? [...others, granted] : [granted, ...others];
}

function refuseUnless(good: boolean, reason: string): void {
  if (!good) throw new Error(reason);
}
