import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { expect, test } from "vitest";

function filesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  return names.map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
}

function importsOf(file: string): string[] {
  return [...readFileSync(file, "utf8").matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map(([, name = ""]) => name);
}

test("the files of the client import one way only, and only one knows openapi-fetch", () => {
  const generated = ["../generated/lenient.js", "../generated/operations.js"];
  const visit = (file: string, importers: string[]) => {
    expect(importers, "files that import each other").not.toContain(file);
    const allowed = file === "src/fetch.ts" ? [...generated, "openapi-fetch"] : generated;
    for (const name of importsOf(file)) {
      if (name.startsWith("./")) visit(join("src", name.replace(".js", ".ts")), [...importers, file]);
      else expect(allowed, file).toContain(name);
    }
  };
  visit("src/index.ts", []);
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
