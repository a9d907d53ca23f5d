/**
 * How strong the contract is: each deliberate defect of `mutants.ts` must turn the expected check red.
 *
 *     npm run contract:mutants                  all of them, in a few minutes
 *     npm run contract:mutants -- --every 9     every ninth
 *     npm run contract:mutants -- --json        for machines
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { createSandbox } from "../src/sandbox/index.js";
import { facts } from "./checks/facts.js";
import { lint } from "./checks/lint.js";
import { pact } from "./checks/pact.js";
import { provider } from "./checks/provider.js";
import { sources } from "./checks/sources.js";
import { validators } from "./checks/validators.js";
import { values } from "./checks/values.js";
import { workflows } from "./checks/workflows.js";
import { type Check, type Context, createContext, type GeneratedModules } from "./context.js";
import type { CheckResult } from "./finding.js";
import { Description } from "./generate/description.js";
import { generate } from "./generate/generate.js";
import { interactions, nameOf } from "./interactions.js";
import {
  type CheckName,
  type FileDefect,
  inContract,
  inDescription,
  inGenerated,
  inProvider,
  type PactDefect,
  type PactFile,
  type ProviderDefect,
  type TextDefect,
} from "./mutants.js";
import { contractFile, type Pact } from "./pact-file.js";
import { inFolder } from "./process.js";

type Target = "description" | "generated" | "contract" | "provider";

/** A mutant before it is run. `run` returns the checks that turned red. */
interface Mutant {
  target: Target;
  name: string;
  expectedCheck: CheckName;
  run: () => Promise<CheckName[]>;
}

interface MutantResult extends Omit<Mutant, "run"> {
  red: CheckName[];
  /** Whether the expected check is among them. */
  killed: boolean;
  /** Why the mutant could not be run: it has to be corrected. */
  failure?: string;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { every: { type: "string", default: "1" }, json: { type: "boolean", default: false } },
  });
  const every = Number(values.every);
  if (!Number.isInteger(every) || every < 1) throw new Error("--every must be a whole number from 1 on");
  const started = performance.now();
  const chosen = mutants.filter((_, index) => index % every === 0);
  const targets = new Set(chosen.map(({ target }) => target));
  // A check that is red without a defect would kill every mutant.
  for (const { target, red, failure } of await runAll(originals.filter(({ target }) => targets.has(target)))) {
    if (failure ?? red.length > 0) throw new Error(`${target}: red without a defect: ${failure ?? red}`);
  }
  const results = await runAll(chosen);
  const survivors = results.filter(({ killed }) => !killed);
  const seconds = Math.round((performance.now() - started) / 1000);
  const measured = { mutants: results.length, killed: results.length - survivors.length, seconds };
  const summary = `${measured.killed} of ${measured.mutants} killed by the expected check, in ${seconds} s`;
  console.log(
    values.json
      ? JSON.stringify({ measured, mutants: results }, null, 2)
      : [...results.map(line), "", summary].join("\n"),
  );
  process.exitCode = survivors.length > 0 ? 1 : 0;
}

/** Two at a time: most of the time is spent waiting for other processes. */
async function runAll(chosen: readonly Mutant[]): Promise<MutantResult[]> {
  const results: MutantResult[] = [];
  const queue = [...chosen.entries()];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, { run, ...mutant }] = next;
      try {
        const red = await run();
        results[index] = { ...mutant, red, killed: red.includes(mutant.expectedCheck) };
      } catch (failure) {
        results[index] = { ...mutant, red: [], killed: false, failure: (failure as Error).message };
      }
    }
  };
  await Promise.all([worker(), worker()]);
  return results;
}

function line({ target, name, expectedCheck, red, killed, failure }: MutantResult): string {
  if (failure) return `NOT RUN   ${target.padEnd(11)}  ${name.padEnd(50)}  ${failure}`;
  const verdict = killed ? "killed  " : "SURVIVED";
  const expected = red[0] === expectedCheck ? "" : ` (expected: ${expectedCheck})`;
  return `${verdict}  ${target.padEnd(11)}  ${name.padEnd(50)}  ${red.join(", ")}${expected}`;
}

const of = <Defect extends { name: string; expectedCheck: CheckName }>(
  target: Target,
  defects: readonly Defect[],
  run: (defect: Defect) => Promise<CheckName[]>,
) => defects.map((defect): Mutant => ({ target, ...defect, run: () => run(defect) }));

const mutants: readonly Mutant[] = [
  ...of("description", inDescription, runDescription),
  ...of("generated", inGenerated, runGenerated),
  ...of("contract", inContract, runContract),
  ...of("provider", inProvider, runProvider),
];

const original = { name: "no defect", expectedCheck: "generate" } as const;

/** One of each target without a defect, which no check may see. */
const originals: readonly Mutant[] = [
  ...of("description", [{ ...original, from: "", to: "" }], runDescription),
  ...of("generated", [{ ...original, file: "operations.ts", from: "", to: "" }], runGenerated),
  ...of("contract", [{ ...original, change: () => {} }], runContract),
  ...of("provider", [original], runProvider),
];

