import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { promisify } from "node:util";
import { gte, inc, parse, type ReleaseType } from "semver";
import { disagreements } from "./comparator.js";
import { type Context, documentedTime } from "./context.js";
import { type CheckResult, failed, summary } from "./finding.js";
import { contractFile, type Pact } from "./pact-file.js";
import { inFolder, parseResult, redocly } from "./process.js";
import { runPactVerifier } from "./verifier.js";

/** What is compared with: the last release, or the first commit of the description if there is none. */
export interface Release {
  name: string;
  version: string;
  description: string;
  pact: Pact;
}

type Bump = "none" | "patch" | "minor" | "major";

/**
 * `package.json`, the description and the changelog have at least the version that the change needs; a breaking change is
 * under "### Breaking"; the sandbox still passes those interactions of the old contract that the description allows. Below
 * version 1, a breaking change needs a minor step and any other a patch.
 */
export async function compareWith(release: Release, context: Context): Promise<CheckResult[]> {
  const { description, version, changelog } = context;
  const [described, disagreeing, unverified] = await Promise.all([
    diff(release.description, description.file),
    disagreements(description, release.pact, true),
    runPactVerifier(release.pact, context.sandbox({ now: documentedTime })),
  ]);
  // Only what the description no longer allows may fail.
  const refused = new Map(disagreeing.map(({ id = "", message }) => [id, message]));
  const broken = unverified.filter(({ id = "" }) => !refused.has(id));
  const found = broken.map(({ id, message, ...more }) =>
    failed(`the old contract${id ? `, "${id}"` : ""}: ${message}`, more),
  );
  const breaking = [...described.breaking, ...[...refused].map(([name, message]) => `"${name}": ${message}`)];
  const bump = breaking.length > 0 ? "major" : described.bump;
  const needed = after(release.version, bump);
  const stated = {
    "package.json": version,
    "openapi.yaml": String(description.find("#/info/version")),
    "CHANGELOG.md": /^## ([^\s,]+)/m.exec(changelog)?.[1] ?? "",
  };
  for (const [file, got] of Object.entries(stated)) {
    if (!parse(got) || !gte(got, needed)) {
      const reasons = breaking.map((reason) => `\n  ${reason}`).join("");
      const message = `the version in ${file} is too low for the change since ${release.name} (${bump})${reasons}`;
      found.push(failed(message, { expected: needed, got }));
    } else if (got !== version) {
      found.push(failed(`${file} has another version than package.json`, { expected: version, got }));
    }
  }
  const newest = changelog.split(/^## /m)[1] ?? "";
  if (bump === "major" && !/^### Breaking\s+- /m.test(newest)) {
    const message = 'CHANGELOG.md has nothing under "### Breaking" of its newest version';
    found.push(failed(message, { got: breaking }));
  }
  const failing = new Set(broken.flatMap(({ id }) => id ?? []));
  const total = release.pact.interactions.length;
  const passing = `${total - refused.size - failing.size} of ${total} old interactions pass`;
  return [summary(`${bump} since ${release.name} needs ${needed}, is ${version}; ${passing}`), ...found];
}

/**
 * @returns what is missing if this copy of the project has no history, or not enough
 * @throws Error with git's message if it refuses
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
async function diff(before: string, file: string): Promise<{ bump: Bump; breaking: string[] }> {
  const finished = await inFolder(async (path) => {
    writeFileSync(path("openapi.yaml"), before);
    return redocly("diff", path("openapi.yaml"), file, "--format", "json");
  });
  const { bump = "none", changes } = parseResult<{
    bump?: Bump;
    changes: { path: string; verdicts: { impact: Bump; message: string }[] }[];
  }>(finished, "redocly diff");
  const breaking = changes.flatMap(({ path, verdicts }) =>
    verdicts.filter(({ impact }) => impact === "major").map(({ message }) => `${path}: ${message}`),
  );
  return { bump, breaking };
}
