/** "Adding an example" of contracts/README.md, in a copy of the repository: `npm run contract` names the next file each time. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runNode, runNpm } from "../contracts/process.js";
import { copyOfRepository } from "./files.js";

test("an example, a request and a response without a body are added, and each step says what is next", async () => {
  const folder = copyOfRepository(/^(?!(bench|interop|test)\/)./);
  const replace = (file: string, before: string, after: string) => {
    const text = readFileSync(join(folder, file), "utf8");
    expect(text).toContain(before);
    const changed = text.replace(before, () => after);
    writeFileSync(join(folder, file), changed);
  };
  const edit = (file: string, before: string, added: string) => replace(file, before, added + before);
  const contract = async () => (await runNode(["--import", "tsx", "contracts/run.ts"], {}, folder)).stdout;
  const body = '{ "code": 20003, "description": "The partner is suspended." }';
  const request = '{ "qualification": "Education", "educationSegment": "K12" }';
  const example = (name: string, indent: string, value: string) =>
    `${indent}${name}:\n${indent}  summary: Another\n${indent}  description: "*Assumed:* all of it."\n${indent}  value:\n${indent}    ${value}\n`;

  edit("openapi.yaml", "                ConditionalAccess:\n", example("Suspended", " ".repeat(16), body));
  const entity = "              StateOwnedEntity:\n                summary";
  edit("openapi.yaml", entity, example("K12", " ".repeat(14), request));
  edit("contracts/interactions.ts", '  "200 InReview"', '  "503 NoBody": "the service has no body",\n');
  const noState = (state: string) =>
    `no customer is in the state "${state}": add it to \`cases\` in src/sandbox/cases.ts`;
  const first = await contract();
  for (const advice of [
    'pact: no interaction checks it: add "403 Suspended": "<state>" to `getQualifications` in contracts/interactions.ts\n',
    'add { state: "<state>", request: "K12" } to a response of `createQualification` in contracts/interactions.ts\n',
    noState("the service has no body"),
  ]) {
    expect(first).toContain(advice);
  }

  edit("contracts/interactions.ts", '  "503 NoBody"', '  "403 Suspended": "the partner is suspended",\n');
  const [before, after] = ['"Education is in review"', '{ state: "Education is in review", request: "K12" }'];
  const refused = '"409 QualificationHeld": ';
  replace("contracts/interactions.ts", refused + before, refused + after);
  edit("openapi.yaml", "        The service cannot be reached.", "        *Assumed:* it can have an empty body.\n\n");
  expect(await contract()).toContain(noState("the partner is suspended"));

  const states = [`"the partner is suspended": fixed(97, 403, ${body})`, '"the service has no body": fixed(98, 503)'];
  edit("src/sandbox/cases.ts", '  "Conditional Access blocks"', states.map((state) => `  ${state},\n`).join(""));
  const third = await contract();
  const failures = third.match(/^\w+: .*$/gm) ?? [];
  expect(new Set(failures.map((line) => line.split(": ").at(-1)))).toEqual(new Set(["run `npm run contract:write`"]));

  const { stdout, stderr, code } = await runNpm(["run", "--silent", "contract:write"], folder);
  expect(stdout).toMatch(
    /^wrote generated\/interactions\.ts\n.*wrote contracts\/\S+--\S+\nwrote contracts\/states\.json\n$/ms,
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const last = await contract();
  const rows = ["getQualifications 403 Suspended", "createQualification request K12", "getQualifications 503 NoBody"];
  for (const row of rows) expect(last).toMatch(new RegExp(`^${row} +ok +ok +ok +ok +ok +ok$`, "m"));
  expect(last).toMatch(/^\d+ passed, 0 failed$/m);
});
