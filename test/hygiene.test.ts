/** What every package should be able to say of itself. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { leakComplaints } from "./hygiene.js";

const json = (file: string) => JSON.parse(readFileSync(file, "utf8"));

const folders = ["", "bench/", "bench/peers/", "docs/", "interop/"];

test.each(folders)("the lock file of ./%s names the content of each package, from npm's registry", (folder) => {
  const { packages } = json(`${folder}package-lock.json`) as { packages: Record<string, Record<string, string>> };
  const locked = Object.entries(packages).filter(([path, { link }]) => path !== "" && !link);
  expect(locked.length).toBeGreaterThan(0);
  for (const [path, { integrity, resolved = "https://registry.npmjs.org/" }] of locked) {
    expect(integrity, path).toMatch(/^sha512-[\w+/]{86}==$/);
    expect(resolved, path).toMatch(/^https:\/\/registry\.npmjs\.org\//);
  }
});

test("installing it runs no script", () => {
  const { scripts } = json("package.json");
  expect(Object.keys(scripts).filter((name) => /^(pre|post)?(install|prepare)$|^prepublish$/.test(name))).toEqual([]);
});

interface Job {
  permissions: Record<string, string>;
  steps: { uses?: string; run?: string; with?: Record<string, unknown> }[];
  strategy?: object;
}

const texts = Object.fromEntries(
  readdirSync(".github/workflows").map((name) => [name, readFileSync(`.github/workflows/${name}`, "utf8")]),
);
const workflows: Record<string, { on: object; jobs: Record<string, Job> }> = Object.fromEntries(
  Object.entries(texts).map(([file, text]) => [file.replace(".yml", ""), parse(text)]),
);
const jobs = Object.entries(workflows).flatMap(([name, { jobs }]) =>
  Object.entries(jobs).map(([job, content]) => ({ ...content, name: `${name}, ${job}` })),
);
const commandsOf = ({ steps }: Job) => steps.flatMap(({ run }) => run ?? []);
const action = (name: string) => expect.stringMatching(new RegExp(`^actions/${name}@`));

test.each(Object.entries(texts))("%s begins without permissions, uses no secret and forgives no failure", (_, text) => {
  expect(parse(text).permissions).toEqual({});
  expect(text).not.toMatch(/\bsecrets\b|\bgithub\.token\b|continue-on-error|\bif:|\|\| true/);
});

test.each(jobs)("$name uses nothing that can change under it, and keeps no credentials", ({ steps }) => {
  for (const { uses = "", with: options } of steps) {
    if (uses) expect(uses).toMatch(/@[0-9a-f]{40}$/);
    if (uses.startsWith("actions/checkout@")) expect(options).toMatchObject({ "persist-credentials": false });
  }
});

test("every command that tests something is run by a workflow, and npm test on every supported Node", () => {
  const commands = jobs.flatMap(commandsOf).join("\n");
  // The smoke is a part of `test:package`.
  const testing = /^(test(?!:smoke)|reliability|mutation|contract:mutants)/;
  const scripts = Object.keys(json("package.json").scripts).filter((name) => testing.test(name));
  for (const name of scripts) expect(commands).toMatch(new RegExp(`^npm (run )?${name}$`, "m"));
  for (const other of ["npm --prefix interop run interop", ".github/compare-pages.mjs"]) {
    expect(commands).toContain(other);
  }
  const { on = {}, jobs: ci } = workflows.ci ?? {};
  expect(Object.keys(on)).toEqual(["push", "pull_request", "schedule"]);
  expect(ci?.test?.strategy).toMatchObject({ matrix: { node: [20, 22, 24, 26] } });
  expect(ci?.test?.steps[0]?.with?.["fetch-depth"]).toBe(0);
});

// To the last step: whatever is added there runs where it may speak for the package, its pages or its issues.
test("each job may only read, except three that run no code of others", () => {
  const isReader = ({ permissions }: Job) => JSON.stringify(permissions) === '{"contents":"read"}';
  const used = ({ steps }: Job) => steps.map(({ uses, run }) => uses ?? run);
  const others = jobs.filter((job) => !isReader(job)).map((job) => [job.name, job.permissions, used(job)]);
  // What is published was packed in the job that tested it: nothing is built here.
  const publishing = "npm publish ./*.tgz --ignore-scripts --provenance --access public";
  expect(others).toEqual([
    ["docs, publish", { pages: "write", "id-token": "write" }, [action("deploy-pages")]],
    ["pages, report", { issues: "write" }, [action("download-artifact"), action("github-script")]],
    ["publish, publish", { "id-token": "write" }, [action("setup-node"), action("download-artifact"), publishing]],
  ]);
});

test("what is published was tested, packed and rehearsed before, and somebody approved it", () => {
  const { on, jobs } = workflows.publish ?? {};
  expect(on).toEqual({ release: { types: ["published"] } });
  expect(commandsOf(jobs?.check as Job)).toEqual([
    'test "v$(node -p \'require("./package.json").version\')" = "$GITHUB_REF_NAME"',
    ...["node .github/check-publishing.mjs", "npm ci", "npm test", "npm run test:package", "npm run test:runtimes"],
    ...["npm pack", "npm publish ./*.tgz --dry-run --ignore-scripts --access public"],
  ]);
  const tarball = { name: "package", path: "*.tgz", "if-no-files-found": "error" };
  expect(jobs?.check?.steps.at(-1)).toEqual({ uses: action("upload-artifact"), with: tarball });
  expect(jobs?.publish).toMatchObject({ needs: "check", environment: "npm" });
});

test.each([
  ...[`{"sources":["${process.cwd()}/src/index.ts"]}`, "file:///home/somebody/project", "C:\\Users\\somebody"],
  ...[JSON.stringify({ file: "C:\\Users\\somebody" }), "/private/var/folders/xy/T/build"],
  ...["AbC8Q~abcdefghijklmnopqrstuvwxyz01234_.~", "Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2ln"],
  ...[`github_pat_${"a".repeat(22)}`, `npm_${"a".repeat(36)}`, `ghp_${"a".repeat(36)}`],
  "-----BEGIN RSA PRIVATE KEY-----",
])("a secret, or a place of a machine, is found: %s", (text) => {
  expect(leakComplaints("file", text)).not.toEqual([]);
  expect(leakComplaints("file", readFileSync("README.md", "utf8"))).toEqual([]);
});
