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
const workflows: { name: string; on: object; jobs: Record<string, Job> }[] = Object.entries(texts).map(
  ([file, text]) => ({ ...parse(text), name: file.replace(".yml", "") }),
);
const jobs = workflows.flatMap(({ name, jobs }) =>
  Object.entries(jobs).map(([job, content]) => ({ ...content, name: `${name}, ${job}` })),
);
const commandsOf = ({ steps }: Job) => steps.flatMap(({ run }) => run ?? []);
const action = (name: string) => expect.stringMatching(new RegExp(`^actions/${name}@`));
/** What is published was packed in the job that tested it: nothing is built where that can be done. */
const publishing = "npm publish ./*.tgz --ignore-scripts --provenance --access public";
const rehearsal = "npm publish ./*.tgz --dry-run --ignore-scripts --access public";

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

test("each workflow begins when it should, and runs what CONTRIBUTING.md says", () => {
  const found = workflows.map(({ name, on, jobs }) => {
    const commands = Object.values(jobs).flatMap(commandsOf);
    return [name, [Object.keys(on), commands.filter((command) => command !== "npm ci")]];
  });
  const weekly = ["schedule", "workflow_dispatch"];
  const scripts = (...names: string[]) => names.map((name) => `npm run ${name}`);
  const ci = scripts("test:package", "test:browser", "test:runtimes", "contract:mutants", "test:example");
  const interop = ["ci", "run interop", "test"].map((command) => `npm --prefix interop ${command}`);
  const scheduled = scripts("test:reliability", "reliability", "mutation", "mutation:sandbox");
  const isTag = 'test "v$(node -p \'require("./package.json").version\')" = "$GITHUB_REF_NAME"';
  const tested = ["npm test", ...scripts("test:package", "test:runtimes")];
  expect(Object.fromEntries(found)).toEqual({
    ci: [
      ["push", "pull_request", "schedule"],
      ["npm test", ...ci],
    ],
    docs: [["push"], scripts("docs")],
    pages: [weekly, ["node --import tsx .github/compare-pages.mjs"]],
    publish: [["release"], [isTag, "node .github/check-publishing.mjs", ...tested, "npm pack", rehearsal, publishing]],
    scheduled: [weekly, [...interop, ...scheduled]],
    shapes: [weekly, scripts("test:shapes")],
  });
  const test = workflows.find(({ name }) => name === "ci")?.jobs.test;
  expect(test?.strategy).toMatchObject({ matrix: { node: [20, 22, 24, 26] } });
  expect(test?.steps[0]?.with?.["fetch-depth"]).toBe(0);
});

// To the last step and key: whatever is added there runs where it may speak for the package, its pages or its issues.
test("each job may only read, except three that run no code of others", () => {
  const isReader = ({ permissions }: Job) => JSON.stringify(permissions) === '{"contents":"read"}';
  const used = ({ steps }: Job) => steps.map(({ uses, run }) => uses ?? run);
  const others = jobs.filter((job) => !isReader(job)).map((job) => [job.name, job.permissions, used(job)]);
  expect(others).toEqual([
    ["docs, publish", { pages: "write", "id-token": "write" }, [action("deploy-pages")]],
    ["pages, report", { issues: "write" }, [action("download-artifact"), action("github-script")]],
    ["publish, publish", { "id-token": "write" }, [action("setup-node"), action("download-artifact"), publishing]],
  ]);
});

test("what is published is the tarball that was tested, by a job that does nothing else", () => {
  const { check, publish } = workflows.find(({ name }) => name === "publish")?.jobs ?? {};
  const tarball = { name: "package", path: "*.tgz", "if-no-files-found": "error" };
  expect(check?.steps.at(-1)).toEqual({ uses: action("upload-artifact"), with: tarball });
  const registry = { "node-version": 24, "registry-url": "https://registry.npmjs.org" };
  expect(publish).toEqual({
    needs: "check",
    "runs-on": "ubuntu-latest",
    "timeout-minutes": 10,
    environment: "npm",
    permissions: { "id-token": "write" },
    steps: [
      { uses: action("setup-node"), with: registry },
      { uses: action("download-artifact"), with: { name: "package" } },
      { run: publishing },
    ],
  });
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
