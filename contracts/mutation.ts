/** Applies each deliberate defect of `mutants.ts` to a copy, and tells which gates turned red. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createSandbox, type Sandbox } from "../src/sandbox/index.js";
import { examplesOf } from "./examples.js";
import { checkFacts } from "./gates/facts.js";
import { checkSources } from "./gates/sources.js";
import { checkValues, type Validators } from "./gates/values.js";
import { Description } from "./generate/description.js";
import { generate, stale } from "./generate/generate.js";
import { checkContract } from "./layers/contract.js";
import { checkDescription } from "./layers/description.js";
import { checkSandbox } from "./layers/provider.js";
import { checkValidators } from "./layers/validators.js";
import { readPact } from "./matrix.js";
import {
  type FileDefect,
  type GateName,
  inContract,
  inDescription,
  inGenerated,
  inProvider,
  type PactDefect,
  type PactFile,
  type ProviderDefect,
  type TextDefect,
} from "./mutants.js";
import { contractFile, type Pact } from "./pact.js";
import type { Problem, Report } from "./report.js";
import { runNode } from "./run-node.js";
import { executeWorkflows, workflowSandbox } from "./workflow.js";

export type Place = "description" | "contract" | "provider" | "generated";

/** One mutant: where and what it is, who should see it, and who did, in the order in which the gates stand. */
export interface Mutant {
  place: Place;
  name: string;
  killer: GateName;
  meet: () => Promise<GateName[]>;
}

const text = readFileSync("openapi.yaml", "utf8");
const examples = examplesOf(new Description("openapi.yaml"));
const pact = readPact();
const passing = pact.interactions.map(({ description }) => ({ title: description, failure: undefined }));

/** No change of a text. */
const same = { from: "", to: "" };

/** All mutants; and, for each place, one without any defect, which no gate may see. */
export function mutants(): { all: Mutant[]; none: Mutant[] } {
  const of = <Defect extends { name: string; killer: GateName }>(
    place: Place,
    defects: readonly Defect[],
    meet: (defect: Defect) => Promise<GateName[]>,
  ) => defects.map((defect): Mutant => ({ place, name: defect.name, killer: defect.killer, meet: () => meet(defect) }));
  const name = "no defect";
  const killer = "generate";
  return {
    all: [
      ...of("description", inDescription, meetDescription),
      ...of("generated", inGenerated, meetGenerated),
      ...of("contract", inContract, meetContract),
      ...of("provider", inProvider, meetProvider),
    ],
    none: [
      ...of("description", [{ name, killer, ...same }], meetDescription),
      ...of("generated", [{ name, killer, file: "operations.ts", ...same }], meetGenerated),
      ...of("contract", [{ name, killer, change: () => {} }], meetContract),
      ...of("provider", [{ name, killer }], meetProvider),
    ],
  };
}

