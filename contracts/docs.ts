/** Builds the published docs: pages that request nothing from other hosts. */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inFolder, redocly } from "./process.js";

/** Where `npm run docs` puts the reference; the page on the sandbox is beside it. */
export const page = "dist/docs/index.html";

/** @throws Error with Redocly's output if it cannot build a page */
export async function buildDocs(output = page, api = "openapi.yaml"): Promise<void> {
  await build(api, output);
  await inFolder(async (file) => {
    const sandbox = readFileSync("src/sandbox/README.md", "utf8");
    writeFileSync(file("sandbox.json"), JSON.stringify(asDescription(sandbox)));
    await build(file("sandbox.json"), join(dirname(output), "sandbox.html"));
  });
}

/** A text as a description of no operations, so that it looks as the reference does. */
function asDescription(markdown: string): object {
  const [, title = "", description = ""] = /^# ([^\n]*)\n(.*)$/s.exec(markdown) ?? [];
  return { openapi: "3.1.0", info: { title, version: "", description }, paths: {} };
}

async function build(api: string, output: string): Promise<void> {
  const options = ["--inlineBundle", "--template", "contracts/docs.hbs"];
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
