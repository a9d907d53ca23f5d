/** The check that compares with the last release. */
import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Context, createContext } from "../contracts/context.js";
import type { CheckResult } from "../contracts/finding.js";
import { Description } from "../contracts/generate/description.js";
import { contractFile, readPact } from "../contracts/pact-file.js";
import { compareWith, lastRelease } from "../contracts/releases.js";
import { emptyFolder, temporary } from "./files.js";
import { changedSandbox } from "./support.js";

const messages = (findings: CheckResult[]) => findings.map(({ message }) => message);

const text = readFileSync("openapi.yaml", "utf8");
const changelog = "# Changelog\n\n## 1.2.4, unreleased\n\n### Breaking\n\n- Much.\n";
const names = ["createQualification responds with 201 Education", "getQualifications responds with 200 Approved"];
const whole = readPact();
const interactions = whole.interactions.filter(({ description }) => names.includes(description));
const release = { name: "v1.2.3", version: "1.2.3", description: text, pact: { ...whole, interactions } };
const edition = (version: string, change: (text: string) => string) => {
  const changed = change(text).replace(/^ {2}version: .*$/m, `  version: ${version}`);
  return new Description(temporary("openapi.yaml", changed));
};
const compared = (last: typeof release, description: Description, replaced: Partial<Context>) =>
  compareWith(last, createContext({ description, ...replaced }));

test("a breaking change of the description that is declared as less is seen", async () => {
  const narrowed = edition("1.3.0", (old) => old.replace("enum: [K12, HigherEducation]", "enum: [K12]"));
  const empty = "## 1.2.4, unreleased\n\n### Breaking\n\n### Added\n";
  const found = messages(await compared(release, narrowed, { version: "1.3.0", changelog: empty }));
  const low = (file: string) => `the version in ${file} is too low for the change since v1.2.3 (major)`;
  expect(found.map((message) => message.split("\n")[0])).toEqual([
    expect.stringMatching(/^major since v1\.2\.3 needs 2\.0\.0, is 1\.3\.0; /),
    ...["package.json", "openapi.yaml", "CHANGELOG.md"].map(low),
    'CHANGELOG.md has nothing under "### Breaking" of its newest version',
  ]);
  expect(found[1]).toContain("HigherEducation");
});

test("an old contract that the description no longer allows, and files with different versions, are seen", async () => {
  const moved = edition("0.4.1", (old) => old.replaceAll("/v1/customers/{", "/v2/customers/{"));
  const old = { ...release, name: "v0.3.9", version: "0.3.9" };
  expect(messages(await compared(old, moved, { version: "0.4.0", changelog }))).toEqual([
    "major since v0.3.9 needs 0.4.0, is 0.4.0; 0 of 2 old interactions pass",
    "openapi.yaml has another version than package.json",
    "CHANGELOG.md has another version than package.json",
  ]);
});

test("a patch that is declared as one is not reported, but a sandbox that no longer keeps the old contract is", async () => {
  const sandbox = changedSandbox(
    ({ status, headers, body }) => new Response(body, { headers, status: status === 201 ? 202 : status }),
  );
  const described = edition("1.2.4", (old) => old.replace(/^ {6}summary: .*$/m, "      summary: Another"));
  expect(messages(await compared(release, described, { version: "1.2.4", changelog, sandbox }))).toEqual([
    "patch since v1.2.3 needs 1.2.4, is 1.2.4; 1 of 2 old interactions pass",
    'the old contract, "createQualification 201 Education": Pact\'s verifier: StatusMismatch',
  ]);
});

test("compares with the last tag, or the first commit of the description; and says if there is neither", async () => {
  const folder = emptyFolder();
  const git = (...args: string[]) => execFileSync("git", ["-C", folder, ...args], { encoding: "utf8" }).trim();
  const commit = (version: string) => {
    writeFileSync(join(folder, "package.json"), JSON.stringify({ version }));
    git("add", ".");
    git("-c", "user.name=test", "-c", "user.email=test@contoso.example", "commit", "--quiet", "--message", version);
  };
  expect(await lastRelease(folder)).toEqual({ missing: "there is no git history here" });
  git("init", "--quiet");
  for (const file of ["openapi.yaml", contractFile]) cpSync(file, join(folder, file));
  writeFileSync(join(folder, "CHANGELOG.md"), "## 1.0.1\n");
  commit("1.0.0");
  commit("1.0.1");
  const first = { name: git("rev-parse", "--short", "HEAD~1"), version: "1.0.0", description: text.trim() };
  expect(await lastRelease(folder)).toMatchObject({ ...first, pact: readPact() });
  const shallow = join(emptyFolder(), "clone");
  git("clone", "--quiet", "--depth", "1", `file://${folder}`, shallow);
  expect(await lastRelease(shallow)).toMatchObject({ missing: expect.stringMatching(/^this clone is shallow/) });
  git("tag", "v1.0.1");
  expect(await lastRelease(folder)).toMatchObject({ version: "1.0.0" });
  writeFileSync(join(folder, "CHANGELOG.md"), "## 1.1.0\n\n## 1.0.1\n");
  commit("1.1.0");
  expect(await lastRelease(folder)).toMatchObject({ name: "v1.0.1", version: "1.0.1" });
  git("tag", "--delete", "v1.0.1");
  const missing = expect.stringMatching(/^the tags of earlier editions/);
  expect(await lastRelease(folder)).toMatchObject({ missing });
});
