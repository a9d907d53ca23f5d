import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Pact } from "./pact.js";
import { type Provider, reasonOf } from "./provider.js";
import type { Problem } from "./report.js";
import type { Asked } from "./verify.js";

/** What Pact's verifier says of each interaction, by its description, and what concerns none. */
export async function verify(
  pact: Pact,
  provider: Provider,
): Promise<{ problems: Map<string, Problem[]>; general: Problem[] }> {
  const general: Problem[] = [];
  const arranged = new Set<string>();
  const states = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { state, params } = JSON.parse(Buffer.concat(chunks).toString());
    try {
      provider.arrange(state, params.customerId);
      arranged.add(state);
    } catch (failure) {
      general.push({ message: `the provider cannot be put into the state "${state}": ${reasonOf(failure)}` });
    }
    // Also after a failure, which is reported here: the verifier would only ask again and again.
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
    for (const name of statesOf(pact)) {
      if (!arranged.has(name)) general.push({ message: `the state "${name}" was never asked for` });
    }
    return { problems: resultsOf(result, pact, general), general };
  } finally {
    states.close();
    rmSync(folder, { recursive: true });
  }
}

function statesOf(pact: Pact): Set<string> {
  return new Set(pact.interactions.flatMap(({ providerStates }) => providerStates.map(({ name }) => name)));
}

interface VerifierResult {
  interactionResults?: {
    description: string;
    result: string;
    mismatch?: { mismatches?: { mismatch?: string; path?: string; expected?: unknown; actual?: unknown }[] };
  }[];
}

/** Pact resolves on no interactions, on fewer results than interactions and on pending ones: all are counted here. */
function resultsOf(text: string, pact: Pact, general: Problem[]): Map<string, Problem[]> {
  let results: NonNullable<VerifierResult["interactionResults"]> = [];
  try {
    results = (JSON.parse(text) as VerifierResult).interactionResults ?? [];
  } catch {
    general.push({ message: `Pact's verifier gave no result: ${text}` });
  }
  if (pact.interactions.length === 0) general.push({ message: "the contract has no interaction" });
  if (results.length !== pact.interactions.length) {
    const expected = pact.interactions.length;
    general.push({ message: "Pact's verifier did not verify every interaction", expected, got: results.length });
  }
  return new Map(
    results.map(({ description, result, mismatch }) => {
      const problems = (mismatch?.mismatches ?? []).map(({ mismatch: message, path, expected, actual }) => ({
        message: `Pact's verifier${path ? ` at ${path}` : ""}: ${message}`,
        expected,
        got: actual,
      }));
      const failed = result === "OK" ? [] : [{ message: `Pact's verifier says "${result}"` }];
      return [description, problems.length > 0 ? problems : failed];
    }),
  );
}

let verifier: ChildProcess | undefined;
let last: Promise<unknown> = Promise.resolve();

/** One process for all verifications, one after the other: it takes longer to start than most of them. */
function runVerifier(asked: Asked): Promise<string> {
  const result = last.then(() => {
    if (!verifier?.connected) verifier = startVerifier();
    return ask(verifier, asked);
  });
  last = result.catch(() => {});
  return result;
}

/** It does not hold this process, and ends with it. */
function startVerifier(): ChildProcess {
  const child = fork(fileURLToPath(new URL("./verify.ts", import.meta.url)), {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    env: { ...process.env, PACT_DO_NOT_TRACK: "true", PARTNER_CENTER_TOKEN: undefined },
  });
  child.unref();
  child.channel?.unref();
  (child.stderr as Socket).unref();
  return child;
}

/** Resolves with the result, or with what the process said at its end, or why it cannot be asked, where there is none. */
async function ask(child: ChildProcess, asked: Asked): Promise<string> {
  const said: string[] = [];
  const listen = (chunk: Buffer) => said.push(chunk.toString());
  child.stderr?.on("data", listen);
  const answered = new AbortController();
  try {
    const { signal } = answered;
    child.send(asked);
    return await Promise.race([
      once(child, "message", { signal }).then(([result]) => String(result)),
      once(child, "close", { signal }).then(() => said.join("")),
    ]);
  } catch (failure) {
    return said.join("") || reasonOf(failure);
  } finally {
    answered.abort();
    child.stderr?.off("data", listen);
  }
}
