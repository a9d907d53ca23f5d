import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { VettingTimeoutError, waitForVetting, watchVetting } from "../src/index.js";
import { customerId, failureOf, observedClient } from "./support.js";

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(0);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const minute = 60_000;

/** A customer whose Education has these statuses, one look after the other; undefined where it is not held. */
function vetting(...statuses: (string | undefined)[]) {
  const times: number[] = [];
  const { client } = observedClient(() => {
    times.push(Date.now());
    const status = statuses.length > 1 ? statuses.shift() : statuses[0];
    const other = { qualification: "StateOwnedEntity" };
    return Response.json(status ? [other, { qualification: "Education", vettingStatus: status }] : [other]);
  });
  const pauses = () => times.slice(1).map((time, index) => (time - (times[index] ?? 0)) / minute);
  return { client, pauses };
}

test("checks at growing intervals while the status is InReview, and returns the last update", async () => {
  const { client, pauses } = vetting(...Array(7).fill("InReview"), "Approved");
  const waiting = waitForVetting(client, customerId, "Education");
  await vi.advanceTimersByTimeAsync(120 * minute);
  expect((await waiting).data).toEqual({ qualification: "Education", vettingStatus: "Approved" });
  expect(pauses()).toEqual([1, 2, 4, 8, 15, 15, 15]);
  expect(vi.getTimerCount()).toBe(0);
});

test.each(["Approved", "Denied", "Pending", "inreview"])("ends immediately with the status %s", async (status) => {
  const { client } = vetting(status);
  expect((await waitForVetting(client, customerId, "Education")).data?.vettingStatus).toBe(status);
});

test("ends immediately for a customer without the qualification", async () => {
  const { client } = vetting(undefined);
  expect((await waitForVetting(client, customerId, "Education")).data).toBeUndefined();
});

test("yields each update", async () => {
  const { client } = vetting("InReview", "Denied");
  const seen: unknown[] = [];
  const watching = (async () => {
    for await (const { data } of watchVetting(client, customerId, "Education")) seen.push(data?.vettingStatus);
  })();
  await vi.advanceTimersByTimeAsync(minute);
  await watching;
  expect(seen).toEqual(["InReview", "Denied"]);
});

test("runs one final check at the end of its time, throws with that update, and can be called again", async () => {
  const { client } = vetting("InReview", "InReview", "InReview", "Approved");
  const failure = failureOf(waitForVetting(client, customerId, "Education", { timeout: 2 * minute }));
  await vi.advanceTimersByTimeAsync(2 * minute);
  const error = await failure;
  expect(error).toBeInstanceOf(VettingTimeoutError);
  expect(error).toMatchObject({ code: "vetting_timeout", last: { data: { vettingStatus: "InReview" } } });
  expect(error).toMatchObject({ operation: "getQualifications", attempts: 3, outcome: "not-applied" });
  expect(error).toMatchObject({ correlationId: expect.stringMatching(/^[\da-f-]{36}$/) });
  expect(error.message).toContain("getQualifications: still InReview after 120000 ms (correlation id ");
  expect(JSON.stringify(error)).not.toContain("Education");
  expect((await waitForVetting(client, customerId, "Education")).data?.vettingStatus).toBe("Approved");
});

test("adds up to 10 % jitter to each pause", async () => {
  vi.mocked(Math.random).mockReturnValue(1);
  const { client, pauses } = vetting("InReview", "Approved");
  const waiting = waitForVetting(client, customerId, "Education", { interval: 10 * minute });
  await vi.advanceTimersByTimeAsync(10 * minute);
  await waiting;
  expect(pauses()).toEqual([9]);
});

test("allows an interval of one millisecond", async () => {
  const { client, pauses } = vetting("InReview", "Approved");
  const waiting = waitForVetting(client, customerId, "Education", { interval: 1, maxInterval: 1, timeout: 1e9 });
  await vi.advanceTimersByTimeAsync(10);
  expect((await waiting).data?.vettingStatus).toBe("Approved");
  expect(pauses()).toHaveLength(1);
});

