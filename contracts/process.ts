import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs a Node program to its end, without telemetry. Redocly would write its telemetry setting into the pages it builds.
 */
export function runNode(
  args: readonly string[],
  env: Record<string, string | undefined> = {},
  folder = process.cwd(),
): Promise<Finished> {
  // A test runner that is started by a test must not find the variables of the outer one.
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("VITEST")));
  const quiet = { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", PACT_DO_NOT_TRACK: "true" };
  const child = spawn(process.execPath, args, { cwd: folder, env: { ...inherited, ...quiet, ...env } });
  const output = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (chunk) => {
      output[stream] += chunk;
    });
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject).once("close", (code) => resolve({ code, ...output }));
  });
}

/** Runs npm. It is found where Node is, or as the npm that runs us. */
export function runNpm(args: readonly string[]): Promise<Finished> {
  const own = process.env.npm_execpath ?? join(dirname(process.execPath), "../lib/node_modules/npm/bin/npm-cli.js");
  return runNode([own, ...args]);
}

/** Compiles the project in a folder, with this configuration. */
export function compile(
  folder: string,
  configuration: object,
  tsc = "node_modules/typescript/bin/tsc",
): Promise<Finished> {
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(configuration));
  return runNode([resolve(tsc), "--project", folder, "--pretty", "false"]);
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
  const { stdout, stderr } = await redocly("lint", file, "--format", "json");
  try {
    return JSON.parse(stdout).problems;
  } catch {
    throw new Error(`redocly lint gave no result for ${file}:\n${stdout}${stderr}`);
  }
}
