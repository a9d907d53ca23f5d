import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { examplesOf } from "../contracts/examples.js";
import { Description } from "../contracts/generate/description.js";
import { generate, stale } from "../contracts/generate/generate.js";
import { examples } from "../src/examples.js";
import { emptyFolder, openapiWith } from "./files.js";

const changed = (from: string | RegExp, to: string) => new Description("openapi.yaml", openapiWith([from, to]));

const documented = new Description("openapi.yaml");
const files = await generate(documented);
const all = ["api", "lenient", "validators", "operations", "strict", "responses", "examples", "interactions"];

test("the generated files are what openapi.yaml says, and the same each time", async () => {
  expect(Object.keys(files)).toEqual(all.map((name) => `${name}.ts`));
  expect(await generate(new Description("openapi.yaml"))).toEqual(files);
  expect(stale(files)).toEqual([]);
});

test("a generated file that was edited by hand is stale, and so is one that is missing", () => {
  const folder = `${emptyFolder()}/`;
  cpSync("generated/api.ts", `${folder}api.ts`);
  writeFileSync(`${folder}validators.ts`, `${readFileSync("generated/validators.ts", "utf8")}// by hand\n`);
  expect(stale(files, folder)).toEqual(all.slice(1).map((name) => `${name}.ts`));
});

const scheme = "- appAndUser: []";
const dateTime = '$ref: "#/components/schemas/DateTime"';
const mapping = 'Education: "#/components/schemas/EducationRequest"';
const union = "      anyOf:\n";
const example = "              examples:\n";
const access = "                ConditionalAccess:\n";

test.each<[string, string | RegExp, string, string]>([
  ["two security schemes at once", scheme, `${scheme}\n          appOnly: []`, "a list of single security schemes"],
  ["an unknown keyword", /\n {10}minLength: 1/, "\n          uniqueItems: true", 'unsupported keyword "uniqueItems"'],
  ["a keyword beside a union", union, `      maxLength: 5\n${union}`, '"maxLength" is not supported beside "anyOf"'],
  ["an empty example", access, `                Suspended:\n${access}`, "there is no object here: complete"],
  ["an example without a value", access, `                Suspended: {}\n${access}`, 'has no "value": add'],
  ["an example without a name", example, `              example: {}\n${example}`, "by name"],
  ["a range of statuses", '        "404":', '        "4XX":', '"4XX" is not a single status'],
  ["an unknown method", "    post:\n", "    trace:\n", '"trace" is not supported'],
  ["an unchecked format", /format: uuid\n\s+pattern: .*\n/, "format: uuid\n", 'a "format" is checked by the "pattern"'],
  ["a union without discriminator", /anyOf:\n/, "oneOf:\n", '"oneOf" needs a "discriminator"'],
  ["a mapping of another value", mapping, mapping.replace("Education", "School"), "the mapping says School"],
  ["a reference to nothing", "#/components/schemas/DateTime", "#/components/schemas/Date", "leads to nothing"],
  ["a schema without a name", /\{ \$ref: "\S+Qualifications" \}/, "{ type: string }", "must be a named one"],
  ["a keyword beside a reference", dateTime, `${dateTime}\n          minLength: 30`, 'beside "$ref"'],
  ["a schema without a type", /type: string\n\s+format: uuid/, "format: uuid", '"type" is missing'],
])("the generator stops, with file and line, at %s", async (_, from, to, message) => {
  const failure = await generate(changed(from, to)).catch((error: Error) => error.message);
  expect(failure).toContain(message);
  expect(failure).toMatch(/^openapi\.yaml:\d+ at #\//);
});

test("the generator stops at text that is not YAML", () => {
  expect(() => changed("openapi: 3.1.0", "openapi: 3.1.0: x")).toThrow(/^openapi\.yaml:1: /);
});

test("./examples has each example that openapi.yaml documents, and no other one", () => {
  const described = examplesOf(documented);
  expect(described.length).toBeGreaterThan(40);
  const expected = described.map(({ id, status, value }) => [id, status ?? "request", value]);
  const found = Object.entries(examples).map(([id, one]) => [id, "status" in one ? one.status : "request", one.body]);
  expect(found).toEqual(expected);
  expect(examples["getQualifications 429 RateLimited"].headers).toEqual({ "Retry-After": "57" });
});

test("an example cannot be changed by one test for another", () => {
  const { body } = examples["getQualifications 200 Approved"];
  expect(() => body.push({ qualification: "StateOwnedEntity" })).toThrow(TypeError);
  expect(() => Object.assign(body[0] ?? {}, { qualification: "StateOwnedEntity" })).toThrow(TypeError);
});
