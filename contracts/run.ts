import { parseArgs } from "node:util";
import { runConsumerTests } from "./consumer.js";
import { createContext } from "./context.js";
import { comparePage, readBlocks } from "./documents.js";
import { examplesOf } from "./examples.js";
import { readText, writeChanged } from "./files.js";
import { print } from "./finding.js";
import { Description } from "./generate/description.js";
import { interactions, states } from "./interactions.js";
import { printMatrix, runMatrix } from "./matrix.js";
import { contractFile } from "./pact-file.js";

const usage = `usage: npm run contract -- [--json]
       npm run contract -- --page FILE
       npm run contract:write

With --page, FILE is another edition of Microsoft's page on the GET, in Markdown: its differences are printed.
contract:write writes generated/, the Pact file and states.json.`;

class UsageError extends Error {}

async function main(): Promise<void> {
  const { json, page, write } = readArguments();
  if (page) return showPage(page);
  if (write) return writeContract();
  const matrix = await runMatrix(createContext());
  console.log(json ? JSON.stringify(matrix, null, 2) : printMatrix(matrix));
  process.exitCode = matrix.failed > 0 ? 1 : 0;
}

/** Prints what another edition of the page has that `documents/sources.json` has not. */
function showPage(file: string): void {
  const changes = comparePage(readText(file), readBlocks());
  for (const text of print(changes.map((change) => ({ ...change, check: file })))) console.log(text);
  console.log(`${changes.length} differences`);
  process.exitCode = changes.length > 0 ? 1 : 0;
}

/** Writes the Pact file, by the consumer tests, and the states from the sandbox: the rest of `npm run contract:write`. */
async function writeContract(): Promise<void> {
  const { findings, written } = await runConsumerTests(interactions, examplesOf(new Description("openapi.yaml")));
  const failures = [...findings.values()].flat().map((finding) => ({ ...finding, check: "pact" }));
  for (const text of print(failures)) console.error(text);
  if (written !== undefined) writeChanged(contractFile, written);
  writeChanged("contracts/states.json", `${JSON.stringify(states, null, 2)}\n`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

function readArguments() {
  try {
    const flag = { type: "boolean" } as const;
    const { values } = parseArgs({ options: { page: { type: "string" }, json: flag, write: flag } });
    const given = Object.keys(values).map((name) => `--${name}`);
    if (given.length > 1) throw new Error(`${given.join(" and ")} cannot be combined`);
    return values;
  } catch (failure) {
    throw new UsageError((failure as Error).message);
  }
}

main().catch((failure: Error) => {
  console.error(failure instanceof UsageError ? `${failure.message}\n\n${usage}` : failure.message);
  process.exitCode = failure instanceof UsageError ? 2 : 1;
});
