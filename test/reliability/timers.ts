import { type ClientOptions, createClient, isPartnerCenterError } from "../../src/index.js";
import { withServer } from "./fault-measurements.js";
import { bareCorruptGzip } from "./faults.js";
import { customerId, type Measurement, pending, type Scale, within } from "./measurement.js";

type Options = Pick<ClientOptions, "token" | "baseUrl"> & { fetch: typeof globalThis.fetch };

const never = () => new Promise<never>(() => {});
const respond = async () => Response.json([]);
const stalled = (status: number) => async () => new Response(new ReadableStream({ pull: never }), { status });

/** What never settles, and ignores its signal. */
const endless: Record<string, Options> = {
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
async function signalOnly({ token, fetch, baseUrl = "https://x.example" }: Options, ms: number): Promise<unknown> {
  const signal = AbortSignal.timeout(ms);
  if (typeof token === "function") await token({ refresh: false, signal });
  else if (typeof token === "object") await token.getToken("any", { abortSignal: signal });
  const response = await fetch(baseUrl, { signal });
  if (response.status === 401 && typeof token === "function") await token({ refresh: true, signal });
  return response.text();
}

/** What is wrong with how a call ends after `ms`. */
async function wrongWith(options: ClientOptions, codes: string[], ms: number, slack: number): Promise<string[]> {
  const started = performance.now();
  const call = createClient(options)
    .getQualifications(customerId)
    .catch((failure: unknown) => failure);
  const ended = await within(ms + Math.max(slack, 1000), call);
  const overrun = Math.round(performance.now() - started - ms);
  if (ended === pending) return ["still pending"];
  const code = isPartnerCenterError(ended) ? ended.code : String(ended);
  return [codes.includes(code) ? "" : code, overrun > slack ? `${overrun} ms late` : ""].filter(Boolean);
}

/** The client's own timer ends a call, whatever `fetch`, a body or a token function does with its signal. */
export async function ownTimer({ deadline, slack }: Scale): Promise<Measurement> {
  const ms = deadline / 4;
  const cases = Object.entries(endless);
  const limits = { deadline: { deadline: ms }, timeout: { timeout: ms, retry: false } } as const;
  const wrong: string[] = [];
  const naive: string[] = [];
  const meet = async (name: string, options: Options, codes: string[]) => {
    for (const [limit, given] of Object.entries(limits)) {
      const found = await wrongWith({ ...options, ...given }, codes, ms, slack);
      if (found.length > 0) wrong.push(`${name}, ${limit}: ${found.join(", ")}`);
    }
    const ended = await within(
      ms + 300,
      signalOnly(options, ms).catch(() => {}),
    );
    if (ended === pending) naive.push(name);
  };
  for (const [name, options] of cases) await meet(name, options, ["timeout", "token", "api"]);
  await withServer(bareCorruptGzip, (baseUrl) =>
    // Newer versions of Node report it before the time is over.
    meet("corrupt gzip without a length", { token: "any", baseUrl, fetch }, ["timeout", "network"]),
  );
  const count = (cases.length + 1) * Object.keys(limits).length;
  return {
    name: "what never settles and ignores its signal, by deadline and by timeout",
    goal: `${count} of ${count} end in time`,
    value: `${count - wrong.length} of ${count}${wrong.map((complaint) => `\n    ${complaint}`).join("")}`,
    ok: wrong.length === 0,
    control: {
      value: `a timer that only aborts the signal: ${naive.length} of ${cases.length + 1} never end`,
      ok: cases.every(([name]) => naive.includes(name)),
    },
  };
}
