/** What every package should be able to say of itself. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { leakComplaints } from "./hygiene.js";

const json = (file: string) => JSON.parse(readFileSync(file, "utf8"));

test.each(["", "bench/", "bench/peers/", "docs/", "interop/"])(
  "the lock file of ./%s names the content of each package, from npm's registry",
  (folder) => {
    const { packages } = json(`${folder}package-lock.json`) as { packages: Record<string, Record<string, string>> };
    const locked = Object.entries(packages).filter(([path, { link }]) => path !== "" && !link);
    expect(locked.length).toBeGreaterThan(0);
    for (const [path, { integrity, resolved = "https://registry.npmjs.org/" }] of locked) {
      expect(integrity, path).toMatch(/^sha512-[\w+/]{86}==$/);
      expect(resolved, path).toMatch(/^https:\/\/registry\.npmjs\.org\//);
    }
  },
);

test("installing it runs no script", () => {
  const { scripts } = json("package.json");
  expect(Object.keys(scripts).filter((name) => /^(pre|post)?(install|prepare)$|^prepublish$/.test(name))).toEqual([]);
});

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}
type Job = { permissions: Record<string, string>; steps: Step[] } & Record<string, unknown>;
interface Workflow {
  on: object;
  permissions: object;
  jobs: Record<string, Job>;
}

const texts = Object.fromEntries(
  readdirSync(".github/workflows").map((name) => [name, readFileSync(`.github/workflows/${name}`, "utf8")]),
);
const workflows: Record<string, Workflow> = Object.fromEntries(
  Object.entries(texts).map(([name, text]) => [name.replace(".yml", ""), parse(text)]),
);
const jobs = Object.entries(workflows).flatMap(([name, workflow]) =>
  Object.entries(workflow.jobs).map(([job, content]) => ({ name: `${name}, ${job}`, ...content })),
);
const job = (workflow: string, name: string) => workflows[workflow]?.jobs[name] as Job;
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

const read = { contents: "read" };

// The whole of it: a job that may speak for the package runs nothing else, and no other one publishes.
test("each workflow begins when it should, runs what CONTRIBUTING.md says, and may do nothing that it does not need; one job publishes", () => {
  const found = Object.entries(workflows).map(([name, { on, jobs }]) => {
    const parts = Object.entries(jobs).map(([job, content]) => [job, [content.permissions, ...commandsOf(content)]]);
    return [name, [Object.keys(on), Object.fromEntries(parts)]];
  });
  const tested = (...commands: string[]) => [read, "npm ci", ...commands];
  const weekly = ["schedule", "workflow_dispatch"];
  const ci = {
    test: tested("npm test"),
    package: tested("npm run test:package"),
    browser: tested("npm run test:browser"),
    runtimes: tested("npm run test:runtimes"),
    mutants: tested("npm run contract:mutants", "npm run test:example"),
  };
  const scheduled = {
    interop: tested(...["ci", "run interop", "test"].map((command) => `npm --prefix interop ${command}`)),
    reliability: tested("npm run test:reliability", "npm run reliability"),
    mutation: tested("npm run mutation"),
    "mutation-sandbox": tested("npm run mutation:sandbox"),
  };
  const check = [
    'test "v$(node -p \'require("./package.json").version\')" = "$GITHUB_REF_NAME"',
    ...["node .github/check-publishing.mjs", "npm ci", "npm test", "npm run test:package", "npm run test:runtimes"],
    ...["npm pack", rehearsal],
  ];
  expect(Object.fromEntries(found)).toEqual({
    ci: [["push", "pull_request", "schedule"], ci],
    docs: [["push"], { build: tested("npm run docs"), publish: [{ pages: "write", "id-token": "write" }] }],
    pages: [weekly, { compare: tested("node --import tsx .github/compare-pages.mjs"), report: [{ issues: "write" }] }],
    publish: [["release"], { check: [read, ...check], publish: [{ "id-token": "write" }, publishing] }],
    scheduled: [weekly, scheduled],
    shapes: [weekly, { shapes: tested("npm run test:shapes") }],
  });
  expect(job("ci", "test").strategy).toMatchObject({ matrix: { node: [20, 22, 24, 26] } });
  expect(job("ci", "test").steps[0]?.with?.["fetch-depth"]).toBe(0);
});

test("the job that may write issues on Microsoft's pages runs no code of others", () => {
  // To the last step: whatever is added there runs where it may write issues.
  const steps = job("pages", "report").steps.map(({ uses, run }) => uses ?? run);
  expect(steps).toEqual([action("download-artifact"), action("github-script")]);
});

test("what is published is the tarball that was tested, by a job that does nothing else", () => {
  expect(job("publish", "check").steps.at(-1)).toEqual({
    uses: action("upload-artifact"),
    with: { name: "package", path: "*.tgz", "if-no-files-found": "error" },
  });
  // To the last key: whatever is added here runs where it may speak for the package.
  expect(job("publish", "publish")).toEqual({
    needs: "check",
    "runs-on": "ubuntu-latest",
    "timeout-minutes": 10,
    environment: "npm",
    permissions: { "id-token": "write" },
    steps: [
      { uses: action("setup-node"), with: { "node-version": 24, "registry-url": "https://registry.npmjs.org" } },
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
