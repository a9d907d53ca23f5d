import { createClient, type Fetch, readQualifications } from "../../src/index.js";
import { customerIds, judgesSpeed, type Measurement, type Scale } from "./measurement.js";

const perSecond = 200;
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const throttle = () => Response.json({}, { status: 429, headers: { "Retry-After": "1" } });

/** A provider that allows so many requests in each second from the first on, and refuses the others. */
function createLimited() {
  let first: number | undefined;
  let second = 0;
  let taken = 0;
  let refused = 0;
  const fetch = async () => {
    await sleep(5);
    first ??= performance.now();
    const now = Math.floor((performance.now() - first) / 1000);
    if (now !== second) {
      second = now;
      taken = 0;
    }
    taken += 1;
    if (taken <= perSecond) return Response.json([]);
    refused += 1;
    return throttle();
  };
  return { fetch, refused: () => refused };
}

/** A limit of the whole partner. */
export async function partnerLimit(scale: Scale): Promise<Measurement> {
  const { bulk: customers } = scale;
  const ours = createLimited();
  const started = performance.now();
  let read = 0;
  const client = createClient({ token: "any", fetch: ours.fetch });
  for await (const { ok } of readQualifications(client, customerIds(customers), { concurrency: 32 })) if (ok) read += 1;
  const seconds = (performance.now() - started) / 1000;
  const naive = createLimited();
  const one = async () => {
    while ((await naive.fetch()).status === 429) await sleep(1000);
  };
  await Promise.all(customerIds(customers).map(one));
  // What the first second allows comes at once; a client that does not know the limit loses it again in the first pause.
  const rate = customers / perSecond / seconds;
  return {
    name: `bulk read of ${customers} customers, ${perSecond} a second`,
    goal: "all, at 0.9 of the rate that is allowed",
    value: `${read}, at ${rate.toFixed(2)} of that rate, ${ours.refused()} times 429`,
    ok: read === customers && (rate >= 0.9 || !judgesSpeed(scale)),
    control: {
      value: `Promise.all: ${naive.refused()} times 429`,
      ok: naive.refused() > ours.refused(),
    },
  };
}

const concurrency = 8;
const maxThrottled = 3;

/** A provider that refuses one customer always; and when it had responded to all others. */
function createRefusing(refused: string | undefined) {
  const started = performance.now();
  const seen = { refusals: 0, read: 0, readAtLastRefusal: 0, ms: 0 };
  const fetch: Fetch = async (url) => {
    await sleep(15);
    if (refused && url.includes(refused)) {
      seen.refusals += 1;
      seen.readAtLastRefusal = seen.read;
      return throttle();
    }
    seen.read += 1;
    seen.ms = performance.now() - started;
    return Response.json([]);
  };
  return { fetch, seen };
}

type Read = (ids: string[], fetch: Fetch) => Promise<void>;

const ours: Read = async (ids, fetch) => {
  const client = createClient({ token: "any", fetch });
  for await (const _ of readQualifications(client, ids, { concurrency, maxThrottled }));
};

/** Takes each limit for the partner's: a 429 of one customer pauses all. */
const pausing: Read = async (ids, fetch) => {
  const client = createClient({ token: "any", fetch, retry: false });
  const left = [...ids];
  let opens = 0;
  const worker = async () => {
    for (let id = left.shift(); id; id = left.shift()) {
      for (let tries = 0; tries <= maxThrottled; tries += 1) {
        await sleep(opens - performance.now());
        const error = await client.getQualifications(id).then(
          () => undefined,
          (failure) => failure,
        );
        if (!error) break;
        opens = performance.now() + error.retryAfter;
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
};

/** A limit of one customer: all others are read as fast as without it. */
export async function customerLimit(scale: Scale): Promise<Measurement> {
  const ids = customerIds(400);
  const others = ids.length - 1;
  const measure = async (read: Read, refused?: string) => {
    const { fetch, seen } = createRefusing(refused);
    await read(ids, fetch);
    return seen;
  };
  const calm = await measure(ours);
  const refused = await measure(ours, ids[3]);
  const naive = await measure(pausing, ids[3]);
  const slower = ({ ms }: { ms: number }) => ms / calm.ms;
  return {
    name: `bulk read of ${ids.length} customers, one of them always throttled`,
    goal: `${others} others before it is given up, in at most 1.3 of the time without it; ${maxThrottled} retries`,
    value: `${refused.readAtLastRefusal}, in ${slower(refused).toFixed(2)} of that time; ${refused.refusals - 1} retries`,
    ok:
      refused.readAtLastRefusal === others &&
      refused.refusals === maxThrottled + 1 &&
      (slower(refused) <= 1.3 || !judgesSpeed(scale)),
    control: {
      value: `one 429 pauses all: ${naive.readAtLastRefusal}, in ${slower(naive).toFixed(2)} of that time`,
      ok: naive.readAtLastRefusal < others && slower(naive) > 1.3,
    },
  };
}