test("no pause is longer than maxInterval, nor shorter than a longer interval", async () => {
  const pausesOf = async (options: object) => {
    const { client, pauses } = vetting(...Array(6).fill("InReview"), "Approved");
    const waiting = waitForVetting(client, customerId, "Education", options);
    await vi.advanceTimersByTimeAsync(6 * 60 * minute);
    await waiting;
    return pauses();
  };
  for (const pause of await pausesOf({ maxInterval: minute / 2 })) expect(pause).toBeLessThanOrEqual(0.5);
  for (const pause of await pausesOf({ interval: 60 * minute })) expect(pause).toBeGreaterThanOrEqual(54);
});

test.each([
  ["timeout", null],
  ["timeout", "1"],
  ["interval", 0],
  ["interval", "60000"],
  ["interval", Number.NaN],
  ["interval", 2 ** 31],
  ["maxInterval", 2 ** 31],
  ["timeout", -1],
])("refuses %s = %s and sends nothing", async (option, value) => {
  const { client, pauses } = vetting("InReview");
  const failure = await failureOf(waitForVetting(client, customerId, "Education", { [option]: value }));
  expect(failure).toMatchObject({ code: "invalid_request", issues: [{ pointer: `/${option}` }] });
  expect(pauses()).toEqual([]);
});

test.each([undefined, null, 5, "", "Educaton", "StateOwnedEntity", "None"])(
  "refuses %j as the qualification and sends nothing",
  async (qualification) => {
    const { client, pauses } = vetting("InReview");
    const failure = await failureOf(waitForVetting(client, customerId, qualification as never));
    expect(failure).toMatchObject({ code: "invalid_request", issues: [{ pointer: "/qualification" }] });
    expect(pauses()).toEqual([]);
  },
);

test("accepts null as options", async () => {
  const { client } = vetting("Approved");
  expect((await waitForVetting(client, customerId, "Education", null as never)).data).toBeDefined();
});

test("polls no faster when it is called again and again for less than an interval", async () => {
  const { client, pauses } = vetting("InReview");
  for (let round = 0; round < 3; round += 1) {
    const failure = failureOf(waitForVetting(client, customerId, "Education", { timeout: 50_000 }));
    await vi.advanceTimersByTimeAsync(50_000);
    expect(await failure).toMatchObject({ code: "vetting_timeout" });
  }
  expect(pauses().every((minutes, index) => index % 2 === 1 || minutes > 0.8)).toBe(true);
});

test.each([{}, null, [null]])("treats a reported invalid response %j as no qualification", async (body) => {
  const { client } = observedClient(() => Response.json(body), { onInvalidResponse: "report" });
  expect((await waitForVetting(client, customerId, "Education")).data).toBeUndefined();
});

test("refuses unknown options, and what is not a client", async () => {
  const { client } = vetting("InReview");
  const unknown = await failureOf(waitForVetting(client, customerId, "Education", { intervall: 5 } as never));
  expect(unknown.message).toBe("/intervall unknown option; expected one of signal, interval, maxInterval, timeout");
  const noClient = await failureOf(waitForVetting({} as never, customerId, "Education"));
  expect(noClient).toMatchObject({ code: "invalid_request", issues: [{ pointer: "/client" }] });
});

test("works with a wrapper that has getQualifications only", async () => {
  const { client } = vetting("Approved");
  const wrapper = { getQualifications: (id: string) => client.getQualifications(id) };
  expect((await waitForVetting(wrapper, customerId, "Education")).data?.vettingStatus).toBe("Approved");
});

const inReview = () => Response.json([{ qualification: "Education", vettingStatus: "InReview" }]);
const approved = () => Response.json([{ qualification: "Education", vettingStatus: "Approved" }]);
type Answer = () => Response | Promise<Response>;

/** A client whose checks are answered in turn, the last response for all that follow. */
function answering(answers: Answer[], options = {}) {
  const left = [...answers];
  return observedClient(() => ((left.length > 1 ? left.shift() : left[0]) as Answer)(), options);
}

