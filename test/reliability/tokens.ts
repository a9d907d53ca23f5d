import { createClient, type TokenRequest } from "../../src/index.js";
import { customerId, type Measurement } from "./measurement.js";

const calls = 200;

/** How often a token is fetched when many calls hold an expired one. */
async function refreshes(shared: boolean): Promise<number> {
  let current = "expired";
  let count = 0;
  const renew = async () => {
    count += 1;
    await new Promise((resolve) => setTimeout(resolve, 5));
    current = "fresh";
    return current;
  };
  const fetch: typeof globalThis.fetch = async (_, init) =>
    new Headers(init?.headers).get("Authorization") === "Bearer fresh"
      ? Response.json([])
      : new Response("", { status: 401 });
  const token = async ({ refresh }: TokenRequest) => (refresh ? renew() : current);
  const client = createClient({ token, fetch });
  const one = async () => {
    if (shared) return void (await client.getQualifications(customerId));
    const send = (bearer: string) => fetch("https://x", { headers: { Authorization: `Bearer ${bearer}` } });
    if ((await send(current)).status === 401) await send(await renew());
  };
  await Promise.all(Array.from({ length: calls }, one));
  return count;
}

export async function stampede(): Promise<Measurement> {
  const ours = await refreshes(true);
  const naive = await refreshes(false);
  return {
    name: `refreshes by ${calls} calls with an expired token`,
    goal: "1",
    value: String(ours),
    ok: ours === 1,
    control: { value: `each for itself: ${naive}`, ok: naive > 1 },
  };
}
