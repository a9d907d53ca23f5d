import type * as Package from "../../src/index.js";
import type { ClientEvent, ClientOptions } from "../../src/index.js";

/** The result of one check; a `problem` is what failed. */
export interface Checked {
  name: string;
  problem?: string;
}

/** What the suite uses of the package. */
export type Used = Pick<typeof Package, "createClient" | "waitForVetting">;

const customers = { approved: "00000000-0000-4000-8000-000000000001", none: "00000000-0000-4000-8000-000000000007" };

/**
 * What must hold wherever the package is deployed, against `provider.ts` over HTTP. It uses nothing but what every
 * runtime has, and gets the package as an argument, so that it is the packed one that is checked. A check has 20 seconds: a
 * client that never ends would hang the suite. Where `noEval` is true, that the runtime makes no code from strings is
 * checked too: what holds there says something only then.
 */
export async function runSuite(
  { createClient, waitForVetting }: Used,
  base: string,
  { noEval = false } = {},
): Promise<Checked[]> {
  /** Waits until the provider saw what it should. */
  const seen = async (so: (seen: { wrong: number; followed: number; aborted: number }) => boolean) => {
    while (!so(await (await fetch(`${base}/seen`)).json())) await new Promise((resolve) => setTimeout(resolve, 20));
  };
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
    "a qualification is requested": async () => {
      const request = { qualification: "Education", educationSegment: "K12", website: "contoso.edu" } as const;
      const { data, requestId, serverRequestId } = await of("sandbox").createQualification(customers.none, request);
      equal(data.vettingStatus, "InReview");
      equal(serverRequestId ?? "no id", requestId);
    },
    "a wrong request is refused before it is sent": async () => {
      await fails("invalid_request", () => of("pending").getQualifications("contoso"));
      await seen(({ wrong }) => wrong === 0);
    },
    "a response that breaks the contract is refused": () => fails("invalid_response", () => read("broken")),
    "a failed attempt is retried with the same ids": async () => {
      const events: ClientEvent["type"][] = [];
      const client = of("busy-once", { retry: { baseDelay: 1 }, onEvent: ({ type }) => events.push(type) });
      const { data } = await client.createQualification(customers.none, { qualification: "StateOwnedEntity" });
      equal(data.qualification, "StateOwnedEntity");
      equal(events.join(), "request,response,retry,request,response,success");
    },
    "a call ends at its deadline, and its request": async () => {
      const started = Date.now();
      await fails("timeout", () => read("pending", { deadline: 200 }));
      equal(Date.now() - started < 5000, true);
      await seen(({ aborted }) => aborted === 1);
    },
    "a caller's abort is thrown as its reason": async () => {
      const reason = new Error("changed my mind");
      const controller = new AbortController();
      const call = of("pending").getQualifications(customers.none, { signal: controller.signal });
      setTimeout(() => controller.abort(reason), 50);
      equal(await call.catch((failure: unknown) => failure), reason);
      await seen(({ aborted }) => aborted === 2);
    },
    "a redirect is not followed": async () => {
      await fails("redirect", () => read("elsewhere"));
      await seen(({ followed }) => followed === 0);
    },
    "vetting is waited for": async () => {
      const { data } = await waitForVetting(of("vetting"), customers.none, "Education", { interval: 1 });
      equal(data?.vettingStatus, "Approved");
    },
  };

  if (noEval) checks["no code is made from strings"] = async () => equal(evaluates(), false);

  const checked: Checked[] = [];
  for (const [name, check] of Object.entries(checks)) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error("nothing within 20 seconds")), 20_000);
    });
    const passed = () => ({ name });
    const failed = (failure: unknown) => ({ name, problem: String(failure) });
    checked.push(await Promise.race([check(), late]).then(passed, failed));
    clearTimeout(timer);
  }
  return checked;
}

function evaluates(): boolean {
  try {
    return Function("return true")();
  } catch {
    return false;
  }
}

async function fails(code: string, call: () => Promise<unknown>): Promise<void> {
  const failure = await call().catch((reason: unknown) => reason);
  equal((failure as { code?: unknown }).code ?? String(failure), code);
}

function equal(got: unknown, expected: unknown): void {
  if (got !== expected) throw new Error(`expected ${String(expected)}, got ${String(got)}`);
}
