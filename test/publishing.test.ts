/** What runs before a release and once a week, against a registry of pages and an API that are functions here. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
// @ts-expect-error a script, in JavaScript so that it runs before anything is installed
import { setupProblems } from "../.github/check-publishing.mjs";
// @ts-expect-error a script
import { differences, pages } from "../.github/compare-pages.mjs";
import source from "../contracts/documents/sources.json" with { type: "json" };

const manifest = {
  repository: { type: "git", url: "git+https://github.com/somebody/something.git" },
  homepage: "https://github.com/somebody/something#readme",
  bugs: { url: "https://github.com/somebody/something/issues" },
};
const reviewed = { protection_rules: [{ type: "required_reviewers", reviewers: [{ type: "User" }] }] };
const github = (body: object, status = 200) => vi.fn(async () => Response.json(body, { status }));
const problemsOf = (given: object, fetch = github(reviewed)) => setupProblems(given, "somebody/something", fetch);

test("a release is published once everything is set up that PUBLISHING.md lists and a script can read", async () => {
  const fetch = github(reviewed);
  expect(await problemsOf(manifest, fetch)).toEqual([]);
  expect(fetch.mock.calls).toEqual([["https://api.github.com/repos/somebody/something/environments/npm"]]);
  const { repository, ...without } = manifest;
  expect(await problemsOf({ ...without, homepage: "https://example.com" })).toEqual([
    `package.json: "repository" must be ${JSON.stringify(repository)}; it is missing`,
    `package.json: "homepage" must be "${manifest.homepage}"; it is "https://example.com"`,
  ]);
  const open = 'the environment "npm" has no required reviewer';
  expect(await problemsOf(manifest, github({ protection_rules: [{ type: "wait_timer" }] }))).toEqual([open]);
  expect(await problemsOf(manifest, github({}, 404))).toEqual([expect.stringContaining("could not be read: 404")]);
  const offline = vi.fn(() => Promise.reject(new Error("no network")));
  expect(await problemsOf(manifest, offline as never)).toEqual([expect.stringContaining("no network")]);
});

test("the script fails where something is missing, and says where to read on: there is every field", () => {
  const env = { ...process.env, GITHUB_REPOSITORY: "" };
  const { status, stderr } = spawnSync(process.execPath, [".github/check-publishing.mjs"], { env, encoding: "utf8" });
  expect([status, stderr]).toEqual([1, expect.stringMatching(/GITHUB_REPOSITORY.*\nSee PUBLISHING\.md\.\n$/)]);
  const page = readFileSync("PUBLISHING.md", "utf8");
  for (const name of [...Object.keys(manifest), "environment"]) expect(page).toContain(`\`${name}\``);
});

test("each page is compared with its own blocks, and reported by name if it differs", async () => {
  const recorded = source.blocks.map(({ heading, text }) => `**${heading}**\n\n\`\`\`http\n${text}\`\`\`\n`).join("\n");
  const changed = recorded.replace('"StateOwnedEntity"', '"StateOwned"');
  const post = '## Request example\n\n```http\n{ "qualification": "StateOwnedEntity" }\n```\n';
  const read = vi.fn(async (url: string) => (url === pages[0] ? changed : post));
  const found = await differences(read);
  expect(read.mock.calls.flat()).toEqual(pages);
  const [, get, update] = found.split(/^## /m);
  expect(get).toMatch(/^\S+get-\S+\n\n~~~text\nget-.*: the block "State Owned Entity via POST sample" has changed\n/);
  expect(update).toMatch(/^\S+update-\S+\n\n~~~text\nupdate-.*: the page has a new block "Request example"\n/);
  expect(await differences(async (url: string) => (url === pages[0] ? recorded : "No block."))).toBe("");
});
