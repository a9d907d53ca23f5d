/** The gates that look at the contract as a whole, each fed the defect that it must see. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Example, examplesOf } from "../contracts/examples.js";
import { checkCoverage } from "../contracts/gates/coverage.js";
import { checkFacts } from "../contracts/gates/facts.js";
import { checkRelease, lastRelease } from "../contracts/gates/release.js";
import { checkSources, comparePage } from "../contracts/gates/sources.js";
import { checkValues } from "../contracts/gates/values.js";
import { Description } from "../contracts/generate/description.js";
import { documentedSandbox } from "../contracts/layers/provider.js";
import { assemble, print, readPact } from "../contracts/matrix.js";
import { contractFile, type PactInteraction } from "../contracts/pact.js";
import { runNode } from "../contracts/run-node.js";
import source from "../contracts/sources.json" with { type: "json" };
import { answers } from "../generated/answers.js";
import { type Operation, operations } from "../generated/operations.js";

const text = readFileSync("openapi.yaml", "utf8");
const description = new Description("openapi.yaml");
const examples = examplesOf(description);
const messages = (problems: { message: string }[]) => problems.map(({ message }) => message);

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
  const changedRow = (row: Operation, part: "request" | "response" | number) => {
    if (part === "request") return { ...row, request: { ...row.request, body: always } };
    return part === "response" ? { ...row, response: always } : row;
  };
  const loosened = (id: string, part: "request" | "response" | number) => ({
    operations: { ...operations, [id]: changedRow(operations[id as "getQualifications"], part) },
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
      "the client's validator, createQualification 201: a qualification says which it is",
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

describe("release", () => {
  const changelog = "# Changelog\n\n## 1.2.4, unreleased\n\n### Breaking\n\n- Much.\n";
  const [create, read] = [
    "createQualification answered with 201 Education",
    "getQualifications answered with 200 Approved",
  ];
  const whole = readPact();
  const interactions = whole.interactions.filter(({ description }) => [create, read].includes(description));
  const pact = { ...whole, interactions };
  const release = { name: "v1.2.3", version: "1.2.3", description: text, pact };
  const edition = (version: string, change: (text: string) => string) => {
    const file = join(mkdtempSync(join(tmpdir(), "edition-")), "openapi.yaml");
    const changed = change(text).replace(/^ {2}version: .*$/m, `  version: ${version}`);
    writeFileSync(file, changed);
    return new Description(file, changed);
  };

  test("takes a change that is told as what it is", async () => {
    const described = edition("1.2.4", (old) =>
      old.replace("summary: Ask for, and read,", "summary: Ask for and read"),
    );
    const { figure, problems } = await checkRelease(described, release, { version: "1.2.4", changelog });
    expect(problems).toEqual([]);
    expect(figure).toBe("patch since v1.2.3 needs 1.2.4, is 1.2.4; 2 of 2 old interactions hold");
  });

  test("sees a breaking change of the description that is told as less", async () => {
    const narrowed = edition("1.3.0", (old) => old.replace("enum: [K12, HigherEducation]", "enum: [K12]"));
    const { figure, problems } = await checkRelease(narrowed, release, {
      version: "1.3.0",
      changelog: "## 1.2.4, unreleased\n\n### Breaking\n\n### Added\n",
    });
    expect(figure).toMatch(/^major since v1\.2\.3 needs 2\.0\.0, is 1\.3\.0; /);
    expect(messages(problems)).toEqual([
      "package.json says less than the change since v1.2.3 needs (major)",
      "openapi.yaml says less than the change since v1.2.3 needs (major)",
      "CHANGELOG.md says less than the change since v1.2.3 needs (major)",
      'CHANGELOG.md names nothing under "### Breaking" of its newest version',
    ]);
    expect(JSON.stringify(problems[0])).toContain("HigherEducation");
  });

  test("sees an old contract that the description no longer allows, and files that say different versions", async () => {
    const moved = edition("0.4.1", (old) => old.replaceAll("/v1/customers/{", "/v2/customers/{"));
    const old = { ...release, name: "v0.3.9", version: "0.3.9" };
    const { figure, problems } = await checkRelease(moved, old, { version: "0.4.0", changelog });
    expect(figure).toBe("major since v0.3.9 needs 0.4.0, is 0.4.0; 0 of 2 old interactions hold");
    expect(messages(problems)).toEqual([
      "openapi.yaml has another version than package.json",
      "CHANGELOG.md has another version than package.json",
    ]);
  });

  test("sees a sandbox that no longer keeps what the description still allows", async () => {
    const sandbox = documentedSandbox();
    const fetch: typeof globalThis.fetch = async (...request) => {
      const response = await sandbox.fetch(...request);
      return response.status === 201
        ? new Response(response.body, { ...response, headers: response.headers, status: 202 })
        : response;
    };
    const same = edition("1.2.3", (old) => old);
    const { figure, problems } = await checkRelease(
      same,
      { ...release, description: readFileSync(same.file, "utf8") },
      { version: "1.2.3", changelog: changelog.replace("1.2.4", "1.2.3") },
      { ...sandbox, fetch },
    );
    expect(figure).toBe("none since v1.2.3 needs 1.2.3, is 1.2.3; 1 of 2 old interactions hold");
    expect(messages(problems)).toEqual([expect.stringMatching(`^the old contract, "${create}": Pact's verifier.*201`)]);
  });

  test("compares with the last tag, or the first commit of the description; and says where there is neither", async () => {
    const folder = mkdtempSync(join(tmpdir(), "history-"));
    const git = (...args: string[]) => execFileSync("git", ["-C", folder, ...args], { encoding: "utf8" }).trim();
    const commit = (version: string) => {
      writeFileSync(join(folder, "package.json"), JSON.stringify({ version }));
      git("add", ".");
      git("-c", "user.name=test", "-c", "user.email=test@contoso.example", "commit", "--quiet", "--message", version);
    };
    expect(await lastRelease(folder)).toEqual({ missing: "there is no git history here" });
    git("init", "--quiet");
    cpSync("openapi.yaml", join(folder, "openapi.yaml"));
    cpSync(contractFile, join(folder, contractFile));
    writeFileSync(join(folder, "CHANGELOG.md"), "## 1.0.1\n");
    commit("1.0.0");
    commit("1.0.1");
    expect(await lastRelease(folder)).toMatchObject({
      ...{ name: git("rev-parse", "--short", "HEAD~1"), version: "1.0.0", description: text.trim(), pact: readPact() },
    });
    const shallow = join(mkdtempSync(join(tmpdir(), "shallow-")), "clone");
    git("clone", "--quiet", "--depth", "1", `file://${folder}`, shallow);
    expect(await lastRelease(shallow)).toMatchObject({ missing: expect.stringMatching(/^this clone is shallow/) });
    git("tag", "v1.0.1");
    expect(await lastRelease(folder)).toMatchObject({ version: "1.0.0" });
    writeFileSync(join(folder, "CHANGELOG.md"), "## 1.1.0\n\n## 1.0.1\n");
    commit("1.1.0");
    expect(await lastRelease(folder)).toMatchObject({ name: "v1.0.1", version: "1.0.1" });
    git("tag", "--delete", "v1.0.1");
    expect(await lastRelease(folder)).toMatchObject({
      missing: expect.stringMatching(/^the tags of earlier editions/),
    });
  });

  test("is given the history it needs by our CI", () => {
    expect(readFileSync(".github/workflows/ci.yml", "utf8")).toMatch(
      /uses: actions\/checkout@.*\n\s+with:\n(\s+.*\n)*?\s+fetch-depth: 0/,
    );
  });
});

test("a gate that found something is printed, and counts", () => {
  const problems = [{ message: "the description says otherwise", expected: 1, got: 2 }];
  const gates = [
    { gate: "facts", figure: "9 facts", problems, seconds: 0 },
    { gate: "sources", figure: "7 blocks", problems: [], seconds: 0 },
    { gate: "release", figure: "not compared", problems: [], seconds: 0, skipped: true },
  ];
  const matrix = assemble(examples, {}, new Map(), gates);
  expect([matrix.passed, matrix.failed]).toEqual([1, 1]);
  expect(print(matrix)).toMatch(/^facts +FAILED {2}9 facts\nsources +ok {6}7 blocks\nrelease +- {7}not compared$/m);
  expect(print(matrix)).toMatch(/^facts\n {2}the description says otherwise\n {2}expected 1\n {2}got {6}2$/m);
});
