/**
 * What a call costs, beside what people would use instead: `npm ci` here and in the folder above, then `npm run bench`.
 * Prints one table, and writes results.json. `npm run bench -- ours ky-zod` measures only those, and writes nothing.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { type Row, rows } from "./contenders.js";
import { goals } from "./goals.js";
import { spreadOf } from "./ratio.js";
import type { Figures, Ratio, Results } from "./results.js";
import { instantiations } from "./types.js";

type Ratios = Record<string, Ratio>;

const names = process.argv.slice(2);
const chosen = rows.filter(({ name }) => names.length === 0 || names.includes(name));
const unknown = names.filter((name) => !rows.some((row) => row.name === name));
if (unknown.length > 0) throw new Error(`no contender ${unknown}: there are ${rows.map(({ name }) => name)}`);

const files = (folder: string) => readdirSync(folder).map((file) => `${folder}/${file}`);
await build({
  entryPoints: ["child.ts", "nothing.ts", "server.ts", ...files("measures"), ...files("contenders")],
  bundle: true,
  // As installed, and not as one file.
  packages: "external",
  external: ["../../dist/*"],
  format: "esm",
  outdir: "built",
  entryNames: "[name]",
});
const figures: Figures[] = [];
for (const row of chosen) {
  console.error(row.title);
  figures.push(await figuresOf(row));
}
if (names.length === 0) {
  const results: Results = {
    date: new Date().toISOString().slice(0, 10),
    commit: execFileSync("git", ["describe", "--always", "--dirty", "--exclude=*"], { encoding: "utf8" }).trim(),
    machine: `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}`,
    versions: versions(),
    figures,
    sharedSignal: measure(["memory", "ours"], ["--expose-gc"], { SHARED: "1" }),
    validation: measure(["validation"]),
    validationWithoutEval: measure(["validation"], ["--disallow-code-generation-from-strings"]),
    sweep: measure(["sweep"]),
    contract: JSON.parse(
      execFileSync(process.execPath, ["--import", "tsx", "bench/contract.ts"], { cwd: "..", encoding: "utf8" }),
    ),
  };
  writeFileSync("results.json", `${JSON.stringify(results, null, 2)}\n`);
  console.log(`${results.date}, ${results.commit}, ${results.machine}`);
  console.log(`${Object.entries(results.versions).map((pair) => pair.join(" "))}`);
  for (const { figure, goal, got } of goals(results).filter(({ met }) => !met)) {
    console.log(`goal not met: ${figure}: ${got}, not ${goal}`);
  }
}
console.table(figures.map(line));

async function figuresOf(row: Row): Promise<Figures> {
  return {
    ...row,
    ratios: { ...measure<Ratios>(["cpu", row.name]), ...measure<Ratios>(["loopback", row.name]) },
    memory: measure(["memory", row.name], ["--expose-gc"]),
    bundle: await bundleOf(row.name),
    start: startOf(row.name),
    instantiations: instantiations(`contenders/${row.name}.ts`),
  };
}

/** In a process of its own. */
function measure<Result>(what: string[], flags: string[] = [], settings = {}): Result {
  const env = { ...process.env, ...settings };
  return JSON.parse(execFileSync(process.execPath, [...flags, "built/child.js", ...what], { env, encoding: "utf8" }));
}

function startOf(name: string): Ratio {
  const started = (each: string) => measure<number>(["start", each]);
  return spreadOf(Array.from({ length: 15 }, () => started(name) - started("nothing")));
}

async function bundleOf(name: string): Promise<number> {
  const options = { bundle: true, minify: true, format: "esm", platform: "browser", write: false } as const;
  const { outputFiles } = await build({ entryPoints: [`contenders/${name}.ts`], ...options });
  return brotliCompressSync(outputFiles[0]?.contents ?? "").length;
}

/** Of what is measured, where it is installed. */
function versions(): Record<string, string> {
  const json = (file: string) => JSON.parse(readFileSync(file, "utf8"));
  const folders = { ".": json("package.json"), peers: json("peers/package.json") };
  const own = Object.entries(folders).flatMap(([folder, { dependencies }]) =>
    Object.keys(dependencies).map((name) => [name === "node" ? "Node 22" : name, `${folder}/node_modules/${name}`]),
  );
  const ours = [...["@pact-foundation/pact", "@redocly/cli"], ...["openapi-typescript", "typescript", "vitest"]].map(
    (name) => [name, `../node_modules/${name}`],
  );
  return Object.fromEntries([...own, ...ours].map(([name, folder]) => [name, json(`${folder}/package.json`).version]));
}

/** One line of the table: medians, with the quartiles. */
function line({ title, ratios, memory, bundle, start, instantiations: types }: Figures): Record<string, string> {
  const spread = ({ median, low, high }: Ratio, digits = 2) =>
    `${median.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`;
  return {
    contender: title,
    ...Object.fromEntries(Object.entries(ratios).map(([name, ratio]) => [name, spread(ratio)])),
    "bytes a call": memory.perCall.toFixed(1),
    "peak MB": (memory.peak / 1e6).toFixed(0),
    "bundle kB": (bundle / 1000).toFixed(1),
    "import ms": spread(start, 1),
    types: String(types),
  };
}
