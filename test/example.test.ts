/** CONTRIBUTING.md's "Adding an example", in a copy of the repository: `npm run contract` names the next file each time. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { runNode } from "../contracts/process.js";

test("an example with a new state takes three files by hand, and each step says which is next", async () => {
  const folder = mkdtempSync(join(tmpdir(), "copy-"));
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" });
  for (const file of listed.trim().split("\n")) {
    if (/^(bench|interop|test)\//.test(file)) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(file, join(folder, file));
  }
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  const edit = (file: string, before: string, added: string) => {
    const text = readFileSync(join(folder, file), "utf8");
    expect(text).toContain(before);
    writeFileSync(
      join(folder, file),
      text.replace(before, () => added + before),
    );
  };
  const run = (...args: string[]) => runNode(["--import", "tsx", "contracts/run.ts", ...args], {}, folder);
  const contract = async () => (await run()).stdout;
  const body = '{ "code": 20003, "description": "The partner is suspended." }';

  const example = `                Suspended:\n                  summary: A suspended partner\n                  description: "*Assumed:* all of it."\n                  value:\n                    ${body}\n`;
  edit("openapi.yaml", "                ConditionalAccess:\n", example);
  const first = await contract();
  expect(first).toMatch(/^getQualifications 403 Suspended +ok +ok +ok +ok +FAILED +FAILED$/m);
  expect(first).toMatch(
    /^pact: openapi\.yaml:\d+ at #.*: no interaction checks it: add "403 Suspended": "<state>" to `getQualifications` in contracts\/interactions\.ts$/m,
  );

  const line = '  "403 Suspended": "the partner is suspended",\n';
  edit("contracts/interactions.ts", '  "200 InReview": "Education is in review",\n', line);
  expect(await contract()).toMatch(
    /^pact: consumer test: contracts\/interactions\.ts:\d+: no customer is in the state "the partner is suspended": add it to `cases` in src\/sandbox\/cases\.ts$/m,
  );

  edit(
    "src/sandbox/cases.ts",
    '  "Conditional Access blocks"',
    `  "the partner is suspended": fixed(27, 403, ${body}),\n`,
  );
  const third = await contract();
  expect(third).toMatch(/^pact: contracts\/.*\.json is stale, ".* 403 Suspended": run `npm run contract:write`$/m);
  expect(third).toMatch(/^pact: contracts\/states\.json is stale: run `npm run contract:write`$/m);

  const { stdout, code } = await run("--write");
  expect(stdout).toMatch(
    /^(wrote generated\/\w+\.ts\n)*wrote contracts\/.*--.*\.json\nwrote contracts\/states\.json\n$/,
  );
  expect(code).toBe(0);
  const last = await contract();
  expect(last).toMatch(/^getQualifications 403 Suspended +ok +ok +ok +ok +ok +ok$/m);
  expect(last).toMatch(/^\d+ passed, 0 failed$/m);
});
