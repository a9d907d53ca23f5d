import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/*.test.ts"],
    // A contract that is missing is a failure, not something to write in passing.
    update: "none",
    // One line a file; a slow test is only worth a line of its own when it is very slow.
    slowTestThreshold: 15_000,
    // By default one less than there are processors: most of the time here goes by waiting for other processes.
    maxWorkers: 3,
    // A fifth of the time went by loading the same compilers for each file anew; nothing here keeps state in a module.
    isolate: false,
    testTimeout: 240_000,
    hookTimeout: 240_000,
    env: { PACT_DO_NOT_TRACK: "true" },
  },
});
