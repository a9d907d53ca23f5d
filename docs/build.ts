/**
 * Builds the site: `npm run docs` writes it to `dist/docs`. `DOCS_BASE` is its base path; the default is `/`. With
 * `DOCS_HOSTNAME`, such as `https://contoso.github.io`, it has a sitemap and canonical addresses.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Description } from "../contracts/generate/description.js";
import { type Finished, runNode, runNpm } from "../contracts/process.js";
import { createSandbox } from "../src/sandbox/index.js";
import { evidence } from "./evidence.js";
import { pages } from "./pages.js";
import { hashes, matches } from "./policy.js";
import { buildReference, examples } from "./reference.js";

const folder = "docs";

/** The packages of `docs/`, unless they are there. */
export async function installPackages(): Promise<void> {
  if (existsSync(`${folder}/node_modules/.package-lock.json`)) return;
  demand("npm ci", await runNpm(["ci", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund"]));
}

/** @throws Error with the output of the tool that failed */
export async function buildSite(
  output = "dist/docs",
  base = process.env.DOCS_BASE ?? "/",
  hostname = process.env.DOCS_HOSTNAME ?? "",
): Promise<void> {
  await installPackages();
  await writeClientReference();
  mkdirSync(`${folder}/generated`, { recursive: true });
  const parts = { disagreements: disagreements(), customers: customers(), evidence: evidence(), examples: examples() };
  for (const [name, text] of Object.entries(parts)) writeFileSync(`${folder}/generated/${name}.md`, `${text}\n`);
  rmSync(output, { recursive: true, force: true });
  const environment = { DOCS_OUTPUT: resolve(output), DOCS_BASE: base, DOCS_HOSTNAME: hostname };
  demand(
    "vitepress",
    await runNode([`${folder}/node_modules/vitepress/bin/vitepress.js`, "build", folder], environment),
  );
  writePolicies(output);
  await buildReference(output);
  writeMarkdown(output);
  const notFound = readFileSync(`${folder}/404.html`, "utf8").replaceAll("{{base}}", base);
  const styles = hashes(matches(notFound, /<style>(.*?)<\/style>/gs));
  writeFileSync(join(output, "404.html"), notFound.replace("{{styles}}", styles));
}

function demand(tool: string, { code, stdout, stderr }: Finished): void {
  if (code !== 0) throw new Error(`${tool} failed:\n${stdout}${stderr}`);
}

async function writeClientReference(): Promise<void> {
  const client = `${folder}/client`;
  rmSync(client, { recursive: true, force: true });
  demand(
    "typedoc",
    await runNode([`${folder}/node_modules/typedoc/bin/typedoc`, "--options", `${folder}/typedoc.json`]),
  );
  for (const name of readdirSync(client, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".md"),
  )) {
    const file = join(client, name);
    const text = readFileSync(file, "utf8");
    const [, module = ""] = /^# (.*)$/m.exec(text) ?? [];
    const title =
      name === "overview.md"
        ? "Client reference"
        : ["partner-center-qualifications", module].join("/").replace(/\/index$/, "");
    const about = `Functions, types and errors of ${title}, from the doc comments of its sources.`;
    // The errors inherit most of their properties. To say so at each is a quarter of the page.
    const titled = text.replace(/^# .*$/m, `# ${title}`).replaceAll(/^#+ Inherited from\n\n.*\n\n/gm, "");
    writeFileSync(file, `---\ntitle: ${title}\ndescription: ${about}\nsearch: false\n---\n\n${titled}`);
  }
}

/** The table of the description's introduction, so that it is written once. */
function disagreements(): string {
  const introduction = String(new Description("openapi.yaml").find("#/info/description"));
  const [, section] = introduction.split(/^# Where Microsoft's documentation disagrees$/m);
  if (!section) throw new Error("openapi.yaml has no section on where the documentation disagrees");
  const [text = ""] = section.split(/^# /m);
  return text.trim();
}

/** The customers of the sandbox, for the page on testing. */
function customers(): string {
  const rows = createSandbox().customers.map(({ state, customerId }) => `| ${state} | \`${customerId}\` |`);
  return ["| state | customer's id |", "| --- | --- |", ...rows].join("\n");
}

/** A content security policy for each page: its inline scripts by their hashes, and no other host. */
function writePolicies(output: string): void {
  const names = readdirSync(output, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
  const html = new Map(names.map((name) => [join(output, name), readFileSync(join(output, name), "utf8")]));
  // Highlighted code has its colours in style attributes. A page that is opened by a link keeps the policy of the first one.
  const styles = new Set([...html.values()].flatMap((text) => matches(text, /\sstyle="([^"]*)"/g)));
  for (const [file, text] of html) {
    const scripts = matches(text, /<script(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gs);
    const policy = [
      "default-src 'none'",
      `script-src 'self' ${hashes(scripts)}`,
      // The hash is the rule with which VueUse stops transitions.
      `style-src 'self' 'sha256-skqujXORqzxt1aE0NNXxujEanPTX6raoqSscTV/Ww/Y='; style-src-attr 'unsafe-hashes' ${hashes(styles)}`,
      "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'",
    ].join("; ");
    const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
    writeFileSync(file, text.replace("<head>", `<head>\n    ${meta}`));
  }
}

/** Each page as Markdown beside it, and a list of them for machines. */
function writeMarkdown(output: string): void {
  const all = pages(folder);
  for (const { path, title, text } of all) {
    const file = join(output, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, /^# /m.test(text) ? text.trimStart() : `# ${title}\n\n${text.trimStart()}`);
  }
  const [overview] = all;
  const list = all.map(({ path, title, description }) => `- [${title}](${path}): ${description}`);
  const head = [`# ${overview?.title}`, "", `> ${overview?.description}`, ""];
  writeFileSync(join(output, "llms.txt"), [...head, "## Pages", "", ...list, ""].join("\n"));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildSite();
  process.stdout.write("dist/docs/index.html\n");
}
