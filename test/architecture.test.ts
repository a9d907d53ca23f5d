import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { expect, test } from "vitest";

/** Each file of the client imports only files that stand before it. */
const order = [
  "qualification errors checks retry abort token options platform call body validate headers",
  "request deviations response network send fetch client pace limits vetting bulk index",
].flatMap((names) => names.split(" "));

function filesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  return names.map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
}

function importsOf(file: string): string[] {
  return [...readFileSync(file, "utf8").matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map(([, name = ""]) => name);
}

test("the files of the client import one way only, and only one knows openapi-fetch", () => {
  const files = filesIn("src").filter((file) => !/sandbox\/|verify\/|(cli|examples)\.ts/.test(file));
  expect(files.map((file) => file.slice("src/".length, -".ts".length)).sort()).toEqual([...order].sort());
  for (const [rank, name] of order.entries()) {
    const own = order.slice(0, rank).map((before) => `./${before}.js`);
    const generated = ["../generated/lenient.js", "../generated/operations.js"];
    const allowed = [...own, ...generated, ...(name === "fetch" ? ["openapi-fetch"] : [])];
    expect(allowed, `src/${name}.ts`).toEqual(expect.arrayContaining(importsOf(`src/${name}.ts`)));
  }
});

test("the client, the sandbox and verify share nothing but generated/", () => {
  for (const folder of ["src/sandbox", "src/verify"]) {
    for (const file of filesIn(folder)) {
      const targets = importsOf(file).flatMap((name) => (name.startsWith(".") ? join(dirname(file), name) : []));
      const others = targets.filter((target) => !target.startsWith(`${folder}/`) && !target.startsWith("generated/"));
      expect(others, file).toEqual([]);
    }
  }
});

test("the type of a finding is below everything in contracts/, and the matrix above every check", () => {
  const relative = importsOf("contracts/finding.ts").filter((name) => name.startsWith("."));
  expect(relative).toEqual(["../src/verify/finding.js"]);
  expect(importsOf("src/verify/finding.ts")).toEqual([]);
  for (const file of filesIn("contracts/checks")) {
    expect(importsOf(file).filter((name) => /^\.\/|\/(matrix|run|mutate)\.js$/.test(name))).toEqual([]);
  }
});
