import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Finding, failed } from "./finding.js";
import { type Pact, responseExample, statesOf } from "./pact.js";
import { type Provider, reasonOf } from "./replay.js";
import type { Verification } from "./verifier-process.js";

/** What Pact's verifier finds. */
export async function verify(pact: Pact, provider: Provider): Promise<Finding[]> {
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
      found.push(failed(`the provider cannot be in the state "${state}" (${reasonOf(failure)}): ${advice}`));
    }
    // Also after a failure, which is reported here: the verifier would only retry.
    response.writeHead(200, { "Content-Type": "application/json" }).end("{}");
  });
  await once(states.listen(0, "127.0.0.1"), "listening");
  const folder = mkdtempSync(join(tmpdir(), "verify-"));
  const file = join(folder, "pact.json");
  try {
    writeFileSync(file, JSON.stringify(pact));
    const { port } = states.address() as AddressInfo;
    const result = await runVerifier({
      providerBaseUrl: provider.baseUrl,
      providerStatesSetupUrl: `http://127.0.0.1:${port}`,
      pactUrls: [file],
      token: provider.token,
    });
    const missed = [...statesOf(pact)].filter((name) => !requested.has(name));
    return [
      ...found,
      ...missed.map((name) => failed(`Pact's verifier did not request the state "${name}"`)),
      ...resultsOf(result, pact),
    ];
  } finally {
    states.close();
    rmSync(folder, { recursive: true });
  }
}

interface VerifierResult {
  interactionResults?: {
    description: string;
    result: string;
    mismatch?: { mismatches?: { mismatch?: string; path?: string; expected?: unknown; actual?: unknown }[] };
  }[];
}

/** Pact resolves without interactions, with fewer results than interactions and with pending ones: all are counted here. */
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

let verifier: ChildProcess | undefined;
let last: Promise<unknown> = Promise.resolve();

/** One process for all verifications, one after the other: starting it takes longer than most of them. */
function runVerifier(verification: Verification): Promise<string> {
  const result = last.then(() => {
    if (!verifier?.connected) verifier = startVerifier();
    return send(verifier, verification);
  });
  last = result.catch(() => {});
  return result;
}

/** It does not keep this process alive, and ends with it. */
function startVerifier(): ChildProcess {
  const child = fork(fileURLToPath(new URL("./verifier-process.ts", import.meta.url)), {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    env: { ...process.env, PACT_DO_NOT_TRACK: "true", PARTNER_CENTER_TOKEN: undefined },
  });
  child.unref();
  child.channel?.unref();
  (child.stderr as Socket).unref();
  return child;
}

/** Resolves with the result; if there is none, with the output of the process or the reason. */
async function send(child: ChildProcess, verification: Verification): Promise<string> {
  const said: string[] = [];
  const listen = (chunk: Buffer) => said.push(chunk.toString());
  child.stderr?.on("data", listen);
  const ended = new AbortController();
  try {
    const { signal } = ended;
    child.send(verification);
    return await Promise.race([
      once(child, "message", { signal }).then(([result]) => String(result)),
      once(child, "close", { signal }).then(() => said.join("")),
    ]);
  } catch (failure) {
    return said.join("") || reasonOf(failure);
  } finally {
    ended.abort();
    child.stderr?.off("data", listen);
  }
}
