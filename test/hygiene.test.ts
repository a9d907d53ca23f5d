/** What every package should be able to say of itself; each check is shown what it must find. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { installScripts, leakComplaints, lockComplaints, workflowComplaints } from "./hygiene.js";

const json = (file: string) => JSON.parse(readFileSync(file, "utf8"));

test("the lock file names the content of each package", () => {
  const lock = json("package-lock.json");
  expect(lockComplaints(lock)).toEqual([]);
  for (const folder of ["bench", "bench/peers", "docs", "interop"])
    expect(lockComplaints(json(`${folder}/package-lock.json`))).toEqual([]);
  expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
  const { integrity, ...loose } = lock.packages["node_modules/ajv"];
  const packages = {
    "": {},
    "node_modules/a": loose,
    "node_modules/b": { integrity: integrity.replace("sha512", "sha1") },
    "node_modules/c": { integrity, resolved: "https://packages.example/c.tgz" },
    "node_modules/d": { integrity, resolved: "https://registry.npmjs.org/d.tgz" },
  };
  expect(lockComplaints({ packages })).toEqual([
    "node_modules/a has no integrity",
    "node_modules/b has no integrity",
    "node_modules/c comes from https://packages.example/c.tgz",
  ]);
});

test("installing it runs no script", () => {
  expect(installScripts(json("package.json"))).toEqual([]);
  expect(installScripts({ scripts: { postinstall: "x", prepare: "x", test: "x" } })).toEqual([
    "postinstall",
    "prepare",
  ]);
});

test("workflows may do nothing that they do not need, and use nothing that can change under them", () => {
  const folder = ".github/workflows";
  const workflows = Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(`${folder}/${name}`, "utf8")]),
  );
  expect(Object.keys(workflows)).toEqual([
    "ci.yml",
    "docs.yml",
    "pages.yml",
    "publish.yml",
    "scheduled.yml",
    "shapes.yml",
  ]);
  for (const [name, text] of Object.entries(workflows)) expect(workflowComplaints(name, text)).toEqual([]);

  const {
    ci,
    docs,
    publish: release,
    scheduled,
    shapes,
    pages,
  } = Object.fromEntries(Object.entries(workflows).map(([name, text]) => [name.replace(".yml", ""), parse(text)]));
  expect([ci, docs, release, scheduled].map(({ on }) => Object.keys(on))).toEqual([
    ["push", "pull_request", "schedule"],
    ["push"],
    ["release"],
    ["schedule", "workflow_dispatch"],
  ]);
  const permissionsOf = ({ jobs }: { jobs: Record<string, { permissions: object }> }) =>
    Object.fromEntries(Object.entries(jobs).map(([job, { permissions }]) => [job, permissions]));
  const read = { contents: "read" };
  for (const workflow of [ci, scheduled]) {
    for (const permissions of Object.values(permissionsOf(workflow))) expect(permissions).toEqual(read);
  }
  expect(permissionsOf(docs)).toEqual({ build: read, publish: { pages: "write", "id-token": "write" } });
  expect(permissionsOf(release)).toEqual({ check: read, publish: { "id-token": "write" } });
  const commandsOf = ({ steps }: { steps: { run?: string }[] }) => steps.flatMap(({ run }) => run ?? []);
  const commandsIn = ({ jobs }: { jobs: Record<string, { steps: { run?: string }[] }> }) =>
    Object.fromEntries(Object.entries(jobs).map(([job, steps]) => [job, commandsOf(steps).slice(1)]));
  expect(commandsIn(ci)).toEqual({
    test: ["npm test"],
    package: ["npm run test:package"],
    browser: ["npm run test:browser"],
    runtimes: ["npm run test:runtimes"],
    mutants: ["npm run contract:mutants", "npm run test:example"],
  });
  expect(commandsIn(scheduled)).toEqual({
    interop: ["npm --prefix interop ci", "npm --prefix interop run interop", "npm --prefix interop test"],
    reliability: ["npm run test:reliability", "npm run reliability"],
    mutation: ["npm run mutation"],
    "mutation-sandbox": ["npm run mutation:sandbox"],
  });
  expect(commandsIn(shapes)).toEqual({ shapes: ["npm run test:shapes"] });
  for (const { jobs } of [ci, scheduled, shapes]) {
    for (const job of Object.values(jobs) as { steps: { run?: string }[] }[]) {
      expect(commandsOf(job)[0]).toBe("npm ci");
    }
  }
  expect([Object.keys(pages.on), permissionsOf(pages)]).toEqual([
    ["schedule", "workflow_dispatch"],
    { compare: read, report: { issues: "write" } },
  ]);
  // To the last step: whatever is added there runs where it may write issues.
  expect(pages.jobs.report.steps.map(({ uses, run }: { uses?: string; run?: string }) => uses ?? run)).toEqual([
    expect.stringMatching(/^actions\/download-artifact@/),
    expect.stringMatching(/^actions\/github-script@/),
  ]);
  expect(commandsOf(pages.jobs.compare)).toEqual(["npm ci", "node --import tsx .github/compare-pages.mjs"]);
  expect(ci.jobs.test.strategy.matrix.node).toEqual([20, 22, 24, 26]);
  expect(ci.jobs.test.steps[0].with["fetch-depth"]).toBe(0);
  expect(commandsOf(release.jobs.check)).toEqual([
    'test "v$(node -p \'require("./package.json").version\')" = "$GITHUB_REF_NAME"',
    ...["node .github/check-publishing.mjs", "npm ci", "npm test", "npm run test:package", "npm run test:runtimes"],
    ...["npm pack", "npm publish ./*.tgz --dry-run --ignore-scripts --access public"],
  ]);
  const action = (name: string) => expect.stringMatching(new RegExp(`^actions/${name}@`));
  expect(release.jobs.check.steps.at(-1)).toEqual({
    uses: action("upload-artifact"),
    with: { name: "package", path: "*.tgz", "if-no-files-found": "error" },
  });
  // To the last key: whatever is added here runs where it may speak for the package.
  expect(release.jobs.publish).toEqual({
    needs: "check",
    "runs-on": "ubuntu-latest",
    "timeout-minutes": 10,
    environment: "npm",
    permissions: { "id-token": "write" },
    steps: [
      { uses: action("setup-node"), with: { "node-version": 24, "registry-url": "https://registry.npmjs.org" } },
      { uses: action("download-artifact"), with: { name: "package" } },
      { run: "npm publish ./*.tgz --ignore-scripts --provenance --access public" },
    ],
  });
  for (const text of Object.values(workflows)) expect(text).not.toMatch(/continue-on-error|\bif:|\|\| true/);

  const publish = workflows["publish.yml"] ?? "";
  const complaints = (from: string | RegExp, to: string) => {
    expect(publish).toMatch(from);
    return workflowComplaints("publish.yml", publish.replace(from, to));
  };
  const unproven = "publish.yml, publish publishes without provenance, an identity of its own or an approval";
  expect(complaints("permissions: {}", "permissions: { contents: write }")).toEqual([
    "publish.yml does not begin with no permissions",
  ]);
  expect(complaints("permissions: {}\n", "")).toEqual(["publish.yml does not begin with no permissions"]);
  expect(complaints(/@11bd\w+/, "@v4")).toEqual(["publish.yml, check: actions/checkout@v4 is not pinned by a hash"]);
  expect(complaints("persist-credentials: false", "persist-credentials: true")).toEqual([
    "publish.yml, check keeps the credentials of the checkout",
  ]);
  expect(complaints("environment: npm", "")).toEqual([unproven]);
  expect(complaints("id-token: write", "")).toEqual([unproven]);
  const speaks = (run: string) => `publish.yml, publish runs "${run}" while it may speak for the package`;
  expect(complaints("--dry-run --ignore-scripts", "--ignore-scripts")).toEqual([
    unproven.replace("publish publishes", "check publishes"),
  ]);
  for (const other of ["npx pnpm publish", "npm publish ./*.tgz --ignore-scripts --provenance=false --access public"]) {
    expect(complaints(/npm publish .*--provenance.*/, other)).toEqual([speaks(other), unproven]);
  }
  expect(complaints(/(- run: npm publish .*--provenance)/, "- run: npm ci\n      $1")).toEqual([speaks("npm ci")]);
  for (const secret of ["secrets.NPM_TOKEN", "secrets['NPM_TOKEN']", "toJSON(secrets)", "github.token"]) {
    expect(complaints("concurrency: publish", `concurrency: \${{ ${secret} }}`)).toEqual(["publish.yml uses a secret"]);
  }
});

test("secrets and places of a machine are found", () => {
  const found = (text: string) => leakComplaints("file", text).length > 0;
  expect(found(`{"sources":["${process.cwd()}/src/index.ts"]}`)).toBe(true);
  expect(found("file:///home/somebody/project")).toBe(true);
  expect(found("C:\\Users\\somebody")).toBe(true);
  expect(found(JSON.stringify({ file: "C:\\Users\\somebody" }))).toBe(true);
  expect(found("/private/var/folders/xy/T/build")).toBe(true);
  expect(found("AbC8Q~abcdefghijklmnopqrstuvwxyz01234_.~")).toBe(true);
  expect(found(`github_pat_${"a".repeat(22)}`)).toBe(true);
  expect(found("Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2ln")).toBe(true);
  expect(found(`npm_${"a".repeat(36)}`)).toBe(true);
  expect(found(`ghp_${"a".repeat(36)}`)).toBe(true);
  expect(found("-----BEGIN RSA PRIVATE KEY-----")).toBe(true);
  expect(found(readFileSync("README.md", "utf8"))).toBe(false);
});
