import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a Node program to its end, without telemetry, which Redocly would write into the pages it builds. */
export function runNode(
  args: readonly string[],
  env: Record<string, string | undefined> = {},
  folder = process.cwd(),
): Promise<Finished> {
  // A test runner that is started by a test must not find the variables of the outer one.
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("VITEST")));
  const quiet = { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", PACT_DO_NOT_TRACK: "true" };
  const options = { cwd: folder, env: { ...inherited, ...quiet, ...env }, maxBuffer: 2 ** 26 };
  return new Promise((resolve, reject) => {
    const child = execFile(process.execPath, args, options, (failure, stdout, stderr) => {
      if (failure && child.pid === undefined) reject(failure);
      else resolve({ code: child.exitCode, stdout, stderr });
    });
  });
}

/** A folder of its own for some work, which gets the path of a file in it by its name. */
export async function inFolder<Result>(work: (file: (name: string) => string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "contract-"));
  try {
    return await work((name) => join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs npm. It is found where Node is, or as the npm that runs us. */
export function runNpm(args: readonly string[], folder?: string): Promise<Finished> {
  const own = process.env.npm_execpath ?? join(dirname(process.execPath), "../lib/node_modules/npm/bin/npm-cli.js");
  return runNode([own, ...args], {}, folder);
}

/** Compiles the project in a folder, with this configuration. */
export function compile(folder: string, configuration: object): Promise<Finished> {
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(configuration));
  return runNode([resolve("node_modules/typescript/bin/tsc"), "--project", folder, "--pretty", "false"]);
}

const redoclyHome = dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json"));

/** Runs Redocly's command line with our rules; its box about the version of Node is left out. */
export async function redocly(...args: string[]): Promise<Finished> {
  const config = args[0] === "respect" ? [] : ["--config", "contracts/redocly.yaml"];
  const finished = await runNode([join(redoclyHome, "bin/cli.js"), ...args, ...config]);
  return { ...finished, stderr: finished.stderr.replaceAll(/^\s*[╔║╚].*\n/gm, "").trimStart() };
}

/** What Redocly's linter finds in a file. */
export async function lintProblems(
  file: string,
): Promise<{ ruleId: string; message: string; severity: string; location: { pointer?: string }[] }[]> {
  const finished = await redocly("lint", file, "--format", "json");
  return parseResult<{ problems: [] }>(finished, "redocly lint").problems;
}

/** @throws Error with everything that a program printed if its result is not JSON */
export function parseResult<Result>({ stdout, stderr }: Finished, program: string, result = stdout): Result {
  try {
    return JSON.parse(result) as Result;
  } catch {
    throw new Error(`${program} gave no result:\n${stdout}${stderr}`);
  }
}
