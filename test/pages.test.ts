/** What the pages say, held to the sources: without a browser, and without the packages of `docs/`. */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import results from "../bench/results.json" with { type: "json" };
import { Description } from "../contracts/generate/description.js";
import * as mutants from "../contracts/mutants.js";
import * as tryIt from "../docs/.vitepress/theme/try-it.js";
import { evidence } from "../docs/evidence.js";
import { pages } from "../docs/pages.js";
import { sampleOf } from "../docs/reference.js";
import { DEFAULTS } from "../src/index.js";
import { usage } from "../src/sandbox/command-line.js";
import { serveSandbox } from "../src/sandbox/server.js";
import { compileBlocks, failuresOf, needsDocs, outputsOf, printing } from "./blocks.js";
import { blocks, readme } from "./support.js";

const { bodies, codeFor, defaults, faults, operations, readState, writeState } = tryIt;
const run = promisify(execFile);
const site = pages().filter(({ path }) => !path.startsWith("client/"));
const page = (path: string) => site.find((candidate) => candidate.path === path)?.text ?? "";
const texts: Record<string, string> = {
  readme,
  ...Object.fromEntries(site.map(({ path, text }) => [path.replace(".md", ""), text])),
};

/** The programs that the console of the site shows: each operation, body and fault. */
const consoleCodes = [
  ...operations.map((operation) => ({ operation })),
  ...[...Object.values(bodies), "{"].map((body) => ({ operation: "createQualification" as const, body })),
  ...faults.map((fault) => ({ fault })),
].map((choice) => codeFor({ ...defaults, customer: "no qualification is held", ...choice }));

test.concurrent("every TypeScript block of README and site compiles against the sources", async ({ expect }) => {
  const all = Object.entries(texts).map(([name, text]) => [
    name,
    blocks("ts", text).filter((code) => !needsDocs(code)),
  ]);
  expect(all.flatMap(([, codes]) => codes).length).toBeGreaterThan(30);
  const samples = operations.map((id) => sampleOf(id, "ts"));
  expect(await compileBlocks({ ...Object.fromEntries(all), console: consoleCodes, samples })).toBe("");
});

test.concurrent("every block that shows its output prints it", async ({ expect }) => {
  const [code = ""] = blocks("ts", page("index.md"));
  const [output = ""] = blocks("text", page("index.md"));
  const shown = [{ code, output }, ...Object.values(texts).flatMap(printing)];
  expect(shown.length).toBeGreaterThan(12);
  const outputs = await outputsOf(shown.map(({ code }) => code));
  expect(shown.map(({ code }, index) => ({ code, output: outputs[index] }))).toEqual(shown);
});

test.concurrent("every block that is a test passes", async ({ expect }) => {
  const tests = Object.values(texts).flatMap((text) =>
    blocks("ts", text).filter((code) => code.includes('from "vitest"')),
  );
  expect(tests.length).toBeGreaterThan(4);
  expect(await failuresOf(tests)).toBe("");
});

test("every curl command of the pages gets a response from the sandbox", async () => {
  const commands = Object.values(texts)
    .flatMap((text) => blocks("sh", text))
    .flatMap((code) => code.match(/^curl (?:.*\\\n)*.*:4010.*$/gm) ?? []);
  expect(commands).toHaveLength(2);
  await using sandbox = await serveSandbox();
  for (const command of commands) {
    const { stdout } = await run("sh", ["-c", command.replace("http://127.0.0.1:4010", sandbox.url)]);
    expect(JSON.parse(stdout)).toMatchObject([{ vettingStatus: "Denied" }]);
  }
});

test("the description begins as the site does", () => {
  const description = String(new Description("openapi.yaml").find("#/info/description"));
  expect(description).toContain(blocks("ts", page("index.md"))[0]);
  for (const words of ["`partner-center-qualifications`", "unofficial", "Customers → Account → Microsoft ID"]) {
    expect(description).toContain(words);
    expect(page("index.md")).toContain(words);
  }
});

/** A question of the overview, the link to follow if its answer is elsewhere, and a part of the answer. */
const questions = [
  ["The first call", "Get started", "sandbox.customers.slice(0, 3)"],
  ["How long does vetting take?", "How long", "three business days"],
  ["The status is `Denied`. What now?", "Denied", "Correct the customer's profile in the Microsoft 365 admin center"],
  ["Which token do I need?", "Tokens", "| `createQualification` | no | yes |"],
  ["Where is a customer's id?", "", "Customers → Account → Microsoft ID"],
  ["`vettingCreateDate` or `vettingCreatedDate`?", "Which date", "vettingDate(item)"],
  ["How do I test GCC?", "Test GCC", 'validationCode: "123456"'],
  ["What does a 409 mean?", "409", "it may have succeeded: read the list"],
  ["Was it applied?", "Unknown outcome", "Retry with the same `requestId`"],
  ["How do I read many customers?", "Many customers", "readQualifications(client, customerIds"],
  ["How do I run contract tests in CI?", "A workflow to copy", "npx partner-center-qualifications verify"],
];

