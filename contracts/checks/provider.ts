import { type Check, documentedTime, served } from "../context.js";
import type { Example } from "../examples.js";
import { type Finding, failed, passed, skipped } from "../finding.js";
import { type Pact, referencedExamples, statesOf } from "../pact-file.js";
import { type Provider, reasonOf, replay } from "../replay.js";
import { verify } from "../verifier.js";

/** The sandbox, served over HTTP, or another provider, responds to every interaction as documented. */
export const provider: Check = async ({ examples, pact, sandbox: create, remote }) => {
  if (remote) {
    const baseUrl = remote.baseUrl.replace(/\/$/, "");
    const found = await checkProvider(examples, pact, { ...remote, baseUrl, setState: () => {}, exact: false });
    const checked = new Set(found.map(({ row }) => row));
    const others = examples.filter(({ id }) => !checked.has(id));
    return [...found, ...others.map(({ id }) => skipped("no customer is in its state", id))];
  }
  return served(create({ now: documentedTime }), async (baseUrl, { setState, customers }) => {
    const found = await checkProvider(examples, pact, { baseUrl, setState, exact: true });
    const unused = customers.filter(({ state }) => !statesOf(pact).has(state));
    const advice = "use it in contracts/interactions.ts, or remove it from src/sandbox/cases.ts";
    return [...found, ...unused.map(({ state }) => failed(`no interaction is in the state "${state}": ${advice}`))];
  });
};

/** By Pact's verifier, and by sending each request once more. */
export async function checkProvider(examples: readonly Example[], pact: Pact, provider: Provider): Promise<Finding[]> {
  try {
    await fetch(provider.baseUrl, { method: "HEAD", redirect: "manual" });
  } catch (failure) {
    return [failed(`the provider at ${provider.baseUrl} does not respond: ${reasonOf(failure)}`)];
  }
  const found = await verify(pact, provider);
  for (const interaction of pact.interactions) {
    found.push(...referencedExamples(interaction).map(passed), ...(await replay(examples, interaction, provider)));
  }
  return found;
}
