/** The code blocks of the pages: compiled, and run where the page shows what they print. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { compile, runNode } from "../contracts/process.js";
import { emptyFolder } from "./files.js";
import { blocks } from "./support.js";

/** Whether a block imports a package that only `docs/` has installed. */
export function needsDocs(code: string): boolean {
  return /from "(@azure\/msal-node|express|undici)"/.test(code);
}

/** The folder of a package like this one, with its sources as entries, and with these files. */
function packageWith(files: Record<string, string>): string {
  const parent = emptyFolder();
  // Found from the folder of the package, too, if its own packages do not have it.
  symlinkSync(resolve("docs/node_modules"), join(parent, "node_modules"));
  const folder = join(parent, "package");
  mkdirSync(folder);
  for (const name of ["node_modules", "src", "generated"]) symlinkSync(resolve(name), join(folder, name));
  const manifest = readFileSync("package.json", "utf8").replaceAll(/\.\/dist\/(src\/.*?)(\.d)?\.c?[jt]s"/g, './$1.ts"');
  for (const [name, text] of Object.entries({ "package.json": manifest, ...files })) {
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const numbered = (codes: readonly string[], ending: string) =>
  Object.fromEntries(codes.map((code, index) => [`${index}${ending}`, code]));

/** What the compiler says of these blocks, by the name of the page: nothing, if all compile. */
export async function compileBlocks(pages: Record<string, string[]>): Promise<string> {
  const files = Object.entries(pages).map(([page, codes]) => numbered(codes, `-${page.replaceAll("/", "-")}.ts`));
  const folder = packageWith(Object.assign({}, ...files));
  const paths = { "@playwright/test": [resolve("node_modules/playwright-core/types/types.d.ts")] };
  const lib = ["ES2023", "DOM", "DOM.Iterable", "ESNext.Disposable"];
  const compilerOptions = { types: ["node"], lib, paths };
  const { stdout } = await compile(folder, { extends: resolve("tsconfig.json"), compilerOptions, include: ["*.ts"] });
  return stdout;
}

/** The blocks of a page that are followed by what they print. */
export function printing(text: string): { code: string; output: string }[] {
  const pairs = text.matchAll(/^```ts\n((?:(?!^```).*\n)*)```\n\n```text\n((?:(?!^```).*\n)*)```$/gm);
  return [...pairs].map(([, code = "", output = ""]) => ({ code, output }));
}

/** What each of these blocks prints, one after the other, in one process. */
export async function outputsOf(codes: readonly string[]): Promise<string[]> {
  const mark = "----- next";
  const main = `for (let i = 0; i < ${codes.length}; i += 1) { await import("./" + i + ".ts"); console.log("${mark}"); }`;
  const folder = packageWith({ ...numbered(codes, ".ts"), "main.mjs": main });
  const { stdout, stderr } = await runNode(["--import", import.meta.resolve("tsx"), "main.mjs"], {}, folder);
  return `${stdout}${stderr}`.split(`${mark}\n`);
}

/** Runs the blocks that are tests; the report of vitest if one fails, otherwise nothing. */
export async function failuresOf(codes: readonly string[]): Promise<string> {
  const vitest = [resolve("node_modules/vitest/vitest.mjs"), "run"];
  const quiet = { NO_COLOR: "1", FORCE_COLOR: undefined };
  const { code, stdout, stderr } = await runNode(vitest, quiet, packageWith(numbered(codes, ".test.ts")));
  const passed = Number(/Tests +(\d+) passed/.exec(stdout)?.[1] ?? 0);
  return code === 0 && passed >= codes.length ? "" : `${stdout}${stderr}`;
}

/** The block of RECIPES.md that holds this text, as a module. */
export async function recipe(mark: string) {
  const code = blocks("ts", readFileSync("RECIPES.md", "utf8")).find((block) => block.includes(mark)) ?? "";
  return import(pathToFileURL(join(packageWith({ "recipe.ts": code }), "recipe.ts")).href);
}
