import { createClient } from "../../src/index.js";
import type { Figure, Scale } from "./figure.js";

const perSecond = 200;

/** A provider that allows so many requests in each second from the first on, and answers the others with `Retry-After: 1`. */
function limited() {
  let first: number | undefined;
  let second = 0;
  let taken = 0;
  let refused = 0;
  const fetch = async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    first ??= performance.now();
    const now = Math.floor((performance.now() - first) / 1000);
    if (now !== second) {
      second = now;
      taken = 0;
    }
    taken += 1;
    if (taken <= perSecond) return Response.json([]);
    refused += 1;
    return Response.json({}, { status: 429, headers: { "Retry-After": "1" } });
  };
  return { fetch, refused: () => refused };
}

const ids = (count: number) =>
  Array.from({ length: count }, (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`);

export async function sweep({ sweep: customers, slack }: Scale): Promise<Figure> {
  const ours = limited();
  const started = performance.now();
  let read = 0;
  const client = createClient({ token: "any", fetch: ours.fetch });
  for await (const { reply } of client.getQualificationsOf(ids(customers), { concurrency: 32 })) if (reply) read += 1;
  const seconds = (performance.now() - started) / 1000;
  const naive = limited();
  const one = async () => {
    while ((await naive.fetch()).status === 429) await new Promise((resolve) => setTimeout(resolve, 1000));
  };
  await Promise.all(ids(customers).map(one));
  // What the first second allows comes at once; who is told no limit gives it back in the first pause.
  const rate = customers / perSecond / seconds;
  return {
    name: `${customers} customers, ${perSecond} a second`,
    goal: "all, at 0.9 of the rate that is allowed",
    value: `${read}, at ${rate.toFixed(2)} of that rate, ${ours.refused()} times 429`,
    // The short form does not judge the speed: it depends on the machine.
    ok: read === customers && (rate >= 0.9 || slack > 250),
    control: {
      value: `Promise.all: ${naive.refused()} times 429`,
      ok: naive.refused() > ours.refused(),
    },
  };
}
