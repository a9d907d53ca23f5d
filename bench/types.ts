import { spawnSync } from "node:child_process";

const flags = "--noEmit --extendedDiagnostics --pretty false --strict --skipLibCheck --target es2022 --lib es2023,dom";
const module = "--module esnext --moduleResolution bundler --types node";

/** How many types TypeScript makes up to check a file; the declarations of what it imports are not checked themselves. */
export function instantiations(file: string): number {
  const tsc = ["../node_modules/typescript/bin/tsc", ...flags.split(" "), ...module.split(" "), file];
  const { stdout } = spawnSync(process.execPath, tsc, { encoding: "utf8" });
  const [, count] = /^Instantiations:\s+(\d+)/m.exec(stdout) ?? [];
  // Some of what others generate has errors of its own, and is checked all the same.
  if (!count) throw new Error(`${file}: tsc did not say:\n${stdout}`);
  return Number(count);
}
