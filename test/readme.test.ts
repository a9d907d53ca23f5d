import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../contracts/run-node.js";
import { blocks, readme } from "./support.js";

test("every TypeScript block compiles against the sources", async () => {
  const folder = mkdtempSync(join(tmpdir(), "readme-"));
  const paths = {
    "partner-center-qualifications": [resolve("src/index.ts")],
    "partner-center-qualifications/sandbox": [resolve("src/sandbox/index.ts")],
  };
  const compilerOptions = { types: ["node"], paths };
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  for (const [index, code] of blocks("ts").entries()) writeFileSync(join(folder, `block-${index}.ts`), code);
  const { stdout } = await compile(folder, { extends: resolve("tsconfig.json"), compilerOptions, include: ["*.ts"] });
  expect(stdout).toBe("");
  expect(blocks("ts").length).toBeGreaterThan(3);
});

test("the first example has at most 12 lines", () => {
  expect(blocks("ts")[0]?.trim().split("\n").length).toBeLessThanOrEqual(12);
});

test("every command it names is a script", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
});

test("it is short enough to be read", () => {
  expect(readme.split("\n").length).toBeLessThanOrEqual(250);
});
