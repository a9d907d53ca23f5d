import { expect, test, vi } from "vitest";
import { Pace } from "../src/pace.js";
import { useFakeTimers } from "./support.js";

useFakeTimers();

/** Begins a request as soon as the pace lets it, and returns when. It is accepted, unless the test says otherwise. */
function begin(pace: Pace, isAccepted = true): number {
  for (let wait = pace.wait(); wait > 0; wait = pace.wait()) vi.advanceTimersByTime(Math.ceil(wait));
  const begun = pace.begin();
  if (isAccepted) pace.accepted(begun);
  return begun;
}

/** As `Limits` does it when it infers the partner's limit. */
function refuse(pace: Pace, retryAfter = 1000): void {
  pace.learn(begin(pace, false), retryAfter);
  pace.pause(retryAfter);
}

/** A pace after so many requests at once were accepted, and one more was refused. */
function refusedAfter(count: number, retryAfter = 1000): Pace {
  const pace = new Pace();
  for (let made = 0; made < count; made += 1) begin(pace);
  refuse(pace, retryAfter);
  return pace;
}

/** How many requests begin in a second, measured over two of them; 1000 if no rate is known. */
function rate(pace: Pace): number {
  const until = begin(pace) + 2000;
  let count = 0;
  for (; begin(pace) < until; count += 1) if (pace.wait() <= 0) vi.advanceTimersByTime(1);
  return count / 2;
}

test.each<[number, string, number, number]>([
  ...[1, 2, 3, 5, 8, 60].map((limit): [number, string, number, number] => [limit, "of all", limit, 0]),
  [100, "of requests that begin late", 99, 8],
])("uses a limit of %i a second, and never exceeds it in any second, %s", (limit, _, allowed, late) => {
  const pace = refusedAfter(limit);
  const times: number[] = [];
  for (let index = 1; index <= limit * 20; index += 1) {
    times.push(begin(pace));
    vi.advanceTimersByTime(index % 5 === 0 ? late : 0);
  }
  const inSecond = times.map((start) => times.filter((at) => at >= start && at < start + 999).length);
  expect(Math.max(...inSecond)).toBeLessThanOrEqual(allowed);
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeLessThan(20_800);
});

test("after a standstill, half of the headroom of a second is caught up at once", () => {
  const pace = refusedAfter(1000);
  begin(pace);
  vi.advanceTimersByTime(2000);
  let count = 0;
  for (; pace.wait() <= 0; count += 1) pace.begin();
  expect(count).toBe(10);
});

test("all pause for as long as the service says, and not shorter after another refusal", () => {
  const pace = refusedAfter(100, 5000);
  pace.pause(1000);
  expect(pace.wait()).toBe(5000);
});

test("learns nothing from a refusal before anything was accepted", () => {
  const pace = new Pace();
  for (let count = 0; count < 100; count += 1) begin(pace, false);
  refuse(pace);
  expect(rate(pace)).toBeGreaterThan(900);
});

test("a stray refusal with a long Retry-After teaches no crawl", () => {
  expect(rate(refusedAfter(8, 60_000))).toBeGreaterThan(900);
});

test("requests in flight at the refusal count, if they are accepted before the pause ends", () => {
  const pace = new Pace();
  const inFlight = Array.from({ length: 100 }, () => begin(pace, false));
  refuse(pace);
  for (const time of inFlight) pace.accepted(time);
  expect(rate(pace)).toBeCloseTo(98, -1);
});

test("later refusals lower the rate to what was accepted, and at most to half", () => {
  const pace = refusedAfter(100);
  const thirdRefused = () => {
    for (let index = 0; index < 150; index += 1) begin(pace, index % 3 > 0);
    pace.learn(performance.now(), 1000);
    return rate(pace) / 98;
  };
  expect([thirdRefused(), thirdRefused(), thirdRefused()]).toEqual([
    expect.closeTo(2 / 3, 1),
    expect.closeTo(1 / 2, 1),
    expect.closeTo(1 / 2, 1),
  ]);
});

test("a period that a pause was part of does not lower the rate", () => {
  const pace = refusedAfter(100);
  for (let refusals = 0; refusals < 5; refusals += 1) refuse(pace);
  expect(rate(pace)).toBeCloseTo(98, -1);
});

test("a limit that was met at a bad moment is left behind after five minutes", () => {
  const pace = refusedAfter(1);
  expect(rate(pace)).toBeLessThanOrEqual(1);
  vi.advanceTimersByTime(300_000);
  expect(rate(pace)).toBeGreaterThan(900);
});
