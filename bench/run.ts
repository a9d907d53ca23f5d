/**
 * What a call costs, beside what people would use instead: `npm ci` here and in the folder above, then `npm run bench`.
 * Prints one table, and writes results.json. Each figure is a ratio to raw `fetch` and `JSON.parse` in the same process.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import type { Create } from "./contender.js";
import { calls, layers, type Ratio, ratioOf } from "./cpu.js";

const names = readdirSync("contenders").map((file) => file.replace(".ts", ""));
const [name] = process.argv.slice(2);

if (name) {
  // A process for each: what one leaves compiled must not slow the next.
  const load = async (each: string): Promise<Create> => (await import(`./contenders/${each}.ts`)).create;
  const [contender, floor] = [await load(name), await load("fetch")];
  const ratios: Record<string, Ratio> = {};
  for (const [layer, { enter, callsOfOne }] of Object.entries(layers)) {
    enter();
    for (const call of calls)
      ratios[`${layer}, ${call.toUpperCase()}`] = await ratioOf(contender, floor, call, callsOfOne);
  }
  console.log(JSON.stringify(ratios));
} else {
  const about = {
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    cpu: cpus()[0]?.model.trim(),
    cores: cpus().length,
    versions: versions(),
  };
  const results: { name: string; bundle: number; ratios: Record<string, Ratio> }[] = [];
  for (const each of names) {
    const ratios = JSON.parse(
      execFileSync(process.execPath, ["--import", "tsx", "run.ts", each], { encoding: "utf8" }),
    );
    results.push({ name: each, bundle: await bundleOf(each), ratios });
  }
  writeFileSync("results.json", `${JSON.stringify({ about, results }, null, 2)}\n`);
  const columns = Object.keys(results[0]?.ratios ?? {});
  console.log(
    `${about.date}, Node ${about.node}, ${about.cores} × ${about.cpu}\n${Object.entries(about.versions)
      .map((pair) => pair.join(" "))
      .join(", ")}\n`,
  );
  console.log(["contender".padEnd(26), ...columns.map((column) => column.padEnd(19)), "min + brotli"].join(""));
  for (const { name: each, bundle, ratios } of results) {
    const cells = columns.map((column) => shown(ratios[column]).padEnd(19));
    console.log([each.padEnd(26), ...cells, `${(bundle / 1000).toFixed(1)} kB`].join(""));
  }
}

function shown(ratio: Ratio | undefined): string {
  const [median, low, high] = [ratio?.median, ratio?.low, ratio?.high].map((value) => value?.toFixed(2));
  return `${median} (${low}–${high})`;
}

async function bundleOf(each: string): Promise<number> {
  const options = { bundle: true, minify: true, format: "esm", platform: "browser", write: false } as const;
  const { outputFiles } = await build({ entryPoints: [`contenders/${each}.ts`], ...options });
  return brotliCompressSync(outputFiles[0]?.contents ?? "").length;
}

function versions(): Record<string, string> {
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const version = (each: string) => JSON.parse(readFileSync(`node_modules/${each}/package.json`, "utf8")).version;
  return Object.fromEntries(Object.keys(dependencies).map((each) => [each, version(each)]));
}
