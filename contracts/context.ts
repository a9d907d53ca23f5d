import { readFileSync } from "node:fs";
import { type Operation, type OperationId, operations, type Validate } from "../generated/operations.js";
import { responseValidators } from "../generated/responses.js";
import { createSandbox, type Sandbox, type SandboxOptions } from "../src/sandbox/index.js";
import { serveSandbox } from "../src/sandbox/server.js";
import { type ConsumerRun, runConsumerTests } from "./consumer.js";
import { type Example, examplesOf } from "./examples.js";
import type { CheckResult } from "./finding.js";
import { Description } from "./generate/description.js";
import { type Interaction, interactions } from "./interactions.js";
import { type Pact, readPact } from "./pact-file.js";

/** A column or a line of the matrix: what it says of each row, or of its subject as a whole. */
export type Check = (context: Context) => Promise<CheckResult[]>;

/** What the checks read. A test or a mutant replaces a part. */
export interface Context {
  description: Description;
  examples: readonly Example[];
  interactions: readonly Interaction[];
  pact: Pact;
  /** What the generated modules export. */
  modules: GeneratedModules;
  /** The folder of the generated files. */
  generated: string;
  /** Runs the consumer tests. */
  consumer: () => Promise<ConsumerRun>;
  /** Makes the sandbox that is checked. */
  sandbox: (options?: SandboxOptions) => Sandbox;
  /** The folder of what Microsoft's documentation says. */
  documents: string;
  /** The folder whose git history has the last release. */
  history: string;
  version: string;
  changelog: string;
  workflows: string;
}

export interface GeneratedModules {
  operations: Readonly<Record<OperationId, Operation>>;
  responseValidators: Record<OperationId, Record<number, Validate>>;
}

export function createContext(replaced: Partial<Context> = {}): Context {
  const description = replaced.description ?? new Description("openapi.yaml");
  const examples = replaced.examples ?? examplesOf(description);
  return {
    description,
    examples,
    interactions,
    // Read by the checks that need it: the others run without the file.
    get pact() {
      return readPact();
    },
    modules: { operations, responseValidators },
    generated: "generated",
    consumer: () => runConsumerTests(interactions, examples),
    sandbox: createSandbox,
    documents: "contracts/documents",
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
export async function served<Result>(sandbox: Sandbox, work: (url: string) => Promise<Result>): Promise<Result> {
  const { url, close } = await serveSandbox({ sandbox, control: true });
  return work(url).finally(close);
}
