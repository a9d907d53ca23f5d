import { cases, partner as partnerKey } from "./cases.js";
import { distorted, type Fault, FaultDesk, faultyAnswer, latency, lost, type Met, tooMany } from "./faults.js";
import { readOptions, refuseUnless, type SandboxOptions } from "./options.js";
import { Partner } from "./partner.js";
import type { Decision } from "./rules.js";
import {
  type Answer,
  error,
  failed,
  findRoute,
  idsOf,
  isJson,
  judge,
  malformed,
  type Route,
  readJson,
  refusedToken,
  respond,
  unrouted,
} from "./wire.js";

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
  /**
   * Answers like `fetch`, without a network: hand it to `createClient`. Any host will do. What goes wrong in the sandbox
   * itself, as in a `decide` that throws, is a 500 that says so.
   */
  fetch: typeof globalThis.fetch;
  /**
   * The documented cases it starts with: the provider state's name, and the customer's id; of what belongs to the partner
   * and to no customer, `all`. Those of the option `customers` are there too, and not listed.
   */
  readonly customers: readonly { state: string; customerId: string }[];
  /** What was answered, oldest first: the last thousand. */
  readonly requests: readonly AnsweredRequest[];
  /**
   * Puts a customer into a provider state of the contracts, and forgets the request ids of creates.
   *
   * @throws Error naming the known states where there is no such state
   */
  setState(state: string, customerId?: string): void;
  /** Moves the clock on; what is due then is decided when it is next looked at. */
  advance(milliseconds: number): void;
  /**
   * Decides a vetting now: one in review, or once more one that was decided, as an approved one can be denied later.
   *
   * @throws Error where the customer has no such vetting, or the decision is none
   */
  decide(customerId: string, qualification: "Education" | "GovernmentCommunityCloud", decision: Decision): void;
  /**
   * Lets the next requests, one unless told otherwise, meet a fault. Those that were injected before are met together
   * with it; of two shapes of an answer the later one counts.
   *
   * @throws Error naming the faults there are
   */
  inject(fault: Fault, times?: number): void;
  /** Back to the start: customers, codes, clock, faults, requests. What is under way is broken off. */
  reset(): void;
}

/** How many answered requests are kept. */
const rememberedRequests = 1000;

/**
 * A sandbox with one customer for each documented case; every other customer is unknown.
 *
 * @throws Error naming the option that cannot be used
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const settings = readOptions(options ?? {});
  const partner = new Partner(settings);
  const desk = new FaultDesk(settings.faults);
  const requests: AnsweredRequest[] = [];

  /** By the faults that are met, by the wire, and by the rules: in this order. */
  async function answerTo(request: Request, route: Route, met: Met, generation: number): Promise<Answer> {
    const faulty = desk.throttles(met, partner.time) ? tooMany(met) : faultyAnswer(met);
    if (faulty) return faulty;
    const given = await ruled(request, route, generation);
    judge(given.status === 415 ? undefined : route.operation, given);
    if (given.status >= 300) return given;
    const body = distorted(given.body, met);
    return { ...given, body, ...(met.bom ? { text: `\uFEFF${JSON.stringify(body)}` } : {}) };
  }

  async function ruled(request: Request, route: Route, generation: number): Promise<Answer> {
    const { operation, parameters } = route;
    if (!operation) return unrouted(route);
    const refused = refusedToken(request, operation, settings.tokenKind);
    if (refused) return refused;
    const takesBody = operation.request.body !== undefined;
    if (takesBody && !isJson(request)) return error(415, 800002, "The media type must be application/json.");
    const body = takesBody ? await readJson(request) : undefined;
    const wrong = malformed(operation, { path: parameters, headers: request.headers, body });
    if (wrong) return wrong;
    if (partner.generation !== generation) throw lost();
    const { customerTenantId = partnerKey } = parameters;
    return partner.answer(operation, customerTenantId, request.headers.get("MS-RequestId"), body);
  }

  async function serve(request: Request): Promise<Response> {
    const { generation } = partner;
    const { method, headers } = request;
    const route = findRoute(method, new URL(request.url).pathname);
    const ids = idsOf(headers);
    const answered = (given?: Answer) => {
      if (partner.generation !== generation) throw lost();
      const [requestId, correlationId] = [ids["MS-RequestId"], ids["MS-CorrelationId"]];
      requests.push({ method, path: route.path, status: given?.status, requestId, correlationId });
      if (requests.length > rememberedRequests) requests.shift();
      if (!given) throw lost();
      return respond(ids, given);
    };
    let met: Met;
    try {
      met = desk.met(headers);
    } catch (failure) {
      return answered(error(400, 800002, `Sandbox-Faults: ${(failure as Error).message}`.slice(0, 1024)));
    }
    if (met.latency) await latency(met.latency, request.signal);
    if (met["lost-request"]) return answered();
    const given = await answerTo(request, route, met, generation).catch((failure: unknown) => {
      if (partner.generation !== generation) throw failure;
      return failed(failure);
    });
    return answered(met["lost-answer"] ? undefined : given);
  }

  return {
    fetch: async (input, init) => {
      const request = new Request(input, init);
      return untilAborted(request.signal, () => serve(request));
    },
    requests,
    customers: Object.entries(cases).map(([state, { customerId }]) => ({ state, customerId })),
    setState: (state, customerId) => partner.setState(state, customerId),
    advance: (milliseconds) => partner.advance(milliseconds),
    decide: (customerId, qualification, decision) => partner.decide(customerId, qualification, decision),
    inject: (fault, times = 1) => {
      const counts = times === Number.POSITIVE_INFINITY || (Number.isInteger(times) && times >= 1);
      refuseUnless(counts, "inject takes how often, from 1 on");
      desk.inject(fault, times);
    },
    reset: () => {
      partner.reset();
      desk.reset();
      requests.length = 0;
    },
  };
}

/** Ends as the signal's reason as soon as it is aborted, as `fetch` does; what was applied by then stays applied. */
async function untilAborted<Value>(signal: AbortSignal, work: () => Promise<Value>): Promise<Value> {
  signal.throwIfAborted();
  let onAbort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
  });
  try {
    return await Promise.race([work(), aborted]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
