/** Builds the published reference: one page that asks no other host for anything. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { redocly } from "./redocly.js";

/** Where `npm run docs` puts the page. */
export const page = "dist/docs/index.html";

/** @throws Error with what Redocly printed, where it cannot build the page */
export async function buildDocs(output = page, api = "openapi.yaml"): Promise<void> {
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
