import { goals } from "../bench/goals.js";
import type { Figures, Ratio, Results } from "../bench/results.js";
import results from "../bench/results.json" with { type: "json" };

/** What `npm run bench` measured last, in Markdown. */
export function figuresPage(measured: Results = results as Results): string {
  const { date, commit, machine, versions, figures } = measured;
  const columns = Object.keys(figures[0]?.ratios ?? {});
  return [
    "# What a call costs",
    "",
    `Measured on ${date}, of commit ${commit}: ${machine}. ${Object.entries(versions)
      .map((pair) => pair.join(" "))
      .join(", ")}. \`npm ci && cd bench && npm ci && npm run bench\` measures it again; \`bench/README.md\` says how.`,
    "",
    "All make the same two calls: two ids, a bearer token, a GET of two qualifications or a POST of one, parsed, and validated where the library does that. The clients of orval, hey-api and Redocly validate dates and names too. A result is a ratio to raw `fetch` and `JSON.parse` in the same process: the median of pairs taken in turns, with the quartiles. The distance of raw `fetch` from 1.00 is the noise of the machine.",
    "",
    "## CPU of a GET on Node's own fetch, to raw fetch",
    "",
    chart("CPU of a GET, to raw fetch", figures, "fetch GET"),
    "",
    "## Our goals",
    "",
    "Those that are not met are shown like the others. Raw `fetch` with a deadline, further down, shows how much of our cost is the deadline's: each call needs an `AbortSignal` that `fetch` listens to.",
    "",
    ...table(
      ["measurement", "goal", "measured", "met"],
      goals(measured).map(({ figure, goal, got, met }) => [figure, goal, got, met ? "yes" : "**no**"]),
    ),
    "",
    "## All of them",
    "",
    '"Fetch" is Node\'s own over a dispatcher without a socket; "stub" only returns a `Response`, so that what is left is the client\'s own work (CPU, lower is better). "Loopback" is the throughput over a socket with 1, 16 and 64 calls in flight (higher is better).',
    "",
    ...table(
      ["client", "validates", "deadline", "retries", ...columns],
      figures.map(({ title, validates, deadline, repeats, ratios }) => [
        title,
        ...[validates, deadline, repeats].map(yes),
        ...columns.map((column) => shown(ratios[column])),
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
    "The schemas of zod, valibot and ajv are written by hand: which names there are, and that they are strings. Ours are generated from `openapi.yaml`.",
    "",
    ...validationTable(measured),
    "",
    "## Bulk reads of thousands of customers, against an undocumented rate limit",
    "",
    "200 requests a second are accepted, the others get a 429 with `Retry-After: 1`. Speed is a part of what the limit allows; each was run three times. None of these lasts long enough for our adaptive rate to rise, as it does after a calm minute; `test/pace.test.ts` tests that over two minutes.",
    "",
    ...table(
      ["reader", "limit", "speed", "429s a customer"],
      Object.entries(measured.sweep).flatMap(([reader, kinds]) =>
        Object.entries(kinds).map(([kind, { speed, refusals }]) => [reader, kind, shown(speed), shown(refusals, 4)]),
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
  const rows = Object.entries({ yes: validation, no: validationWithoutEval }).flatMap(([allowed, ratiosOf]) =>
    Object.entries(ratiosOf).map(([name, ratios]) => [
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

const width = 480;
const step = 40;
const style =
  "text{font:14px sans-serif;fill:#1a1c21}line{stroke:#1a1c21}@media(prefers-color-scheme:dark){text{fill:#fbfbfc}line{stroke:#fbfbfc}}";

/** A bar for each, shortest first, with a line from quartile to quartile. An image, as Redoc rewrites SVG when it is dark. */
function chart(title: string, figures: Figures[], column: string): string {
  const bars = figures
    .map(({ name, title, ratios }) => ({ name, title, ratio: ratios[column] }))
    .filter((bar): bar is { name: string; title: string; ratio: Ratio } => bar.ratio !== undefined)
    .toSorted((one, other) => one.ratio.median - other.ratio.median);
  const most = Math.max(...bars.map(({ ratio }) => ratio.high));
  const x = (value: number) => Math.round((value / most) * (width - 50));
  const lines = bars.map(({ name, title, ratio }, index) => {
    const y = index * step;
    const color = name === "ours" ? "#0b9e6f" : "#9aa5b1";
    return [
      `<text x="0" y="${y + 14}">${title}</text>`,
      `<rect y="${y + 20}" width="${x(ratio.median)}" height="14" fill="${color}"/>`,
      `<line x1="${x(ratio.low)}" x2="${x(ratio.high)}" y1="${y + 27}" y2="${y + 27}"/>`,
      `<text x="${x(ratio.high) + 6}" y="${y + 32}">${ratio.median.toFixed(2)}</text>`,
    ].join("");
  });
  const size = `viewBox="0 0 ${width} ${bars.length * step}" width="${width}" height="${bars.length * step}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><style>${style}</style>${lines.join("")}</svg>`;
  return `<img alt="${title}" src="data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}">`;
}
