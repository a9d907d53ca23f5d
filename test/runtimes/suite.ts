import type { Client, ClientEvent, ClientOptions } from "../../src/index.js";

/** What came of one check; a `problem` is what went otherwise. */
export interface Checked {
  name: string;
  problem?: string;
}

type CreateClient = (options: ClientOptions) => Client;

const customers = { approved: "00000000-0000-4000-8000-000000000001", none: "00000000-0000-4000-8000-000000000007" };

/**
 * What must hold wherever the package is deployed, against `provider.ts` over HTTP. It uses nothing but what every
 * runtime has, and is handed the client, so that it is the packed one that is checked. A check has `limit` milliseconds: a
 * client that never ends would hang the suite.
 */
export async function runSuite(createClient: CreateClient, base: string, limit = 20_000): Promise<Checked[]> {
  /** A client of one scenario of the provider. */
  const of = (scenario: string, options: Partial<ClientOptions> = {}) =>
    createClient({ token: "placeholder-token", baseUrl: `${base}/${scenario}`, ...options });
  const read = (scenario: string, options?: Partial<ClientOptions>) =>
    of(scenario, options).getQualifications(customers.none);

  const checks: Record<string, () => Promise<void>> = {
    "qualifications are read": async () => {
      const { data } = await of("sandbox").getQualifications(customers.approved);
      equal(data[0]?.vettingStatus, "Approved");
    },
    "a qualification is asked for": async () => {
      const asked = { qualification: "Education", educationSegment: "K12", website: "contoso.edu" } as const;
      const { data, requestId, serverRequestId } = await of("sandbox").createQualification(customers.none, asked);
      equal(data.vettingStatus, "InReview");
      equal(serverRequestId ?? "no id", requestId);
    },
    "a wrong request is refused before it is sent": () =>
      fails("invalid_request", () => of("unanswered").getQualifications("contoso")),
    "an answer that breaks the contract is refused": () => fails("invalid_response", () => read("broken")),
    "an attempt that failed is repeated with the same ids": async () => {
      const events: ClientEvent["type"][] = [];
      const client = of("busy-once", { retry: { base: 1 }, onEvent: ({ type }) => events.push(type) });
      const { data } = await client.createQualification(customers.none, { qualification: "StateOwnedEntity" });
      equal(data.qualification, "StateOwnedEntity");
      equal(events.join(), "request,response,retry,request,response");
    },
    "a call ends at its deadline": () => fails("timeout", () => read("unanswered", { deadline: 200 })),
    "a caller's abort is thrown as its reason": async () => {
      const reason = new Error("changed my mind");
      const controller = new AbortController();
      const call = of("unanswered").getQualifications(customers.none, { signal: controller.signal });
      setTimeout(() => controller.abort(reason), 50);
      equal(await call.catch((failure: unknown) => failure), reason);
    },
    "a redirect is not followed": () => fails("redirect", () => read("elsewhere")),
    "vetting is waited for": async () => {
      const waiting = of("vetting").waitForVetting(customers.none, "Education", { interval: 1 });
      equal((await waiting).data?.vettingStatus, "Approved");
    },
  };

  const checked: Checked[] = [];
  for (const [name, check] of Object.entries(checks)) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`nothing within ${limit} ms`)), limit);
    });
    const passed = () => ({ name });
    const failed = (failure: unknown) => ({ name, problem: String(failure) });
    checked.push(await Promise.race([check(), late]).then(passed, failed));
    clearTimeout(timer);
  }
  return checked;
}

async function fails(code: string, call: () => Promise<unknown>): Promise<void> {
  const failure = await call().catch((reason: unknown) => reason);
  equal((failure as { code?: unknown }).code ?? String(failure), code);
}

function equal(got: unknown, expected: unknown): void {
  if (got !== expected) throw new Error(`expected ${String(expected)}, got ${String(got)}`);
}
