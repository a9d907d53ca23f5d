/** Builds the published docs: pages that ask no other host for anything. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { figuresPage, table } from "./figures.js";
import { redocly } from "./redocly.js";
import strength from "./strength.json" with { type: "json" };

/** Where `npm run docs` puts the reference; the page on the sandbox stands beside it. */
export const page = "dist/docs/index.html";

/** @throws Error with what Redocly printed, where it cannot build a page */
export async function buildDocs(output = page, api = "openapi.yaml"): Promise<void> {
  await build(api, output);
  const folder = mkdtempSync(join(tmpdir(), "docs-"));
  try {
    const sandbox = readFileSync("src/sandbox/README.md", "utf8");
    const texts = { sandbox, strength: strengthPage(), figures: figuresPage() };
    for (const [name, text] of Object.entries(texts)) {
      const file = join(folder, `${name}.json`);
      writeFileSync(file, JSON.stringify(asDescription(text)));
      await build(file, join(dirname(output), `${name}.html`));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What `npm run contract:mutants -- --write` measured last. */
function strengthPage(): string {
  const { figures, contract, mutants } = strength;
  const { examples, workflows, interactions, passed, seconds } = contract;
  const places = [...new Set(mutants.map(({ place }) => place))];
  return [
    "# The strength of the contract",
    "",
    `A contract that cannot fail says nothing. ${figures.mutants} deliberate defects were made, one at a time; ${figures.killed} were seen by the gate that should see them, in ${figures.seconds} s on two cores (\`npm run contract:mutants\`).`,
    "",
    `Without a defect, \`npm run contract\` checked ${examples} documented examples, ${interactions} interactions and ${workflows} workflows in ${seconds} s: ${passed} cells and gates passed.`,
    "",
    "## Gates",
    "",
    ...table(
      ["gate", "what it looked at", "seconds"],
      contract.gates.map(({ gate, figure, seconds }) => [gate, figure, seconds]),
    ),
    ...places.flatMap((place) => [
      "",
      `## Defects in the ${place}`,
      "",
      ...table(
        ["defect", "first seen by", "also by", "should be seen by"],
        mutants
          .filter((mutant) => mutant.place === place)
          .map(({ name, killer, red: [first = "", ...also] }) => [name, first, also.join(", "), killer]),
      ),
    ]),
  ].join("\n");
}

/** A text as a description of no operations, so that it looks as the reference does. */
function asDescription(markdown: string): object {
  const [, title = "", description = ""] = /^# ([^\n]*)\n(.*)$/s.exec(markdown) ?? [];
  return { openapi: "3.1.0", info: { title, version: "", description }, paths: {} };
}

async function build(api: string, output: string): Promise<void> {
  const options = ["--config", "contracts/redocly.yaml", "--inlineBundle", "--template", "contracts/docs.hbs"];
  const { code, stderr } = await redocly("build-docs", api, ...options, "--output", output);
  if (code !== 0) throw new Error(`redocly build-docs failed:\n${stderr}`);
  // Redoc shows its logo from its own host; the content security policy of the page would only block it noisily.
  const html = readFileSync(output, "utf8").replaceAll(/https:\/\/cdn\.redoc\.ly\/[\w/-]+\.svg/g, "data:,");
  writeFileSync(output, html);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildDocs();
  console.log(page);
}
