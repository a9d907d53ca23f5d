import { createSandbox, type Sandbox } from "../../src/sandbox/index.js";
import { serveSandbox } from "../../src/sandbox/server.js";
import type { Example } from "../examples.js";
import { answeredExample, type Pact, referredExamples } from "../pact.js";
import { type Provider, reasonOf } from "../provider.js";
import { replay } from "../replay.js";
import { Report } from "../report.js";
import { verify } from "../verification.js";

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
    const report = await checkProvider(examples, pact, { baseUrl: url, arrange: sandbox.setState, exact: true });
    const used = new Set(pact.interactions.flatMap(({ providerStates }) => providerStates.map(({ name }) => name)));
    for (const { state } of sandbox.customers) {
      if (!used.has(state)) report.general.push({ message: `no interaction is in the state "${state}"` });
    }
    return report;
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
    const answered = answeredExample(interaction);
    for (const id of referredExamples(interaction)) report.check(id, id === answered ? problems : []);
  }
  return report;
}
