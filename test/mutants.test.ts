/** The short form of `npm run contract:mutants`. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readPact } from "../contracts/matrix.js";
import { inContract, inDescription, inGenerated, inProvider } from "../contracts/mutants.js";
import { runNode } from "../contracts/run-node.js";
import strength from "../contracts/strength.json" with { type: "json" };

const run = (...args: string[]) => runNode(["--import", "tsx", "contracts/mutate.ts", ...args]);

const all = [...inDescription, ...inGenerated, ...inContract, ...inProvider];

test("a mutant is killed by the gate that should, beside a run without one; CI runs them all", async () => {
  const { stdout, stderr, code } = await run("--every", String(all.length), "--json");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const { figures, mutants } = JSON.parse(stdout);
  expect(figures).toMatchObject({ mutants: 1, killed: 1 });
  expect(mutants.map(({ place }: { place: string }) => place)).toEqual(["description"]);
});

test("the figures that are published are those of the list as it stands, and all of it was killed", () => {
  expect(strength.mutants.map(({ name, killer }) => [name, killer])).toEqual(
    all.map(({ name, killer }) => [name, killer]),
  );
  expect(strength.mutants.every(({ killed, red, killer }) => killed && (red as string[]).includes(killer))).toBe(true);
  expect(strength.figures).toMatchObject({ mutants: all.length, killed: all.length });
  expect(all.length).toBeGreaterThanOrEqual(60);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  expect(strength.contract).toMatchObject({ interactions: readPact().interactions.length, failed: 0 });
});

test("what a mutant in a text changes is there to be changed", () => {
  const openapi = readFileSync("openapi.yaml", "utf8");
  for (const { from } of inDescription) expect(openapi).toContain(from);
  for (const { file, from } of inGenerated) expect(readFileSync(`generated/${file}`, "utf8")).toContain(from);
});

test("--every that is no count ends with a line", async () => {
  expect(await run("--every", "0")).toMatchObject({ code: 2, stderr: "--every must be a whole number from 1 on\n" });
});
