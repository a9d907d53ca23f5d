import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs a Node program to its end, without telemetry: Redocly's is baked into the page it builds, so that it has to be
 * off when it runs.
 */
export function runNode(
  args: readonly string[],
  env: Record<string, string | undefined> = {},
  folder = process.cwd(),
): Promise<Finished> {
  // What a test runner leaves in the environment would make another one inside believe that it is a part of it.
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

/** Compiles the project in a folder, with this configuration. */
export function compile(
  folder: string,
  configuration: object,
  tsc = "node_modules/typescript/bin/tsc",
): Promise<Finished> {
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(configuration));
  return runNode([resolve(tsc), "--project", folder, "--pretty", "false"]);
}
