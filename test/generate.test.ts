import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Description } from "../contracts/generate/description.js";
import { generate, stale } from "../contracts/generate/generate.js";
import { Schemas } from "../contracts/generate/schemas.js";
import { operations } from "../generated/operations.js";
import { responseValidators } from "../generated/responses.js";

const source = readFileSync("openapi.yaml", "utf8");
const changed = (from: string | RegExp, to: string) => new Description("openapi.yaml", replaced(from, to));

function replaced(from: string | RegExp, to: string): string {
  const text = source.replace(from, to);
  if (text === source) throw new Error(`openapi.yaml does not contain ${from}`);
  return text;
}

test("the generated files are what openapi.yaml says, and the same each time", async () => {
  const [first, second] = [
    await generate(new Description("openapi.yaml")),
    await generate(new Description("openapi.yaml")),
  ];
  expect(Object.keys(first)).toEqual([
    "api.ts",
    "lenient.ts",
    "validators.ts",
    "operations.ts",
    "strict.ts",
    "responses.ts",
    "examples.ts",
    "interactions.ts",
  ]);
  expect(second).toEqual(first);
  expect(stale(first)).toEqual([]);
});

test("a generated file that was edited by hand is stale, and so is one that is missing", async () => {
  const folder = `${mkdtempSync(join(tmpdir(), "generated-"))}/`;
  const files = await generate(new Description("openapi.yaml"));
  cpSync("generated/api.ts", `${folder}api.ts`);
  writeFileSync(`${folder}validators.ts`, `${readFileSync("generated/validators.ts", "utf8")}// by hand\n`);
  expect(stale(files, folder)).toEqual([
    "lenient.ts",
    "validators.ts",
    "operations.ts",
    "strict.ts",
    "responses.ts",
    "examples.ts",
    "interactions.ts",
  ]);
});

test("an enumeration value that was removed makes the generated files stale", async () => {
  const files = await generate(changed("enum: [InReview, Approved, Denied]", "enum: [InReview, Approved]"));
  expect(stale(files)).toEqual(["api.ts", "lenient.ts", "operations.ts", "strict.ts"]);
});

test("--check names what is stale, and fails", () => {
  const folder = mkdtempSync(join(tmpdir(), "check-"));
  writeFileSync(join(folder, "openapi.yaml"), replaced("enum: [K12, HigherEducation]", "enum: [K12]"));
  const tsx = join(process.cwd(), "node_modules/tsx/dist/cli.mjs");
  const script = join(process.cwd(), "contracts/generate/generate.ts");
  const { status, stderr } = spawnSync(process.execPath, [tsx, script, "--check"], { cwd: folder, encoding: "utf8" });
  expect(stderr.split("\n")).toEqual([
    "generated/api.ts is stale: run `npm run generate`",
    "generated/lenient.ts is stale: run `npm run generate`",
    "generated/validators.ts is stale: run `npm run generate`",
    "",
  ]);
  expect(status).toBe(1);
});

