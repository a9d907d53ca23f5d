/** The code blocks of the pages: compiled, and run where the page shows what they print. */
import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { compile, runNode } from "../contracts/process.js";
import { emptyFolder } from "./files.js";
import { blocks } from "./support.js";

export const entries: Record<string, string> = {
  "partner-center-qualifications": resolve("src/index.ts"),
  "partner-center-qualifications/examples": resolve("src/examples.ts"),
  "partner-center-qualifications/sandbox": resolve("src/sandbox/index.ts"),
  "partner-center-qualifications/sandbox/server": resolve("src/sandbox/server.ts"),
  "partner-center-qualifications/verify": resolve("src/verify/index.ts"),
};

/** Packages that only `docs/` has installed. */
const elsewhere = ["@azure/msal-node", "express", "undici"];

/** Whether a block imports a package that only `docs/` has installed. */
export function needsDocs(code: string): boolean {
  return elsewhere.some((name) => code.includes(`from "${name}"`));
}

/** What the compiler says of these blocks, by the name of the page: nothing, if all compile. */
export async function compileBlocks(
  pages: Record<string, string[]>,
  packages: readonly string[] = [],
): Promise<string> {
  const folder = folderOf(
    Object.entries(pages).flatMap(([page, codes]) => codes.map((code, index) => [`${page}-${index}.ts`, code])),
  );
  const sources = Object.entries(entries).map(([name, file]) => [name, [file]]);
  const installed = packages.map((name) => [name, [typesOf(name)]]);
  const playwright = ["@playwright/test", [resolve("node_modules/playwright-core/types/types.d.ts")]];
  const paths = Object.fromEntries([...sources, ...installed, playwright]);
  const lib = ["ES2023", "DOM", "DOM.Iterable", "ESNext.Disposable"];
  const compilerOptions = { types: ["node"], lib, paths };
  const { stdout } = await compile(folder, { extends: resolve("tsconfig.json"), compilerOptions, include: ["*.ts"] });
  return stdout;
}

function typesOf(name: string): string {
  const [folder = ""] = [`@types/${name}`, name].map((name) => `docs/node_modules/${name}`).filter(existsSync);
  return resolve(folder, JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).types);
}

/** The packages of `docs/` that blocks import. */
export const docsPackages: readonly string[] = elsewhere;

/** The blocks of a page that are followed by what they print. */
export function printing(text: string): { code: string; output: string }[] {
  const pairs = text.matchAll(/^```ts\n((?:(?!^```).*\n)*)```\n\n```text\n((?:(?!^```).*\n)*)```$/gm);
  return [...pairs].map(([, code = "", output = ""]) => ({ code, output }));
}

/** What each of these blocks prints, one after the other, in one process, with the packages of a folder `modules`. */
export async function outputsOf(codes: readonly string[], modules?: string): Promise<string[]> {
  const folder = folderOf(
    codes.map((code, index) => [`${index}.ts`, `${code}\nexport {};\n`]),
    modules,
  );
  const mark = "----- next";
  const main = `for (let i = 0; i < ${codes.length}; i += 1) { await import("./" + i + ".ts"); console.log("${mark}"); }`;
  writeFileSync(join(folder, "main.mjs"), main);
  const paths = Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, [file]]));
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { paths } }));
  const { stdout, stderr } = await runNode(["--import", import.meta.resolve("tsx"), "main.mjs"], {}, folder);
  return `${stdout}${stderr}`.split(`${mark}\n`);
}

/** Runs the blocks that are tests; the report of vitest if one fails, otherwise nothing. */
export async function failuresOf(codes: readonly string[]): Promise<string> {
  const folder = folderOf(codes.map((code, index) => [`${index}.test.ts`, code]));
  const alias = Object.entries(entries).map(([name, replacement]) => ({ find: name, replacement }));
  const exact = alias.map(
    ({ find, replacement }) =>
      `{ find: /^${find.replaceAll("/", "\\/")}$/, replacement: ${JSON.stringify(replacement)} }`,
  );
  writeFileSync(join(folder, "vitest.config.mjs"), `export default { resolve: { alias: [${exact.join(", ")}] } };`);
  const { code, stdout, stderr } = await runNode(
    [resolve("node_modules/vitest/vitest.mjs"), "run"],
    { NO_COLOR: "1", FORCE_COLOR: undefined },
    folder,
  );
  const passed = Number(/Tests +(\d+) passed/.exec(stdout)?.[1] ?? 0);
  return code === 0 && passed >= codes.length ? "" : `${stdout}${stderr}`;
}

/** The blocks of a page that are tests. */
export function testsIn(text: string): string[] {
  return blocks("ts", text).filter((code) => code.includes('from "vitest"'));
}

function folderOf(files: string[][], modules = "node_modules"): string {
  const folder = emptyFolder();
  symlinkSync(resolve(modules), join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  for (const [name = "", code = ""] of files) writeFileSync(join(folder, name.replaceAll("/", "-")), code);
  return folder;
}
