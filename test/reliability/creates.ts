import { createClient, isPartnerCenterError } from "../../src/index.js";
import { type Figure, type Scale, seeded, stateOwned } from "./figure.js";

/** A provider that applies one `MS-RequestId` once, and loses requests and answers as the seed has it. */
function provider(random: () => number) {
  const answered = new Map<string, string>();
  const effects = new Map<string, number>();
  const lose = (signal?: AbortSignal | null) =>
    new Promise<never>((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason), { once: true }));
  const fetch: typeof globalThis.fetch = async (url, init) => {
    const customer = String(url).split("/").at(-2) as string;
    const id = new Headers(init?.headers).get("MS-RequestId") ?? "";
    const fault = random();
    if (fault < 0.08) throw new TypeError("reset before");
    if (fault < 0.14) return Response.json({}, { status: 429 });
    if (fault < 0.2) return new Response("", { status: 503 });
    if (!answered.has(id)) {
      answered.set(id, JSON.stringify(stateOwned));
      effects.set(customer, (effects.get(customer) ?? 0) + 1);
    }
    if (fault < 0.28) throw new TypeError("reset after");
    if (fault < 0.3) return lose(init?.signal);
    if (fault < 0.36) return new Response("<html>", { status: 502 });
    return new Response(answered.get(id), { status: 201 });
  };
  return { fetch, effects };
}

async function each(count: number, work: (customer: string) => Promise<void>): Promise<string[]> {
  const customers = Array.from(
    { length: count },
    (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
  );
  let next = 0;
  const worker = async () => {
    while (next < count) await work(customers[next++] as string);
  };
  await Promise.all(Array.from({ length: 500 }, worker));
  return customers;
}

/** Creates under lost requests and lost answers; who is told `unknown` asks again with the same id. */
export async function exactlyOnce({ creates, seed }: Scale): Promise<Figure> {
  const real = provider(seeded(seed));
  const client = createClient({ token: "any", fetch: real.fetch, timeout: 50, retry: { limit: 2, base: 1, cap: 1 } });
  const customers = await each(creates, async (customer) => {
    // As the README tells a caller: `unknown` keeps the id, and is not taken back by a later refusal.
    let doubtful: string | undefined;
    for (;;) {
      try {
        await client.createQualification(customer, stateOwned, { requestId: doubtful });
        return;
      } catch (error) {
        if (!isPartnerCenterError(error)) throw error;
        if (error.outcome === "applied") return;
        if (error.outcome === "unknown") doubtful = error.requestId;
      }
    }
  });
  const control = provider(seeded(seed));
  await each(creates, async (customer) => {
    for (;;) {
      const headers = { "MS-RequestId": crypto.randomUUID() };
      const given = new AbortController();
      const timer = setTimeout(() => given.abort(), 50);
      const url = `https://x/${customer}/qualifications`;
      const response = await control.fetch(url, { headers, signal: given.signal }).catch(() => undefined);
      clearTimeout(timer);
      if (response?.ok) return;
    }
  });
  const once = customers.filter((customer) => real.effects.get(customer) === 1).length;
  const twice = [...control.effects.values()].filter((times) => times > 1).length;
  return {
    name: "creates applied exactly once",
    goal: `${creates} of ${creates}`,
    value: `${once} of ${creates}`,
    ok: once === creates,
    control: { value: `a new id for each attempt: ${twice} applied more than once`, ok: twice > 0 },
  };
}
