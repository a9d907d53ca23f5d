import { readFileSync } from "node:fs";
import { type Operation, type OperationId, operations, type Validate } from "../generated/operations.js";
import { responseValidators } from "../generated/responses.js";
import { createSandbox, type Sandbox, type SandboxOptions } from "../src/sandbox/index.js";
import { serveSandbox } from "../src/sandbox/server.js";
import type { VerifyOptions } from "../src/verify/index.js";
import { type ConsumerRun, runConsumerTests } from "./consumer.js";
import { type Example, examplesOf } from "./examples.js";
import type { Finding } from "./finding.js";
import { Description } from "./generate/description.js";
import { interactions } from "./interactions.js";
import { type Pact, readPact } from "./pact-file.js";

/** A column or a line of the matrix: what it says of each row, or of its subject as a whole. */
export type Check = (context: Context) => Promise<Finding[]>;

/** What the checks read. A test or a mutant replaces a part. */
export interface Context {
  description: Description;
  examples: readonly Example[];
  pact: Pact;
  /** The generated validators. */
  validators: Validators;
  /** The folder of the generated files. */
  generated: string;
  /** Runs the consumer tests. */
  consumer: () => Promise<ConsumerRun>;
  /** Makes the sandbox that is checked. */
  sandbox: (options?: SandboxOptions) => Sandbox;
  /** Another provider to check instead of the sandbox: only GETs, in the states that it has a customer in. */
  remote: Pick<VerifyOptions, "baseUrl" | "token" | "states"> | undefined;
  /** The folder whose git history has the last release. */
  history: string;
  version: string;
  changelog: string;
  workflows: string;
}

export interface Validators {
  operations: Readonly<Record<OperationId, Operation>>;
  responseValidators: Record<OperationId, Record<number, Validate>>;
}

export function createContext(replaced: Partial<Context> = {}): Context {
  const description = replaced.description ?? new Description("openapi.yaml");
  const examples = replaced.examples ?? examplesOf(description);
  return {
    description,
    examples,
    pact: replaced.pact ?? readPact(),
    validators: { operations, responseValidators },
    generated: "generated",
    consumer: () => runConsumerTests(interactions, examples),
    sandbox: createSandbox,
    remote: undefined,
    history: ".",
    version: JSON.parse(readFileSync("package.json", "utf8")).version,
    changelog: readFileSync("CHANGELOG.md", "utf8"),
    workflows: "contracts/life-cycle.arazzo.yaml",
    ...replaced,
  };
}

/** The time of the documented response to a POST. */
export const documentedTime = () => new Date("2020-12-04T20:54:24Z");

/** Serves a sandbox over HTTP for some work. */
export async function served<Result>(
  sandbox: Sandbox,
  work: (url: string, sandbox: Sandbox) => Promise<Result>,
): Promise<Result> {
  const { url, close } = await serveSandbox({ sandbox, control: true });
  return work(url, sandbox).finally(close);
}
