/** Mutants of the sandbox; what runs as a process of its own is out of reach. */
import client from "./stryker.config.mjs";

export default {
  ...client,
  mutate: ["src/sandbox/*.ts", "!src/sandbox/command-line.ts", "!src/sandbox/command.ts"],
  thresholds: { high: 95, low: 85, break: 85 },
};
