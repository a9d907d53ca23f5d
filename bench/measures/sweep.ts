import { setTimeout as sleep } from "node:timers/promises";
import { createClient, readQualifications } from "../../dist/src/index.js";
import { listed, token } from "../answers.js";
import { limit, limits } from "../limits.js";
import { spreadOf } from "../ratio.js";
import type { Sweep } from "../results.js";

/** Milliseconds until a response comes. */
const latency = 5;
const concurrency = 32;

/** A bulk read begins somewhere in a second of the service, which matters to its speed. */
const times = 3;

const customers: Record<string, number> = { "fixed second": 10_000, "token bucket": 4000, "sliding second": 4000 };

/** Reads thousands of customers from a service with an undocumented limit, which says `Retry-After: 1`. */
export async function measure(): Promise<Record<string, Record<string, Sweep>>> {
  const result: Record<string, Record<string, Sweep>> = {};
  for (const [name, read] of Object.entries(readers)) {
    result[name] = {};
    for (const [kind, create] of Object.entries(limits)) {
      const reads: Awaited<ReturnType<typeof measured>>[] = [];
      while (reads.length < times) reads.push(await measured(read, customers[kind] ?? 0, create()));
      result[name][kind] = {
        speed: spreadOf(reads.map(({ speed }) => speed)),
        refusals: spreadOf(reads.map(({ refusals }) => refusals)),
      };
    }
  }
  return result;
}

type Read = (ids: string[], fetch: () => Promise<Response>) => Promise<number>;

const readers: Record<string, Read> = {
  ours: async (ids, fetch) => {
    let replies = 0;
    for await (const { ok } of readQualifications(createClient({ token, fetch }), ids, { concurrency })) {
      if (ok) replies += 1;
    }
    return replies;
  },
  "32 loops, each sleeps Retry-After": async (ids, fetch) => {
    const left = [...ids];
    let replies = 0;
    const loop = async () => {
      for (let id = left.pop(); id; id = left.pop()) {
        for (;;) {
          const response = await fetch();
          if (response.ok) break;
          await sleep(Number(response.headers.get("Retry-After")) * 1000);
        }
        replies += 1;
      }
    };
    await Promise.all(Array.from({ length: concurrency }, loop));
    return replies;
  },
};

async function measured(read: Read, customers: number, takes: () => boolean) {
  const ids = Array.from(
    { length: customers },
    (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
  );
  let refused = 0;
  const started = performance.now();
  const replies = await read(ids, async () => {
    await sleep(latency);
    if (takes()) return new Response(listed, { headers: { "Content-Type": "application/json" } });
    refused += 1;
    return new Response("", { status: 429, headers: { "Retry-After": "1" } });
  });
  const seconds = (performance.now() - started) / 1000;
  if (replies !== customers) throw new Error(`${replies} of ${customers} were read`);
  // A service that was idle takes a whole second's worth at once.
  return { speed: (customers / limit - 1) / seconds, refusals: refused / customers };
}
