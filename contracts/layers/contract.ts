import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { compare } from "../comparator.js";
import type { Example } from "../examples.js";
import type { Description } from "../generate/description.js";
import { answeredExample, type Pact, type PactInteraction, referredExamples } from "../pact.js";
import { type Problem, Report } from "../report.js";
import { runNode } from "../run-node.js";

/** A consumer test: its name, and why it failed. */
export interface ConsumerTest {
  title: string;
  failure: string | undefined;
}

/**
 * Every documented example is checked by an interaction that holds it as it stands; the contract says nothing that the
 * description does not; and the consumer tests, run afresh, write the same contract.
 */
export async function checkContract(
  description: Description,
  examples: readonly Example[],
  pact: Pact,
  tests: readonly ConsumerTest[],
): Promise<Report> {
  const report = new Report();
  const disagreements = await compare(description, pact);
  for (const interaction of pact.interactions) {
    const problems = [
      ...lint(interaction),
      ...testProblems(interaction, tests),
      ...(disagreements.get(interaction.description) ?? []),
    ];
    const answered = answeredExample(interaction);
    for (const id of referredExamples(interaction)) {
      const example = examples.find((known) => known.id === id);
      report.check(
        id,
        example ? bodyProblems(interaction, example) : [{ message: "openapi.yaml has no such example" }],
      );
      if (id === answered) report.check(id, problems);
    }
    if (referredExamples(interaction).length === 0)
      report.general.push({ message: `"${interaction.description}" refers to no documented example` });
  }
  for (const { id } of examples) {
    if (!report.checked.has(id)) report.check(id, [{ message: "no interaction of the contract refers to it" }]);
  }
  const played = new Set(pact.interactions.map((interaction) => interaction.description));
  for (const { title, failure } of tests) {
    if (failure && !played.has(title)) report.general.push({ message: `consumer test "${title}": ${failure}` });
  }
  if (tests.length === 0) report.general.push({ message: "no consumer test ran" });
  return report;
}

function bodyProblems({ request, response }: PactInteraction, { status, value }: Example): Problem[] {
  const held = (status === undefined ? request : response).body?.content;
  const wrong: Problem[] = [];
  if (status !== undefined && status !== response.status) {
    wrong.push({ message: "the interaction has another status", expected: status, got: response.status });
  }
  if (!isDeepStrictEqual(held, value)) {
    wrong.push({ message: "the interaction holds another body than is documented", expected: value, got: held });
  }
  return wrong;
}

/** What Pact lets pass, and a contract must not hold. */
function lint({ description, pending, providerStates, request }: PactInteraction): Problem[] {
  const token = request.headers.Authorization?.[0];
  return [
    ...(pending ? [{ message: `"${description}" is pending, so that its failures count for nothing` }] : []),
    ...(providerStates.length === 1 ? [] : [{ message: `"${description}" needs exactly one provider state` }]),
    ...(token === "Bearer placeholder-token"
      ? []
      : [{ message: `"${description}" holds another token than the placeholder` }]),
  ];
}

function testProblems({ description }: PactInteraction, tests: readonly ConsumerTest[]): Problem[] {
  const test = tests.find(({ title }) => title === description);
  if (!test) return [{ message: `no consumer test is called "${description}": it is stale` }];
  return test.failure ? [{ message: `its consumer test failed: ${test.failure}` }] : [];
}

/** Runs the consumer tests in a process of their own, as they write and compare the contract as a whole. */
export async function runConsumerTests(): Promise<ConsumerTest[]> {
  const folder = mkdtempSync(join(tmpdir(), "contract-"));
  const output = join(folder, "consumer.json");
  const args = ["run", "test/consumer.test.ts", "--reporter=json", `--outputFile=${output}`];
  // With CI set, a contract that is missing is not written anew in silence.
  const { stdout, stderr } = await runNode(["node_modules/vitest/vitest.mjs", ...args], { CI: "true" });
  try {
    const { testResults } = JSON.parse(readFileSync(output, "utf8"));
    return testResults.flatMap(({ message, assertionResults }: VitestFile) => [
      ...(message ? [{ title: "test/consumer.test.ts", failure: message }] : []),
      ...assertionResults.map(({ title, status, failureMessages }) => ({
        title,
        failure: status === "passed" ? undefined : failureMessages.map(withoutStack).join("\n") || status,
      })),
    ]);
  } catch {
    throw new Error(`the consumer tests gave no result:\n${stdout}${stderr}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface VitestFile {
  message: string;
  assertionResults: { title: string; status: string; failureMessages: string[] }[];
}

function withoutStack(message: string): string {
  return message.replaceAll(/^\s+at .*$/gm, "").trim();
}
