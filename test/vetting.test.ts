import { expect, test, vi } from "vitest";
import { type VettingOptions, VettingTimeoutError, waitForVetting, watchVetting } from "../src/index.js";
import { after, customerId, failureOf, never, observedClient, useFakeTimers } from "./support.js";

useFakeTimers({ random: 0 });

const minute = 60_000;

type Answer = () => Response | Promise<Response>;

/** A client whose checks are answered in turn, the last response for all that follow, and the pauses between, in minutes. */
function answering(answers: Answer[], options = {}) {
  const left = [...answers];
  const times: number[] = [];
  const respond = () => {
    times.push(Date.now());
    return ((left.length > 1 ? left.shift() : left[0]) as Answer)();
  };
  const pauses = () => times.slice(1).map((time, index) => (time - (times[index] ?? 0)) / minute);
  return { ...observedClient(respond, options), pauses };
}

/** A customer whose Education has these statuses, one check after the other; undefined where it is not held. */
function vetting(...statuses: (string | undefined)[]) {
  const other = { qualification: "StateOwnedEntity" };
  const held = (vettingStatus?: string) =>
    vettingStatus ? [other, { qualification: "Education", vettingStatus }] : [other];
  return answering(statuses.map((status) => () => Response.json(held(status))));
}
const [inReview, approved] = ["InReview", "Approved"].map(
  (vettingStatus) => () => Response.json([{ qualification: "Education", vettingStatus }]),
) as [Answer, Answer];
function failing(status: number, headers = {}): Answer {
  return () => new Response("", { status, headers });
}

type Client = ReturnType<typeof vetting>["client"];
/** The status that waiting ends with, within so many minutes. */
const waited = (client: Client, minutes = 0, options: VettingOptions = {}) =>
  after(minutes * minute, waitForVetting(client, customerId, "Education", options)).then(
    ({ data }) => data?.vettingStatus,
  );
const failure = (client: Client, minutes: number, options: VettingOptions = {}) =>
  after(minutes * minute, failureOf(waitForVetting(client, customerId, "Education", options)));

/** The statuses of all updates. */
async function watched(client: Client): Promise<unknown[]> {
  const seen: unknown[] = [];
  for await (const { data } of watchVetting(client, customerId, "Education")) seen.push(data?.vettingStatus);
  return seen;
}

test("checks at growing intervals while the status is InReview, and returns the last update", async () => {
  const { client, pauses } = vetting(...Array(7).fill("InReview"), "Approved");
  const { data } = await after(120 * minute, waitForVetting(client, customerId, "Education"));
  expect(data).toEqual({ qualification: "Education", vettingStatus: "Approved" });
  expect(pauses()).toEqual([1, 2, 4, 8, 15, 15, 15]);
  expect(vi.getTimerCount()).toBe(0);
});

test.each(["Approved", "Denied", "inreview", undefined])("ends immediately with the status %s", async (status) => {
  expect(await waited(vetting(status).client)).toBe(status);
});

test("runs one final check at the end of its time, throws with that update, and can be called again", async () => {
  const { client } = vetting("InReview", "InReview", "InReview", "Approved");
  const error = await failure(client, 2, { timeout: 2 * minute });
  expect(error).toBeInstanceOf(VettingTimeoutError);
  expect(error).toMatchObject({ code: "vetting_timeout", last: { data: { vettingStatus: "InReview" } } });
  expect(error).toMatchObject({ operation: "getQualifications", attempts: 3, outcome: "not-applied" });
  expect(error.message).toMatch(/^getQualifications: still InReview after 120000 ms \(correlation id [\da-f-]{36}\)$/);
  expect(JSON.stringify(error)).not.toContain("Education");
  expect(await waited(client)).toBe("Approved");
});

test("adds up to 10 % jitter to each pause", async () => {
  vi.mocked(Math.random).mockReturnValue(1);
  const { client, pauses } = vetting("InReview", "Approved");
  await waited(client, 10, { interval: 10 * minute });
  expect(pauses()).toEqual([9]);
});

test("allows an interval of one millisecond", async () => {
  const { client, pauses } = vetting("InReview", "Approved");
  expect(await waited(client, 1, { interval: 1, maxInterval: 1, timeout: 1e9 })).toBe("Approved");
  expect(pauses()).toEqual([1 / minute]);
});

test.each([
  [{ maxInterval: minute / 2 }, 0, 0.5],
  [{ interval: 60 * minute }, 54, 66],
])("with %j no pause is longer than maxInterval, nor shorter than a longer interval", async (options, least, most) => {
  const { client, pauses } = vetting(...Array(6).fill("InReview"), "Approved");
  await waited(client, 6 * 60, options);
  expect(pauses()).toHaveLength(6);
  for (const pause of pauses()) expect([pause >= least, pause <= most]).toEqual([true, true]);
});

