import { goals } from "../bench/goals.js";
import type { Ratio } from "../bench/ratio.js";
import type { Figures, Results } from "../bench/results.js";
import results from "../bench/results.json" with { type: "json" };

/** What `npm run bench` measured last, in Markdown. */
export function figuresPage(measured: Results = results as Results): string {
  const { date, machine, versions, figures } = measured;
  const columns = Object.keys(figures[0]?.ratios ?? {});
  return [
    "# What a call costs",
    "",
    `Measured on ${date}: ${machine}. ${Object.entries(versions)
      .map((pair) => pair.join(" "))
      .join(", ")}. \`npm ci && cd bench && npm ci && npm run bench\` measures it anew; \`bench/README.md\` says how.`,
    "",
    "All do the same work: two ids, a bearer token, a GET of two qualifications or a POST of one, parsed, and validated where the library does that. A figure is a ratio to raw `fetch` and `JSON.parse` in the same process: the median of pairs taken in turns, with the quartiles. How far raw `fetch` is from 1.00 is the noise of the machine.",
    "",
    "## CPU of a GET on Node's own fetch, to raw fetch",
    "",
    chart("CPU of a GET, to raw fetch", figures, "fetch GET"),
    "",
    "## Our goals",
    "",
    "Those that are not met are shown like the others. Raw `fetch` with a deadline, and openapi-fetch alone, further down, say how much of our cost is theirs: each call needs an `AbortSignal` that `fetch` listens to, and passes through openapi-fetch.",
    "",
    ...table(
      ["figure", "goal", "measured", "met"],
      goals(measured).map(({ figure, goal, got, met }) => [figure, goal, got, met ? "yes" : "**no**"]),
    ),
    "",
    "## All of them",
    "",
    '"Fetch" is Node\'s own over a dispatcher without a socket; "stub" only returns a `Response`, so that what is left is the client\'s own work (CPU, lower is better). "Loopback" is the throughput over a socket with 1, 16 and 64 calls under way (higher is better).',
    "",
    ...table(
      ["client", "validates", "deadline", "repeats", ...columns],
      figures.map(({ title, validates, deadline, repeats, ratios }) => [
        title,
        ...[validates, deadline, repeats].map(yes),
        ...columns.map((column) => shown(ratios[column])),
      ]),
    ),
    "",
    "Over its own transport instead of `fetch`, still to raw `fetch`:",
    "",
    ...table(
      ["ours over", ...Object.keys(Object.values(measured.nodeFetch)[0] ?? {})],
      Object.entries(measured.nodeFetch).map(([where, ratios]) => [
        where,
        ...Object.values(ratios).map((ratio) => shown(ratio)),
      ]),
    ),
    "",
    ...table(
      [
        "client",
        "bytes a call leaves",
        "peak memory, MB",
        "bundle, kB min + brotli",
        "import, ms",
        "type instantiations",
      ],
      figures.map(({ title, memory, bundle, start, instantiations }) => [
        title,
        memory.perCall.toFixed(1),
        (memory.peak / 1e6).toFixed(0),
        (bundle / 1000).toFixed(1),
        shown(start, 1),
        instantiations.toLocaleString("en"),
      ]),
    ),
    "",
    "## Validation alone, to JSON.parse of the same text",
    "",
    ...validationTable(measured),
    "",
    "## Thousands of customers, against a limit that nobody told",
    "",
    "200 requests a second are taken, the others are answered 429 with `Retry-After: 1`. Speed is a part of what the limit allows. None of these lasts so long that our pace rises, as it does after a calm minute; `test/pace.test.ts` holds it to 0.93 over two.",
    "",
    ...table(
      ["reader", "limit", "speed", "429s a customer"],
      Object.entries(measured.sweep).flatMap(([reader, kinds]) =>
        Object.entries(kinds).map(([kind, { speed, refusals }]) => [
          reader,
          kind,
          speed.toFixed(2),
          refusals.toFixed(4),
        ]),
      ),
    ),
    "",
    "## The contract's run, and its tools alone",
    "",
    ...table(
      ["what", "seconds"],
      [...Object.entries(measured.contract.tools), ["`npm run contract`, whole", measured.contract.whole] as const].map(
        ([what, seconds]) => [what, seconds.toFixed(1)],
      ),
    ),
  ].join("\n");
}

function validationTable({ validation, validationWithoutEval }: Results): string[] {
  const lengths = Object.keys(Object.values(validation)[0] ?? {});
  const rows = Object.entries({ yes: validation, no: validationWithoutEval }).flatMap(([allowed, judged]) =>
    Object.entries(judged).map(([name, ratios]) => [
      name,
      allowed,
      ...lengths.map((length) => (ratios[length] ? shown(ratios[length], 3) : "blocked")),
    ]),
  );
  return table(["validator", "code from strings", ...lengths.map((length) => `${length} items`)], rows);
}

const yes = (kept: boolean) => (kept ? "yes" : "");

function shown(ratio: Ratio | null | undefined, digits = 2): string {
  const [median, low, high] = [ratio?.median, ratio?.low, ratio?.high].map((value) => value?.toFixed(digits));
  return `${median} (${low} to ${high})`;
}

export function table(columns: string[], rows: (string | number)[][]): string[] {
  return [columns, columns.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`);
}

const width = 640;
const left = 290;
const step = 24;

/** A bar for each, shortest first, with a line from quartile to quartile. In one line, as Markdown ends HTML at a blank. */
function chart(title: string, figures: Figures[], column: string): string {
  const bars = figures
    .map(({ name, title, ratios }) => ({ name, title, ratio: ratios[column] }))
    .filter((bar): bar is { name: string; title: string; ratio: Ratio } => bar.ratio !== undefined)
    .toSorted((one, other) => one.ratio.median - other.ratio.median);
  const most = Math.max(...bars.map(({ ratio }) => ratio.high));
  const x = (value: number) => Math.round(left + (value / most) * (width - left - 50));
  const lines = bars.map(({ name, title, ratio }, index) => {
    const y = index * step;
    const color = name === "ours" ? "#0b6e4f" : "#9aa5b1";
    return [
      `<text x="${left - 8}" y="${y + 16}" text-anchor="end">${title}</text>`,
      `<rect x="${left}" y="${y + 4}" width="${x(ratio.median) - left}" height="${step - 8}" fill="${color}"/>`,
      `<line x1="${x(ratio.low)}" x2="${x(ratio.high)}" y1="${y + step / 2}" y2="${y + step / 2}" stroke="#1f2933"/>`,
      `<text x="${x(ratio.high) + 6}" y="${y + 16}">${ratio.median.toFixed(2)}</text>`,
    ].join("");
  });
  const size = `viewBox="0 0 ${width} ${bars.length * step}" width="${width}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${title}" ${size} font-family="sans-serif" font-size="12">${lines.join("")}</svg>`;
}
