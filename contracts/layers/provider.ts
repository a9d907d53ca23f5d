import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { answers } from "../../generated/answers.js";
import type { OperationId } from "../../generated/operations.js";
import { createSandbox, type Sandbox, serveSandbox } from "../../src/sandbox/index.js";
import type { Example } from "../examples.js";
import { answeredExample, type Pact, type PactInteraction, referredExamples } from "../pact.js";
import { type Problem, Report } from "../report.js";

/** A provider that speaks HTTP, and how its customers are put into a state. */
export interface Provider {
  baseUrl: string;
  /** @throws Error where the state cannot be had */
  arrange(state: string, customerId: string): void;
  /** Sent instead of the placeholder. */
  token?: string;
  /** Whether answers are the documented ones to the letter; otherwise the strict validators judge them. */
  exact: boolean;
}

/** The sandbox at the time of the documented answer to a create. */
export function documentedSandbox(): Sandbox {
  return createSandbox({ now: () => new Date("2020-12-04T20:54:24Z") });
}

/** Checks the sandbox, served over HTTP; `fetch` stands in for the sandbox's own where a defect is planted. */
export async function checkSandbox(
  examples: readonly Example[],
  pact: Pact,
  sandbox = documentedSandbox(),
): Promise<Report> {
  const { url, close } = await serveSandbox({ sandbox });
  try {
    return await checkProvider(examples, pact, { baseUrl: url, arrange: sandbox.arrange, exact: true });
  } finally {
    await close();
  }
}

/**
 * The provider answers every interaction as the contract needs it (Pact's verifier) and as it is documented (each
 * request sent once more, the whole answer compared: Pact lets undocumented properties pass).
 */
export async function checkProvider(examples: readonly Example[], pact: Pact, provider: Provider): Promise<Report> {
  const report = new Report();
  try {
    await fetch(provider.baseUrl, { method: "HEAD", redirect: "manual" });
  } catch (failure) {
    report.general.push({ message: `the provider at ${provider.baseUrl} gives no answer: ${reasonOf(failure)}` });
    return report;
  }
  const verified = await verify(pact, provider);
  report.general.push(...verified.general);
  for (const interaction of pact.interactions) {
    const problems = [
      ...(verified.problems.get(interaction.description) ?? [{ message: "Pact's verifier gave no result" }]),
      ...(await replay(examples, interaction, provider)),
    ];
    for (const id of referredExamples(interaction)) report.check(id, problems);
  }
  return report;
}

async function verify(
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
    const result = await runVerifier(provider, `http://127.0.0.1:${port}`, file);
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

function runVerifier({ baseUrl, token }: Provider, statesUrl: string, file: string): Promise<string> {
  const script = fileURLToPath(new URL("../verify.ts", import.meta.url));
  const child = fork(script, [baseUrl, statesUrl, file], {
    execArgv: ["--import", "tsx"],
    silent: true,
    env: { ...process.env, PACT_DO_NOT_TRACK: "true", PARTNER_CENTER_TOKEN: token ?? "" },
  });
  let said = "";
  let result: string | undefined;
  child.stdout?.on("data", () => {});
  child.stderr?.on("data", (chunk) => (said += chunk));
  return new Promise((resolve, reject) => {
    child.on("message", (message) => (result = String(message)));
    child.once("error", reject).once("close", () => resolve(result ?? said));
  });
}

/** Sends the request of an interaction once more, and compares the whole answer. */
async function replay(
  examples: readonly Example[],
  interaction: PactInteraction,
  provider: Provider,
): Promise<Problem[]> {
  const example = examples.find(({ id }) => id === answeredExample(interaction));
  if (!example) return [];
  try {
    for (const { name, params } of interaction.providerStates) provider.arrange(name, params?.customerId ?? "");
    const sent = headersOf(interaction, provider);
    const { method, path, body } = interaction.request;
    const content = body ? JSON.stringify(body.content) : null;
    const response = await fetch(provider.baseUrl + path, { method, headers: sent, body: content, redirect: "manual" });
    return differences(example, sent, response, await response.text(), provider.exact);
  } catch (failure) {
    return [{ message: `the provider gave no answer: ${reasonOf(failure)}` }];
  }
}

/** `fetch` says why only in the cause. */
function reasonOf(failure: unknown): string {
  const { message, cause } = failure as Error;
  return cause instanceof Error ? cause.message : message;
}

function headersOf({ request }: PactInteraction, { token }: Provider): Headers {
  const headers = new Headers(Object.entries(request.headers).map(([name, values]) => [name, values.join(", ")]));
  if (token) headers.set("Authorization", `Bearer ${token}`);
  return headers;
}

function differences(example: Example, sent: Headers, response: Response, text: string, exact: boolean): Problem[] {
  const problems: Problem[] = [];
  const compare = (what: string, expected: unknown, got: unknown) => {
    if (!isDeepStrictEqual(expected, got))
      problems.push({ message: `${what} is not what is documented`, expected, got });
  };
  compare("the status", example.status, response.status);
  compare("the media type", "application/json", response.headers.get("Content-Type")?.split(";")[0]);
  for (const [name, value] of Object.entries(example.headers)) {
    const echoed = sent.get(name);
    if (echoed || exact) compare(`the header ${name}`, echoed ?? value, response.headers.get(name));
  }
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return [...problems, { message: "the body is no JSON", got: text.slice(0, 200) }];
  }
  if (exact) compare("the body", example.value, body);
  const judge = answers[example.operation.id as OperationId]?.[response.status];
  if (judge && !judge(body)) {
    const { instancePath, message } = judge.errors?.[0] ?? {};
    problems.push({ message: `the strict validator at ${instancePath || "/"}: ${message}`, got: body });
  }
  return problems;
}