test.each([
  ["timeout", null],
  ["timeout", "1"],
  ["interval", 0],
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

test("polls no faster when it is called again and again for less than an interval", async () => {
  const { client, pauses } = vetting("InReview");
  for (let round = 0; round < 3; round += 1)
    expect(await failure(client, 50 / 60, { timeout: 50_000 })).toMatchObject({ code: "vetting_timeout" });
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

test("works with a wrapper that has getQualifications only, and with null as options", async () => {
  const { client } = vetting("Approved");
  const wrapper = { getQualifications: (id: string) => client.getQualifications(id) } as Client;
  expect(await waited(wrapper, 0, null as never)).toBe("Approved");
});

test.each<[string, Answer]>([
  ["a lost connection", () => Promise.reject(new TypeError("fetch failed"))],
  ["a 503", failing(503)],
  ["a 500", failing(500)],
  ["a 408", failing(408)],
  ["a 429", failing(429, { "Retry-After": "100" })],
  ["a timeout", never],
])("skips a check that fails by %s, from the first on", async (_, lost) => {
  const { client, requests } = answering([lost, lost, inReview, lost, approved]);
  expect(await after(60 * minute, watched(client))).toEqual(["InReview", "Approved"]);
  expect(requests).toHaveLength(5);
});

test.each([400, 401, 403, 404])("ends at a check that fails by a %i, which cannot pass", async (status) => {
  const { client } = answering([inReview, failing(status)]);
  expect(await failure(client, 2)).toMatchObject({ code: "api", status });
});

test("skips a check that gets no token, from the first on", async () => {
  const tokens = ["", "any", "", "any"];
  const { client, requests } = answering([inReview, approved], { token: () => tokens.shift() ?? "any" });
  expect(await after(60 * minute, watched(client))).toEqual(["InReview", "Approved"]);
  expect(requests).toHaveLength(2);
});

test.each([
  [["InReview", "Approved"], "InReview"],
  [["Approved", "Denied"], "Denied"],
])("of two items of one qualification takes the one in review, then the newest: %j", async (statuses, expected) => {
  const items = statuses.map((vettingStatus, index) => ({
    qualification: "Education",
    vettingStatus,
    vettingCreatedDate: `202${index}-12-03T10:37:38Z`,
  }));
  for (const list of [items, [...items].reverse()]) {
    const { client } = answering([() => Response.json(list)]);
    const { value } = await watchVetting(client, customerId, "Education").next();
    expect(value?.data?.vettingStatus).toBe(expected);
  }
});

const lost = "no check succeeded within 60000 ms: getQualifications: Partner Center responded 503";

test.each([
  [[inReview, failing(503)], { last: { data: { vettingStatus: "InReview" } } }, "still InReview after 60000 ms"],
  [[failing(503)], { last: undefined, attempts: 2 }, lost],
])("the error at the end has the last failure as its cause (%#)", async (answers, expected, message) => {
  const error = await failure(answering(answers).client, 2, { timeout: minute });
  expect(error).toMatchObject({ code: "vetting_timeout", ...expected, cause: { status: 503 } });
  expect(error.message).toContain(message);
});

const untrusted = Object.assign(new TypeError(), { code: "SELF_SIGNED_CERT_IN_CHAIN" });

test.each<[string, Answer]>([
  ["an untrusted server", () => Promise.reject(untrusted)],
  ["isRetryable: false", () => Response.json({ isRetryable: false }, { status: 503 })],
])("ends at once at %s, which cannot pass", async (_, answer) => {
  const { client, requests } = answering([answer]);
  expect(await failure(client, 0)).toMatchObject({ isRetryable: false });
  expect(requests).toHaveLength(1);
});

test("ends at once when it is aborted, even if a wrapper does not pass the signal on", async () => {
  const given = new AbortController();
  const { signal } = given;
  const { client, requests } = answering([approved]);
  const waiting = failureOf(waitForVetting({ getQualifications: never }, customerId, "Education", { signal }));
  given.abort(new Error("enough"));
  expect((await waiting).message).toBe("enough");
  const unaware = { getQualifications: (id: string) => client.getQualifications(id) };
  await expect(waitForVetting(unaware, customerId, "Education", { signal })).rejects.toThrow("enough");
  expect(requests).toEqual([]);
});

test.each([
  [600, 10],
  [86_400, 15],
])(
  "waits as long as the Retry-After of a failed check says (%i), up to the longest pause",
  async (seconds, minutes) => {
    const { client, pauses } = answering([failing(429, { "Retry-After": String(seconds) }), approved]);
    expect(await waited(client, minutes)).toBe("Approved");
    expect(pauses()).toEqual([minutes]);
  },
);

test("a wrapper that throws before it returns a promise ends the wait, and leaves no timer", async () => {
  const getQualifications = () => {
    throw new Error("not allowed");
  };
  const waiting = waitForVetting({ getQualifications }, customerId, "Education");
  await expect(waiting).rejects.toThrow("not allowed");
  expect(vi.getTimerCount()).toBe(0);
});

test("a check that never ends is given up after the time of the wait, and 100 seconds at least", async () => {
  const waiting = failureOf(waitForVetting({ getQualifications: never }, customerId, "Education", { timeout: minute }));
  const error = await after(100_000, waiting);
  expect(error).toMatchObject({ code: "vetting_timeout", attempts: 1 });
  expect(error.message).toBe("getQualifications: no check succeeded within 60000 ms");
});
