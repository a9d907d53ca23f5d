/** A caller's abort, in every phase of a call: its reason is thrown immediately, and nothing is sent after it. */
import { getEventListeners } from "node:events";
import { expect, test, vi } from "vitest";
import { type ClientOptions, readQualifications, waitForVetting } from "../src/index.js";
import { created, customerId, failing, never, none, observedClient, stateOwned, useFakeTimers } from "./support.js";

useFakeTimers();

type Phase = {
  respond: () => Response | Promise<Response>;
  options?: Partial<ClientOptions>;
  /** How many requests had left by then. */
  sent: number;
  /** Timers that stay: a refresh is shared, and others may wait for it. */
  timers?: number;
};

const stalled = (status: number) => () => new Response(new ReadableStream({ pull: never }), { status });
const retrying = { retry: { limit: 3 } };
const refreshing: Partial<ClientOptions> = { token: ({ refresh }) => (refresh ? never() : "refused") };
const phases: Record<string, Phase> = {
  "waiting for a token": { respond: never, options: { token: never }, sent: 0 },
  "waiting for the headers": { respond: never, sent: 1 },
  "reading the body": { respond: stalled(200), sent: 1 },
  "reading a failure's body": { respond: stalled(500), sent: 1 },
  "pausing before a retry": { respond: failing(503), options: retrying, sent: 1 },
  "waiting as long as Retry-After says": { respond: failing(429, { "Retry-After": "5" }), options: retrying, sent: 1 },
  "waiting for a refreshed token": { respond: failing(401), options: refreshing, sent: 1, timers: 1 },
};

const inReview = () => Response.json([{ qualification: "Education", vettingStatus: "InReview" }]);
const params = { path: { customerTenantId: customerId } };
type Call = (client: ReturnType<typeof observedClient>["client"], signal: AbortSignal) => Promise<unknown>;
const calls = {
  getQualifications: (client, signal) => client.getQualifications(customerId, { signal }),
  createQualification: (client, signal) => client.createQualification(customerId, stateOwned, { signal }),
  "api.GET": (client, signal) => client.api.GET("/v1/customers/{customerTenantId}/qualifications", { params, signal }),
  waitForVetting: (client, signal) => waitForVetting(client, customerId, "Education", { signal }),
  readQualifications: async (client, signal) => {
    for await (const result of readQualifications(client, [customerId], { signal })) if (!result.ok) throw result.error;
  },
} satisfies Record<string, Call>;

/** What a call ends with. */
const endOf = (name: keyof typeof calls, ...given: Parameters<Call>) =>
  (calls[name] as Call)(...given).then(
    () => "success",
    (failure: unknown) => failure,
  );

/** Lets everything run that does not wait for a timer. */
const settle = () => vi.advanceTimersByTimeAsync(0);

/** Aborts a call in a phase; its reason must come out, and the phase's requests stay the only ones. */
async function aborted(call: keyof typeof calls, { respond, options, sent, timers = 0 }: Phase) {
  const { client, requests } = observedClient(respond, options);
  const given = new AbortController();
  const ended = endOf(call, client, given.signal);
  await settle();
  expect(requests).toHaveLength(sent);
  // openapi-fetch, which is behind `api`, loses a reason that is falsy.
  const reason = call === "api.GET" ? { why: "the user left" } : null;
  given.abort(reason);
  await settle();
  expect(await Promise.race([ended, "still in flight"])).toBe(reason);
  expect(getEventListeners(given.signal, "abort")).toEqual([]);
  expect(vi.getTimerCount()).toBe(timers);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(requests).toHaveLength(sent);
}

const named = Object.keys(calls) as (keyof typeof calls)[];
const all = named.flatMap((call) => Object.entries(phases).map(([name, phase]) => ({ call, name, phase })));

test.each(all)("$call, aborted while $name", ({ call, phase }) => aborted(call, phase));

test("waitForVetting, aborted between two checks", () => aborted("waitForVetting", { respond: inReview, sent: 1 }));

test.each(named)("%s, aborted before it began, sends nothing and requests no token", async (call) => {
  const token = vi.fn(() => "any");
  const { client, requests } = observedClient(inReview, { token });
  const reason = { why: "the user left" };
  expect(await endOf(call, client, AbortSignal.abort(reason))).toBe(reason);
  expect([requests.length, token.mock.calls.length]).toEqual([0, 0]);
});

test.each<[string, (abort: () => undefined) => Partial<ClientOptions>]>([
  ["a listener", (abort) => ({ onEvent: ({ type }) => type === "request" && abort() })],
  ["the token function", (abort) => ({ token: () => abort() ?? never() })],
])("honors an abort by %s that is called during the call", async (_, options) => {
  const given = new AbortController();
  const abort = () => void given.abort("enough");
  const { client, requests } = observedClient(inReview, options(abort));
  expect(await endOf("getQualifications", client, given.signal)).toBe("enough");
  expect(getEventListeners(given.signal, "abort")).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
  expect(requests).toEqual([]);
});

// A Request of the platform, which `api` makes, keeps its listener until it is collected.
const direct = named.filter((name) => name !== "api.GET");

test.each(direct)("%s leaves no listener on a signal after it succeeded", async (call) => {
  const { signal } = new AbortController();
  const { client } = observedClient(({ method }) => (method === "POST" ? created() : none()));
  expect(await endOf(call, client, signal)).toBe("success");
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("aborts the signal that the token function and fetch got", async () => {
  const hold = vi.fn<(request: { signal: AbortSignal }) => Promise<never>>(never);
  for (const options of [{ token: hold }, {}]) {
    const { client } = observedClient((_, init) => hold(init), options);
    const given = new AbortController();
    const ended = endOf("getQualifications", client, given.signal);
    await settle();
    given.abort("enough");
    expect(await ended).toBe("enough");
  }
  expect(hold.mock.calls).toMatchObject(Array(2).fill([{ signal: { aborted: true, reason: "enough" } }]));
});
