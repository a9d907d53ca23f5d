/** What the entry `./examples` exports is what `openapi.yaml` documents, and cannot be changed. */
import { expect, test } from "vitest";
import { examplesOf } from "../contracts/examples.js";
import { Description } from "../contracts/generate/description.js";
import { examples } from "../src/examples.js";

test("each example is what openapi.yaml documents, and no other one is there", () => {
  const documented = examplesOf(new Description("openapi.yaml"));
  expect(documented.length).toBeGreaterThan(40);
  const expected = documented.map(({ id, status, value }) => [id, status ?? "request", value]);
  const found = Object.entries(examples).map(([id, one]) => [id, "status" in one ? one.status : "request", one.body]);
  expect(found).toEqual(expected);
  expect(examples["getQualifications 429 RateLimited"].headers).toEqual({ "Retry-After": "57" });
});

test("no test can change what another one reads", () => {
  const { body } = examples["getQualifications 200 Approved"];
  expect(() => body.push({ qualification: "StateOwnedEntity" })).toThrow(TypeError);
  expect(() => Object.assign(body[0] ?? {}, { qualification: "StateOwnedEntity" })).toThrow(TypeError);
});
