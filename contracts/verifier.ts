import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { type Finding, failed } from "./finding.js";
import { type Pact, responseExample, statesOf } from "./pact-file.js";
import { inFolder, runNode } from "./process.js";

interface Provider {
  baseUrl: string;
  /** @throws Error if the provider cannot be in this state */
  setState(state: string, customerId: string): void;
}

/** What Pact's verifier finds. */
export async function runPactVerifier(pact: Pact, provider: Provider): Promise<Finding[]> {
  const found: Finding[] = [];
  const requested = new Set<string>();
  const states = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { state, params } = JSON.parse(Buffer.concat(chunks).toString());
    try {
      provider.setState(state, params.customerId);
      requested.add(state);
    } catch (failure) {
      const advice = "add it to `cases` in src/sandbox/cases.ts";
      found.push(failed(`the provider cannot be in the state "${state}" (${(failure as Error).message}): ${advice}`));
    }
    // Also after a failure, which is reported here: the verifier would only retry.
    response.writeHead(200, { "Content-Type": "application/json" }).end("{}");
  });
  await once(states.listen(0, "127.0.0.1"), "listening");
  const { port } = states.address() as AddressInfo;
  const result = await inFolder(async (file) => {
    const [pactFile, written] = [file("pact.json"), file("result.json")];
    writeFileSync(pactFile, JSON.stringify(pact));
    const addresses = [provider.baseUrl, `http://127.0.0.1:${port}`, pactFile, written];
    const program = fileURLToPath(new URL("./verifier-process.ts", import.meta.url));
    const { stdout, stderr } = await runNode(["--import", "tsx", program, ...addresses]);
    return existsSync(written) ? readFileSync(written, "utf8") : stdout + stderr;
  }).finally(() => states.close());
  const missed = [...statesOf(pact)].filter((name) => !requested.has(name));
  return [
    ...found,
    ...missed.map((name) => failed(`Pact's verifier did not request the state "${name}"`)),
    ...resultsOf(result, pact),
  ];
}

interface VerifierResult {
  interactionResults?: {
    description: string;
    result: string;
    mismatch?: { mismatches?: { mismatch?: string; path?: string; expected?: unknown; actual?: unknown }[] };
  }[];
}

/** Pact's promise also resolves with no, too few or pending results, so we count them here. */
function resultsOf(text: string, pact: Pact): Finding[] {
  if (pact.interactions.length === 0) return [failed("the contract has no interaction")];
  let results: NonNullable<VerifierResult["interactionResults"]> = [];
  try {
    results = (JSON.parse(text) as VerifierResult).interactionResults ?? [];
  } catch {
    return [failed(`Pact's verifier gave no result: ${text}`)];
  }
  return pact.interactions.flatMap((interaction): Finding[] => {
    const row = responseExample(interaction);
    const found = results.find(({ description }) => description === interaction.description);
    if (!found) return [failed("Pact's verifier gave no result", { row })];
    const mismatches = found.mismatch?.mismatches ?? [];
    if (mismatches.length === 0) {
      return found.result === "OK" ? [] : [failed(`Pact's verifier says "${found.result}"`, { row })];
    }
    return mismatches.map(({ mismatch, path, expected, actual }) =>
      failed(`Pact's verifier${path ? ` at ${path}` : ""}: ${mismatch}`, { row, expected, got: actual }),
    );
  });
}
