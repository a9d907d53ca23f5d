/** What the pages say, held to the sources: without a browser, and without the packages of `docs/`. */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import type { Results } from "../bench/results.js";
import sources from "../contracts/documents/sources.json" with { type: "json" };
import { Description } from "../contracts/generate/description.js";
import * as mutants from "../contracts/mutants.js";
import {
  bodies,
  codeFor,
  defaults,
  faults,
  operations,
  readState,
  writeState,
} from "../docs/.vitepress/theme/try-it.js";
import { evidence } from "../docs/evidence.js";
import { pages } from "../docs/pages.js";
import { sampleOf } from "../docs/reference.js";
import { createClient, DEFAULTS } from "../src/index.js";
import { usage } from "../src/sandbox/command-line.js";
import { serveSandbox } from "../src/sandbox/server.js";
import { compileBlocks, failuresOf, needsDocs, outputsOf, printing } from "./blocks.js";
import { blocks, readme } from "./support.js";

const run = promisify(execFile);
const site = pages().filter(({ path }) => !path.startsWith("client/"));
const page = (path: string) => site.find((candidate) => candidate.path === path)?.text ?? "";
const texts: Record<string, string> = {
  readme,
  ...Object.fromEntries(site.map(({ path, text }) => [path.replace(".md", ""), text])),
};

/** Pages that the description does not refer to. */
const elsewhere = [
  "https://github.com/microsoft/partner-center-sdk-for-dotNET",
  "https://github.com/stoplightio/prism",
  "https://learn.microsoft.com/partner-center/csp-gcc-overview",
  "https://learn.microsoft.com/partner-center/developer/get-a-record-of-partner-center-activity-by-user",
  "https://learn.microsoft.com/partner-center/developer/partner-center-rest-urls",
  "https://learn.microsoft.com/partner-center/developer/partner-center-webhook-events",
  "https://learn.microsoft.com/partner-center/developer/test-and-debug",
  "https://mswjs.io",
  "https://openapi-ts.dev/openapi-fetch/",
  "https://undici.nodejs.org",
  "https://www.npmjs.com/package/@azure/identity",
  "https://www.npmjs.com/package/@azure/msal-node",
];

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
  const sections = id
    ? page(path)
        .split(/^## /m)
        .filter((section) => idOf(section) === id)
    : [page(path)];
  expect(sections.join("\n")).toContain(answer);
});

test("the evidence has the committed numbers in its tables, and those of each table in the chart above it", () => {
  const { figures }: Results = JSON.parse(readFileSync("bench/results.json", "utf8"));
  const checks = Object.values(mutants).flatMap((all) => all.map(({ expectedCheck }) => expectedCheck));
  const text = evidence();
  for (const check of checks) {
    expect(text).toContain(`| \`${check}\` | ${checks.filter((other) => other === check).length} |`);
  }
  for (const { name, title, ratios, bundle } of figures) {
    const client = name === "ours" ? "this package" : title;
    const { median = 0, low = 0, high = 0 } = ratios["fetch GET"] ?? {};
    const get = `${median.toFixed(2)} | ${low.toFixed(2)} to ${high.toFixed(2)}`;
    expect(text).toContain(`| ${client} | ${get} | ${ratios["fetch POST"]?.median.toFixed(2)} |`);
    expect(text).toContain(`| ${client} | ${(bundle / 1000).toFixed(1)} |`);
  }
  const charts = text.split("<svg").slice(1);
  expect(charts).toHaveLength(3);
  for (const chart of charts) {
    const [drawing = "", table = ""] = chart.split(/<\/svg>|<\/div>/);
    const rows = [...table.matchAll(/^\| `?(.*?)`? \| ([\d.]+) \|/gm)].map(([, label, value]) => [label, value]);
    const found = drawing.matchAll(/<text x="0".*?>(.*?)<\/text><text.*?>(.*?)<\/text><rect .*?width="(.*?)"/g);
    const bars = [...found].map(([, label, value, width]) => ({ label, value, width: Number(width) }));
    expect(bars.map(({ label, value }) => [label, value])).toEqual(rows);
    const scale = Math.max(...bars.map(({ width }) => width)) / Math.max(...bars.map(({ value }) => Number(value)));
    for (const bar of bars) expect(Math.abs(bar.width - Number(bar.value) * scale), bar.label).toBeLessThan(3);
  }
});

test("every link to another site is https, and one that we know to exist", () => {
  const described = readFileSync("openapi.yaml", "utf8").match(/https:[^\s)]+/g) ?? [];
  const known = new Set([...described, sources.url, ...elsewhere]);
  const links = Object.entries(texts).flatMap(([name, text]) =>
    [...text.matchAll(/\]\((https?:[^)]*)\)/g)].map(([, link = ""]) => ({ name, link })),
  );
  expect(links.length).toBeGreaterThan(30);
  expect(links.filter(({ link }) => !link.startsWith("https:") || !known.has(link))).toEqual([]);
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
  expect(readState("", [defaults.customer])).toEqual({ state: defaults, complaint: "" });
  for (const hash of ["#fault=none&operation=dropTables", "#operation=", "#operation=toString"]) {
    const { state: read, complaint } = readState(hash, [defaults.customer]);
    expect(read).toEqual(defaults);
    expect(complaint).toContain("unknown here (operation)");
  }
  expect(readState("#__proto__=x", []).complaint).toContain("__proto__");
});

test("the README has at most 200 lines, its first example at most 12, and a client takes every token it shows", () => {
  const code = blocks("ts");
  expect(readme.split("\n").length).toBeLessThanOrEqual(200);
  expect(code[0]?.trim().split("\n").length).toBeLessThanOrEqual(12);
  const tokens = [...code.join("").matchAll(/token: "(.*?)"/g)].map(([, token = ""]) => token);
  expect(tokens.length).toBeGreaterThan(2);
  for (const token of tokens) expect(createClient({ token })).toBeTypeOf("object");
});

test("every command that the README and the sandbox's page name is a script", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  const named = [...(readme + page("sandbox.md")).matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(2);
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
});

test("the sandbox's page names its options, on the command line and in process", () => {
  const options = usage.match(/--[a-z-]+/g) ?? [];
  const [types = ""] = /interface SandboxOptions.*?\n}/s.exec(readFileSync("src/sandbox/options.ts", "utf8")) ?? [];
  const inProcess = [...types.matchAll(/^ {2}(\w+)\?:/gm)].map(([, name = ""]) => name);
  expect([options.length, inProcess.length]).toEqual([8, 9]);
  for (const name of [...options, ...inProcess]) expect(page("sandbox.md")).toContain(`| \`${name}\` `);
});
