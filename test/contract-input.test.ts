/** What `npm run contract` says of input that is incomplete or wrong: what, where, and what to do. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { facts } from "../contracts/checks/facts.js";
import { pact } from "../contracts/checks/pact.js";
import { sources } from "../contracts/checks/sources.js";
import { values } from "../contracts/checks/values.js";
import { workflows } from "../contracts/checks/workflows.js";
import { type Check, createContext } from "../contracts/context.js";
import source from "../contracts/documents/sources.json" with { type: "json" };
import { readJson } from "../contracts/files.js";
import { Description } from "../contracts/generate/description.js";
import { generate, stale } from "../contracts/generate/generate.js";
import { states } from "../contracts/interactions.js";
import { printMatrix, runMatrix } from "../contracts/matrix.js";
import { readPact } from "../contracts/pact-file.js";
import { runNode } from "../contracts/process.js";
import { main } from "../contracts/run.js";
import { copyOfRepository, temporary } from "./files.js";

const line = async (check: Check, replaced = {}) =>
  printMatrix(await runMatrix(createContext(replaced), { columns: {}, lines: { check } } as never));

const checks = { values, sources, facts, workflows };
const value = { as: "getValidationCode 200", why: "a typing error", value: [] };
const noExamples = { ...source, blocks: [{ ...source.blocks[0], examples: [] }] };
test.each<[keyof typeof checks, string, unknown]>([
  ["values", "1 at #: must NOT have fewer than 1 items", []],
  ["values", "6 at #/0/lenient: must be equal to one of the allowed values: acc", [{ ...value, lenient: "acepted" }]],
  ["values", "2 at #/0: must NOT have additional properties: lenint", [{ ...value, lenint: "accepted" }]],
  ["values", '4: getValidationCode 200: a typing error: "getValidationCode 200" has no validator: correct', [value]],
  ["sources", "10 at #/blocks/0/examples: must NOT have fewer than 1 items", noExamples],
  ["facts", "1 at #: must have required property 'servers'", {}],
  ["workflows", "2 at #/workflows: there is no workflow: add one", { workflows: [] }],
])("a document is red where it has another form: %s.json:%s", async (name, message, content) => {
  const file = temporary(`${name}.json`, JSON.stringify(content, null, 1));
  expect(await line(checks[name], { documents: dirname(file), workflows: file })).toContain(`${file}:${message}`);
});

test("a document that is not JSON, or is not there, is reported with its line", () => {
  const file = temporary("facts.json", '{\n  "servers": [}\n');
  expect(() => readJson(file)).toThrow(/facts\.json:2: not valid JSON \(.*\): correct it$/);
  expect(() => readPact("none.json")).toThrow("none.json cannot be read: run `npm run contract:write`");
  expect(() => new Description("none.yaml")).toThrow(`none.yaml cannot be read: restore it in ${resolve()}`);
});

const consumer = (written?: string) => async () => ({ findings: new Map([["a", []]]), written });

test("an interaction that no test writes any more is named, with what removes it", async () => {
  const rest = readPact().interactions.filter(({ description }) => !description.endsWith("200 Denied"));
  const found = await pact(createContext({ consumer: consumer(JSON.stringify({ interactions: rest })) }));
  const advice = / 200 Denied", which no test writes: run `npm run contract:write` to remove it$/;
  expect(found).toContainEqual(expect.objectContaining({ message: expect.stringMatching(advice) }));
});

test("an interaction needs a state with a customer of its own", async () => {
  const [known, added, changed] = ["tagging is denied", "the partner is suspended", states as Record<string, string>];
  const customer = states[known];
  delete changed[known];
  Object.assign(changed, { [added]: customer, [known]: customer });
  const found = await pact(createContext({ consumer: consumer() })).finally(() => delete changed[added]);
  expect(found.flatMap(({ result, message }) => (result === "failed" ? message : []))).toEqual([
    expect.stringMatching(/states\.json is stale/),
    'src/sandbox/cases.ts: "the partner is suspended" has the customer of "tagging is denied": use the number 29',
  ]);
});

test.each([
  [["--page", "README.md"], 1, /: the page no longer has the block "Denied"\n.*\n\d+ differences$/s],
  [["--page", "none.md"], 1, /^none\.md cannot be read: give a file that exists$/],
  [["--page", "README.md", "--write"], 2, /^--page and --write cannot be combined\n\nusage: /],
  [["--base-url", "https://provider.example"], 2, /^Unknown option '--base-url'.*\n\nusage: /],
])("npm run contract -- %j says what is wrong", async (args, code, message) => {
  const printed: string[] = [];
  const print = (text: string) => void printed.push(text);
  expect(await main(args, { log: print, error: print })).toBe(code);
  expect(printed.join("\n")).toMatch(message);
});

test("generate needs nothing that it writes, and names an interaction without its example", async () => {
  const folder = copyOfRepository(/^(openapi\.yaml|package\.json|CHANGELOG\.md|(contracts|src)\/.*)$/);
  mkdirSync(join(folder, "generated"));
  for (const name of ["interactions.ts", "responses.ts", "validators.ts"])
    writeFileSync(join(folder, "generated", name), "<<<<<<< HEAD\n");
  const run = () => runNode(["--import", "tsx", "contracts/generate/generate.ts"], {}, folder);
  expect(await run()).toMatchObject({ code: 0, stderr: "" });
  expect(stale(await generate(new Description("openapi.yaml")), join(folder, "generated"))).toEqual([]);
  const interactions = join(folder, "contracts/interactions.ts");
  writeFileSync(interactions, readFileSync(interactions, "utf8").replace('"200 Denied"', '"200 Refused"'));
  const lost = `openapi.yaml has no example "getQualifications 200 Refused": add it there under getQualifications, or `;
  const stderr = expect.stringMatching(new RegExp(`^contracts/interactions\\.ts:\\d+: ${lost}`));
  expect(await run()).toMatchObject({ code: 1, stderr });
});
