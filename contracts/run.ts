import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { complaint } from "./report.js";

const usage = `usage: npm run contract -- [--json]
       npm run contract -- --base-url URL [--states FILE] [--json]
       npm run contract -- --page FILE

With --base-url, only what reads is checked, against the provider there: PARTNER_CENTER_TOKEN holds the bearer token,
and FILE is a JSON object from provider state to the id of a customer in it (default: contracts/states.json).
With --page, FILE is another edition of Microsoft's page on the GET, in Markdown: what it prints otherwise is told.`;

class UsageError extends Error {}

async function main(): Promise<void> {
  const { "base-url": baseUrl, states, json, page } = readArguments();
  if (page) return tellPage(page);
  const token = process.env.PARTNER_CENTER_TOKEN;
  if (baseUrl && !token) throw new UsageError("PARTNER_CENTER_TOKEN is not set");
  if (states && !baseUrl) throw new UsageError("--states goes with --base-url");
  // What it all needs takes longer to load than a wrong option to be told, or two pages to be compared.
  const [{ print, runMatrix }, { runRemote }] = await Promise.all([import("./matrix.js"), import("./remote.js")]);
  const matrix =
    baseUrl && token ? await runRemote({ baseUrl, token, ...(states ? { states } : {}) }) : await runMatrix();
  console.log(json ? JSON.stringify(matrix, null, 2) : print(matrix));
  process.exitCode = matrix.failed > 0 ? 1 : 0;
}

async function tellPage(file: string): Promise<void> {
  const { comparePage } = await import("./gates/sources.js");
  const changes = comparePage(readFileSync(file, "utf8"));
  for (const change of changes) console.log(complaint(file, change));
  console.log(`${changes.length} differences`);
  process.exitCode = changes.length > 0 ? 1 : 0;
}

function readArguments() {
  try {
    const text = { type: "string" } as const;
    const options = { "base-url": text, states: text, page: text, json: { type: "boolean" } } as const;
    return parseArgs({ options }).values;
  } catch (failure) {
    throw new UsageError((failure as Error).message);
  }
}

main().catch((failure: Error) => {
  console.error(failure instanceof UsageError ? `${failure.message}\n\n${usage}` : failure.message);
  process.exitCode = failure instanceof UsageError ? 2 : 1;
});
