import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { assertOptions } from "../src/verify/options.js";
import { provider } from "./checks/provider.js";
import { comparePage } from "./checks/sources.js";
import { runConsumerTests } from "./consumer.js";
import { createContext } from "./context.js";
import { examplesOf } from "./examples.js";
import { print, readJson } from "./finding.js";
import { Description } from "./generate/description.js";
import { generate, writeStale } from "./generate/generate.js";
import { interactions, states } from "./interactions.js";
import { type Matrix, printMatrix, runMatrix } from "./matrix.js";
import { contractFile } from "./pact-file.js";

const usage = `usage: npm run contract -- [--json]
       npm run contract -- --base-url URL [--states FILE] [--json]
       npm run contract -- --page FILE
       npm run contract:write

With --base-url, only GETs are checked, against the provider there: PARTNER_CENTER_TOKEN has the bearer token, and FILE
is a JSON object from provider state to the id of a customer in it (default: contracts/states.json).
With --page, FILE is another edition of Microsoft's page on the GET, in Markdown: its differences are printed.
contract:write writes generated/, the Pact file and states.json.`;

class UsageError extends Error {}

async function main(): Promise<void> {
  const { "base-url": baseUrl, states, json, page, write } = readArguments();
  if (page) return showPage(page);
  if (write) return writeContract();
  const token = process.env.PARTNER_CENTER_TOKEN;
  if (baseUrl && !token) throw new UsageError("PARTNER_CENTER_TOKEN is not set");
  if (states && !baseUrl) throw new UsageError("--states needs --base-url");
  const matrix =
    baseUrl && token
      ? await runRemote(baseUrl, token, states ?? "contracts/states.json")
      : await runMatrix(createContext());
  console.log(json ? JSON.stringify(matrix, null, 2) : printMatrix(matrix));
  process.exitCode = matrix.failed > 0 ? 1 : 0;
}

/** @throws Error for an address, a token or a state that cannot be used, before anything is sent */
async function runRemote(baseUrl: string, token: string, file: string): Promise<Matrix> {
  const remote = { baseUrl, token, states: readJson<Record<string, string>>(file) };
  assertOptions(remote, new Set(interactions.map(({ state }) => state)));
  return runMatrix(createContext({ remote }), { columns: { provider }, lines: {} });
}

/** Prints what another edition of the page has that `documents/sources.json` has not. */
function showPage(file: string): void {
  const changes = comparePage(readFileSync(file, "utf8"));
  for (const text of print(changes.map((change) => ({ check: file, ...change })))) console.log(text);
  console.log(`${changes.length} differences`);
  process.exitCode = changes.length > 0 ? 1 : 0;
}

/** Writes what can be written: generated/, the Pact file by the consumer tests, and the states from the sandbox. */
async function writeContract(): Promise<void> {
  const description = new Description("openapi.yaml");
  for (const file of writeStale(await generate(description))) console.log(`wrote ${file}`);
  const { findings, written } = await runConsumerTests(interactions, examplesOf(description));
  const failures = [...findings.values()].flat().map((finding) => ({ check: "pact", ...finding }));
  for (const text of print(failures)) console.error(text);
  const files = { [contractFile]: written, "contracts/states.json": `${JSON.stringify(states, null, 2)}\n` };
  for (const [file, content] of Object.entries(files)) {
    if (content === undefined) continue;
    const same = existsSync(file) && readFileSync(file, "utf8") === content;
    if (!same) writeFileSync(file, content);
    console.log(same ? `${file} is up to date` : `wrote ${file}`);
  }
  process.exitCode = failures.length > 0 ? 1 : 0;
}

function readArguments() {
  try {
    const text = { type: "string" } as const;
    const flag = { type: "boolean" } as const;
    const options = { "base-url": text, states: text, page: text, json: flag, write: flag } as const;
    return parseArgs({ options }).values;
  } catch (failure) {
    throw new UsageError((failure as Error).message);
  }
}

main().catch((failure: Error) => {
  console.error(failure instanceof UsageError ? `${failure.message}\n\n${usage}` : failure.message);
  process.exitCode = failure instanceof UsageError ? 2 : 1;
});
