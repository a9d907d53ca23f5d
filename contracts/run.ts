import { fileURLToPath } from "node:url";
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

/** Runs the command, and returns its exit code. */
export async function main(args: string[], output: Pick<Console, "log" | "error"> = console): Promise<number> {
  try {
    const { json, page, write } = readArguments(args);
    if (page) return showPage(page, output);
    if (write) return await writeContract(output);
    const matrix = await runMatrix(createContext());
    output.log(json ? JSON.stringify(matrix, null, 2) : printMatrix(matrix));
    return matrix.failed > 0 ? 1 : 0;
  } catch (failure) {
    const { message } = failure as Error;
    const isUsage = failure instanceof UsageError;
    output.error(isUsage ? `${message}\n\n${usage}` : message);
    return isUsage ? 2 : 1;
  }
}

/** Prints what another edition of the page has that `documents/sources.json` has not. */
function showPage(file: string, output: Pick<Console, "log">): number {
  const changes = comparePage(readText(file), readBlocks());
  for (const text of print(changes.map((change) => ({ ...change, check: file })))) output.log(text);
  output.log(`${changes.length} differences`);
  return changes.length > 0 ? 1 : 0;
}

/** Writes the Pact file, by the consumer tests, and the states from the sandbox: the rest of `npm run contract:write`. */
async function writeContract(output: Pick<Console, "error">): Promise<number> {
  const { findings, written } = await runConsumerTests(interactions, examplesOf(new Description("openapi.yaml")));
  const failures = [...findings.values()].flat().map((finding) => ({ ...finding, check: "pact" }));
  for (const text of print(failures)) output.error(text);
  if (written !== undefined) writeChanged(contractFile, written);
  writeChanged("contracts/states.json", `${JSON.stringify(states, null, 2)}\n`);
  return failures.length > 0 ? 1 : 0;
}

function readArguments(args: string[]) {
  try {
    const flag = { type: "boolean" } as const;
    const { values } = parseArgs({ args, options: { page: { type: "string" }, json: flag, write: flag } });
    const given = Object.keys(values).map((name) => `--${name}`);
    if (given.length > 1) throw new Error(`${given.join(" and ")} cannot be combined`);
    return values;
  } catch (failure) {
    throw new UsageError((failure as Error).message);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
