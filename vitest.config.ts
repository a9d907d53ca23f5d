import { defineConfig } from "vitest/config";

const files = (...names: string[]) => names.map((name) => `test/${name}.test.ts`);

/** Tests that start processes: compilers, Pact's verifier, redocly, git, the command line. */
const contract = files(
  "cli",
  "contract",
  "contract-input",
  "generate",
  "pages",
  "publishing",
  "release",
  "samples",
  "sandbox-browser",
  "sandbox-main",
);
/** Tests with a command of their own, `npm run test:…`: they pack, open a browser, measure or run the contract often. */
const browser = files("docs", "site");
const others = {
  package: files("package"),
  reliability: files("reliability", "reliability-sandbox"),
  example: files("example"),
  shapes: files("shapes"),
  runtimes: files("deployed"),
};

const project = (name: string, include: string[], others: object = {}) => ({
  extends: true as const,
  test: { name, include, ...others },
});

export default defineConfig({
  test: {
    // A test gets a line of its own only if it is very slow.
    slowTestThreshold: 15_000,
    // One less than the processors by default: most of the time here is spent waiting for other processes.
    maxWorkers: 3,
    // Loading the same compilers for each file takes a fifth of the time.
    isolate: false,
    testTimeout: 240_000,
    hookTimeout: 240_000,
    env: { PACT_DO_NOT_TRACK: "true" },
    globalSetup: "test/temporary-folder.ts",
    projects: [
      project("contract", contract),
      project("unit", ["test/*.test.ts"], {
        exclude: [contract, browser, Object.values(others)].flat(2),
        setupFiles: ["test/no-process.ts"],
      }),
      ...Object.entries(others).map(([name, include]) => project(name, include)),
      project("browser", browser, { globalSetup: "test/docs-packages.ts" }),
      project("reliability-full", others.reliability, { env: { RELIABILITY: "full" } }),
    ],
  },
});
