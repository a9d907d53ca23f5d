/**
 * The packed package in projects of every ordinary shape: each installs the tarball in an empty folder and uses it.
 *
 *     npm run test:shapes                           all of them
 *     npm run test:shapes -- jest next              those whose name contains a word
 *     npm run test:shapes -- --tarball FILE …       another tarball than that of this clone
 */
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { blocks } from "../support.js";

interface Shape {
  name: string;
  /** The folder in `projects/` that is copied into its own. */
  project?: string;
  /** What it installs beside the package, with versions. */
  packages?: readonly string[];
  /** Default: none, which is CommonJS. */
  type?: "module" | undefined;
  /** Programs of its packages, or `node`, with their arguments; each must succeed. */
  commands: readonly (readonly string[])[];
  /** Further files: text, or a value as JSON. */
  files?: Readonly<Record<string, unknown>>;
}

const compilerOptions = {
  strict: true,
  noEmit: true,
  target: "es2022",
  types: [],
  lib: ["es2022", "dom", "dom.iterable"],
};
/** Of a project's own `tsconfig.json`, by how modules are resolved. */
const resolutions = {
  node10: { module: "commonjs", moduleResolution: "node10" },
  "node10-es": { module: "es2022", moduleResolution: "node10" },
  node16: { module: "node16", moduleResolution: "node16" },
  nodenext: { module: "nodenext", moduleResolution: "nodenext" },
  bundler: { module: "esnext", moduleResolution: "bundler" },
};

function typescript(version: string, options: { skipLibCheck?: boolean; without?: RegExp; flags?: object } = {}) {
  const { skipLibCheck = false, without = /^$/, flags = {} } = options;
  const chosen = Object.entries(resolutions).filter(([name]) => !without.test(name));
  const configuration = (resolution: object) => ({
    compilerOptions: { ...compilerOptions, skipLibCheck, ...flags, ...resolution },
    files: ["use.ts"],
  });
  return ([undefined, "module"] as const).map((type): Shape => {
    // These depend on the type of the importing project; the others are tried once.
    const names = chosen.filter(([name]) => !type || /^node(16|next)$/.test(name));
    return {
      name: `TypeScript ${version}, ${type ?? "commonjs"}: ${names.map(([name]) => name).join(", ")}${skipLibCheck ? ", skipLibCheck" : ""}`,
      project: "types",
      packages: [`typescript@${version}`],
      type,
      files: Object.fromEntries(names.map(([name, resolution]) => [`${name}.json`, configuration(resolution)])),
      commands: names.map(([name]) => ["tsc", "--project", `${name}.json`]),
    };
  });
}

const next = (version: string): Shape => ({
  name: `Next ${version}, the tsconfig it writes`,
  project: "next",
  packages: [`next@${version}`, "react@19", "react-dom@19", "typescript@5.9", "@types/react@19", "@types/node@20"],
  commands: [
    ["next", "build"],
    ["node", "check.mjs"],
  ],
});

const browser = (name: string, packages: readonly string[], ...command: string[]): Shape => ({
  name: `${name}, for browsers`,
  project: "browser",
  packages,
  commands: [command, ["node", "check.mjs"]],
});

const recipes = readFileSync("RECIPES.md", "utf8");
const jestTest = { "package.test.js": blocks("js", recipes)[0] };
const vitestTest = { "package.test.ts": blocks("ts", recipes)[0] };
const playwright = {
  "route.ts": blocks("ts", recipes).find((block) => block.includes("@playwright/test")),
  "tsconfig.json": {
    compilerOptions: { ...compilerOptions, types: ["node"], ...resolutions.nodenext },
    files: ["route.ts"],
  },
};

const shapes: readonly Shape[] = [
  { name: "Node, ES module", project: "run", commands: [["node", "run.mjs"]] },
  { name: "Node, CommonJS", project: "run", commands: [["node", "run.cjs"]] },
  { name: "React Native's fetch: no stream, text() only", project: "run", commands: [["node", "react-native.cjs"]] },
  ...typescript("5.0", { skipLibCheck: true }),
  ...["5.4", "5.5", "5.6", "5.7", "5.8", "5.9"].flatMap((version) => typescript(version)),
  ...typescript("6.0", { flags: { ignoreDeprecations: "6.0" } }),
  // It has no node10 any more.
  ...typescript("7", { without: /node10/ }),
  { name: "Jest 29", files: jestTest, packages: ["jest@29"], commands: [["jest"]] },
  { name: "Jest 30", files: jestTest, packages: ["jest@30"], commands: [["jest"]] },
  { name: "vitest 4", files: vitestTest, packages: ["vitest@4"], commands: [["vitest", "run"]] },
  {
    name: "Playwright, its recipe type-checks",
    files: playwright,
    packages: ["@playwright/test@1", "@types/node@20", "typescript@5.9"],
    commands: [["tsc"]],
  },
  next("15"),
  next("16"),
  browser("Vite 8", ["vite@8"], "vite", "build"),
  browser("webpack 5", ["webpack@5", "webpack-cli@6"], "webpack", "./main.js", "--mode=production", "-o", "out"),
  browser("esbuild", ["esbuild@0.28"], "esbuild", "main.js", "--bundle", "--format=esm", "--outdir=out"),
  browser("rollup 4", ["rollup@4", "@rollup/plugin-node-resolve@16"], "rollup", "--config", "rollup.config.mjs"),
];

