import { answers } from "../../generated/answers.js";
import type { components } from "../../generated/api.js";
import { type Operation, operations } from "../../generated/operations.js";
import { type Customer, cases, type FixedAnswer } from "./cases.js";
import { ask } from "./rules.js";

export { type Serving, serveSandbox } from "./serve.js";

export interface SandboxOptions {
  /** The clock, for the dates in answers. Default: the real one. */
  now?: () => Date;
}

/** A pretend Partner Center that holds its customers in memory. Two sandboxes share nothing. */
export interface Sandbox {
  /** Answers like `fetch`, without a network: hand it to `createClient`. Any host and any bearer token will do. */
  fetch: typeof globalThis.fetch;
  /** The customers it starts with, one for each documented case: the provider state's name, and the customer's id. */
  readonly customers: readonly { state: string; customerId: string }[];
  /**
   * Puts a customer into a provider state of the contracts.
   *
   * @throws Error naming the known states where there is no such state
   */
  arrange(state: string, customerId?: string): void;
}

interface Answer {
  status: number;
  headers?: Record<string, string>;
  body: unknown;
}

/** A sandbox with one customer for each documented case; everything else is an unknown customer. */
export function createSandbox({ now = () => new Date() }: SandboxOptions = {}): Sandbox {
  const customers = new Map<string, Customer>();

  function arrange(state: string, customerId?: string): void {
    const found = cases[state];
    if (!found) throw new Error(`the sandbox has no state "${state}"; it has: ${Object.keys(cases).join(", ")}`);
    const key = (customerId ?? found.customerId).toLowerCase();
    if (found.customer) customers.set(key, structuredClone(found.customer));
    else customers.delete(key);
  }

  async function answer(operation: Operation, customerId: string, request: Request): Promise<Answer> {
    if (!/^Bearer [A-Za-z0-9._~+/-]+=*$/.test(request.headers.get("Authorization") ?? "")) {
      return error(401, 800001, "A bearer token is missing.");
    }
    const body = operation.method === "POST" ? parse(await request.text()) : undefined;
    if (!operation.request.path?.({ customerTenantId: customerId })) {
      return error(400, 2000, "Tenant Id must be a GUID.");
    }
    const judge = operation.request.body;
    if (judge && !judge(body)) {
      const { instancePath, params } = judge.errors?.[0] ?? { instancePath: "", params: {} };
      return error(
        400,
        800002,
        `The body is not valid${instancePath && ` at ${instancePath}`}.`,
        Object.values(params).flat(),
      );
    }
    const customer = customers.get(customerId.toLowerCase());
    if (!customer) return error(404, 60003, "The tenant was not found.");
    if (customer.answer && answers[operation.id][customer.answer.status]) return customer.answer;
    if (operation.id === "getQualifications") return { status: 200, body: customer.qualifications };
    const result = ask(customer.qualifications, body as components["schemas"]["CreateQualificationRequest"], now());
    if ("refused" in result) return result.refused;
    const others = customer.qualifications.filter((item) => item.qualification !== result.granted.qualification);
    customer.qualifications = [result.granted, ...others];
    return { status: 201, body: result.granted };
  }

  async function fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const [, customerId = ""] = /^\/v1\/customers\/([^/]*)\/qualifications$/.exec(new URL(request.url).pathname) ?? [];
    const operation = customerId ? operations.find(({ method }) => method === request.method) : undefined;
    if (!operation) return respond(request, unrouted(customerId !== ""));
    const given = await answer(operation, customerId, request);
    const judge = answers[operation.id][given.status];
    if (!judge?.(given.body)) {
      const { instancePath = "", message = "its status is not described" } = judge?.errors?.[0] ?? {};
      throw new Error(`the sandbox breaks openapi.yaml: ${operation.id} ${given.status}: ${instancePath} ${message}`);
    }
    return respond(request, given);
  }

  for (const state of Object.keys(cases)) arrange(state);
  return {
    fetch,
    arrange,
    customers: Object.entries(cases).map(([state, { customerId }]) => ({ state, customerId })),
  };
}

/** The gateway answers 429 and 503, without the ids. */
function respond(request: Request, { status, headers, body }: Answer): Response {
  const echoed = (name: string) => {
    const id = request.headers.get(name) ?? "";
    return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id) ? id : crypto.randomUUID();
  };
  const ids = { "MS-RequestId": echoed("MS-RequestId"), "MS-CorrelationId": echoed("MS-CorrelationId") };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      ...(status === 429 || status === 503 ? {} : ids),
      ...headers,
    },
  });
}

function unrouted(known: boolean): Answer {
  if (!known) return error(404, 1000, "There is nothing at this path.");
  const Allow = operations.map(({ method }) => method).join(", ");
  return { ...error(405, 1000, `Only ${Allow} are allowed here.`), headers: { Allow } };
}

function error(status: number, code: number, description: string, data: unknown[] = []): FixedAnswer {
  return { status, body: { code, description, data: data.map(String), source: "PartnerFD" } };
}

/** A body that is no JSON is refused like one that is none at all. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
