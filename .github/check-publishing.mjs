/** What PUBLISHING.md lists and can be read: run before a release is published, and red until it is set up. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * What is not set up yet, one line each.
 *
 * @param {Record<string, any>} manifest the package.json
 * @param {string | undefined} repository owner and name of the repository that publishes
 * @param {(url: string) => Promise<{ ok: boolean, status: number, json(): Promise<any> }>} fetch reads GitHub's API
 * @returns {Promise<string[]>}
 */
export async function setupProblems(manifest, repository, fetch) {
  if (!repository) return ["GITHUB_REPOSITORY is not set: run this in the workflow"];
  const page = `https://github.com/${repository}`;
  const expected = {
    repository: { type: "git", url: `git+${page}.git` },
    homepage: `${page}#readme`,
    bugs: { url: `${page}/issues` },
  };
  const fields = Object.entries(expected).flatMap(([name, value]) => {
    const [want, got] = [JSON.stringify(value), JSON.stringify(manifest[name])];
    return want === got ? [] : [`package.json: "${name}" must be ${want}; it is ${got ?? "missing"}`];
  });
  const url = `https://api.github.com/repos/${repository}/environments/npm`;
  const response = await fetch(url).catch((failure) => ({ ok: false, status: failure.message }));
  if (!response.ok) return [...fields, `the environment "npm": ${url} could not be read: ${response.status}`];
  const { protection_rules: rules = [] } = await response.json();
  const reviewed = rules.some(({ type, reviewers = [] }) => type === "required_reviewers" && reviewers.length > 0);
  return [...fields, ...(reviewed ? [] : ['the environment "npm" has no required reviewer'])];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const manifest = JSON.parse(readFileSync("package.json", "utf8"));
  const problems = await setupProblems(manifest, process.env.GITHUB_REPOSITORY, fetch);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length > 0) process.stderr.write("See PUBLISHING.md.\n");
  process.exitCode = problems.length > 0 ? 1 : 0;
}
