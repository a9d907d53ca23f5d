/** The page of evidence: its tables and charts, from the files that are committed. */
import { readFileSync } from "node:fs";
import { goals } from "../bench/goals.js";
import type { Figures, Ratio, Results } from "../bench/results.js";
import { readValues } from "../contracts/documents.js";
import { examplesOf } from "../contracts/examples.js";
import { Description } from "../contracts/generate/description.js";
import { inContract, inDescription, inGenerated, inProvider } from "../contracts/mutants.js";
import { readPact } from "../contracts/pact-file.js";
import differences from "../interop/differences.json" with { type: "json" };
import { barChart } from "./chart.js";

export function evidence(results: Results = JSON.parse(readFileSync("bench/results.json", "utf8"))): string {
  return [strength(), otherTools(), costs(results)].join("\n\n");
}

function strength(): string {
  const values = readValues();
  const refused = values.filter(({ keyword }) => keyword !== undefined).length;
  const sizes = [
    ["documented examples", examplesOf(new Description("openapi.yaml")).length],
    ["interactions of the Pact contract", readPact().interactions.length],
    ["values that must be refused", refused],
    ["values that must be accepted", values.length - refused],
  ];
  const defects = [...inDescription, ...inContract, ...inProvider, ...inGenerated];
  const checks = [...new Set(defects.map(({ expectedCheck }) => expectedCheck))]
    .map((check) => ({ check, found: defects.filter(({ expectedCheck }) => expectedCheck === check) }))
    .map(({ check, found }) => ({ check, count: found.length, example: found[0]?.name ?? "" }))
    .sort((a, b) => b.count - a.count);
  return `## Strength of the contract

\`npm run contract\` runs these through every check. [The contract](./contract.md) describes the checks.

${table(["what", "how many"], sizes)}

\`npm run contract:mutants\` makes ${defects.length} deliberate defects, one at a time. It fails if the expected check does not turn
red. CI runs it on each change. The chart shows how many defects each check is expected to find.

${barChart(
  "defects",
  "Deliberate defects by the check that must find them",
  checks.map(({ check, count }) => `${check} ${count}`).join(", "),
  checks.map(({ check, count }) => ({ label: check, value: count, text: String(count), own: true })),
)}

<div class="numbers">

${table(
  ["check", "defects", "such as"],
  checks.map(({ check, count, example }) => [`\`${check}\``, count, example]),
)}

</div>`;
}

function otherTools(): string {
  const explained = differences.flatMap(({ values }) => values).length;
  return `## Other tools on the description

[Prism](https://github.com/stoplightio/prism) reads \`openapi.yaml\` independently of this project. As a mock it must return
every documented example. As a proxy it must pass every exchange between the contract and the sandbox. It must also refuse
the same values as this project's validators. Of ${readValues().length} values, ${explained} differ, for these reasons. A weekly job runs this.

${table(
  ["Prism", "values", "why"],
  differences.map(({ prism, values, why }) => [prism, values.length, why]),
)}`;
}

function costs(results: Results): string {
  const { date, commit, machine, figures, sweep } = results;
  const byCost = sorted(figures, (row) => ratio(row, "fetch GET").median);
  const byBundle = sorted(figures, ({ bundle }) => bundle);
  const met = goals(results);
  return `## What a call costs

Measured on ${date} on one machine: ${machine}. The measured commit is \`${commit}\`. Later changes are not in these results.
\`npm run bench\` in \`bench/\` measures again, and describes the method.

### CPU

The CPU time of a GET on Node's \`fetch\`, as a multiple of raw \`fetch\` and \`JSON.parse\`. The line shows the quartiles. Raw
\`fetch\` is measured against itself too: its distance from 1.00 is the noise of the machine.

${barChart(
  "cpu",
  "CPU time of a GET, as a multiple of raw fetch",
  byCost.map((row) => `${name(row)} ${fixed(ratio(row, "fetch GET"))}`).join(", "),
  byCost.map((row) => {
    const { median, low, high } = ratio(row, "fetch GET");
    return { label: name(row), value: median, text: median.toFixed(2), range: [low, high], own: row.name === "ours" };
  }),
)}

<div class="numbers">

${table(
  ["client", "GET", "quartiles", "POST", "speed"],
  byCost.map((row) => {
    const { median, low, high } = ratio(row, "fetch GET");
    const others = [ratio(row, "fetch POST"), ratio(row, "loopback 16")].map(fixed);
    return [name(row), median.toFixed(2), `${low.toFixed(2)} to ${high.toFixed(2)}`, ...others];
  }),
)}

</div>

Speed is the throughput to a server in another process, 16 calls in flight, as a part of that of raw \`fetch\`.

### Size

What a browser loads, minified and compressed with brotli; the time to import it; and what it has.

${barChart(
  "size",
  "Bundle, in kB",
  byBundle.map((row) => `${name(row)} ${kilobytes(row)}`).join(", "),
  byBundle.map((row) => ({
    label: name(row),
    value: row.bundle,
    text: kilobytes(row),
    own: row.name === "ours",
  })),
)}

<div class="numbers">

${table(
  ["client", "kB", "import, ms", "has"],
  byBundle.map((row) => [name(row), kilobytes(row), row.start.median.toFixed(1), featuresOf(row)]),
)}

</div>

### Bulk reads

Speed, as a part of what the limit allows, and responses with 429 for each customer. The limit is undisclosed to the client.

<div class="numbers">

${table(
  ["client", "limit", "speed", "429 per customer"],
  Object.entries(sweep).flatMap(([client, limits]) =>
    Object.entries(limits).map(([limit, { speed, refusals }]) => [
      client === "ours" ? "this package" : client,
      limit,
      fixed(speed),
      refusals.median.toFixed(4),
    ]),
  ),
)}

</div>

### Goals

${met.filter((goal) => goal.met).length} of ${met.length} goals were met.

${table(
  ["measurement", "goal", "result", "met"],
  met.map(({ figure, goal, got, met }) => [figure, goal, got, met ? "yes" : "no"]),
)}`;
}

function sorted(rows: readonly Figures[], of: (row: Figures) => number): Figures[] {
  return [...rows].sort((a, b) => of(a) - of(b));
}

function name({ name, title }: Figures): string {
  return name === "ours" ? "this package" : title;
}

function ratio({ name, ratios }: Figures, key: string): Ratio {
  const found = ratios[key];
  if (!found) throw new Error(`bench/results.json has no "${key}" of ${name}`);
  return found;
}

function fixed({ median }: Ratio): string {
  return median.toFixed(2);
}

function featuresOf({ validates, deadline, repeats }: Figures): string {
  const features = { validation: validates, deadline, retries: repeats };
  return Object.entries(features)
    .filter(([, has]) => has)
    .map(([feature]) => feature)
    .join(", ");
}

function kilobytes({ bundle }: Figures): string {
  return (bundle / 1000).toFixed(1);
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
