import { expect, test } from "vitest";
import { rows } from "../bench/contenders.js";
import { goals } from "../bench/goals.js";
import type { Results } from "../bench/results.js";
import results from "../bench/results.json" with { type: "json" };
import { figuresPage } from "../contracts/figures.js";
import { readme } from "./support.js";

const measured = results as Results;
const of = (changed: Results, figure: string) => goals(changed).find((goal) => goal.figure === figure);

/** The results, with figures of ours that would be these. */
function withOurs(change: Partial<Results["figures"][number]>): Results {
  return {
    ...measured,
    figures: measured.figures.map((row) => (row.name === "ours" ? { ...row, ...change } : row)),
  };
}

test("the figures that are published are of the contenders as they stand", () => {
  expect(measured.figures.map(({ name, title }) => [name, title])).toEqual(
    rows.map(({ name, title }) => [name, title]),
  );
  for (const { ratios } of measured.figures) {
    expect(Object.values(ratios).every(({ low, median, high }) => low <= median && median <= high)).toBe(true);
  }
});

test("the CPU of raw fetch against itself is near one, or the figures say little", () => {
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

test("a figure that is missing meets no goal", () => {
  const without = { ...measured, nodeFetch: {}, validation: {}, validationWithoutEval: {}, sweep: {} };
  const figures = measured.figures.filter(({ name }) => name !== "ours");
  const missed = goals({ ...without, figures }).filter(({ figure }) => !/AbortSignal|npm run contract/.test(figure));
  expect(missed.length).toBeGreaterThan(15);
  expect(missed.filter(({ met }) => met)).toEqual([]);
});

test("being ahead is told against the best of those that promise the same", () => {
  const figure = "bundle, kB: all that validate and repeat";
  const best = Math.min(
    ...measured.figures
      .filter(({ name, validates, repeats }) => name !== "ours" && validates && repeats)
      .map(({ bundle }) => bundle),
  );
  expect(of(withOurs({ bundle: best - 1 }), figure)).toMatchObject({ met: true });
  expect(of(withOurs({ bundle: best }), figure)).toMatchObject({ met: false });
});

test("the README says what was measured", () => {
  const said = readme.replaceAll("\n", " ");
  const ours = measured.figures.filter(({ name }) => name === "ours");
  const peers = measured.figures.filter(({ name, validates, deadline }) => name !== "ours" && validates && deadline);
  const sentences = {
    GET: "for a GET, where others that validate and have a deadline",
    POST: "for a POST, where they",
  };
  for (const [method, sentence] of Object.entries(sentences)) {
    const ratios = (rows: Results["figures"]) => rows.map((row) => row.ratios[`fetch ${method}`]?.median ?? Number.NaN);
    const [own = "", least = "", most = ""] = [
      ...ratios(ours),
      Math.min(...ratios(peers)),
      Math.max(...ratios(peers)),
    ].map((ratio) => ratio.toFixed(2));
    expect(said).toMatch(new RegExp(`${own}( times the CPU of a raw \`fetch\`)? ${sentence} take ${least} to ${most}`));
  }
  const loads = ["loopback 16", "loopback 64"];
  const throughput = loads.map((load) => measured.nodeFetch.nodeFetch?.[load]?.median ?? Number.NaN);
  const times = (Math.floor(Math.min(...throughput) * 10) / 10).toFixed(1);
  expect(said).toContain(`with ${times} times the throughput of raw \`fetch\` from 16 calls at once on`);
});
