import { expect, test } from "vitest";
import { rows } from "../bench/contenders.js";
import { goals } from "../bench/goals.js";
import type { Results } from "../bench/results.js";
import results from "../bench/results.json" with { type: "json" };
import { figuresPage } from "../contracts/figures.js";

const measured = results as Results;
const of = (changed: Results, figure: string) => goals(changed).find((goal) => goal.figure === figure);

/** The results, with other measurements of ours. */
function withOurs(change: Partial<Results["figures"][number]>): Results {
  return {
    ...measured,
    figures: measured.figures.map((row) => (row.name === "ours" ? { ...row, ...change } : row)),
  };
}

test("the published measurements are of the contenders as they are", () => {
  expect(measured.figures.map(({ name, title }) => [name, title])).toEqual(
    rows.map(({ name, title }) => [name, title]),
  );
  for (const { ratios } of measured.figures) {
    expect(Object.values(ratios).every(({ low, median, high }) => low <= median && median <= high)).toBe(true);
  }
});

test("the CPU of raw fetch against itself is near one, or the measurements say little", () => {
  const [floor] = measured.figures;
  const cpu = Object.entries(floor?.ratios ?? {}).filter(([name]) => !name.startsWith("loopback"));
  expect(cpu).toHaveLength(4);
  for (const [, { median }] of cpu) expect(Math.abs(median - 1)).toBeLessThan(0.1);
});

test("a goal that is not met is shown as such, and one that is met as that", () => {
  const figure = "bundle, min + brotli";
  expect(of(withOurs({ bundle: 5500 }), figure)).toMatchObject({ met: true, goal: "at most 5.5 kB", got: "5.5 kB" });
  expect(of(withOurs({ bundle: 5501 }), figure)).toMatchObject({ met: false });
  expect(figuresPage(withOurs({ bundle: 99_000 }))).toContain(`| ${figure} | at most 5.5 kB | 99 kB | **no** |`);
});

test("a missing measurement meets no goal", () => {
  const without = { ...measured, validation: {}, validationWithoutEval: {}, sweep: {} };
  const figures = measured.figures.filter(({ name }) => name !== "ours");
  const missed = goals({ ...without, figures }).filter(({ figure }) => !/AbortSignal|npm run contract/.test(figure));
  expect(missed.length).toBeGreaterThan(15);
  expect(missed.filter(({ met }) => met)).toEqual([]);
});

test("being ahead is measured against the best of those that promise the same", () => {
  const figure = "bundle, kB: all that validate and retry";
  const best = Math.min(
    ...measured.figures
      .filter(({ name, validates, repeats }) => name !== "ours" && validates && repeats)
      .map(({ bundle }) => bundle),
  );
  expect(of(withOurs({ bundle: best - 1 }), figure)).toMatchObject({ met: true });
  expect(of(withOurs({ bundle: best }), figure)).toMatchObject({ met: false });
});
