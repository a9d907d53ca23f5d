import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Finished, runNode } from "./run-node.js";

const home = dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json"));

/** Runs Redocly's command line. */
export function redocly(...args: string[]): Promise<Finished> {
  return runNode([join(home, "bin/cli.js"), ...args]);
}
