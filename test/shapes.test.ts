/**
 * The packed package in projects of every ordinary shape: each installs the tarball in an empty folder and uses it.
 *
 *     npm run test:shapes                        all of them
 *     npm run test:shapes -- -t "Jest|Next"      those whose name contains a word
 */
import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, onTestFinished, test } from "vitest";
import { emptyFolder, install, npm, pack } from "./files.js";
import { blocks } from "./support.js";

interface Shape {
  name: string;
  /** The folder in `projects/` that is copied into its own. */
  project?: string;
  /** What it installs beside the package, with versions. */
  packages?: readonly string[];
  /** Programs of its packages, or `node`, with their arguments; each must succeed. */
  commands: readonly string[];
  /** Further files: text, or a value as JSON. */
  files?: Readonly<Record<string, unknown>>;
}

const lib = ["es2022", "dom", "dom.iterable"];
const compilerOptions = { strict: true, noEmit: true, target: "es2022", types: [], lib };
/** Of a project's own `tsconfig.json`, by how modules are resolved. */
const resolutions = {
  node10: { module: "commonjs", moduleResolution: "node10" },
  node16: { module: "node16", moduleResolution: "node16" },
  nodenext: { module: "nodenext", moduleResolution: "nodenext" },
  bundler: { module: "esnext", moduleResolution: "bundler" },
};

/** The same file as CommonJS and as an ES module, by each way to resolve modules. */
function typescript(version: string, options: { without?: string; flags?: object } = {}): Shape {
  const chosen = Object.entries(resolutions).filter(([name]) => name !== options.without);
  const configuration = (resolution: object) => ({
    compilerOptions: { ...compilerOptions, ...options.flags, ...resolution },
    files: ["use.ts", "use.mts"],
  });
  return {
    name: `TypeScript ${version}: ${chosen.map(([name]) => name).join(", ")}`,
    project: "types",
    packages: [`typescript@${version}`],
    files: {
      "use.mts": readFileSync("test/shapes/types/use.ts", "utf8"),
      ...Object.fromEntries(chosen.map(([name, resolution]) => [`${name}.json`, configuration(resolution)])),
    },
    commands: chosen.map(([name]) => `tsc --project ${name}.json`),
  };
}

const next = (version: string): Shape => ({
  name: `Next ${version}, the tsconfig it writes`,
  project: "next",
  packages: [`next@${version}`, "react@19", "react-dom@19", "typescript@5.9", "@types/react@19", "@types/node@20"],
  commands: ["next build", "node check.mjs"],
});

const browser = (name: string, packages: readonly string[], command: string): Shape => ({
  name: `${name}, for browsers`,
  project: "browser",
  packages,
  commands: [command, "node check.mjs"],
});

const rollup = "rollup main.js --file out/main.js --plugin node-resolve={browser:true} --failAfterWarnings";

const recipes = readFileSync("RECIPES.md", "utf8");
const jestTest = { "package.test.js": blocks("js", recipes)[0] };
const vitestTest = { "package.test.ts": blocks("ts", recipes)[0] };

const shapes: readonly Shape[] = [
  typescript("5.0", { flags: { skipLibCheck: true } }),
  ...["5.4", "5.5", "5.6", "5.7", "5.8", "5.9"].map((version) => typescript(version)),
  typescript("6.0", { flags: { ignoreDeprecations: "6.0" } }),
  // It has no node10 any more.
  typescript("7", { without: "node10" }),
  { name: "Jest 29", files: jestTest, packages: ["jest@29"], commands: ["jest"] },
  { name: "Jest 30", files: jestTest, packages: ["jest@30"], commands: ["jest"] },
  { name: "vitest 4", files: vitestTest, packages: ["vitest@4"], commands: ["vitest run"] },
  next("15"),
  next("16"),
  browser("Vite 8", ["vite@8"], "vite build"),
  browser("webpack 5", ["webpack@5", "webpack-cli@6"], "webpack ./main.js --mode=production -o out"),
  browser("esbuild", ["esbuild@0.28"], "esbuild main.js --bundle --format=esm --outdir=out"),
  browser("rollup 4", ["rollup@4", "@rollup/plugin-node-resolve@16"], rollup),
];

let tarball: string;

beforeAll(async () => {
  tarball = (await pack(emptyFolder())).tarball;
});

test.for(shapes)("$name", async ({ project, packages = [], commands, files }) => {
  const folder = emptyFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  if (project) cpSync(join("test/shapes", project), folder, { recursive: true });
  await install(folder, [tarball, ...packages], files);
  for (const command of commands) await npm(folder, "exec", "--call", command);
});
