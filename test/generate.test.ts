import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Description } from "../contracts/generate/description.js";
import { generate, stale } from "../contracts/generate/generate.js";
import { Schemas } from "../contracts/generate/schemas.js";
import { runNode } from "../contracts/process.js";
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

test("an enumeration value that was removed makes the generated files stale", async () => {
  const changedFiles = await generate(changed("enum: [InReview, Approved, Denied]", "enum: [InReview, Approved]"));
  expect(stale(changedFiles)).toEqual(["api.ts", "lenient.ts", "operations.ts", "strict.ts"]);
});

test("the tokens that an operation accepts are those of its security", async () => {
  const rows = (generated: Record<string, string>) => generated["responses.ts"]?.match(/ {2}\w+: \["app.*/g);
  const read = '["appOnly","appAndUser"],';
  const create = '  createQualification: ["appAndUser"],';
  const expected = [`  getQualifications: ${read}`, create, `  getValidationCodes: ${read}`];
  expect(rows(files)).toEqual(expected);
  const appOnly = changed(/security:\n {8}- appAndUser: \[\]/, "security:\n        - appOnly: []");
  expect(rows(await generate(appOnly))).toEqual(expected.with(1, create.replace("appAndUser", "appOnly")));
});

describe("the generator stops, with file and line, at", () => {
  const security = /security:\n {8}- appAndUser: \[\]/;
  const single = "a list of single security schemes is required";
  const both = "security:\n        - appAndUser: []\n          appOnly: []";
  const qualifications = '{ $ref: "#/components/schemas/Qualifications" }';
  const dateTime = '$ref: "#/components/schemas/DateTime"';
  const mapping = 'Education: "#/components/schemas/EducationRequest"';
  const union = "      anyOf:\n";
  const format = /format: uuid\n\s+pattern: .*\n/;
  const example = "              examples:\n";

  test.each<[string, string | RegExp, string, string]>([
    ["an operation without a security scheme", security, "security: []", single],
    ["two security schemes at once", security, both, single],
    ["an unknown keyword", /\n {10}minLength: 1/, "\n          uniqueItems: true", 'unsupported keyword "uniqueItems"'],
    ["a keyword beside a union", union, `      maxLength: 5\n${union}`, '"maxLength" is not supported beside "anyOf"'],
    ["an example without a name", example, `              example: {}\n${example}`, "by name"],
    ["a range of statuses", '        "404":', '        "4XX":', '"4XX" is not a single status'],
    ["an unknown method", "    post:\n", "    trace:\n", '"trace" is not supported'],
    ["an unchecked format", format, "format: uuid\n", 'a "format" is checked by the "pattern"'],
    ["a union without discriminator", /anyOf:\n/, "oneOf:\n", '"oneOf" needs a "discriminator"'],
    ["a mapping of another value", mapping, mapping.replace("Education", "School"), "the mapping says School"],
    ["a reference to nothing", "#/components/schemas/DateTime", "#/components/schemas/Date", "leads to nothing"],
    ["a schema without a name", qualifications, "{ type: array, items: { type: string } }", "must be a named one"],
    ["a keyword beside a reference", dateTime, `${dateTime}\n          minLength: 30`, 'beside "$ref"'],
    ["a schema without a type", /type: string\n\s+format: uuid/, "format: uuid", '"type" is missing'],
  ])("%s", async (_, from, to, message) => {
    const failure = await generate(changed(from, to)).catch((error: Error) => error.message);
    expect(failure).toContain(message);
    expect(failure).toMatch(/^openapi\.yaml:\d+ at #\//);
  });

  test("text that is not YAML", () => {
    expect(() => changed("openapi: 3.1.0", "openapi: 3.1.0: x")).toThrow(/^openapi\.yaml:1: /);
  });
});

test("the validators need nothing at run time: no import, no require, no eval", async () => {
  const code = readFileSync("generated/validators.ts", "utf8") + readFileSync("generated/strict.ts", "utf8");
  expect(code).not.toMatch(/\b(import|require|eval|Function)\b\s*\(?["'(]/);
  const script = `
    const { operations } = await import("./generated/operations.ts");
    process.stdout.write(String(operations.getQualifications.response([])));`;
  const flags = ["--import", "tsx", "--disallow-code-generation-from-strings", "--input-type=module", "--eval", script];
  expect(await runNode(flags)).toEqual({ code: 0, stdout: "true", stderr: "" });
});

test("lenient requires only what a response is useless without, and lets null and other strings pass", () => {
  const schemas = new Schemas(documented);
  for (const name of ["Qualifications", "ValidationCodes"]) schemas.named(`#/components/schemas/${name}`, "lenient");
  const { byName } = schemas;
  expect(byName.QualificationLenient).toMatchObject({
    required: ["qualification"],
    properties: { qualification: { type: "string" }, vettingStatus: { type: ["string", "null"] } },
  });
  expect(byName.ValidationCodeLenient).toMatchObject({
    required: ["validationId"],
    properties: { validationId: { type: ["string", "integer"] }, maxCreates: { type: ["integer", "null"] } },
  });
  expect(JSON.stringify(byName)).not.toMatch(/"(enum|pattern|additionalProperties)"/);
});
