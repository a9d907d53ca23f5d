import { cases, partner as partnerKey } from "./cases.js";
import {
  type ActiveFaults,
  connectionReset,
  type Fault,
  FaultInjector,
  faultResponse,
  latency,
  tooManyRequests,
  transformBody,
} from "./faults.js";
import { readOptions, refuseUnless, type SandboxOptions } from "./options.js";
import { Partner } from "./partner.js";
import type { Decision } from "./rules.js";
import {
  assertDescribed,
  error,
  findRoute,
  idsOf,
  isJson,
  notFound,
  type PlainResponse,
  type Route,
  readJson,
  refusedToken,
  sandboxFailed,
  toResponse,
  validateRequest,
} from "./wire.js";

/** A request that has its response, without tokens, codes and bodies. */
export interface RecordedRequest {
  method: string;
  /** The path's template; undefined if no operation has the path. */
  path: string | undefined;
  /** Undefined if a fault reset the connection. */
  status: number | undefined;
  requestId: string;
  correlationId: string;
}

/** An in-memory fake of Partner Center. Two sandboxes share nothing. */
export interface Sandbox {
  /**
   * Responds like `fetch`, without a network: pass it to `createClient`. The host of the URL does not matter. An error in
   * the sandbox itself, such as a `decide` that throws, is a 500 that says so. After an abort nothing more is applied.
   */
  fetch: typeof globalThis.fetch;
  /**
   * The documented cases that the sandbox starts with: the name of the provider state and the id of its customer, or
   * `all` if the state belongs to the partner. The customers of the option `customers` are not listed.
   */
  readonly customers: readonly { state: string; customerId: string }[];
  /** The last thousand requests, oldest first. */
  readonly requests: readonly RecordedRequest[];
  /**
   * Puts a customer into a provider state of the contracts, and forgets the request ids of all POSTs.
   *
   * @throws Error naming the known states if the state is unknown
   */
  setState(state: string, customerId?: string): void;
  /** Moves the clock forward by milliseconds. Vettings that are due are decided at the next request. */
  advance(milliseconds: number): void;
  /**
   * Decides a vetting now. A vetting that was decided can be decided again: an approved customer can be denied later.
   *
   * @throws Error if the customer has no such vetting, or the decision is not valid
   */
  decide(customerId: string, qualification: "Education" | "GovernmentCommunityCloud", decision: Decision): void;
  /**
   * Applies a fault to the next requests. It combines with the faults that were injected before; of two error formats the
   * last one counts.
   *
   * @param times How many requests; default 1
   * @throws Error naming the known faults
   */
  inject(fault: Fault, times?: number): void;
  /** Resets customers, codes, clock, injected faults and requests. Requests in flight are aborted. */
  reset(): void;
}

/** How many requests are kept. */
const rememberedRequests = 1000;

/**
 * A sandbox with one customer for each documented case. Other customers are unknown, unless an option adds them.
 *
 * @throws Error naming the option that is not valid
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const settings = readOptions(options ?? {});
  const partner = new Partner(settings);
  const injector = new FaultInjector(settings.faults);
  const requests: RecordedRequest[] = [];

  async function responseTo(
    request: Request,
    route: Route,
    active: ActiveFaults,
    generation: number,
  ): Promise<PlainResponse> {
    const throttled = injector.throttles(active, partner.time, route.parameters.customerTenantId);
    const fault = throttled ? tooManyRequests(active) : faultResponse(active);
    if (fault) return fault;
    const given = await byRules(request, route, generation);
    assertDescribed(given.status === 415 ? undefined : route.operation, given);
    if (given.status >= 300) return given;
    const body = transformBody(given.body, active);
    return { ...given, body, ...(active.bom ? { text: `\uFEFF${JSON.stringify(body)}` } : {}) };
  }

  async function byRules(request: Request, route: Route, generation: number): Promise<PlainResponse> {
    const { operation, parameters } = route;
    if (!operation) return notFound(route);
    const refused = refusedToken(request, operation);
    if (refused) return refused;
    const takesBody = operation.request.body !== undefined;
    if (takesBody && !isJson(request.headers)) return error(415, 800002, "The media type must be application/json.");
    const body = takesBody ? await readJson(request) : undefined;
    const invalid = validateRequest(operation, { path: parameters, headers: request.headers, body });
    if (invalid) return invalid;
    if (partner.generation !== generation) throw connectionReset();
    request.signal.throwIfAborted();
    const { customerTenantId = partnerKey } = parameters;
    return partner.respond(operation, customerTenantId, request.headers.get("MS-RequestId"), body);
  }

  async function serve(request: Request): Promise<Response> {
    request.signal.throwIfAborted();
    const { generation } = partner;
    const { method, headers } = request;
    const route = findRoute(method, new URL(request.url).pathname);
    const ids = idsOf(headers);
    const finish = (given?: PlainResponse) => {
      if (partner.generation !== generation) throw connectionReset();
      const [requestId, correlationId] = [ids["MS-RequestId"], ids["MS-CorrelationId"]];
      requests.push({ method, path: route.path, status: given?.status, requestId, correlationId });
      if (requests.length > rememberedRequests) requests.shift();
      if (!given) throw connectionReset();
      return toResponse(ids, given);
    };
    let active: ActiveFaults;
    try {
      active = injector.next(headers);
    } catch (failure) {
      return finish(error(400, 800002, `Sandbox-Faults: ${(failure as Error).message}`));
    }
    if (active.latency) await latency(active.latency, request.signal);
    if (active["lost-request"]) return finish();
    const given = await responseTo(request, route, active, generation).catch((failure: unknown) => {
      if (request.signal.aborted) throw failure;
      return sandboxFailed(failure);
    });
    return finish(active["lost-response"] ? undefined : given);
  }

  return {
    fetch: async (input, init) => serve(new Request(input, init)),
    requests,
    customers: Object.entries(cases).map(([state, { customerId }]) => ({ state, customerId })),
    setState: (state, customerId) => partner.setState(state, customerId),
    advance: (milliseconds) => partner.advance(milliseconds),
    decide: (customerId, qualification, decision) => partner.decide(customerId, qualification, decision),
    inject: (fault, times = 1) => {
      refuseUnless(Number.isInteger(times) && times >= 1, "times must be a whole number of at least 1");
      injector.inject(fault, times);
    },
    reset: () => {
      partner.reset();
      injector.reset();
      requests.length = 0;
    },
  };
}
