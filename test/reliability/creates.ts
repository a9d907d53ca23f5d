import { type Client, createClient, type Fetch, isPartnerCenterError } from "../../src/index.js";
import { customerIds, type Measurement, type Scale, seeded, stateOwned } from "./measurement.js";

/** A provider that applies one `MS-RequestId` once, and loses requests and responses as the seed decides. */
function createProvider(random: () => number) {
  const responses = new Map<string, string>();
  const applied = new Map<string, number>();
  const lose = (signal: AbortSignal) =>
    new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));
  const fetch: Fetch = async (url, { headers, signal }) => {
    const customer = url.split("/").at(-2) as string;
    const id = headers["ms-requestid"] as string;
    const fault = random();
    if (fault < 0.08) throw new TypeError("reset before");
    if (fault < 0.14) return Response.json({}, { status: 429 });
    if (fault < 0.2) return new Response("", { status: 503 });
    if (!responses.has(id)) {
      responses.set(id, JSON.stringify(stateOwned));
      applied.set(customer, (applied.get(customer) ?? 0) + 1);
    }
    if (fault < 0.28) throw new TypeError("reset after");
    if (fault < 0.3) return lose(signal);
    if (fault < 0.36) return new Response("<html>", { status: 502 });
    return new Response(responses.get(id), { status: 201 });
  };
  return { fetch, applied };
}

/** Requests a qualification until it is certain that it was applied, as the README tells callers: `unknown` keeps the id. */
async function request(client: Client, customer: string): Promise<void> {
  let uncertain: string | undefined;
  for (;;) {
    try {
      await client.createQualification(customer, stateOwned, { requestId: uncertain });
      return;
    } catch (error) {
      if (!isPartnerCenterError(error)) throw error;
      if (error.outcome === "applied") return;
      if (error.outcome === "unknown") uncertain = error.requestId;
    }
  }
}

async function requestAll(fetch: Fetch, customers: string[]): Promise<void> {
  const retry = { limit: 2, baseDelay: 1, maxDelay: 1 };
  const client = createClient({ token: "any", fetch, timeout: 50, retry });
  const left = [...customers];
  const worker = async () => {
    for (let customer = left.pop(); customer; customer = left.pop()) await request(client, customer);
  };
  await Promise.all(Array.from({ length: 500 }, worker));
}

/** Create requests under lost requests and lost responses. */
export async function exactlyOnce({ creates, seed }: Scale): Promise<Measurement> {
  const customers = customerIds(creates);
  const real = createProvider(seeded(seed));
  await requestAll(real.fetch, customers);
  const naive = createProvider(seeded(seed));
  const withNewId: Fetch = (url, { headers, ...init }) =>
    naive.fetch(url, { ...init, headers: { ...headers, "ms-requestid": crypto.randomUUID() } });
  await requestAll(withNewId, customers);
  const once = customers.filter((customer) => real.applied.get(customer) === 1).length;
  const twice = [...naive.applied.values()].filter((times) => times > 1).length;
  return {
    name: "create requests applied exactly once",
    goal: `${creates} of ${creates}`,
    value: `${once} of ${creates}`,
    ok: once === creates,
    control: { value: `a new MS-RequestId for each attempt: ${twice} applied more than once`, ok: twice > 0 },
  };
}