async function meetDescription({ from, to }: Pick<TextDefect, "from" | "to">): Promise<GateName[]> {
  const folder = temporary();
  try {
    const file = join(folder, "openapi.yaml");
    const changed = replaced(text, from, to);
    writeFileSync(file, changed);
    const description = new Description(file, changed);
    const described = await settled(() => examplesOf(description));
    const now = described ?? [];
    const validators = await settled(async () => load(folder, await generate(description)));
    const red: Partial<Record<GateName, boolean>> = {
      generate: !validators || !described,
      lint: broken(await checkDescription(description, now)),
      facts: (await settled(() => checkFacts(description)))?.length !== 0,
      sources: checkSources(now).length > 0,
      contract: broken(await checkContract(description, now, pact, passing)),
      validators: validators !== undefined && broken(checkValidators(now, validators)),
      values: validators !== undefined && (await checkValues(validators)).length > 0,
    };
    return names(red);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function meetGenerated({ file, from, to }: Pick<FileDefect, "file" | "from" | "to">): Promise<GateName[]> {
  const folder = temporary();
  try {
    const files = await generate(new Description("openapi.yaml"));
    const changed = { ...files, [file]: replaced(files[file] ?? "", from, to) };
    const validators = await settled(() => load(folder, changed));
    return names({
      stale: stale(files, `${folder}/`).length > 0,
      validators: !validators || broken(checkValidators(examples, validators)),
      values: !validators || (await checkValues(validators)).length > 0,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function meetContract({ change }: Pick<PactDefect, "change">): Promise<GateName[]> {
  const changed = JSON.parse(readFileSync(contractFile, "utf8")) as PactFile;
  change(changed);
  const report = await checkContract(new Description("openapi.yaml"), examples, changed as unknown as Pact, passing);
  const written = `${JSON.stringify(changed, null, 2)}\n`;
  return names({
    contract: broken(report),
    written: (await failedTests(contractFile, written, ["consumer"])).length > 0,
  });
}

async function meetProvider({ options = {}, ask, answer }: Partial<ProviderDefect>): Promise<GateName[]> {
  const now = () => new Date("2020-12-04T20:54:24Z");
  const sandbox = createSandbox({ now, ...options });
  const report = await checkSandbox(examples, pact, { ...sandbox, fetch: spoilt(sandbox, ask, answer) });
  const { workflows, general } = await executeWorkflows({ fetch: spoilt(workflowSandbox(options), ask, answer) });
  const said = [...report.checked.values(), report.general].flat().map(({ message }) => message);
  const byPact = said.filter((message) => message.startsWith("Pact's verifier"));
  return names({
    verifier: byPact.length > 0,
    replay: said.length > byPact.length,
    workflow: general.length > 0 || [...workflows.values()].some((problems: readonly Problem[]) => problems.length > 0),
  });
}

function spoilt(
  { fetch }: Pick<Sandbox, "fetch">,
  ask: ProviderDefect["ask"],
  change: ProviderDefect["answer"],
): typeof globalThis.fetch {
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    ask?.(headers, init?.method ?? "GET");
    const response = await fetch(input, { ...init, headers });
    const answer = { status: response.status, headers: response.headers, text: await response.text() };
    change?.(answer, init?.method ?? "GET");
    return new Response(answer.text, { status: answer.status, headers: answer.headers });
  };
}

/** Runs tests in a copy of this project with one file changed, and tells which of their files failed. */
async function failedTests(file: string, content: string, tests: readonly string[]): Promise<string[]> {
  const folder = temporary();
  try {
    for (const part of [
      "contracts",
      "generated",
      "src",
      "test",
      "openapi.yaml",
      "README.md",
      "tsconfig.json",
      "vitest.config.ts",
    ]) {
      cpSync(part, join(folder, part), { recursive: true });
    }
    symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
    writeFileSync(join(folder, file), content);
    const output = join(folder, "result.json");
    const files = tests.map((name) => `test/${name}.test.ts`);
    const args = [join(folder, "node_modules/vitest/vitest.mjs"), "run", "--root", folder, ...files];
    const { stdout, stderr } = await runNode(
      [...args, "--reporter=json", `--outputFile=${output}`],
      { CI: "true" },
      folder,
    );
    const { testResults } = JSON.parse(readText(output) ?? "{}") as {
      testResults?: { name: string; status: string }[];
    };
    if (!testResults) throw new Error(`the tests gave no result:\n${stdout}${stderr}`);
    const failed = testResults.filter(({ status }) => status !== "passed");
    return failed.map(({ name }) => /([\w-]+)\.test\.ts$/.exec(name)?.[1] ?? name);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Writes generated files, and loads the validators among them. */
async function load(folder: string, files: Record<string, string>): Promise<Validators> {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const from = (name: string) => import(pathToFileURL(join(folder, name)).href);
  return { operations: (await from("operations.ts")).operations, answers: (await from("answers.ts")).answers };
}

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), "mutant-"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  return folder;
}

/** @throws Error where the text does not hold what is to be changed: the mutant has to be mended */
function replaced(whole: string, from: string | RegExp, to: string): string {
  if (whole.split(from).length < 2) throw new Error(`the text to replace is not there: ${from}`);
  return whole.replace(from, () => to);
}

function broken(report: Report): boolean {
  return report.general.length > 0 || [...report.checked.values()].some((problems) => problems.length > 0);
}

/** What a step gives; undefined where it throws, which is red, too. */
async function settled<Value>(step: () => Value | Promise<Value>): Promise<Value | undefined> {
  try {
    return await step();
  } catch {
    return undefined;
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function names(red: Partial<Record<GateName, boolean>>): GateName[] {
  return Object.entries(red).flatMap(([name, is]) => (is ? [name as GateName] : []));
}