test.each(questions)("%s: the answer is in the section that the overview links to", (question, link, answer) => {
  const overview = page("index.md");
  expect(overview).toContain(question);
  const linked = new RegExp(`\\[${link}\\]\\(\\./(\\S+\\.md)(?:#_?(\\S+))?\\)`);
  const [, path = "index.md", id] = linked.exec(overview) ?? [];
  const idOf = (section: string) => /^.*/.exec(section.toLowerCase())?.[0].replaceAll(/[^a-z\d]+/g, "-");
  const answering = page(path)
    .split(/^## /m)
    .filter((section) => !id || idOf(section) === id);
  expect(answering.join("\n")).toContain(answer);
});

test("the evidence counts the defects of each check, and its charts show the numbers of the tables below them", () => {
  const checks = Object.values(mutants).flatMap((all) => all.map(({ expectedCheck }) => expectedCheck));
  const [, ...charts] = evidence().split("<svg");
  expect(charts).toHaveLength(3);
  for (const check of checks) {
    expect(charts[0]).toContain(`| \`${check}\` | ${checks.filter((other) => other === check).length} |`);
  }
  const { "fetch GET": get, "fetch POST": post } = results.figures.find(({ name }) => name === "ours")?.ratios ?? {};
  const row = `^\\| this package \\| ${get?.median.toFixed(2)} .* \\| ${post?.median.toFixed(2)} \\|`;
  expect(charts[1]).toMatch(new RegExp(row, "m"));
  for (const chart of charts) {
    const [drawing = "", table = ""] = chart.split(/<\/svg>|<\/div>/);
    const rows = [...table.matchAll(/^\| `?(.*?)`? \| ([\d.]+) \|/gm)].map(([, label, value]) => [label, value]);
    const bars = [...drawing.matchAll(/<text x="0".*?>(.*?)<\/text><text.*?>(.*?)<\/text>/g)];
    expect(bars.map(([, label, value]) => [label, value])).toEqual(rows);
  }
});

test("the page on errors has every error code and the defaults of the client", () => {
  const text = page("errors.md");
  const lines = readFileSync("src/errors.ts", "utf8").match(/^ +(declare )?readonly code\b.*"/gm) ?? [];
  const codes = lines.flatMap((line) => line.match(/(?<=")\w+(?=")/g) ?? []);
  expect(codes.length).toBe(9);
  for (const code of codes) expect(text).toContain(`\`${code}\``);
  const { timeout, deadline, retry, maxResponseSize } = DEFAULTS;
  const { limit, baseDelay, maxDelay, maxRetryAfter } = retry;
  const rows = { timeout, deadline, limit, baseDelay, maxDelay, maxRetryAfter, maxResponseSize };
  for (const [name, value] of Object.entries(rows)) {
    expect(text).toMatch(new RegExp(`^\\| \`(retry\\.)?${name}\` \\| ${value.toLocaleString("en-US")} \\|`, "m"));
  }
});

test("the console's state survives its address, and what is not valid there is named", () => {
  const state = { ...defaults, operation: "createQualification", body: '{ "a": "100 %" }', fault: "bom" } as const;
  expect(readState(writeState(state), [defaults.customer])).toEqual({ state, complaint: "" });
  for (const name of ["fault=none&operation", "customer", "__proto__"]) {
    const { state: read, complaint } = readState(`#${name}=toString`, [defaults.customer]);
    expect(read).toEqual(defaults);
    expect(complaint).toContain(`unknown here (${name.split("&").at(-1)})`);
  }
});

test("the README has at most 200 lines, its first example at most 12, and its commands are scripts", () => {
  expect(readme.split("\n").length).toBeLessThanOrEqual(200);
  expect(blocks("ts")[0]?.trim().split("\n").length).toBeLessThanOrEqual(12);
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  const named = [...(readme + page("sandbox.md")).matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(2);
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
});

test("the sandbox's page names its options, on the command line and in process", () => {
  const options = usage.match(/--[a-z-]+/g) ?? [];
  const [types = ""] = /interface SandboxOptions.*?\n}/s.exec(readFileSync("src/sandbox/options.ts", "utf8")) ?? [];
  const inProcess = [...types.matchAll(/^ {2}(\w+)\?:/gm)].map(([, name = ""]) => name);
  expect([options.length, inProcess.length]).toEqual([8, 8]);
  for (const name of [...options, ...inProcess]) expect(page("sandbox.md")).toContain(`| \`${name}\` `);
});
