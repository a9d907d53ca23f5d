/** Builds the HTTP reference: a page that requests nothing from other hosts. `docs/build.ts` builds the site around it. */
import { readFileSync, writeFileSync } from "node:fs";
import { redocly } from "./process.js";

/** @throws Error with Redocly's output if it cannot build the page */
export async function buildReference(output: string, api = "openapi.yaml"): Promise<void> {
  const options = ["--inlineBundle", "--template", "contracts/docs.hbs"];
  const { code, stderr } = await redocly("build-docs", api, ...options, "--output", output);
  if (code !== 0) throw new Error(`redocly build-docs failed:\n${stderr}`);
  // Redoc shows its logo from its own host; the content security policy of the page would only block it noisily.
  const html = readFileSync(output, "utf8").replaceAll(/https:\/\/cdn\.redoc\.ly\/[\w/-]+\.svg/g, "data:,");
  writeFileSync(output, html);
}
