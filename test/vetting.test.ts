import { expect, test, vi } from "vitest";
import { type Client, type VettingOptions, VettingTimeoutError, waitForVetting, watchVetting } from "../src/index.js";
import { after, customerId, failing, failureOf, inTurn, never, observedClient, useFakeTimers } from "./support.js";

useFakeTimers({ random: 0 });

const minute = 60_000;

/** A client whose checks are answered in turn, and the pauses between them, in minutes. */
function vetting(answers: Parameters<typeof inTurn>, options = {}) {
  const times: number[] = [];
  const next = inTurn(...answers);
  const respond = () => {
    times.push(Date.now());
    return next();
  };
  const pauses = () => times.slice(1).map((time, index) => (time - (times[index] ?? 0)) / minute);
  return { ...observedClient(respond, options), pauses };
}

const other = { qualification: "StateOwnedEntity" };
/** A response in which Education has this status; undefined if the customer does not have it. */
const status = (vettingStatus?: string) => () =>
  Response.json(vettingStatus ? [other, { qualification: "Education", vettingStatus }] : [other]);
const [inReview, approved] = [status("InReview"), status("Approved")];

type Checked = Pick<Client, "getQualifications">;
/** The last update, within so many minutes. */
const waited = (client: Checked, minutes = 0, options: VettingOptions = {}) =>
  after(minutes * minute, waitForVetting(client, customerId, "Education", options));
const failure = (client: Checked, minutes: number, options: VettingOptions = {}) =>
  after(minutes * minute, failureOf(waitForVetting(client, customerId, "Education", options)));

/** The statuses of all updates within an hour. */
async function watched(client: Checked): Promise<unknown[]> {
  const seen: unknown[] = [];
  const watching = async () => {
    for await (const { data } of watchVetting(client, customerId, "Education")) seen.push(data?.vettingStatus);
  };
  await after(60 * minute, watching());
  return seen;
}

test.each<[string, VettingOptions, number, number[]]>([
  ["double, up to 15 minutes", {}, 0, [1, 2, 4, 8, 15, 15]],
  ["are up to 10 % shorter by chance", {}, 1, [0.9, 1.8, 3.6, 7.2, 13.5, 13.5]],
  ["are never longer than a maxInterval below the interval", { maxInterval: minute / 2 }, 0, Array(6).fill(0.5)],
  ["stay as long as an interval above 15 minutes", { interval: 60 * minute }, 0, Array(6).fill(60)],
  ["may be as short as a millisecond", { interval: 1, maxInterval: 1 }, 0, Array(6).fill(1 / minute)],
])("checks while the status is InReview, with pauses that %s", async (_, options, random, expected) => {
  vi.mocked(Math.random).mockReturnValue(random);
  const { client, pauses } = vetting([...Array(6).fill(inReview), approved]);
  expect((await waited(client, 400, options)).data).toEqual({ qualification: "Education", vettingStatus: "Approved" });
  expect(pauses()).toEqual(expected);
  expect(vi.getTimerCount()).toBe(0);
});

test.each(["Approved", "Denied", "inreview", undefined])(
  "ends immediately with the status %s, also without options",
  async (ended) => {
    expect((await waited(vetting([status(ended)]).client, 0, null as never)).data?.vettingStatus).toBe(ended);
  },
);

test("waits for GovernmentCommunityCloud, too", async () => {
  const held = { qualification: "GovernmentCommunityCloud", vettingStatus: "Approved" };
  const { client } = vetting([() => Response.json([other, held])]);
  expect((await waitForVetting(client, customerId, "GovernmentCommunityCloud")).data).toEqual(held);
});

test("runs one final check at the end of its time, throws with that update, and can be called again", async () => {
  const { client, pauses } = vetting([inReview, inReview, inReview, approved]);
  const error = await failure(client, 2, { timeout: 2 * minute });
  expect(error).toBeInstanceOf(VettingTimeoutError);
  expect(error).toMatchObject({ code: "vetting_timeout", last: { data: { vettingStatus: "InReview" } } });
  expect(error).toMatchObject({ operation: "getQualifications", attempts: 3, outcome: "not-applied" });
  expect(error.message).toMatch(/^getQualifications: still InReview after 120000 ms \(correlation id [\da-f-]{36}\)$/);
  expect(JSON.stringify(error)).not.toContain("Education");
  await waited(client);
  expect(pauses()).toEqual([1, 1, 0]);
});

const unknown = "unknown option; expected one of signal, interval, maxInterval, timeout";

