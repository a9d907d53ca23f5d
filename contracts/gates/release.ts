import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gte, inc, parse, type ReleaseType } from "semver";
import { serveSandbox } from "../../src/sandbox/server.js";
import { compare } from "../comparator.js";
import type { Description } from "../generate/description.js";
import { documentedSandbox } from "../layers/provider.js";
import { contractFile, type Pact } from "../pact.js";
import { redocly } from "../redocly.js";
import type { Problem } from "../report.js";
import { verify } from "../verification.js";

/** What is compared with: the last release, or the first commit of the description before there is one. */
export interface Release {
  name: string;
  version: string;
  description: string;
  pact: Pact;
}

/** What this edition says of itself. */
export interface Edition {
  version: string;
  changelog: string;
}

export function thisEdition(): Edition {
  const read = (file: string) => readFileSync(file, "utf8");
  return { version: JSON.parse(read("package.json")).version, changelog: read("CHANGELOG.md") };
}

type Bump = "none" | "patch" | "minor" | "major";

/**
 * The change since the last release is told as what it is: `package.json`, the description and the changelog say at least
 * the version it needs, a breaking one stands under "### Breaking", and the old contract holds against the new sandbox
 * unless it must not any longer. While the version is below 1, a breaking change needs a minor step, any other a patch.
 */
export async function checkRelease(
  description: Description,
  release: Release,
  { version, changelog }: Edition,
  sandbox = documentedSandbox(),
): Promise<{ figure: string; problems: Problem[] }> {
  const [described, refused, failed] = await Promise.all([
    diff(release.description, description.file),
    compare(description, release.pact, { errorsOnly: true }),
    fromSandbox(release.pact, sandbox),
  ]);
  // Only what the description no longer allows may fail: the rest of the old contract ought to hold.
  const broken = [...failed.problems].filter(([name, problems]) => problems.length > 0 && !refused.has(name));
  const problems: Problem[] = [...failed.general, ...described.problems];
  for (const [name, found] of broken) {
    problems.push(
      ...found.map((problem) => ({ ...problem, message: `the old contract, "${name}": ${problem.message}` })),
    );
  }
  const breaking = [...described.breaking, ...[...refused].map(([name, [first]]) => `"${name}": ${first?.message}`)];
  const bump = breaking.length > 0 ? "major" : described.bump;
  const needed = after(release.version, bump);
  const said = {
    "package.json": version,
    "openapi.yaml": String(description.find("#/info/version")),
    "CHANGELOG.md": /^## ([^\s,]+)/m.exec(changelog)?.[1] ?? "",
  };
  for (const [file, got] of Object.entries(said)) {
    if (!parse(got) || !gte(got, needed)) {
      const message = `${file} says less than the change since ${release.name} needs (${bump})`;
      problems.push({ message, expected: needed, got: breaking.length > 0 ? [got, ...breaking] : got });
    } else if (got !== version) {
      problems.push({ message: `${file} has another version than package.json`, expected: version, got });
    }
  }
  const newest = changelog.split(/^## /m)[1] ?? "";
  if (bump === "major" && !/^### Breaking\s+- /m.test(newest)) {
    problems.push({
      message: 'CHANGELOG.md names nothing under "### Breaking" of its newest version',
      expected: breaking,
    });
  }
  const held = release.pact.interactions.length - refused.size - broken.length;
  const figure = `${bump} since ${release.name} needs ${needed}, is ${version}; ${held} of ${release.pact.interactions.length} old interactions hold`;
  return { figure, problems };
}

/**
 * @returns why there is nothing to compare with, where this copy of the project has no history, or not enough
 * @throws Error with what git says, where it refuses to look
 */
export async function lastRelease(folder = "."): Promise<Release | { missing: string }> {
  const git = async (...args: string[]) => {
    const { stdout } = await promisify(execFile)("git", ["-C", folder, ...args], { maxBuffer: 2 ** 24 });
    return stdout.trim();
  };
  try {
    await git("rev-parse", "--verify", "HEAD:./openapi.yaml");
  } catch (failure) {
    const { code, message } = failure as NodeJS.ErrnoException;
    if (code === "ENOENT") return { missing: "git is not installed" };
    if (/not a git repository|Needed a single revision/.test(message))
      return { missing: "there is no git history here" };
    throw failure;
  }
  const tagOf = (...args: string[]) => git("describe", "--tags", "--match", "v[0-9]*", ...args).catch(() => "");
  // A release itself is compared with the one before it.
  const released = await tagOf("--exact-match", "HEAD");
  const tag = await tagOf("--abbrev=0", released ? "HEAD^" : "HEAD");
  if (!tag && (await git("rev-parse", "--is-shallow-repository")) === "true") {
    return { missing: "this clone is shallow: `git fetch --unshallow --tags` brings the rest" };
  }
  // Only the first edition has no tag before it.
  const editions = (await git("show", "HEAD:./CHANGELOG.md")).match(/^## /gm) ?? [];
  if (!tag && editions.length > 1) return { missing: "the tags of earlier editions are not here: `git fetch --tags`" };
  const first = async () =>
    (await git("log", "--diff-filter=A", "--format=%h", "--", "openapi.yaml")).split("\n").at(-1);
  const name = tag || ((await first()) ?? "");
  const read = (file: string) => git("show", `${name}:./${file}`);
  return {
    name,
    version: JSON.parse(await read("package.json")).version,
    description: await read("openapi.yaml"),
    pact: JSON.parse(await read(contractFile)),
  };
}

function after(version: string, bump: Bump): string {
  if (bump === "none") return version;
  const step: ReleaseType = parse(version)?.major === 0 ? (bump === "major" ? "minor" : "patch") : bump;
  return inc(version, step) ?? version;
}

/** What redocly says of the change of the description. */
async function diff(before: string, file: string): Promise<{ bump: Bump; breaking: string[]; problems: Problem[] }> {
  const folder = mkdtempSync(join(tmpdir(), "release-"));
  try {
    const old = join(folder, "openapi.yaml");
    writeFileSync(old, before);
    const options = ["--config", "contracts/redocly.yaml", "--format", "json"];
    const { stdout, stderr } = await redocly("diff", old, file, ...options);
    try {
      const { bump = "none", changes } = JSON.parse(stdout) as {
        bump?: Bump;
        changes: { path: string; verdicts: { impact: Bump; message: string }[] }[];
      };
      const breaking = changes.flatMap(({ path, verdicts }) =>
        verdicts.filter(({ impact }) => impact === "major").map(({ message }) => `${path}: ${message}`),
      );
      return { bump, breaking, problems: [] };
    } catch {
      const message = `redocly diff gave no result:\n${stdout}${stderr}`;
      return { bump: "none", breaking: [], problems: [{ message }] };
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function fromSandbox(pact: Pact, sandbox: ReturnType<typeof documentedSandbox>): ReturnType<typeof verify> {
  const { url, close } = await serveSandbox({ sandbox });
  try {
    return await verify(pact, { baseUrl: url, arrange: sandbox.setState, exact: false });
  } finally {
    await close();
  }
}