test.each<[string, Answer]>([
  ["a lost connection", () => Promise.reject(new TypeError("fetch failed"))],
  ["a 503", () => new Response("", { status: 503 })],
  ["a 500", () => new Response("", { status: 500 })],
  ["a 408", () => new Response("", { status: 408 })],
  ["a 429", () => new Response("", { status: 429, headers: { "Retry-After": "100" } })],
  ["a timeout", () => new Promise(() => {})],
])("skips a check that fails by %s, from the first on", async (_, failing) => {
  const { client, requests } = answering([failing, failing, inReview, failing, approved]);
  const seen: unknown[] = [];
  const watching = (async () => {
    for await (const { data } of watchVetting(client, customerId, "Education")) seen.push(data?.vettingStatus);
  })();
  await vi.advanceTimersByTimeAsync(60 * minute);
  await watching;
  expect(seen).toEqual(["InReview", "Approved"]);
  expect(requests).toHaveLength(5);
});

test.each([400, 401, 403, 404])("ends at a check that fails by a %i, which cannot pass", async (status) => {
  const { client } = answering([inReview, () => new Response("", { status })]);
  const failure = failureOf(waitForVetting(client, customerId, "Education"));
  await vi.advanceTimersByTimeAsync(2 * minute);
  expect(await failure).toMatchObject({ code: "api", status });
});

test("ends at a token that is missing before the first success, and skips the check after it", async () => {
  const tokens = ["", "any", "", "any"];
  const token = () => tokens.shift() ?? "any";
  const { client, requests } = answering([inReview, approved], { token });
  expect(await failureOf(waitForVetting(client, customerId, "Education"))).toMatchObject({ code: "token" });
  const waiting = waitForVetting(client, customerId, "Education");
  await vi.advanceTimersByTimeAsync(10 * minute);
  expect((await waiting).data?.vettingStatus).toBe("Approved");
  expect(requests).toHaveLength(2);
});

test("the error at the end has the last failure as its cause", async () => {
  const failing = () => new Response("", { status: 503 });
  const afterUpdate = failureOf(
    waitForVetting(answering([inReview, failing]).client, customerId, "Education", { timeout: minute }),
  );
  const never = failureOf(waitForVetting(answering([failing]).client, customerId, "Education", { timeout: minute }));
  await vi.advanceTimersByTimeAsync(2 * minute);
  const [one, two] = [await afterUpdate, await never];
  expect(one).toMatchObject({
    code: "vetting_timeout",
    last: { data: { vettingStatus: "InReview" } },
    cause: { status: 503 },
  });
  expect(two).toMatchObject({ code: "vetting_timeout", last: undefined, attempts: 2, cause: { status: 503 } });
  expect(two.message).toContain("no check succeeded within 60000 ms: getQualifications: Partner Center responded 503");
});

test.each<[string, () => Response | Promise<Response>]>([
  ["an untrusted server", () => Promise.reject(Object.assign(new TypeError(), { code: "SELF_SIGNED_CERT_IN_CHAIN" }))],
  ["isRetryable: false", () => Response.json({ isRetryable: false }, { status: 503 })],
])("ends at once at %s, which cannot pass", async (_, response) => {
  const { client, requests } = answering([response]);
  await failureOf(waitForVetting(client, customerId, "Education"));
  expect(requests).toHaveLength(1);
});

test("ends at once when it is aborted, even if a wrapper does not pass the signal on", async () => {
  const wrapper = { getQualifications: () => new Promise<never>(() => {}) };
  const given = new AbortController();
  const waiting = waitForVetting(wrapper, customerId, "Education", { signal: given.signal });
  const aborted = expect(waiting).rejects.toBe("enough");
  given.abort("enough");
  await aborted;
  const { client, requests } = answering([approved]);
  const unaware = { getQualifications: (id: string) => client.getQualifications(id) };
  await expect(waitForVetting(unaware, customerId, "Education", { signal: given.signal })).rejects.toBe("enough");
  expect(requests).toEqual([]);
});

test("waits as long as the Retry-After of a failed check says, if that is longer", async () => {
  const busy = () => new Response("", { status: 429, headers: { "Retry-After": "600" } });
  const { client, requests } = answering([busy, approved]);
  const waiting = waitForVetting(client, customerId, "Education");
  await vi.advanceTimersByTimeAsync(9 * minute);
  expect(requests).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(minute);
  expect((await waiting).data?.vettingStatus).toBe("Approved");
});
