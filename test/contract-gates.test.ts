/** The gates that look at the contract as a whole, each fed the defect that it must see. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Example, examplesOf } from "../contracts/examples.js";
import { checkCoverage } from "../contracts/gates/coverage.js";
import { checkFacts } from "../contracts/gates/facts.js";
import { runGates } from "../contracts/gates/index.js";
import { checkSources, comparePage } from "../contracts/gates/sources.js";
import { checkValues } from "../contracts/gates/values.js";
import { assemble, print, readPact } from "../contracts/matrix.js";
import type { PactInteraction } from "../contracts/pact.js";
import { runNode } from "../contracts/run-node.js";
import source from "../contracts/sources.json" with { type: "json" };
import { answers } from "../generated/answers.js";
import { Description } from "../generated/description.js";
import { operations } from "../generated/operations.js";

const text = readFileSync("openapi.yaml", "utf8");
const description = new Description("openapi.yaml");
const examples = examplesOf(description);
const messages = (problems: { message: string }[]) => problems.map(({ message }) => message);

test("find nothing as things are, and say how much they looked at", async () => {
  const gates = await runGates(description, examples, readPact());
  expect(gates.flatMap(({ problems }) => problems)).toEqual([]);
  expect(gates[0]?.figure).toBe("3 of 3 operations, 11 of 14 parameters, 24 of 24 responses");
  expect(gates.map(({ gate, figure }) => [gate, Number.parseInt(figure, 10) > 2])).toEqual([
    ["coverage", true],
    ["sources", true],
    ["facts", true],
    ["values", true],
  ]);
});

describe("coverage", () => {
  const reduced = (keep: (interaction: PactInteraction) => boolean) => ({
    interactions: readPact().interactions.filter(keep),
  });

  test("sees an operation, a status and a parameter that no interaction exercises", async () => {
    const some = reduced(
      ({ description: name }) => !/^getValidationCodes|^getQualifications answered with 503/.test(name),
    );
    for (const { request } of some.interactions) delete request.headers["MS-CorrelationId"];
    const found = messages((await checkCoverage("openapi.yaml", some)).problems).join("\n");
    expect(found).toMatch(/of getValidationCodes$/m);
    expect(found).toMatch(/no interaction exercises the .*503 of getQualifications$/m);
    expect(found).toMatch(/no interaction exercises the parameter MS-CorrelationId of createQualification$/m);
  });

  test("sees a body that the description does not allow, and a description that is none", async () => {
    const wrong = reduced(({ description: name }) => name.endsWith("200 Approved"));
    for (const { response } of wrong.interactions) response.body = { content: [{ qualification: "Charity" }] };
    expect(messages((await checkCoverage("openapi.yaml", wrong)).problems)).toContain(
      "redocly finds in the contract what is not described",
    );
    expect(messages((await checkCoverage("package.json", wrong)).problems).join()).toContain(
      "redocly drift gave no result",
    );
  });
});

describe("facts", () => {
  test.each([
    [
      "- appOnly: []\n        - appAndUser: []\n      responses",
      "- appAndUser: []\n      responses",
      "/getQualifications/security",
    ],
    [
      "security:\n        - appAndUser: []",
      "security:\n        - appOnly: []\n        - appAndUser: []",
      "/createQualification/security",
    ],
    [
      "name: MS-RequestId\n      in: header\n      required: false",
      "name: MS-RequestId\n      in: header\n      required: true",
      "/parameters",
    ],
    ['        "201":\n', '        "200":\n', "/createQualification/responses/201"],
    [
      '      required: true\n      schema: { type: string, pattern: "^[0-9]+$" }',
      '      schema: { type: string, pattern: "^[0-9]+$" }',
      "/responses/429/headers",
    ],
    ["url: https://api.partnercenter.microsoft.com", "url: https://api.partner.microsoft.com", "/servers"],
    ["scheme: bearer", "scheme: basic", "/securitySchemes/appAndUser"],
    ["  /v1/customers/all/validations:", "  /v1/customers/validations:", "/getValidationCodes/path"],
    [
      "        required: true\n        content:",
      "        required: false\n        content:",
      "/createQualification/request/required",
    ],
  ])("see %j become %j", (from, to, place) => {
    expect(text).toContain(from);
    const found = messages(checkFacts(new Description("openapi.yaml", text.replace(from, to))));
    expect(found.join("\n")).toContain(`the description says otherwise than the documents at /`);
    expect(found.join("\n")).toContain(place);
  });
});

describe("values", () => {
  const always = Object.assign(() => true, { errors: null });
  const loosened = (id: string, part: "request" | "response" | number) => ({
    operations: operations.map((row) => {
      if (row.id !== id) return row;
      if (part === "request") return { ...row, request: { ...row.request, body: always } };
      return part === "response" ? { ...row, response: always } : row;
    }),
    answers:
      typeof part === "number"
        ? { ...answers, [id]: { ...answers[id as "getQualifications"], [part]: always } }
        : answers,
  });

  test.each<[string, "request" | "response" | number, string]>([
    [
      "createQualification",
      "request",
      "createQualification request is accepted, and must not be: None cannot be asked for",
    ],
    [
      "createQualification",
      "response",
      "the client's validator, createQualification 201: a vetted qualification has a status",
    ],
    ["createQualification", 201, "createQualification 201 is accepted, and must not be: Pending is no status"],
    [
      "getQualifications",
      429,
      "getQualifications 429 is accepted, and must not be: the gateway's error says its status",
    ],
    ["getValidationCodes", 200, "getValidationCodes 200 is accepted, and must not be: a code is there"],
  ])("see that %s %s accepts all", async (id, part, message) => {
    expect(messages(await checkValues(loosened(id, part)))).toContain(message);
  });

  test("see one that is refused for something else, one nobody judges, and a sandbox that takes it", async () => {
    const other = Object.assign(() => false, { errors: [{ instancePath: "", keyword: "never", params: {} }] });
    const strange = { operations, answers: { ...answers, createQualification: { 201: other } } };
    const found = messages(await checkValues(strange));
    expect(found).toContain("createQualification 201 is refused for something else: Pending is no status");
    expect(found).toContain("createQualification 409: there is no validator for this: an error has a description");
    const refusing = Object.assign(() => false, { errors: [] });
    const strict = {
      operations,
      answers: { ...answers, getQualifications: { ...answers.getQualifications, 200: refusing } },
    };
    expect(messages(await checkValues(strict))).toContain(
      "getQualifications 200 is refused, and must not be: there may be none",
    );
    const never = async () => new Response("{}", { status: 400 });
    expect(messages(await checkValues(undefined, { fetch: never, reset: () => {} }))).toEqual([
      "the sandbox does not take createQualification request: a website is optional",
      "the sandbox does not take createQualification request: both segments are known",
    ]);
    const fetch = async () => new Response("{}", { status: 201 });
    expect(messages(await checkValues(undefined, { fetch, reset: () => {} }))).toContain(
      "the sandbox does not refuse createQualification request: null is no request",
    );
  });
});

describe("sources", () => {
  const changed = (id: string, change: Partial<Example>) =>
    examples.map((example) => (example.id === id ? { ...example, ...change } : example));
  const denied = "getQualifications 200 Denied";

  test("see an example that is not what the page prints, one that does not name its block, and one that is gone", () => {
    expect(messages(checkSources(changed(denied, { value: [] })))).toEqual([
      `${denied} is not what the page prints under "Denied"`,
    ]);
    expect(messages(checkSources(changed(denied, { text: "Source: elsewhere" })))).toEqual([
      `${denied} does not name its block`,
    ]);
    expect(messages(checkSources(examples.filter(({ id }) => id !== denied)))).toEqual([
      `openapi.yaml has no example "${denied}", which the block "Denied" is held by`,
    ]);
  });

  test("see a block that was edited, and one that is not what was mended", () => {
    const [block] = source.blocks as { text: string; sha256: string; mended: object[] }[];
    const { text: printed, sha256 } = block as { text: string; sha256: string };
    if (!block) throw new Error("there is no block");
    try {
      block.text = `${printed} `;
      expect(messages(checkSources(examples))).toEqual([`the block "Approved" is not as it was printed`]);
      block.text = printed;
      block.mended.push({ from: "nowhere", to: "", why: "" });
      expect(messages(checkSources(examples))).toEqual([`the block "Approved" does not hold "nowhere" exactly once`]);
    } finally {
      Object.assign(block, { text: printed, sha256 });
      block.mended.pop();
    }
  });

  /** The page as far as its blocks make it. */
  const page = source.blocks.map((block) => `#### ${block.heading}\n\n\`\`\`http\n${block.text}\`\`\`\n`).join("\n");

  test("see what another edition of the page prints otherwise", async () => {
    expect(comparePage(page)).toEqual([]);
    const edition = page.replace("InReview", "UnderReview").replace("#### Denied", "#### Refused");
    expect(messages(comparePage(edition))).toEqual([
      'the block "In Review" has changed',
      'the page has no block "Denied" any longer',
      'the page has a new block "Refused"',
    ]);
    const file = join(mkdtempSync(join(tmpdir(), "page-")), "page.md");
    writeFileSync(file, edition);
    const told = await runNode(["--import", "tsx", "contracts/run.ts", "--page", file]);
    expect(told.stdout).toMatch(/the block "In Review" has changed\n {2}expected [\s\S]*\n3 differences\n$/);
    expect([told.code, told.stderr]).toEqual([1, ""]);
    writeFileSync(file, page);
    expect((await runNode(["--import", "tsx", "contracts/run.ts", "--page", file])).code).toBe(0);
  });
});

test("a gate that found something is printed, and counts", () => {
  const problems = [{ message: "the description says otherwise", expected: 1, got: 2 }];
  const gates = [
    { gate: "facts", figure: "9 facts", problems },
    { gate: "sources", figure: "7 blocks", problems: [] },
  ];
  const matrix = assemble(examples, {}, new Map(), gates);
  expect([matrix.passed, matrix.failed]).toEqual([1, 1]);
  expect(print(matrix)).toMatch(/^facts +FAILED {2}9 facts\nsources +ok {6}7 blocks$/m);
  expect(print(matrix)).toMatch(/^facts\n {2}the description says otherwise\n {2}expected 1\n {2}got {6}2$/m);
});
