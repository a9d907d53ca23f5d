/** `npm run contract`: green without a defect, red with a defect for each check, and as a person or a machine runs it. */
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { runConsumerTests } from "../contracts/consumer.js";
import { type Check, createContext } from "../contracts/context.js";
import { failed, print } from "../contracts/finding.js";
import { Description } from "../contracts/generate/description.js";
import { generate } from "../contracts/generate/generate.js";
import { type Interaction, interactions } from "../contracts/interactions.js";
import { columns, lines, type Matrix, printMatrix, runMatrix } from "../contracts/matrix.js";
import { readPact } from "../contracts/pact-file.js";
import { runNode } from "../contracts/process.js";
import { emptyFolder, openapiWith, temporary } from "./files.js";
import { changedSandbox } from "./support.js";

const changedDescription = (...changes: Parameters<typeof openapiWith>) =>
  new Description(temporary("openapi.yaml", openapiWith(...changes)));

test("every documented example passes every check, and every file of contracts/checks/ is one", async () => {
  const { code, stdout, stderr } = await runNode(["--import", "tsx", "contracts/run.ts", "--json"]);
  const { rows, lines, failures, passed, failed }: Matrix = JSON.parse(stdout);
  expect({ failures, failed, code, stderr }).toEqual({ failures: [], failed: 0, code: 0, stderr: "" });
  expect(rows.map(({ example }) => example)).toContain("createQualification request Education");
  const names = ["lint", "types", "validators", "client", "pact", "provider"];
  for (const { cells } of rows) expect(cells).toEqual(names.map((check) => ({ check, result: "passed" })));
  expect(lines.map(({ check, summary }) => [check, summary])).toEqual([
    ["coverage", "3 of 3 operations, 11 of 14 parameters, 24 of 24 responses"],
    ["workflows", "6 workflows"],
    ["release", expect.stringMatching(/^not compared: |^(none|patch|minor|major) since \S+ needs /)],
    ["sources", expect.stringMatching(/^[1-9]\d* blocks of Microsoft's page$/)],
    ["facts", expect.stringMatching(/^\d\d+ facts of the documentation$/)],
    ["values", expect.stringMatching(/^\d\d values that must be rejected, \d that must not$/)],
  ]);
  const files = readdirSync("contracts/checks").map((file) => file.replace(".ts", ""));
  expect([...names, ...lines.map(({ check }) => check)].sort()).toEqual(files.sort());
  expect(passed).toBe(rows.length * names.length + lines.filter(({ result }) => result === "passed").length);
});

test("each check turns red on a defect that it must see, with what to do and the difference", async () => {
  const description = changedDescription(
    ["enum: [InReview, Approved, Denied]", "enum: [InReview, Approved]"],
    ["url: https://api.partnercenter.microsoft.com", "url: https://api.partner.microsoft.com"],
    ['"vettingStatus": "InReview", "vettingCreatedDate"', '"vettingStatus": "Approved", "vettingCreatedDate"'],
    ['"vettingStatus": "Approved" }]', '"vettingStatus": "Approved", }]'],
    ["Source: [Get a partner's validation", "Source: Get a partner's validation"],
    ["can return 404 with an empty body", "can return 404"],
  );
  const pact = readPact();
  pact.interactions = pact.interactions.filter(({ description }) => !/429 RateLimited|^getVal/.test(description));
  const changed = async (response: Response) => {
    if (response.status === 503) return Response.json({ description: "The sandbox failed: broken" }, { status: 500 });
    const text = (await response.text()).replace('"vettingStatus":"Denied",', '"level":3,');
    return new Response(text, { status: response.status, headers: response.headers });
  };
  const sandbox = changedSandbox(changed, { reviewDelay: 0 });
  const context = createContext({ description, pact, sandbox });
  const approved = context.examples.find(({ id }) => id === "getQualifications 200 Approved");
  if (approved) approved.value = [{ vettingStatus: "Approved" }];
  const { responseValidators } = context.modules;
  const strict = { ...responseValidators.createQualification, 201: Object.assign(() => true, { errors: [] }) };
  context.modules.responseValidators = { ...responseValidators, createQualification: strict };
  const { release } = lines;
  delete lines.release;
  const matrix = await runMatrix(context).finally(() => Object.assign(lines, { release }));
  const expected = new Set([...Object.keys(columns), ...Object.keys(lines)]);
  expect(new Set(matrix.failures.map(({ check }) => check))).toEqual(expected);
  const stale = matrix.failures.map(({ part }) => part === "stale");
  expect(stale.slice(stale.indexOf(true)), "stale files are reported last").not.toContain(false);
  const text = printMatrix(matrix);
  for (const line of [
    /^getQualifications 200 Approved +FAILED {2}FAILED {2}FAILED +FAILED {2}FAILED {2}FAILED$/m,
    /^lint: error of no-invalid-media-type-examples, .*openapi\.yaml:\d+ at #\/paths/m,
    /^lint: .*openapi\.yaml:\d+ at #\S+NotFound: .* "empty body" names no source: write /m,
    /^lint: .* names no source: .*\n {2}in getValidationCodes 200 ValidationCodes /m,
    /^provider: Pact's verifier at \$\[0\]: .*vettingStatus/m,
    /^provider: the body is not the documented one: correct src\/sandbox\/, or the example\n {2}\/0\/vettingStatus: .*\n {2}\/0\/level: exp/m,
    /^provider: The sandbox failed: broken: correct src\/sandbox\/$/m,
    /^facts: \S+openapi.yaml differs from \S+facts.json, expected 'https.*', got 'https.*\n {2}at \/servers\/0$/m,
    /^release: contracts\/checks\/release\.ts is not listed: add it in contracts\/matrix\.ts$/m,
    /^pact: no interaction checks it: run `npm run contract:write`\n {2}in getQ.* 429 RateLimited \(.*openapi\.yaml:\d+\)$/m,
  ]) {
    expect(text).toMatch(line);
  }
  expect(text).not.toMatch(/…\(\d+\)|Node\.js/);
});

test("a check that throws fails every row and is reported once; so does a row, or a line, without a result", async () => {
  const columns = { idle: async () => [], broken: () => Promise.reject(new Error("out of order")) };
  const lines = { still: async () => undefined } as never;
  const matrix = await runMatrix(createContext(), { columns, lines });
  expect(matrix.failed).toBe(2 * matrix.rows.length + 2);
  const text = printMatrix(matrix);
  expect(text).toMatch(/^getValidationCodes 503 .* FAILED +FAILED$/m);
  expect(text.match(/^broken: the check could not run: out of order$/gm)).toHaveLength(1);
  expect(text).toMatch(/^still: there is no result: correct contracts\/checks\/still\.ts$/m);
  expect(text).toMatch(
    /^idle: there is no result: correct contracts\/checks\/idle\.ts\n {2}in getQualifications 200 Approved \(openapi.yaml:\d+\)\n/m,
  );
});

test("the same fault is printed once with its rows, whatever their values", () => {
  const fault = (id: string, got: number) => ({ ...failed("the reply", { id, expected: 1, got }), check: "client" });
  const printed = print([fault("one", 2), fault("two", 3), fault("two", 4)]);
  expect(printed).toEqual(["client: the reply\n  expected 1, got 2\n  in one\n  in two\n"]);
});

test("a response without a body gets a validator that rejects one", async () => {
  const before = '        "404": { $ref: "#/components/responses/NotFound" }\n';
  const files = await generate(changedDescription([before, '        "404": { description: Nothing }\n']));
  const generated = emptyFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(generated, name), content);
  const { responseValidators } = await import(join(generated, "responses.ts"));
  const validate = responseValidators.getQualifications[404];
  expect([validate(undefined), validate({})]).toEqual([true, false]);
});

test("a consumer test fails for a client that drops a header", async () => {
  const [interaction] = interactions as [Interaction];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.delete("MS-PartnerCenter-Application");
    return globalThis.fetch(input, { ...init, headers });
  };
  const { findings } = await runConsumerTests([interaction], createContext().examples, fetch);
  const [failures] = findings.values();
  expect(failures?.[0]?.message).toContain("header 'MS-PartnerCenter-Application'");
});

test("Pact's verifier that does not start is red, with its output", async () => {
  vi.stubEnv("NODE_OPTIONS", "--no-such-option");
  const { provider } = columns as { provider: Check };
  const { failures } = await runMatrix(createContext(), { columns: { provider }, lines: {} }).finally(() =>
    vi.unstubAllEnvs(),
  );
  const message = /^Pact's verifier gave no result: .*--no-such-option is not allowed in NODE_OPTIONS/;
  expect(failures).toContainEqual(expect.objectContaining({ message: expect.stringMatching(message) }));
});