test.each<[string, object, string]>([
  ["/client", { client: {} }, "must be a client, with a function getQualifications"],
  ["/qualification", { qualification: undefined }, "must be Education or GovernmentCommunityCloud"],
  ["/qualification", { qualification: "StateOwnedEntity" }, "must be Education or GovernmentCommunityCloud"],
  ["/intervall", { options: { intervall: 5 } }, unknown],
  ["/signal", { options: { signal: {} } }, "must be an AbortSignal"],
  ["/interval", { options: { interval: 0 } }, "must be a number from 1 to 2147483647"],
  ["/maxInterval", { options: { maxInterval: 2 ** 31 } }, "must be a number from 1 to 2147483647"],
  ["/timeout", { options: { timeout: null } }, "must be a number from 0 to Infinity"],
  ["/timeout", { options: { timeout: -1 } }, "must be a number from 0 to Infinity"],
])("refuses a wrong %s and sends nothing: %j", async (pointer, wrong, message) => {
  const { client, requests } = vetting([inReview]);
  const given = { client, qualification: "Education" as const, options: {}, ...wrong };
  const error = await failureOf(waitForVetting(given.client, customerId, given.qualification, given.options));
  expect(error).toMatchObject({ code: "invalid_request", issues: [{ pointer }] });
  expect(error.message).toContain(`${pointer} ${message}`);
  expect(requests).toEqual([]);
});

test.each([{}, null, [null]])("treats a reported invalid response %j as no qualification", async (body) => {
  const { client } = observedClient(() => Response.json(body), { onInvalidResponse: "report" });
  expect((await waited(client)).data).toBeUndefined();
});

test.each([
  ["a lost connection", () => Promise.reject(new TypeError("fetch failed"))],
  ["a 500", failing(500)],
  ["a 408", failing(408)],
  ["a 429", failing(429, { "Retry-After": "100" })],
  ["a timeout", never],
])("skips a check that fails by %s, from the first on", async (_, lost) => {
  const { client, requests } = vetting([lost, lost, inReview, lost, approved]);
  expect(await watched(client)).toEqual(["InReview", "Approved"]);
  expect(requests).toHaveLength(5);
});

test("skips a check that gets no token, from the first on", async () => {
  const tokens = ["", "any", "", "any"];
  const { client, requests } = vetting([inReview, approved], { token: () => tokens.shift() ?? "any" });
  expect(await watched(client)).toEqual(["InReview", "Approved"]);
  expect(requests).toHaveLength(2);
});

const untrusted = Object.assign(new TypeError(), { code: "SELF_SIGNED_CERT_IN_CHAIN" });

test.each([
  ["a 401", failing(401), { status: 401 }],
  ["a 404", failing(404), { status: 404 }],
  ["isRetryable: false", () => Response.json({ isRetryable: false }, { status: 503 }), { status: 503 }],
  ["an untrusted server", () => Promise.reject(untrusted), { code: "network" }],
])("ends at a check that fails by %s, which cannot pass", async (_, answer, expected) => {
  const { client, requests } = vetting([inReview, answer]);
  expect(await failure(client, 1)).toMatchObject(expected);
  expect(requests).toHaveLength(2);
});

test("of two items of one qualification takes the one in review", async () => {
  const items = ["Approved", "InReview"].map((vettingStatus) => ({ qualification: "Education", vettingStatus }));
  const { value } = await watchVetting(vetting([() => Response.json(items)]).client, customerId, "Education").next();
  expect(value?.data?.vettingStatus).toBe("InReview");
});

const lost = "no check succeeded within 60000 ms: getQualifications: Partner Center responded 503";

test.each([
  [[inReview, failing(503)], { last: { data: { vettingStatus: "InReview" } } }, "still InReview after 60000 ms"],
  [[failing(503)], { last: undefined, attempts: 2 }, lost],
])("the error at the end has the last failure as its cause (%#)", async (answers, expected, message) => {
  const error = await failure(vetting(answers).client, 2, { timeout: minute });
  expect(error).toMatchObject({ code: "vetting_timeout", ...expected, cause: { status: 503 } });
  expect(error.message).toContain(message);
});

test.each([
  [600, 10],
  [86_400, 15],
])("waits as long as a failed check's Retry-After says (%i s), up to the longest pause", async (seconds, minutes) => {
  const { client, pauses } = vetting([failing(429, { "Retry-After": String(seconds) }), approved]);
  await waited(client, minutes);
  expect(pauses()).toEqual([minutes]);
});

test("a wrapper that throws before it returns a promise ends the wait, and leaves no timer", async () => {
  const getQualifications = vi.fn<() => never>().mockThrow(new Error("not allowed"));
  await expect(waited({ getQualifications })).rejects.toThrow("not allowed");
  expect(vi.getTimerCount()).toBe(0);
});

test("a check that never ends is given up after the time of the wait, and 100 seconds at least", async () => {
  const error = await failure({ getQualifications: never }, 100 / 60, { timeout: minute });
  expect(error).toMatchObject({ code: "vetting_timeout", attempts: 1 });
  expect(error.message).toBe("getQualifications: no check succeeded within 60000 ms");
});
