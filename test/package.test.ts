/** The packed tarball, as somebody else gets it. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { publint } from "publint";
import { beforeAll, expect, test } from "vitest";
import { runNode } from "../contracts/process.js";
import { bundleOf, emptyFolder, install, npm, pack } from "./files.js";
import { leakComplaints } from "./hygiene.js";
import { blocks } from "./support.js";

const folder = emptyFolder();
const installed = join(folder, "node_modules/partner-center-qualifications");
const entries = [".", "./sandbox", "./sandbox/server", "./verify", "./examples"];
const pact = "contracts/partner-center-qualifications--partner-center.json";
const contract = ["contracts/README.md", "contracts/life-cycle.arazzo.yaml", "contracts/states.json", pact];
const documents = ["openapi.yaml", "package.json", ...contract];
let packed: Awaited<ReturnType<typeof pack>>;

beforeAll(async () => {
  // What an earlier build left must not be packed.
  mkdirSync("dist/src", { recursive: true });
  writeFileSync("dist/src/stale.js", "");
  packed = await pack(folder);
  await install(folder, [packed.tarball]);
});

test("the README's first example runs from it, and makes no code from strings", async () => {
  writeFileSync(join(folder, "example.mjs"), blocks("ts")[0] ?? "");
  const { stdout, stderr } = await runNode(["--disallow-code-generation-from-strings", join(folder, "example.mjs")]);
  expect({ stdout, stderr }).toEqual({ stdout: blocks("text")[0], stderr: "" });
});

test("every entry works as an ES module and as CommonJS, and every document can be resolved", async () => {
  cpSync("test/package/use.mjs", join(folder, "use.mjs"));
  expect(await runNode([join(folder, "use.mjs"), ...documents])).toEqual({ code: 0, stdout: "", stderr: "" });
});

test("its command is one file that runs", () => {
  const bin = join(folder, "node_modules/.bin/partner-center-qualifications");
  const help = execFileSync(bin, ["--help"], { encoding: "utf8", shell: process.platform === "win32" });
  expect(help).toMatch(/^usage: partner-center-qualifications verify /);
  const imports = readFileSync(join(installed, "dist/src/cli.js"), "utf8").matchAll(/^import .* from "(.*)";$/gm);
  expect([...imports].map(([, name]) => name).filter((name) => !name?.startsWith("node:"))).toEqual([]);
});

test("every source and declaration map names sources that the package has", () => {
  const { files } = packed;
  const maps = files.filter((file) => file.endsWith(".map"));
  const missing = maps.flatMap((file) => {
    const { sources } = JSON.parse(readFileSync(join(installed, file), "utf8")) as { sources: string[] };
    expect(sources.length).toBeGreaterThan(0);
    return sources.filter((source) => !files.includes(posix.join(posix.dirname(file), source)));
  });
  expect(missing).toEqual([]);
});

test("it has the documents, the tracked sources and what was built of them, and no secret or machine path", () => {
  const sources = execFileSync("git", ["ls-files", "src", "generated", ":!src/tsconfig.json"], { encoding: "utf8" });
  const built = (...names: string[]) =>
    ["js", "cjs", "d.ts", "d.cts"].flatMap((end) =>
      names.flatMap((name) => [`dist/src/${name}.${end}`, `dist/src/${name}.${end}.map`]),
    );
  const expected = [
    ...["CHANGELOG.md", "LICENSE", "README.md", "RECIPES.md", ...documents],
    ...sources.trim().split("\n"),
    ...["dist/src/cli.js", "dist/src/cli.js.map"],
    ...built("index", "examples", "sandbox/server", "sandbox/shared", "verify/index"),
    // Its code is in shared.
    ...built("sandbox/index").filter((name) => !name.endsWith("js.map")),
  ];
  const { files } = packed;
  expect([...files].sort()).toEqual(expected.sort());
  expect(files.flatMap((file) => leakComplaints(file, readFileSync(join(installed, file), "utf8")))).toEqual([]);
});

test("it has the same bytes when it is built again", async () => {
  expect((await pack(emptyFolder())).integrity).toBe(packed.integrity);
});

test("publint and attw find nothing, in any way to resolve it", async () => {
  const tarball = new Uint8Array(readFileSync(packed.tarball)).buffer;
  const { messages } = await publint({ pack: { tarball }, strict: true });
  expect(messages).toEqual([]);
  const options = ["--format", "json", "--entrypoints", ...entries];
  // By npx: its 40 packages are for this test only.
  const attw = ["--yes", "--package=@arethetypeswrong/cli@0.18.5", "--", "attw", packed.tarball, ...options];
  const { analysis } = JSON.parse(await npm(folder, "exec", ...attw));
  expect(analysis.problems).toEqual([]);
  expect(Object.keys(analysis.entrypoints)).toEqual(entries);
});

test("it needs openapi-fetch and its helper at run time, and no more; the bill of materials lists them", async () => {
  const packages = (await npm(folder, "ls", "--omit=dev", "--all", "--parseable")).trim().split("\n").slice(1);
  const names = packages.map((path) => path.split(/node_modules[\\/]/).at(-1)).sort();
  expect(names).toEqual(["openapi-fetch", "openapi-typescript-helpers", "partner-center-qualifications"]);
  const { components } = JSON.parse(await npm(folder, "sbom", "--omit=dev", "--sbom-format=cyclonedx"));
  expect(components.map(({ name }: { name: string }) => name).sort()).toEqual(names);
});

/** A stranger's bundle that imports these names. */
const bundled = (names: string) =>
  bundleOf(`export { ${names} } from "partner-center-qualifications";`, folder, { minify: true });

test("the client bundles for a browser, without Node and what is not imported, in at most 12.2 kB", async () => {
  const alone = await bundled("createClient");
  const size = brotliCompressSync(alone).length;
  expect(alone).not.toMatch(/\bnode:|\beval\(|new Function|\brequire\(/);
  expect(size).toBeGreaterThan(1000);
  expect(size).toBeLessThanOrEqual(12_200);
  const marks = { readQualifications: "maxThrottled", waitForVetting: "still InReview after" };
  for (const [name, mark] of Object.entries(marks)) {
    expect(await bundled(`createClient, ${name}`)).toContain(mark);
    expect(alone).not.toContain(mark);
  }
});
