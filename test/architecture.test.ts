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

test("the files of the client import one way only", () => {
  const files = filesIn("src").filter((file) => !/sandbox\/|verify\/|(cli|examples)\.ts/.test(file));
  expect(files.map((file) => file.slice("src/".length, -".ts".length)).sort()).toEqual([...order].sort());
  for (const [rank, name] of order.entries()) {
    for (const imported of importsOf(`src/${name}.ts`)) {
      const own = /^\.\/([\w-]+)\.js$/.exec(imported)?.[1];
      const allowed = own
        ? order.indexOf(own) < rank
        : /^(\.\.\/generated\/(lenient|operations)\.js|openapi-fetch)$/.test(imported);
      expect(allowed, `src/${name}.ts may not import ${imported}`).toBe(true);
    }
  }
});

test("only one file knows openapi-fetch", () => {
  const knowing = order.filter((name) => importsOf(`src/${name}.ts`).includes("openapi-fetch"));
  expect(knowing).toEqual(["fetch"]);
});

test("the client, the sandbox and verify share nothing but generated/", () => {
  for (const folder of ["sandbox", "verify"]) {
    for (const file of filesIn(`src/${folder}`)) {
      for (const imported of importsOf(file).filter((name) => name.startsWith("."))) {
        const target = join(dirname(file), imported);
        const allowed = target.startsWith(`src/${folder}/`) || target.startsWith("generated/");
        expect(allowed, `${file}: ${imported}`).toBe(true);
      }
    }
  }
});

test("only what serves the sandbox, and the command line, need Node", () => {
  const needing = filesIn("src").filter((file) => importsOf(file).some((name) => name.startsWith("node:")));
  const expected = ["sandbox/command-line", "sandbox/server-handler", "sandbox/server", "verify/command-line"];
  expect(needing.sort()).toEqual(expected.map((name) => `src/${name}.ts`));
});

test("the type of a finding is below everything in contracts/, and the matrix above every check", () => {
  const relative = importsOf("contracts/finding.ts").filter((name) => name.startsWith("."));
  expect(relative).toEqual(["../src/verify/finding.js"]);
  expect(importsOf("src/verify/finding.ts")).toEqual([]);
  for (const file of filesIn("contracts/checks")) {
    expect(importsOf(file).filter((name) => /^\.\/|\/(matrix|run|mutate)\.js$/.test(name))).toEqual([]);
    const name = file.slice("contracts/checks/".length, -".ts".length);
    expect(readFileSync(file, "utf8").match(/^export .*?(?= = )/gm)).toEqual([`export const ${name}: Check`]);
  }
});
