import { expect, test, vi } from "vitest";
import { limit, limits } from "../bench/limits.js";
import { createClient, readQualifications } from "../src/index.js";
import { Pace } from "../src/pace.js";
import { after, idsOf, useFakeTimers } from "./support.js";

useFakeTimers();

const { signal } = new AbortController();
const concurrency = 32;

test.each(Object.entries(limits))("keeps the rate of an undocumented %s limit after one burst", async (_, create) => {
  const customers = 1000;
  const takes = create();
  let refused = 0;
  const fetch = async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (takes()) return Response.json([]);
    refused += 1;
    return Response.json({}, { status: 429, headers: { "Retry-After": "1" } });
  };
  const started = performance.now();
  const reading = async () => {
    const client = createClient({ token: "t", fetch });
    for await (const { ok } of readQualifications(client, idsOf(customers), { concurrency })) expect(ok).toBe(true);
    return performance.now();
  };
  const finished = await after(20_000, reading());
  const ideal = (customers / limit - 1) * 1000;
  expect(ideal / (finished - started)).toBeGreaterThan(0.75);
  // Those in flight at the first refusal, and hardly one after.
  expect(refused).toBeLessThanOrEqual(concurrency + 2);
});

/** How many starts of an endless source happen within so many milliseconds, all accepted. */
async function begun(pace: Pace, ms: number): Promise<number> {
  const until = performance.now() + ms;
  let count = 0;
  const loop = async () => {
    for (;;) {
      const at = await pace.begin(signal);
      if (at >= until) return;
      count += 1;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  await after(ms + 25_000, Promise.all(Array.from({ length: 20 }, loop)));
  return count;
}

/** As `Limits` does it. */
function refuse(pace: Pace, begun: number, retryAfter: number): void {
  pace.withdraw(begun);
  pace.refused(begun, retryAfter);
}

test("the increases of a long bulk read cost little", async () => {
  const pace = new Pace();
  const takes = limits["fixed second"]?.() ?? (() => true);
  const until = performance.now() + 130_000;
  const counts = { accepted: 0, refused: 0 };
  const loop = async () => {
    for (let at = await pace.begin(signal); at < until; at = await pace.begin(signal)) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (takes()) counts.accepted += 1;
      else {
        counts.refused += 1;
        refuse(pace, at, 1000);
      }
    }
  };
  await after(132_000, Promise.all(Array.from({ length: concurrency }, loop)));
  expect(counts.accepted / (130 * limit)).toBeGreaterThan(0.93);
  expect(counts.refused / counts.accepted).toBeLessThan(0.003);
});

/** So many begin now, and then one is refused. */
async function refuseAfter(pace: Pace, count: number, retryAfter = 1000): Promise<void> {
  for (let made = 0; made < count; made += 1) await pace.begin(signal);
  refuse(pace, await pace.begin(signal), retryAfter);
}

test("a limit that was met on a bad day is left behind in a quarter of an hour", async () => {
  const pace = new Pace();
  await refuseAfter(pace, 1);
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
  expect(await begun(pace, 2000)).toBe(200);
});

test("after a standstill, at most half of the headroom of a second is caught up at once", async () => {
  const pace = new Pace();
  await refuseAfter(pace, 1000);
  await begun(pace, 2000);
  const start = performance.now();
  const all = await after(100, Promise.all(Array.from({ length: 30 }, () => pace.begin(signal))));
  expect(all.filter((at) => at === start)).toHaveLength(11);
});

/** When each of so many began, and how many of them began in one second at the most. */
async function timesOf(pace: Pace, count: number, then: (time: number, index: number) => unknown = () => {}) {
  const times: number[] = [];
  const asking = async () => {
    for (let index = 1; index <= count; index += 1) {
      const time = await pace.begin(signal);
      times.push(time);
      await then(time, index);
    }
  };
  await after(120_000, asking());
  const most = Math.max(...times.map((start) => times.filter((at) => at >= start && at < start + 999).length));
  return { ms: (times.at(-1) ?? 0) - (times[0] ?? 0), most };
}

test.each([1, 2, 3, 5, 8, 60])("uses a limit of %i a second, and never exceeds it in any second", async (limit) => {
  const pace = new Pace();
  await refuseAfter(pace, limit);
  const { ms, most } = await timesOf(pace, limit * 20);
  expect(most).toBeLessThanOrEqual(limit);
  expect(ms).toBeLessThan(20_600);
});

test("late starts keep the rate, and never exceed it in any second", async () => {
  const pace = new Pace();
  await refuseAfter(pace, 100);
  const late = (_: number, index: number) => index % 70 === 0 && new Promise((resolve) => setTimeout(resolve, 70));
  const { ms, most } = await timesOf(pace, 980, late);
  expect(ms).toBeLessThan(10_150);
  expect(most).toBeLessThanOrEqual(99);
});

test("a failed request makes no room for others while the rate is known", async () => {
  const pace = new Pace();
  await refuseAfter(pace, 100);
  const { most } = await timesOf(pace, 980, (time, index) => index % 5 === 0 && pace.withdraw(time));
  expect(most).toBeLessThanOrEqual(99);
});

test("each refusal lowers the rate twice as far as the one before, and a burst of them counts once", async () => {
  const pace = new Pace();
  await refuseAfter(pace, 100);
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
  const pace = new Pace();
  await refuseAfter(pace, 100);
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
  const pace = new Pace();
  await refuseAfter(pace, 8, 60_000);
  expect(await begun(pace, 61_000)).toBeGreaterThan(100);
});

test("waits for an endless Retry-After with few timers", async () => {
  const pace = new Pace();
  await refuseAfter(pace, 8, Number.MAX_SAFE_INTEGER);
  const timers = vi.spyOn(globalThis, "setTimeout");
  const given = new AbortController();
  const beginning = pace.begin(given.signal).catch((reason: unknown) => reason);
  await vi.advanceTimersByTimeAsync(1000);
  expect(timers).toHaveBeenCalledTimes(1);
  given.abort("enough");
  expect(await beginning).toBe("enough");
});

test("the rate does not rise while no start waits for it", async () => {
  const pace = new Pace();
  await refuseAfter(pace, 100);
  for (let minute = 0; minute < 60; minute += 1) {
    await vi.advanceTimersByTimeAsync(61_000);
    await pace.begin(signal);
  }
  expect(await begun(pace, 10_000)).toBeLessThanOrEqual(1000);
});

test("the pauses of a limit by the minute do not count as calm", async () => {
  const pace = new Pace();
  await refuseAfter(pace, 100, 60_000);
  const counts: number[] = [];
  for (let refusals = 0; refusals < 5; refusals += 1) {
    counts.push(await begun(pace, 70_000));
    refuse(pace, performance.now(), 60_000);
  }
  expect(counts).toEqual(counts.toSorted((one, other) => other - one));
});

test("what is in flight for longer than the pause counts as accepted", async () => {
  const pace = new Pace();
  await refuseAfter(pace, 50, 100);
  expect(await begun(pace, 10_000)).toBeLessThanOrEqual(500);
});
