import type { Figures, Ratio, Results } from "./results.js";

/** A measurement of ours, and what it has to be. */
export interface Goal {
  figure: string;
  goal: string;
  /** With the quartiles, if it was measured often: a goal between them is met or not by chance. */
  got: string;
  met: boolean;
}

type Figure = number | Ratio | undefined;

const middle = (figure: Figure) => (typeof figure === "object" ? figure.median : (figure ?? Number.NaN));

const part = (figure: Figure, whole: Figure) => middle(figure) / middle(whole);

function written(figure: Figure, digits: number, unit = ""): string {
  const text = (value: number) => value.toLocaleString("en", { maximumFractionDigits: digits });
  const quartiles = typeof figure === "object" ? ` (${text(figure.low)} to ${text(figure.high)})` : "";
  return `${text(middle(figure))}${unit}${quartiles}`;
}

/** Our goals, and what was measured. */
export function goals(results: Results): Goal[] {
  const row = (name: string) => results.figures.find((one) => one.name === name);
  const [floor, ours, withDeadline, openapiFetch] = [
    row("fetch"),
    row("ours"),
    row("fetch-deadline"),
    row("openapi-fetch"),
  ];
  const others = results.figures.filter(({ name }) => name !== "ours");
  const atMost = (figure: string, most: number, got: Figure, unit = "", digits = 2): Goal => ({
    ...{ figure, goal: `at most ${most.toLocaleString("en")}${unit}` },
    ...{ got: written(got, digits, unit), met: middle(got) <= most },
  });
  const atLeast = (figure: string, least: number, got: Figure): Goal => ({
    ...{ figure, goal: `at least ${least}`, got: written(got, 2), met: middle(got) >= least },
  });
  const ahead = (figure: string, peers: Figures[], of: (row: Figures) => number): Goal => {
    const best = Math.min(...peers.map(of));
    const mine = ours ? of(ours) : Number.NaN;
    return {
      figure,
      goal: `below ${best.toFixed(2)}, the best of ${peers.length}`,
      got: mine.toFixed(2),
      met: mine < best,
    };
  };
  const ratio = (name: string) => (row: Figures) => row.ratios[name]?.median ?? Number.NaN;
  const none = { speed: undefined, refusals: undefined };
  const validated = Object.entries({ "": results.validation, ", no eval": results.validationWithoutEval });
  return [
    atMost("CPU, fetch GET", 1.25, ours?.ratios["fetch GET"]),
    atMost("CPU, fetch POST", 1.2, ours?.ratios["fetch POST"]),
    ...["stub GET", "stub POST"].map((name) => atMost(`CPU, ${name}`, 1.35, ours?.ratios[name])),
    ...["fetch GET", "fetch POST"].map((name) =>
      ahead(
        `CPU, ${name}: all that validate and have a deadline`,
        others.filter(({ validates, deadline }) => validates && deadline),
        ratio(name),
      ),
    ),
    ...["1", "16", "64"].map((load) =>
      atLeast(
        `throughput on loopback, ${load} at once, to raw fetch with a deadline`,
        0.92,
        part(ours?.ratios[`loopback ${load}`], withDeadline?.ratios[`loopback ${load}`]),
      ),
    ),
    atMost("bundle, min + brotli", 10, (ours?.bundle ?? Number.NaN) / 1000, " kB", 1),
    ahead(
      "bundle, kB: all that validate and retry",
      others.filter(({ validates, repeats }) => validates && repeats),
      ({ bundle }) => bundle / 1000,
    ),
    atMost("import, to openapi-fetch alone", 1.5, part(ours?.start, openapiFetch?.start)),
    atMost("heap growth", 8, ours?.memory.perCall ?? Number.NaN, " bytes a call", 1),
    atMost("heap growth, one AbortSignal for all", 8, results.sharedSignal.perCall, " bytes a call", 1),
    atMost("peak memory, to raw fetch", 1.2, part(ours?.memory.peak, floor?.memory.peak)),
    ...validated.flatMap(([where, { ours: lengths = { none: null } }]) =>
      Object.entries(lengths).map(([length, got]) =>
        atMost(
          `validation of ${Number(length).toLocaleString("en")}${where}, to JSON.parse`,
          0.15,
          got ?? undefined,
          "",
          3,
        ),
      ),
    ),
    atMost("type instantiations", 3000, ours?.instantiations ?? Number.NaN),
    ...Object.entries(results.sweep.ours ?? { none }).flatMap(([kind, { speed, refusals }]) => [
      atLeast(`bulk read, ${kind}`, kind === "fixed second" ? 0.95 : 0.9, speed),
      ...(kind === "fixed second" ? [atMost(`bulk read, ${kind}: 429s a customer`, 0.005, refusals, "", 4)] : []),
    ]),
    atMost("npm run contract, to its tools alone", 3, contractRatio(results)),
  ];
}

function contractRatio({ contract }: Results): number {
  return contract.whole / Object.values(contract.tools).reduce((sum, seconds) => sum + seconds, 0);
}
