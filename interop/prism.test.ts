/** Each check sees a planted defect. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { createContext } from "../contracts/context.js";
import { Description } from "../contracts/generate/description.js";
import type { Interaction } from "../contracts/interactions.js";
import { createSandbox } from "../src/sandbox/index.js";
import { needlessExplanations, prism } from "./prism.js";
import { startPrism } from "./start-prism.js";

test("a wider description, another example, a wrong sandbox and a difference are seen", async () => {
  const text = readFileSync("openapi.yaml", "utf8");
  const changed = text
    .replace("enum: [InReview, Approved, Denied]", "enum: [InReview, Approved, Denied, Pending]")
    .replace("    ValidationCode:\n", "    ValidationCode:\n      additionalProperties: false\n")
    .replace('"vettingReason": "Not an Education Customer"', '"vettingReason": "Not a Customer"');
  const file = join(mkdtempSync(join(tmpdir(), "prism-")), "openapi.yaml");
  writeFileSync(file, changed);
  const sandbox = (options = {}) => {
    const made = createSandbox(options);
    const fetch: typeof globalThis.fetch = async (...request) => {
      const response = await made.fetch(...request);
      return new Response((await response.text()).replace('"Approved"', '"Accepted"'), response);
    };
    return { ...made, fetch };
  };
  const { examples, interactions: known } = createContext();
  const interactions = [...known, { ...(known[0] as Interaction), response: "200 Charity" }];
  const description = new Description(file, changed);
  const findings = await prism(createContext({ description, examples, interactions, sandbox }));
  const found = findings.map(({ id, message }) => `${id}, ${message}`).join("\n");
  for (const expected of [
    /^getQualifications 200 Denied, Prism as a mock: the body/m,
    /openapi\.yaml has no example "getQualifications 200 Charity": add it/m,
    /^getQualifications 200 Approved, Prism as a proxy: the status/m,
    /Prism disagrees, createQualification 201: Pending is not a status$/m,
    /Prism disagrees, getValidationCodes 200: an undocumented property$/m,
  ]) {
    assert.match(found, expected);
  }
});

test("an explanation of what is not a difference, or of no value, is seen", () => {
  const explained = new Map([
    ["createQualification 201: Pending is not a status", "refuses"],
    ["createQualification 201: nothing", "accepts"],
  ]);
  assert.equal(needlessExplanations(explained).length, 2);
});

test("Prism's output is shown if it does not start", async () => {
  await assert.rejects(startPrism("mock", "nowhere.yaml"), /Prism did not start:[\s\S]*nowhere\.yaml/);
});
