import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Sandbox } from "../src/sandbox/index.js";
import { served } from "./context.js";
import { type CheckResult, failed } from "./finding.js";
import { type Pact, responseExample } from "./pact-file.js";
import { inFolder, runNode } from "./process.js";

const part = "verifier";

/** What Pact's verifier finds in a sandbox. */
export async function runPactVerifier(pact: Pact, sandbox: Sandbox): Promise<CheckResult[]> {
  const found: CheckResult[] = [];
  const unused = new Set(pact.interactions.flatMap(({ providerStates }) => providerStates.map(({ name }) => name)));
  const setState: Sandbox["setState"] = (state, customerId) => {
    unused.delete(state);
    try {
      sandbox.setState(state, customerId);
    } catch (failure) {
      // Not thrown again: the verifier would only retry.
      const advice = "add it to `cases` in src/sandbox/cases.ts";
      found.push(failed(`the sandbox cannot be in the state "${state}" (${(failure as Error).message}): ${advice}`));
    }
  };
  const result = await served({ ...sandbox, setState }, (url) =>
    inFolder(async (file) => {
      const [pactFile, written] = [file("pact.json"), file("result.json")];
      writeFileSync(pactFile, JSON.stringify(pact));
      const program = fileURLToPath(new URL("./verifier-process.ts", import.meta.url));
      const args = ["--import", "tsx", program, url, `${url}/provider-states`, pactFile, written];
      const { stdout, stderr } = await runNode(args);
      return existsSync(written) ? readFileSync(written, "utf8") : stdout + stderr;
    }),
  );
  const missed = [...unused].map((name) => failed(`Pact's verifier did not request the state "${name}"`, { part }));
  return [...found, ...missed, ...resultsOf(result, pact)];
}

interface VerifierResult {
  interactionResults?: {
    description: string;
    result: string;
    mismatch?: {
      mismatches?: { type: string; mismatch: string; path?: string; expected?: unknown; actual?: unknown }[];
    };
  }[];
}

/** Pact's promise also resolves with no, too few or pending results, so we count them here. */
function resultsOf(text: string, pact: Pact): CheckResult[] {
  if (pact.interactions.length === 0) return [failed("the contract has no interaction", { part })];
  let results: NonNullable<VerifierResult["interactionResults"]> = [];
  try {
    results = (JSON.parse(text) as VerifierResult).interactionResults ?? [];
  } catch {
    return [failed(`Pact's verifier gave no result: ${text}`, { part })];
  }
  return pact.interactions.flatMap((interaction): CheckResult[] => {
    const id = responseExample(interaction);
    const found = results.find(({ description }) => description === interaction.description);
    if (!found) return [failed("Pact's verifier gave no result", { id, part })];
    const mismatches = found.mismatch?.mismatches ?? [];
    if (mismatches.length === 0) {
      return found.result === "OK" ? [] : [failed(`Pact's verifier says "${found.result}"`, { id, part })];
    }
    return mismatches.map(({ type, mismatch, path, expected, actual }) => {
      // Without the values, which can differ from row to row, and follow.
      const reason = mismatch.replace(/:? ?expected .*$/is, "") || type;
      return failed(`Pact's verifier${path ? ` at ${path}` : ""}: ${reason}`, { id, part, expected, got: actual });
    });
  });
}
