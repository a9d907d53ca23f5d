import type * as Package from "../../src/index.js";
import type { ClientEvent, ClientOptions } from "../../src/index.js";

/** What the suite uses of the package. */
export type Used = Pick<typeof Package, "createClient" | "waitForVetting">;

/** No qualification is held. */
const customerId = "00000000-0000-4000-8000-000000000007";

/**
 * Checks what must hold wherever the package is deployed, against `provider.ts` over HTTP, and returns what is wrong. It uses
 * nothing but what every runtime has, and gets the package as an argument, so that it is the packed one that is checked. A
 * check has 20 seconds: a client that never ends would hang the suite.
 */
export async function runSuite({ createClient, waitForVetting }: Used, base: string): Promise<string[]> {
  const clientWith = (options: Partial<ClientOptions> = {}) =>
    createClient({ token: "placeholder-token", baseUrl: base, ...options });
  /** With these headers, a request gets no response in time. */
  const headers = { "Sandbox-Faults": "latency=600000" };

  const checks: Record<string, () => Promise<void>> = {
    "a qualification is requested, and read until its vetting ends": async () => {
      const client = clientWith();
      const request = { qualification: "Education", educationSegment: "K12", website: "contoso.edu" } as const;
      const { data, requestId, serverRequestId } = await client.createQualification(customerId, request);
      equal(data.vettingStatus, "InReview");
      equal(serverRequestId ?? "no id", requestId);
      const vetted = await waitForVetting(client, customerId, "Education", { interval: 10 });
      equal(vetted.data?.vettingStatus, "Approved");
    },
    "a failed attempt is retried": async () => {
      const events: ClientEvent["type"][] = [];
      const client = clientWith({ retry: { baseDelay: 1 }, onEvent: ({ type }) => events.push(type) });
      await fetch(`${base}/busy`);
      await client.createQualification(customerId, { qualification: "StateOwnedEntity" });
      equal(events.join(), "request,response,retry,request,response,success");
    },
    "a call ends at its deadline": () => fails("timeout", clientWith(), { headers, deadline: 200 }),
    "a caller's abort is thrown as its reason": async () => {
      const reason = new Error("changed my mind");
      const controller = new AbortController();
      const call = clientWith().getQualifications(customerId, { headers, signal: controller.signal });
      setTimeout(() => controller.abort(reason), 50);
      equal(await call.catch((failure: unknown) => failure), reason);
    },
    "a redirect is not followed": () => fails("redirect", clientWith({ baseUrl: `${base}/elsewhere` })),
  };

  const problems: string[] = [];
  for (const [name, check] of Object.entries(checks)) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error("nothing within 20 seconds")), 20_000);
    });
    await Promise.race([check(), late]).catch((failure: unknown) => problems.push(`${name}: ${failure}`));
    clearTimeout(timer);
  }
  return problems;
}

async function fails(code: string, client: Package.Client, options?: Package.CallOptions): Promise<void> {
  const failure = await client.getQualifications(customerId, options).catch((reason: unknown) => reason);
  equal((failure as { code?: unknown }).code ?? String(failure), code);
}

function equal(got: unknown, expected: unknown): void {
  if (got !== expected) throw new Error(`expected ${String(expected)}, got ${String(got)}`);
}
