import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { assertEvidence, type Evidence } from "./evidence.js";
import { type Reporter, reporters } from "./reporters.js";
import { type VerifyResult, verify } from "./verify.js";

export const verifyUsage = `usage: partner-center-qualifications verify --base-url URL [options]

Compares a provider's responses with what is documented. Without states, it runs probes that need none and change nothing.

  --base-url URL            the provider, without /v1
  --customer GUID           also reads this customer; repeatable
  --states FILE             a JSON object from documented states to customers' ids, or "all" for the partner: reads only
  --state-change-url URL    takes POST { state, params, action }, as Pact's verifier sends it: all interactions
  --allow-writes            sends create requests too
  --exact                   compares whole bodies and described headers with the documented examples
  --reporter NAME[=FILE]    text, json, junit or github; repeatable; default: text
  --evidence FILE           writes the shapes of the responses, without ids and free text
  --baseline FILE           compares with the evidence of an earlier run: a difference is a finding
  --require N               fails if fewer than N were run
  --token-file FILE         holds the bearer token; default: the environment variable PARTNER_CENTER_TOKEN

Exit codes: 0 no finding, 1 findings or fewer than required, 2 nothing was run, or a wrong option.`;

/** Runs `verify` from a command line, and returns its exit code. @throws Error in one line for a wrong option */
export async function runVerify(args: string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const options = readArguments(args, environment);
  if (!options) {
    process.stdout.write(`${verifyUsage}\n`);
    return 0;
  }
  const { outputs, evidence, require, ...given } = options;
  const progress = process.stderr.isTTY ? showProgress : undefined;
  const result = await verify({ ...given, ...(progress ? { onProgress: progress } : {}) });
  if (progress) process.stderr.write("\r\u001b[K");
  for (const { reporter, file } of outputs) {
    const output = `${reporters[reporter](result)}\n`;
    if (file) writeFile(file, output);
    else process.stdout.write(output);
  }
  if (evidence) writeFile(evidence, `${JSON.stringify(result.evidence, null, 2)}\n`);
  return exitCode(result, require);
}

function exitCode({ ran, findings }: VerifyResult, required: number): number {
  if (ran.length < required) {
    process.stderr.write(`verify: ${ran.length} were run, and --require wants ${required}\n`);
    return 1;
  }
  if (findings.length > 0) return 1;
  return ran.length === 0 ? 2 : 0;
}

function showProgress(id: string, index: number, count: number): void {
  process.stderr.write(`\r\u001b[K${index} of ${count}  ${id}`);
}

function readArguments(args: string[], environment: NodeJS.ProcessEnv) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  const several = { type: "string", multiple: true, default: [] as string[] } as const;
  const { values } = parseArgs({
    args,
    options: {
      ...{
        "base-url": text,
        "state-change-url": text,
        states: text,
        "token-file": text,
        evidence: text,
        baseline: text,
      },
      ...{ require: { type: "string", default: "0" }, customer: several, reporter: several },
      ...{ "allow-writes": flag, exact: flag, help: flag },
    } as const,
  });
  if (values.help) return undefined;
  const baseUrl = values["base-url"];
  if (!baseUrl) throw new Error("--base-url is missing: give the provider's URL, without /v1");
  if (!/^\d+$/.test(values.require)) throw new Error("--require must be a whole number");
  const stateChangeUrl = values["state-change-url"];
  const states = values.states === undefined ? undefined : readJson("--states", values.states, assertStates);
  const baseline = values.baseline === undefined ? undefined : readJson("--baseline", values.baseline, assertEvidence);
  const given = values.reporter.length > 0 ? values.reporter : ["text"];
  return {
    ...{ baseUrl, token: readToken(values["token-file"], environment), customers: values.customer },
    ...{ allowWrites: values["allow-writes"], exact: values.exact, require: Number(values.require) },
    ...(states ? { states: states as Record<string, string> } : {}),
    ...(stateChangeUrl ? { stateChangeUrl } : {}),
    ...(baseline ? { baseline: baseline as Evidence } : {}),
    outputs: given.map(readReporter),
    evidence: values.evidence,
  };
}

function readReporter(given: string): { reporter: Reporter; file: string | undefined } {
  const [name = "", file] = given.split(/=(.*)/s);
  if (!Object.hasOwn(reporters, name)) {
    throw new Error(`--reporter "${name}" is unknown; expected one of ${Object.keys(reporters).join(", ")}`);
  }
  return { reporter: name as Reporter, file: file || undefined };
}

/** Never an argument: other users of a machine can read those. */
function readToken(file: string | undefined, environment: NodeJS.ProcessEnv): string {
  const token = file === undefined ? environment.PARTNER_CENTER_TOKEN : readText("--token-file", file).trim();
  const from = file === undefined ? "PARTNER_CENTER_TOKEN" : "--token-file";
  if (!token) throw new Error(`${from} ${file === undefined ? "is not set" : "is empty"}: a bearer token is needed`);
  if (!/^[!-~]+$/.test(token)) throw new Error(`${from} must have one token of printable ASCII without spaces`);
  return token;
}

function assertStates(value: unknown): void {
  if (typeof value !== "object" || value === null || Array.isArray(value) || Object.keys(value).length === 0) {
    throw new Error("must be a JSON object from documented states to customers' ids");
  }
}

function readJson(option: string, file: string, assert: (value: unknown) => void): unknown {
  try {
    const value: unknown = JSON.parse(readText(option, file));
    assert(value);
    return value;
  } catch (failure) {
    const { message } = failure as Error;
    throw new Error(message.startsWith(option) ? message : `${option} ${file}: ${message}`);
  }
}

function readText(option: string, file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (failure) {
    throw new Error(`${option} ${file} cannot be read: ${(failure as NodeJS.ErrnoException).code}`);
  }
}

function writeFile(file: string, content: string): void {
  try {
    writeFileSync(file, content);
  } catch (failure) {
    throw new Error(`${file} cannot be written: ${(failure as NodeJS.ErrnoException).code}`);
  }
}
