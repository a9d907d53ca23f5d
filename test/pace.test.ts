import { expect, test, vi } from "vitest";
import { Pace } from "../src/pace.js";
import { after, useFakeTimers } from "./support.js";

useFakeTimers();

const { signal } = new AbortController();

/** As `Limits` does it. */
function refuse(pace: Pace, begun: number, retryAfter: number): void {
  pace.withdraw(begun);
  pace.refused(begun, retryAfter);
}

/** How many starts of an endless source are accepted within so many milliseconds. */
async function begun(pace: Pace, ms: number): Promise<number> {
  const until = performance.now() + ms;
  let count = 0;
  const loop = async () => {
    for (let at = await pace.begin(signal); at < until; at = await pace.begin(signal)) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      count += 1;
    }
  };
  await after(ms + 25_000, Promise.all(Array.from({ length: 20 }, loop)));
  return count;
}

/** A pace after so many starts at once were accepted, and one more was refused. */
async function refusedAfter(count: number, retryAfter = 1000): Promise<Pace> {
  const pace = new Pace();
  for (let made = 0; made < count; made += 1) await pace.begin(signal);
  refuse(pace, await pace.begin(signal), retryAfter);
  return pace;
}

test("a limit that was met on a bad day is left behind in a quarter of an hour", async () => {
  const pace = await refusedAfter(1);
  const minute = await begun(pace, 60_000);
  expect(minute).toBeLessThanOrEqual(60);
  expect(minute).toBeGreaterThan(50);
  await begun(pace, 900_000);
  expect(await begun(pace, 1000)).toBeGreaterThan(50);
});

test("learns nothing from a refusal before anything was accepted, and from what was never sent", async () => {
  const pace = new Pace();
  for (let count = 0; count < 100; count += 1) pace.withdraw(await pace.begin(signal));
  refuse(pace, await pace.begin(signal), 1000);
  // 20 at once, 100 ms each, in the second after the pause.
  expect(await begun(pace, 2000)).toBe(200);
});

test("after a standstill, at most half of the headroom of a second is caught up at once", async () => {
  const pace = await refusedAfter(1000);
  await begun(pace, 2000);
  const start = performance.now();
  const all = await after(100, Promise.all(Array.from({ length: 30 }, () => pace.begin(signal))));
  expect(all.filter((at) => at === start)).toHaveLength(11);
});

type Then = (pace: Pace, time: number, index: number) => unknown;
const late: Then = (_, __, index) => index % 70 === 0 && new Promise((resolve) => setTimeout(resolve, 70));
const failed: Then = (pace, time, index) => index % 5 === 0 && pace.withdraw(time);

test.each<[number, string, number, Then?]>([
  ...[1, 2, 3, 5, 8, 60].map((limit): [number, string, number] => [limit, "of all", limit]),
  [100, "of starts that are late", 99, late],
  [100, "of requests that fail", 99, failed],
])("uses a limit of %i a second, and never exceeds it in any second, %s", async (limit, _, allowed, then) => {
  const pace = await refusedAfter(limit);
  const times: number[] = [];
  const beginning = async () => {
    for (let index = 1; index <= limit * 20; index += 1) {
      const time = await pace.begin(signal);
      times.push(time);
      await then?.(pace, time, index);
    }
  };
  await after(120_000, beginning());
  const inSecond = times.map((start) => times.filter((at) => at >= start && at < start + 999).length);
  expect(Math.max(...inSecond)).toBeLessThanOrEqual(allowed);
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeLessThan(20_800);
});

test("each refusal lowers the rate twice as far as the one before, and a burst of them counts once", async () => {
  const pace = await refusedAfter(100);
  const paces: number[] = [await begun(pace, 41_000)];
  for (let refusals = 0; refusals < 3; refusals += 1) {
    const at = performance.now();
    for (let count = 0; count < 10; count += 1) refuse(pace, at, 1000);
    paces.push(await begun(pace, 41_000));
  }
  const [first = 0, ...others] = paces;
  expect(others.map((count) => count / first)).toEqual([
    expect.closeTo(0.98, 2),
    expect.closeTo(0.98 * 0.96, 2),
    expect.closeTo(0.98 * 0.96 * 0.92, 2),
  ]);
});

test("if the first after a pause is refused, the pauses grow and the rate stays", async () => {
  const pace = await refusedAfter(100);
  const before = await begun(pace, 11_000);
  refuse(pace, performance.now(), 1000);
  const pauses: number[] = [];
  const refusing = async () => {
    for (let refusals = 0; refusals < 8; refusals += 1) {
      const closed = performance.now();
      const began = await pace.begin(signal);
      pauses.push((began - closed) / 1000);
      refuse(pace, began, 1000);
    }
  };
  await after(183_000, refusing());
  expect(pauses).toEqual([1, 2, 4, 4, 4, 4, 4, 4]);
  // All of them cost no more than the one refusal before the first.
  expect((await begun(pace, 70_000)) / before).toBeGreaterThan(0.97);
});

test("a stray refusal with a long Retry-After teaches no crawl", async () => {
  const pace = await refusedAfter(8, 60_000);
  expect(await begun(pace, 61_000)).toBeGreaterThan(100);
});

test("waits for an endless Retry-After with few timers", async () => {
  const pace = await refusedAfter(8, Number.MAX_SAFE_INTEGER);
  const timers = vi.spyOn(globalThis, "setTimeout");
  const given = new AbortController();
  const beginning = pace.begin(given.signal).catch((reason: unknown) => reason);
  await vi.advanceTimersByTimeAsync(1000);
  expect(timers).toHaveBeenCalledTimes(1);
  given.abort("enough");
  expect(await beginning).toBe("enough");
});

test("the rate does not rise while no start waits for it", async () => {
  const pace = await refusedAfter(100);
  for (let minute = 0; minute < 60; minute += 1) {
    await vi.advanceTimersByTimeAsync(61_000);
    await pace.begin(signal);
  }
  expect(await begun(pace, 10_000)).toBeLessThanOrEqual(1000);
});

test("what is in flight for longer than the pause counts as accepted", async () => {
  const pace = await refusedAfter(50, 100);
  expect(await begun(pace, 10_000)).toBeLessThanOrEqual(500);
});
