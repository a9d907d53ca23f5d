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

/** Runs npm in a folder. @throws Error with everything that it printed if it fails */
export async function npm(cwd: string, ...args: string[]): Promise<string> {
  const options = { cwd, env, shell: process.platform === "win32", maxBuffer: 2 ** 26 };
  const running = promisify(execFile)("npm", args, options);
  const { stdout } = await running.catch(({ message, stdout }) => {
    throw new Error(`${message}\n${stdout}`);
  });
  return stdout;
}

/** Packs this repository into a folder. */
export async function pack(folder: string) {
  const [packed] = JSON.parse(await npm(folder, "pack", resolve("."), "--json", "--silent", "--ignore-scripts=false"));
  const files: string[] = packed.files.map(({ path }: { path: string }) => path);
  return { tarball: join(folder, packed.filename), files, integrity: packed.integrity as string };
}

/** Makes a folder somebody else's project, with these packages and files; what is no text is written as JSON. */
export async function install(folder: string, packages: readonly string[], files: Record<string, unknown> = {}) {
  const manifest = { name: "somebody-else", version: "1.0.0", private: true };
  for (const [file, content] of Object.entries({ "package.json": manifest, ...files })) {
    writeFileSync(join(folder, file), typeof content === "string" ? content : JSON.stringify(content, null, 2));
  }
  await npm(folder, "install", "--prefer-offline", "--no-audit", "--no-fund", "--silent", ...packages);
}

/** Bundles an ES module for browsers; its imports resolve from `folder`. */
export async function bundleOf(contents: string, folder: string, options: BuildOptions = {}): Promise<string> {
  const stdin = { contents, resolveDir: folder };
  const browser = { bundle: true, format: "esm", platform: "browser", write: false } as const;
  const { outputFiles } = await build({ ...options, ...browser, stdin });
  return outputFiles[0]?.text ?? "";
}
