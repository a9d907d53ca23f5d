import { type ClientOptions, createClient, isPartnerCenterError } from "../../src/index.js";
import { withServer } from "./fault-measurements.js";
import { bareCorruptGzip } from "./faults.js";
import { customerId, type Measurement, pending, type Scale, within } from "./measurement.js";

type Deaf = Pick<ClientOptions, "token" | "baseUrl"> & { fetch: typeof globalThis.fetch };

const never = () => new Promise<never>(() => {});
const respond = async () => Response.json([]);
const stalled = (status: number) => async () => new Response(new ReadableStream({ pull: never }), { status });
const deaf: Record<string, Deaf> = {
  "a fetch": { token: "any", fetch: never },
  "a body": { token: "any", fetch: stalled(200) },
  "the body of a failure": { token: "any", fetch: stalled(500) },
  "text()": { token: "any", fetch: async () => ({ status: 200, headers: new Headers(), text: never }) as never },
  "a token function": { token: never, fetch: respond },
  "a credential": { token: { getToken: never }, fetch: respond },
  "a refresh": {
    token: ({ refresh }) => (refresh ? never() : "any"),
    fetch: async () => new Response("", { status: 401 }),
  },
};

/** A client as it is often written: its timer aborts the signal, and does not end the call. */
async function signalOnly({ token, fetch, baseUrl = "https://x.example" }: Deaf, ms: number): Promise<unknown> {
  const signal = AbortSignal.timeout(ms);
  if (typeof token === "function") await token({ refresh: false, signal });
  else if (typeof token === "object") await token.getToken("any", { abortSignal: signal });
  const response = await fetch(baseUrl, { signal });
  if (response.status === 401 && typeof token === "function") await token({ refresh: true, signal });
  return response.text();
}

/** What never settles, and ignores its signal: `timeout` and `deadline` must end the call all the same. */
export async function ownTimer({ deadline, slack }: Scale): Promise<Measurement> {
  const ms = deadline / 4;
  const wrong: string[] = [];
  let [count, endless] = [0, 0];
  const meet = async (name: string, options: Deaf) => {
    for (const [limit, limits] of Object.entries({
      deadline: { deadline: ms },
      timeout: { timeout: ms, retry: false },
    } as const)) {
      count += 1;
      const started = performance.now();
      const call = createClient({ ...options, ...limits })
        .getQualifications(customerId)
        .catch((failure: unknown) => failure);
      const ended = await within(ms + Math.max(slack, 1000), call);
      const took = performance.now() - started;
      const code = isPartnerCenterError(ended) ? ended.code : String(ended);
      // Corrupt gzip may be seen before the time is over.
      const codes = options.baseUrl ? ["timeout", "network"] : ["timeout", "token"];
      if (!codes.includes(code) || took > ms + slack)
        wrong.push(`${name}, ${limit}: ${code} after ${Math.round(took)} ms`);
    }
    const left = signalOnly(options, ms).catch(() => {});
    if ((await within(ms + 300, left)) === pending) endless += 1;
  };
  for (const [name, options] of Object.entries(deaf)) await meet(name, options);
  const cases = Object.keys(deaf).length;
  const expected = endless;
  await withServer(bareCorruptGzip, (baseUrl) =>
    meet("corrupt gzip without a length", { token: "any", baseUrl, fetch }),
  );
  return {
    name: "what never settles and ignores its signal, by deadline and by timeout",
    goal: `${count} of ${count} end in time`,
    value: `${count - wrong.length} of ${count}${wrong.map((complaint) => `\n    ${complaint}`).join("")}`,
    ok: wrong.length === 0,
    control: {
      value: `a timer that only aborts the signal: ${endless} of ${cases + 1} never end`,
      // Corrupt gzip is seen as such by newer versions of Node.
      ok: expected === cases,
    },
  };
}
