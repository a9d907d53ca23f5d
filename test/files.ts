/** Folders, copies of this repository and packages, for tests that write files or start processes. */
import { execFile, execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { type BuildOptions, build } from "esbuild";

export const emptyFolder = () => mkdtempSync(join(tmpdir(), "test-"));

/** The path of a new file, in a folder of its own. */
export function temporary(name: string, content: string): string {
  const file = join(emptyFolder(), name);
  writeFileSync(file, content);
  return file;
}

/** `openapi.yaml` with some texts replaced. */
export function openapiWith(...changes: [from: string | RegExp, to: string][]): string {
  return changes.reduce(
    (text, [from, to]) => {
      const changed = text.replace(from, to);
      if (changed === text) throw new Error(`openapi.yaml does not contain ${from}`);
      return changed;
    },
    readFileSync("openapi.yaml", "utf8"),
  );
}

/** A folder with the files of this repository whose path matches, and its packages. */
export function copyOfRepository(wanted: RegExp): string {
  const folder = emptyFolder();
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" });
  for (const file of listed.split("\n").filter((name) => wanted.test(name))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(file, join(folder, file));
  }
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  return folder;
}

/** Without the test runner's variables: with them the build prints less, and could hide what spoils the JSON of `npm pack`. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(NODE_ENV|TEST|VITEST.*)$/.test(name)),
);

/** Runs npm in a folder. */
export async function npm(cwd: string, ...args: string[]): Promise<string> {
  const options = { cwd, env, shell: process.platform === "win32", maxBuffer: 2 ** 26 };
  return (await promisify(execFile)("npm", args, options)).stdout;
}

/** Packs this repository, and installs the tarball in a folder, as a consumer does. */
export async function installPacked(folder: string) {
  const [packed] = JSON.parse(await npm(folder, "pack", resolve("."), "--json", "--silent", "--ignore-scripts=false"));
  const manifest = { name: "somebody-else", version: "1.0.0", private: true, type: "module" };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  const tarball = join(folder, packed.filename);
  await npm(folder, "install", "--prefer-offline", "--no-audit", "--no-fund", "--silent", tarball);
  const files: string[] = packed.files.map(({ path }: { path: string }) => path);
  return { tarball, files, integrity: packed.integrity as string };
}

/** Bundles an ES module for browsers; its imports resolve from `folder`. */
export async function bundleOf(contents: string, folder: string, options: BuildOptions = {}): Promise<string> {
  const stdin = { contents, resolveDir: folder };
  const browser = { bundle: true, format: "esm", platform: "browser", write: false } as const;
  const { outputFiles } = await build({ ...options, ...browser, stdin });
  return outputFiles[0]?.text ?? "";
}
