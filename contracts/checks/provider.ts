import type { DocumentedInteraction } from "../../generated/interactions.js";
import type { OperationId } from "../../generated/operations.js";
import { tokens } from "../../src/sandbox/index.js";
import type { VerifyOptions } from "../../src/verify/index.js";
import { verifyInteractions } from "../../src/verify/verify.js";
import { type Check, documentedTime, served } from "../context.js";
import type { Example } from "../examples.js";
import { type Finding, failed, passed, skipped } from "../finding.js";
import { type Pact, referencedExamples, responseExample, statesOf } from "../pact-file.js";
import { runPactVerifier } from "../verifier.js";

/**
 * The sandbox, served over HTTP, responds to every interaction as documented: by Pact's verifier, and by `verify`, which
 * compares whole bodies. Another provider is compared by `verify` alone, in the states that it has a customer in.
 */
export const provider: Check = async ({ examples, pact, sandbox: create, remote }) => {
  const interactions = documented(pact, examples);
  if (remote) {
    const found = await verified(remote, interactions);
    const checked = new Set(found.map(({ row }) => row));
    const others = examples.filter(({ id }) => !checked.has(id));
    return [...found, ...others.map(({ id }) => skipped("no customer is in its state", id))];
  }
  return served(create({ now: documentedTime }), async (baseUrl, { setState, customers }) => {
    const stateChangeUrl = `${baseUrl}/provider-states`;
    const names = new Set<string>();
    const recording: typeof fetch = async (...request) => {
      const response = await fetch(...request);
      for (const name of response.headers.keys()) names.add(name);
      return response;
    };
    const token = tokens.appAndUser;
    const options = { baseUrl, token, stateChangeUrl, allowWrites: true, exact: true, fetch: recording };
    const compared = await verified(options, interactions);
    const described = examples.flatMap(({ headers }) => Object.keys(headers)).map((name) => name.toLowerCase());
    const undescribed = [...names].filter((name) => !described.includes(name) && !plain.includes(name));
    const unused = customers.filter(({ state }) => !statesOf(pact).has(state));
    const advice = "use it in contracts/interactions.ts, or remove it from src/sandbox/cases.ts";
    return [
      ...(await runPactVerifier(pact, { baseUrl, setState })),
      ...compared,
      ...undescribed.map((name) => failed(`openapi.yaml does not describe the header ${name}`)),
      ...pact.interactions.flatMap((interaction) => referencedExamples(interaction).map(passed)),
      ...unused.map(({ state }) => failed(`no interaction is in the state "${state}": ${advice}`)),
    ];
  });
};

/** The headers of HTTP itself need no description. */
const plain = ["connection", "content-length", "content-type", "date", "keep-alive", "server", "transfer-encoding"];

/** What `verify` says of these interactions. */
export async function verified(options: VerifyOptions, interactions: DocumentedInteraction[]): Promise<Finding[]> {
  const { ran, findings } = await verifyInteractions(options, interactions);
  return [
    ...ran.map(passed),
    ...findings.map(({ id, message, expected, got }) => failed(message, { row: id, expected, got })),
  ];
}

/** The interactions of a Pact file, as `verify` takes them. */
export function documented(
  { interactions }: Pick<Pact, "interactions">,
  examples: readonly Example[],
): DocumentedInteraction[] {
  return interactions.flatMap((interaction) => {
    const example = examples.find(({ id }) => id === responseExample(interaction));
    const [state] = interaction.providerStates;
    if (!example || !state) return [];
    const { body } = interaction.request;
    const { id, operation, status = 0, headers, value } = example;
    return {
      ...{ id, operation: operation.id as OperationId, state: state.name, customerId: state.params?.customerId ?? "" },
      ...(body ? { request: body.content } : {}),
      ...{ status, headers: Object.keys(headers), source: "", line: 0 },
      ...(value === undefined ? {} : { body: value }),
    };
  });
}
