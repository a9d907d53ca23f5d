/** The short form of `npm run contract:mutants`. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { inContract, inDescription, inGenerated, inProvider } from "../contracts/mutants.js";
import { runNode } from "../contracts/run-node.js";

const run = (...args: string[]) => runNode(["--import", "tsx", "contracts/mutate.ts", ...args]);

const all = [...inDescription, ...inGenerated, ...inContract, ...inProvider];

test("a mutant is killed by the gate that should, beside a run without one; CI runs them all", async () => {
  const { stdout, stderr, code } = await run("--every", String(all.length), "--json");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const { figures, mutants } = JSON.parse(stdout);
  expect(figures).toMatchObject({ mutants: 1, killed: 1 });
  expect(mutants.map(({ place }: { place: string }) => place)).toEqual(["description"]);
});

test("every mutant has a name of its own", () => {
  expect(all.length).toBeGreaterThanOrEqual(60);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
});

test("what a mutant in a text changes is there to be changed", () => {
  const openapi = readFileSync("openapi.yaml", "utf8");
  for (const { from } of inDescription) expect(openapi.split(from).length).toBeGreaterThan(1);
  for (const { file, from } of inGenerated)
    expect(readFileSync(`generated/${file}`, "utf8").split(from).length).toBeGreaterThan(1);
});

test("--every that is no count ends with a line", async () => {
  expect(await run("--every", "0")).toMatchObject({ code: 2, stderr: "--every must be a whole number from 1 on\n" });
});
