import { basename } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** These take longest; where no earlier run tells so, the largest file would come first, and the last one alone at the end. */
const slowest = ["reliability.test.ts", "contract.test.ts", "docs.test.ts", "package.test.ts"];

class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = (await super.sort(files)).filter(({ moduleId }) => !slowest.includes(basename(moduleId)));
    const first = slowest.flatMap((name) => files.filter(({ moduleId }) => basename(moduleId) === name));
    return [...first, ...others];
  }
}

export default defineConfig({
  test: {
    include: ["test/*.test.ts"],
    // A contract that is missing is a failure, not something to write in passing.
    update: "none",
    // One line a file; a slow test is only worth a line of its own when it is very slow.
    slowTestThreshold: 15_000,
    // By default one less than there are processors: most of the time here goes by waiting for other processes.
    maxWorkers: 3,
    sequence: { sequencer: SlowestFirst },
    // A fifth of the time went by loading the same compilers for each file anew; nothing here keeps more in a module than connections, and a process that verifies.
    isolate: false,
    testTimeout: 240_000,
    hookTimeout: 240_000,
    env: { PACT_DO_NOT_TRACK: "true" },
  },
});