async function runDescription({ from, to }: Pick<TextDefect, "from" | "to">): Promise<CheckName[]> {
  return inFolder(async (path) => {
    const [folder, file] = [path(""), path("openapi.yaml")];
    const text = replaced(readFileSync("openapi.yaml", "utf8"), from, to);
    writeFileSync(file, text);
    const description = new Description(file, text);
    const context = createContext({ description, generated: folder, consumer: unchangedConsumer });
    const checks = { lint, facts, sources, pact };
    const generated = await generate(description).catch(() => undefined);
    if (!generated) return ["generate", ...(await redOf(checks, context))];
    context.modules = await load(folder, generated);
    return redOf({ ...checks, validators, values }, context);
  });
}

async function runGenerated({ file, from, to }: Pick<FileDefect, "file" | "from" | "to">): Promise<CheckName[]> {
  return inFolder(async (path) => {
    const folder = path("");
    const files = await generate(new Description("openapi.yaml"));
    const changed = { ...files, [file]: replaced(files[file] ?? "", from, to) };
    const context = createContext({ generated: folder });
    context.modules = await load(folder, changed);
    const [stale, others] = byPart(await validators(context), "stale");
    return redOf({ stale: async () => stale, validators: async () => others, values }, context);
  });
}

async function runContract({ change }: Pick<PactDefect, "change">): Promise<CheckName[]> {
  const changed = JSON.parse(readFileSync(contractFile, "utf8")) as PactFile;
  change(changed);
  const found = await pact(createContext({ pact: changed as unknown as Pact, consumer: unchangedConsumer }));
  const [stale, others] = byPart(found, "stale");
  return [...(others.length > 0 ? ["pact" as const] : []), ...(stale.length > 0 ? ["stale" as const] : [])];
}

async function runProvider(defect: Partial<ProviderDefect>): Promise<CheckName[]> {
  const sandbox: Context["sandbox"] = (options = {}) => {
    const made = createSandbox({ ...options, ...defect.options });
    return { ...made, fetch: tampered(made.fetch, defect) };
  };
  const context = createContext({ sandbox });
  const [byPact, others] = byPart(await provider(context), "verifier");
  return [
    ...(byPact.length > 0 ? ["provider, by Pact" as const] : []),
    ...(others.length > 0 ? ["provider, by verify" as const] : []),
    ...(await redOf({ workflows }, context)),
  ];
}

function tampered(fetch: typeof globalThis.fetch, { request, response }: Partial<ProviderDefect>): typeof fetch {
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    request?.(headers, init?.method ?? "GET");
    const received = await fetch(input, { ...init, headers });
    const changed = { status: received.status, headers: received.headers, text: await received.text() };
    response?.(changed, init?.method ?? "GET");
    return new Response(changed.text || null, { status: changed.status, headers: changed.headers });
  };
}

/** The consumer tests of an unchanged client, which write the committed contract. */
const unchangedConsumer: Context["consumer"] = async () => ({
  findings: new Map(interactions.map((interaction) => [nameOf(interaction), []])),
  written: readFileSync(contractFile, "utf8"),
});

/** The failures of one part of a check, and those of the others. */
function byPart(found: readonly CheckResult[], wanted: CheckResult["part"]): [CheckResult[], CheckResult[]] {
  const failures = found.filter(({ result }) => result === "failed");
  return [failures.filter(({ part }) => part === wanted), failures.filter(({ part }) => part !== wanted)];
}

/** The checks that fail or throw. */
async function redOf(checks: Partial<Record<CheckName, Check>>, context: Context): Promise<CheckName[]> {
  const red: CheckName[] = [];
  for (const [name, check] of Object.entries(checks) as [CheckName, Check][]) {
    const found = await check(context).catch(() => undefined);
    if (!found || found.some(({ result }) => result === "failed")) red.push(name);
  }
  return red;
}

/** Writes generated files, and loads the validators among them. */
async function load(folder: string, files: Record<string, string>): Promise<GeneratedModules> {
  const all = { ...files, "package.json": '{ "type": "module" }' };
  for (const [name, content] of Object.entries(all)) writeFileSync(join(folder, name), content);
  const from = (name: string) => import(pathToFileURL(join(folder, name)).href);
  return {
    operations: (await from("operations.ts")).operations,
    responseValidators: (await from("responses.ts")).responseValidators,
  };
}

/** @throws Error if the text does not contain what is to be replaced: the mutant has to be corrected */
function replaced(whole: string, from: string | RegExp, to: string): string {
  if (whole.split(from).length < 2) throw new Error(`the text to replace is not there: ${from}`);
  return whole.replace(from, () => to);
}

main().catch((failure: Error) => {
  console.error(failure.message);
  process.exitCode = 2;
});
