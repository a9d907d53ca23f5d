/** Mutants of the client. */
export default {
  testRunner: "vitest",
  vitest: { configFile: "test/mutation.config.ts", related: false },
  // Not timers and the rate of bulk reads: most of their mutants hang, or change only how fast something is.
  mutate: ["src/*.ts", "!src/{abort,bulk,cli,examples,index,limits,pace}.ts"],
  coverageAnalysis: "perTest",
  concurrency: 2,
  timeoutMS: 10_000,
  reporters: ["clear-text", "progress-append-only"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: 85 },
  tempDirName: ".stryker-tmp",
  checkers: [],
};
