/** Writes into ../generated what other generators make of our openapi.yaml. Two of them ask for Node 22. */
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { createClient } from "@hey-api/openapi-ts";
import { generate } from "orval";

if (Number(process.versions.node.split(".")[0]) < 22) {
  throw new Error(`This is Node ${process.version}: the package "node" was installed without its install script.`);
}

const input = "../../openapi.yaml";
const output = "../generated";
rmSync(output, { recursive: true, force: true });

await createClient({
  input,
  output: `${output}/hey-api`,
  logs: { level: "silent" },
  plugins: [
    "@hey-api/client-fetch",
    "@hey-api/typescript",
    // By default it refuses the offset of the documents' own example.
    { name: "zod", dates: { offset: true } },
    { name: "@hey-api/sdk", validator: true },
  ],
});

await generate({
  input,
  output: {
    target: `${output}/orval/index.ts`,
    baseUrl: { runtime: "globalThis.orvalBaseUrl" },
    client: "fetch",
    schemas: { path: `${output}/orval/schemas`, type: "zod" },
    override: { fetch: { runtimeValidation: true } },
  },
});

const redocly = ["generate-client", input, "--generator", "typescript", "--generator", "zod"];
execFileSync("../../node_modules/.bin/redocly", [...redocly, "--output", `${output}/redocly/index.ts`], {
  env: { ...process.env, REDOCLY_TELEMETRY: "off" },
  stdio: ["ignore", "ignore", "inherit"],
});