/** Runs a program and returns why it failed; undefined if it did not. */
function run(folder: string, command: string, args: readonly string[]): Promise<string | undefined> {
  const environment = { ...process.env, CI: "1", NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: undefined, FORCE_COLOR: "0" };
  const options = { cwd: folder, env: environment as NodeJS.ProcessEnv, shell: process.platform === "win32" };
  return new Promise((done) => {
    execFile(command, args, { ...options, maxBuffer: 2 ** 26 }, (failure, stdout, stderr) => {
      if (!failure) return done(undefined);
      const lines = `${stderr}\n${stdout}\n${failure.message}`.split("\n").map((line) => line.trim());
      const found = [/error\b.*: |cannot|●/i, /error\b/i, /./].map((sign) => lines.find((line) => sign.test(line)));
      done(found.find(Boolean));
    });
  });
}

/** The installed versions, and why it failed. */
async function play(shape: Shape, tarball: string, folder: string): Promise<{ versions: string; failure?: string }> {
  const { name, project, packages = [], type, commands, files = {} } = shape;
  if (project) cpSync(join("test/shapes/projects", project), folder, { recursive: true });
  const manifest = { name: "somebody-else", version: "1.0.0", private: true, type };
  for (const [file, content] of Object.entries({ "package.json": manifest, ...files })) {
    writeFileSync(join(folder, file), typeof content === "string" ? content : JSON.stringify(content, null, 2));
  }
  const install = ["install", "--no-audit", "--no-fund", "--silent", "--prefer-offline", tarball, ...packages];
  const missing = await run(folder, "npm", install);
  if (missing) return { versions: "", failure: `npm install: ${missing}` };
  const versions = packages.flatMap((spec) => {
    const dependency = spec.replace(/(?<=.)@.*/, "");
    const { version } = JSON.parse(readFileSync(join(folder, "node_modules", dependency, "package.json"), "utf8"));
    return name.toLowerCase().includes(dependency) ? [version] : [`${dependency} ${version}`];
  });
  for (const [command = "", ...args] of commands) {
    const program = command === "node" ? process.execPath : join(folder, "node_modules/.bin", command);
    const failure = await run(folder, program, args);
    if (failure) return { versions: versions.join(", "), failure: `${[command, ...args].join(" ")}: ${failure}` };
  }
  return { versions: versions.join(", ") || process.version };
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { tarball: { type: "string" } }, allowPositionals: true });
  const words = positionals.map((word) => word.toLowerCase());
  const chosen = shapes.filter(({ name }) => !words.length || words.some((word) => name.toLowerCase().includes(word)));
  if (chosen.length === 0)
    throw new Error(`no shape has that name; expected one of:\n${shapes.map(({ name }) => name).join("\n")}`);
  const root = mkdtempSync(join(tmpdir(), "shapes-"));
  let failed = 0;
  try {
    const pack = ["pack", "--silent", "--ignore-scripts=false", "--pack-destination", root];
    const unpacked = values.tarball ? undefined : await run(process.cwd(), "npm", pack);
    if (unpacked) throw new Error(`npm pack: ${unpacked}`);
    const { name, version } = JSON.parse(readFileSync("package.json", "utf8"));
    const tarball = values.tarball ? resolve(values.tarball) : join(root, `${name}-${version}.tgz`);
    const width = Math.max(...chosen.map((shape) => shape.name.length));
    for (const [index, shape] of chosen.entries()) {
      const folder = join(root, String(index));
      mkdirSync(folder);
      const { versions, failure } = await play(shape, tarball, folder);
      rmSync(folder, { recursive: true, force: true });
      if (failure) failed += 1;
      console.log(`${failure ? "FAILED" : "ok    "}  ${shape.name.padEnd(width)}  ${versions}`);
      if (failure) console.log(`        ${failure}`);
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  console.log(`\n${chosen.length - failed} of ${chosen.length} project shapes work`);
  process.exitCode = failed > 0 ? 1 : 0;
}

main().catch((failure: Error) => {
  console.error(failure.message);
  process.exitCode = 2;
});
