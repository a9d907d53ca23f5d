/** The packed tarball, as somebody else gets it. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { publint } from "publint";
import { beforeAll, expect, test } from "vitest";
import { compile, runNode } from "../contracts/run-node.js";
import { blocks } from "./support.js";

const folder = mkdtempSync(join(tmpdir(), "package-"));
let tarball: string;
let files: string[];

function npm(...args: string[]): string {
  return execFileSync("npm", args, {
    encoding: "utf8",
    cwd: folder,
    shell: process.platform === "win32",
    stdio: "pipe",
  });
}

beforeAll(() => {
  const [packed] = JSON.parse(npm("pack", resolve("."), "--json", "--silent", "--pack-destination", folder));
  tarball = join(folder, packed.filename);
  files = packed.files.map(({ path }: { path: string }) => path);
  writeFileSync(join(folder, "package.json"), '{ "name": "somebody-else", "private": true, "type": "module" }');
  npm("install", "--prefer-offline", "--no-audit", "--no-fund", "--silent", tarball);
});

test.each([[[]], [["--disallow-code-generation-from-strings"]]])(
  "the README's first example runs from it %j",
  async (flags) => {
    writeFileSync(join(folder, "example.mjs"), blocks("ts")[0] ?? "");
    const { stdout, stderr } = await runNode([...flags, join(folder, "example.mjs")]);
    expect({ stdout, stderr }).toEqual({ stdout: blocks("text")[0], stderr: "" });
  },
);

test("its declarations compile in somebody else's strict project", async () => {
  const compilerOptions = {
    strict: true,
    module: "nodenext",
    target: "es2022",
    noEmit: true,
    types: [],
    lib: ["es2023", "dom", "dom.iterable"],
  };
  writeFileSync(join(folder, "example.ts"), blocks("ts")[0] ?? "");
  const { stdout } = await compile(folder, { compilerOptions, files: ["example.ts"] });
  expect(stdout).toBe("");
});

test("it holds what ships, and nothing else", () => {
  const kinds = [/^dist\/(src|generated)\/[\w/-]+\.(js|d\.ts)$/];
  const others = files.filter((file) => !kinds.some((kind) => kind.test(file)));
  expect(others.sort()).toEqual([
    ...["CHANGELOG.md", "LICENSE", "README.md"],
    "contracts/life-cycle.arazzo.yaml",
    "contracts/partner-center-qualifications--partner-center.json",
    "contracts/states.json",
    ...["openapi.yaml", "package.json"],
  ]);
  expect(files).toEqual(
    expect.arrayContaining(["dist/src/index.js", "dist/src/index.d.ts", "dist/generated/api.d.ts"]),
  );
  expect(files.filter((file) => /generate\.|strength|description|main\./.test(file))).toEqual([]);
});

test("its other entries can be loaded", async () => {
  const names = [
    "openapi.yaml",
    "package.json",
    "contracts/states.json",
    "contracts/life-cycle.arazzo.yaml",
    "contracts/partner-center-qualifications--partner-center.json",
  ];
  const script = `for (const name of ${JSON.stringify(names)}) import.meta.resolve("partner-center-qualifications/" + name);`;
  writeFileSync(join(folder, "entries.mjs"), script);
  expect(await runNode([join(folder, "entries.mjs")])).toMatchObject({ code: 0, stderr: "" });
});

test("publint and attw find nothing, but that it is of ES modules only", async () => {
  const { messages } = await publint({ pack: { tarball: new Uint8Array(readFileSync(tarball)).buffer }, strict: true });
  expect(messages).toEqual([]);
  const attw = resolve("node_modules/@arethetypeswrong/cli/dist/index.js");
  const options = ["--profile", "esm-only", "--format", "json", "--entrypoints", ".", "sandbox"];
  const { stdout, code } = await runNode([attw, tarball, ...options]);
  const { entrypoints } = JSON.parse(stdout).analysis;
  expect(code).toBe(0);
  for (const entry of [".", "./sandbox"]) {
    expect(entrypoints[entry].resolutions["node16-esm"]).toMatchObject({ visibleProblems: [] });
    expect(entrypoints[entry].resolutions.bundler).toMatchObject({ visibleProblems: [] });
  }
});

test("it needs openapi-fetch and its helper at run time, and no more", () => {
  const installed = npm("ls", "--omit=dev", "--all", "--parseable").trim().split("\n").slice(1);
  const names = installed.map((path) => path.split(/node_modules[\\/]/).at(-1)).sort();
  expect(names).toEqual(["openapi-fetch", "openapi-typescript-helpers", "partner-center-qualifications"]);
});

test("the client bundles for a browser, without Node, in at most 10.5 kB", async () => {
  const entry = join(folder, "node_modules/partner-center-qualifications/dist/src/index.js");
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
  });
  const [bundle] = outputFiles;
  expect(bundle?.text).not.toMatch(/\bnode:|\beval\(|new Function|\brequire\(/);
  const size = brotliCompressSync(bundle?.contents ?? "").length;
  expect(size).toBeGreaterThan(1000);
  expect(size).toBeLessThanOrEqual(10_500);
});
