import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createClient } from "../src/index.js";
import { usage } from "../src/sandbox/command-line.js";
import { blocks, readme } from "./support.js";

const sandbox = readFileSync("src/sandbox/README.md", "utf8");

test("every token it shows is one that a client takes", () => {
  const code = blocks("ts").join("");
  const tokens = [...code.matchAll(/token: "(.*?)"/g)].map(([, token = ""]) => token);
  expect(tokens.length).toBeGreaterThan(2);
  for (const token of tokens) expect(createClient({ token })).toBeTypeOf("object");
});

test("it has at most 200 lines, and its first example at most 12", () => {
  expect(readme.split("\n").length).toBeLessThanOrEqual(200);
  expect(blocks("ts")[0]?.trim().split("\n").length).toBeLessThanOrEqual(12);
});

test("every command it names is a script", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  const named = [...(readme + sandbox).matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name);
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
});

test("the sandbox's page names its options, on the command line and in process", () => {
  const options = usage.match(/--[a-z-]+/g) ?? [];
  const [types = ""] =
    /export interface SandboxOptions.*?\n}/s.exec(readFileSync("src/sandbox/options.ts", "utf8")) ?? [];
  const inProcess = [...types.matchAll(/^ {2}(\w+)\?:/gm)].map(([, name = ""]) => name);
  expect([options.length, inProcess.length]).toEqual([8, 9]);
  for (const name of [...options, ...inProcess]) expect(sandbox).toContain(`| \`${name}\` `);
});