test("the tokens that an operation accepts are those of its security", async () => {
  const row = async (description: Description) =>
    (await generate(description))["responses.ts"]?.match(/ {2}\w+: \["app.*/g);
  const read = '["appOnly","appAndUser"],';
  const expected = [
    `  getQualifications: ${read}`,
    '  createQualification: ["appAndUser"],',
    `  getValidationCodes: ${read}`,
  ];
  expect(await row(new Description("openapi.yaml"))).toEqual(expected);
  const appOnly = changed(/security:\n {8}- appAndUser: \[\]/, "security:\n        - appOnly: []");
  expect(await row(appOnly)).toEqual(expected.with(1, '  createQualification: ["appOnly"],'));
});

describe("the generator stops, with file and line, at", () => {
  test.each([
    [
      "an operation without a security scheme",
      /security:\n {8}- appAndUser: \[\]/,
      "security: []",
      "a list of single security schemes is required",
    ],
    [
      "two security schemes at once",
      /security:\n {8}- appAndUser: \[\]/,
      "security:\n        - appAndUser: []\n          appOnly: []",
      "a list of single security schemes is required",
    ],
    [
      "a keyword it does not understand",
      /\n {10}minLength: 1/,
      "\n          uniqueItems: true",
      'unsupported keyword "uniqueItems"',
    ],
    [
      "a keyword beside a union",
      "      anyOf:\n",
      "      maxLength: 5\n      anyOf:\n",
      '"maxLength" is not supported beside "anyOf"',
    ],
    [
      "an example without a name",
      "              examples:\n",
      "              example: {}\n              examples:\n",
      "by name",
    ],
    ["a range of statuses", '        "404":', '        "4XX":', '"4XX" is not a single status'],
    ["a method it does not know", "    post:\n", "    trace:\n", '"trace" is not supported'],
    [
      "a format that no pattern checks",
      /format: uuid\n\s+pattern: .*\n/,
      "format: uuid\n",
      'a "format" is checked by the "pattern"',
    ],
    ["a union without discriminator", /anyOf:\n/, "oneOf:\n", '"oneOf" needs a "discriminator"'],
    [
      "a mapping that names another value",
      'Education: "#/components/schemas/EducationRequest"',
      'School: "#/components/schemas/EducationRequest"',
      "the mapping says School",
    ],
    ["a reference to nothing", "#/components/schemas/DateTime", "#/components/schemas/Date", "there is no object here"],
    [
      "a response whose schema has no name",
      '{ $ref: "#/components/schemas/Qualifications" }',
      "{ type: array, items: { type: string } }",
      "this schema must be a named one",
    ],
    [
      "a keyword beside a reference",
      '$ref: "#/components/schemas/DateTime"',
      '$ref: "#/components/schemas/DateTime"\n          minLength: 30',
      'beside "$ref"',
    ],
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

test("the validators need nothing at run time: no import, no require, no eval", () => {
  const code = readFileSync("generated/validators.ts", "utf8") + readFileSync("generated/strict.ts", "utf8");
  expect(code).not.toMatch(/\b(import|require|eval|Function)\b\s*\(?["'(]/);
  const script = `
    const { operations } = await import("./generated/operations.ts");
    process.stdout.write(String(operations.getQualifications.response([])));`;
  const flags = ["--import", "tsx", "--disallow-code-generation-from-strings", "--input-type=module", "--eval", script];
  expect(execFileSync(process.execPath, flags, { encoding: "utf8" })).toBe("true");
});

describe("strict and lenient", () => {
  const read = operations.getQualifications;
  const approved = { qualification: "Education", vettingStatus: "Approved" };
  test.each([
    ["what is documented", [approved, { qualification: "StateOwnedEntity" }], true, true],
    ["an undocumented property", [{ ...approved, level: 1 }], false, true],
    ["an unknown status", [{ ...approved, vettingStatus: "Pending" }], false, true],
    ["an unknown qualification", [{ qualification: "Charity" }], false, true],
    ["a date of another form", [{ ...approved, vettingCreateDate: "07/09/2020: 00:00:00" }], false, true],
    [
      "a date with 7 digits and an offset",
      [{ ...approved, vettingCreateDate: "2021-05-06T19:59:56.6832021+00:00" }],
      true,
      true,
    ],
    ["an impossible date", [{ ...approved, vettingCreateDate: "2021-02-30T19:59:56Z" }], false, true],
    [
      "a state-owned entity with a status",
      [{ qualification: "StateOwnedEntity", vettingStatus: "Approved" }],
      false,
      true,
    ],
    ["a vetted qualification without status", [{ qualification: "GovernmentCommunityCloud" }], false, true],
    ["a status that is null", [{ ...approved, vettingStatus: null }], false, true],
    ["a status that is a number", [{ ...approved, vettingStatus: 1 }], false, false],
    ["no qualification", [{ vettingStatus: "Approved" }], false, false],
    ["a qualification that is null", [{ qualification: null }], false, false],
    ["a qualification that is a number", [{ qualification: 1 }], false, false],
    ["an item that is null", [null], false, false],
    ["an object", { qualifications: [] }, false, false],
  ])("validate %s", (_, value, strict, lenient) => {
    expect([responseValidators.getQualifications[200]?.(value), read.response(value)]).toEqual([strict, lenient]);
  });

  test("every documented response has a strict validator", () => {
    for (const { id, responses } of new Description("openapi.yaml").operations()) {
      expect(Object.keys(responseValidators[id as keyof typeof responseValidators])).toEqual(
        responses.map(({ status }) => String(status)),
      );
    }
  });
});

test("lenient requires only what a response is useless without, and lets null and other strings pass", () => {
  const { byName } = lenientSchemas();
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

function lenientSchemas(): Schemas {
  const schemas = new Schemas(new Description("openapi.yaml"));
  for (const name of ["Qualifications", "ValidationCodes"]) schemas.named(`#/components/schemas/${name}`, "lenient");
  return schemas;
}
