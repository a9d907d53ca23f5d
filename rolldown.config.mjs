/** `npm run build`: every entry as ES module and as CommonJS, with types for both, and the command as one file. */
import { chmodSync, rmSync } from "node:fs";
import { defineConfig } from "rolldown";
import { dts } from "rolldown-plugin-dts";

/** @typedef {import("rolldown").RolldownOptions} Options */

/** Entries that share a file are built together; any other entry is one file, which imports fastest. */
const groups = [
  { "src/index": "src/index.ts" },
  { "src/sandbox/index": "src/sandbox/index.ts", "src/sandbox/server": "src/sandbox/server.ts" },
  { "src/verify/index": "src/verify/index.ts" },
  { "src/examples": "src/examples.ts" },
];

/** @type {(input: Record<string, string>, extension: string, options: Options) => Options} */
function build(input, extension, { output, ...options }) {
  return {
    input,
    external: /^node:|^openapi-fetch$/,
    platform: "node",
    logLevel: "warn",
    checks: { pluginTimings: false },
    transform: { target: "es2022" },
    ...options,
    output: {
      dir: "dist",
      entryFileNames: `[name].${extension}`,
      chunkFileNames: `src/sandbox/shared.${extension}`,
      strict: true,
      sourcemap: true,
      // The sources are in the package: declaration maps need them there.
      sourcemapExcludeSources: true,
      comments: { legal: true, annotation: true, jsdoc: false },
      ...output,
    },
  };
}

const types = () => dts({ emitDtsOnly: true, sourcemap: true, tsconfig: "src/tsconfig.json", resolver: "tsc" });

/**
 * openapi-fetch as CommonJS: `module.exports` has the function as `default`. Rolldown takes all of `module.exports` for
 * the default export, as Node does when an ES module imports CommonJS.
 */
const openapiFetch = {
  name: "openapi-fetch as CommonJS",
  resolveId: (name) => (name === "openapi-fetch" ? "\0openapi-fetch" : null),
  load: (id) => (id === "\0openapi-fetch" ? 'export default require("openapi-fetch").default;' : null),
};

/** npm makes it executable where it installs it; here it is for a link to a clone. */
const executable = { name: "executable", writeBundle: () => chmodSync("dist/src/cli.js", 0o755) };

// Files of an earlier build must not be packed.
rmSync("dist/src", { recursive: true, force: true });

export default defineConfig([
  ...groups.flatMap((input) => [
    build(input, "js", { output: { format: "esm" } }),
    build(input, "js", { plugins: [types()], output: { format: "esm" } }),
    build(input, "cjs", { plugins: [types()], output: { format: "esm" } }),
    build(input, "cjs", {
      plugins: [openapiFetch],
      external: (name, importer) => /^node:/.test(name) || importer === "\0openapi-fetch",
      output: { format: "cjs" },
    }),
  ]),
  build({ "src/cli": "src/cli.ts" }, "js", { plugins: [executable], output: { format: "esm", codeSplitting: false } }),
]);
