import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { VettingTimeoutError } from "../src/index.js";
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

test("waits while the status is InReview, longer and longer, and gives the last look", async () => {
  const { client, pauses } = vetting(...Array(7).fill("InReview"), "Approved");
  const waiting = client.waitForVetting(customerId, "Education");
  await vi.advanceTimersByTimeAsync(120 * minute);
  expect((await waiting).data).toEqual({ qualification: "Education", vettingStatus: "Approved" });
  expect(pauses()).toEqual([1, 2, 4, 8, 15, 15, 15]);
  expect(vi.getTimerCount()).toBe(0);
});

test.each(["Approved", "Denied", "Pending", "inreview"])("ends at once with the status %s", async (status) => {
  const { client } = vetting(status);
  expect((await client.waitForVetting(customerId, "Education")).data?.vettingStatus).toBe(status);
});

test("ends at once for a customer without the qualification, and for one that is not vetted", async () => {
  const { client } = vetting(undefined);
  expect((await client.waitForVetting(customerId, "Education")).data).toBeUndefined();
  expect((await client.waitForVetting(customerId, "StateOwnedEntity")).data).toEqual({
    qualification: "StateOwnedEntity",
  });
});

test("yields each look", async () => {
  const { client } = vetting("InReview", "Denied");
  const seen: (string | undefined)[] = [];
  const watching = (async () => {
    for await (const { data } of client.watchVetting(customerId, "Education")) seen.push(data?.vettingStatus);
  })();
  await vi.advanceTimersByTimeAsync(minute);
  await watching;
  expect(seen).toEqual(["InReview", "Denied"]);
});

test("gives up after a look at the end of its time, with that look, and can be asked again", async () => {
  const { client } = vetting("InReview", "InReview", "InReview", "Approved");
  const failure = failureOf(client.waitForVetting(customerId, "Education", { timeout: 2 * minute }));
  await vi.advanceTimersByTimeAsync(2 * minute);
  const error = await failure;
  expect(error).toBeInstanceOf(VettingTimeoutError);
  expect(error).toMatchObject({ code: "vetting_timeout", last: { data: { vettingStatus: "InReview" } } });
  expect(error).toMatchObject({ operation: "getQualifications", attempts: 3, outcome: "not-applied" });
  expect(error).toMatchObject({ correlationId: expect.stringMatching(/^[\da-f-]{36}$/) });
  expect(error.message).toContain("getQualifications: still InReview after 120000 ms (correlation id ");
  expect(JSON.stringify(error)).not.toContain("Education");
  expect((await client.waitForVetting(customerId, "Education")).data?.vettingStatus).toBe("Approved");
});

test("many who wait do not look at the same moment", async () => {
  vi.mocked(Math.random).mockReturnValue(1);
  const { client, pauses } = vetting("InReview", "Approved");
  const waiting = client.waitForVetting(customerId, "Education", { interval: 10 * minute });
  await vi.advanceTimersByTimeAsync(10 * minute);
  await waiting;
  expect(pauses()).toEqual([9]);
});

test("a pause that fits to the millisecond is waited for, and one interval of a millisecond is allowed", async () => {
  const { client, pauses } = vetting("InReview", "Approved");
  const waiting = client.waitForVetting(customerId, "Education", { interval: 1, maxInterval: 1, timeout: 1e9 });
  await vi.advanceTimersByTimeAsync(10);
  expect((await waiting).data?.vettingStatus).toBe("Approved");
  expect(pauses()).toHaveLength(1);
});

test("no pause is longer than the longest, nor shorter than the first where that alone is given", async () => {
  const pausesOf = async (options: object) => {
    const { client, pauses } = vetting(...Array(6).fill("InReview"), "Approved");
    const waiting = client.waitForVetting(customerId, "Education", options);
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
])("refuses %s = %s, which would hammer the service, and looks at nothing", async (option, value) => {
  const { client, pauses } = vetting("InReview");
  const failure = await failureOf(client.waitForVetting(customerId, "Education", { [option]: value }));
  expect(failure).toMatchObject({ code: "invalid_request", issues: [{ pointer: `/${option}` }] });
  expect(pauses()).toEqual([]);
});

test.each([undefined, null, 5, ""])("refuses %j as the qualification, and looks at nothing", async (qualification) => {
  const { client, pauses } = vetting("InReview");
  const failure = await failureOf(client.waitForVetting(customerId, qualification as never));
  expect(failure).toMatchObject({ code: "invalid_request", issues: [{ pointer: "/qualification" }] });
  expect(pauses()).toEqual([]);
});

test("options of null are none", async () => {
  const { client } = vetting("Approved");
  expect((await client.waitForVetting(customerId, "Education", null as never)).data).toBeDefined();
});

test("asks no faster when it is asked again and again for less than an interval", async () => {
  const { client, pauses } = vetting("InReview");
  for (let round = 0; round < 3; round += 1) {
    const failure = failureOf(client.waitForVetting(customerId, "Education", { timeout: 50_000 }));
    await vi.advanceTimersByTimeAsync(50_000);
    expect(await failure).toMatchObject({ code: "vetting_timeout" });
  }
  expect(pauses().every((minutes, index) => index % 2 === 1 || minutes > 0.8)).toBe(true);
});

test.each([{}, null, [null]])("an answer %j that was only reported is no qualification", async (body) => {
  const { client } = observedClient(() => Response.json(body), { onInvalidResponse: "report" });
  expect((await client.waitForVetting(customerId, "Education")).data).toBeUndefined();
});
