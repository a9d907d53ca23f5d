import { disagreements } from "../comparator.js";
import type { Check } from "../context.js";
import type { Example } from "../examples.js";
import { lineOf, readJson } from "../files.js";
import { type CheckResult, compare, equal, failed, passed } from "../finding.js";
import { checkedExamples, nameOf, states } from "../interactions.js";
import { contractFile, type Pact, type PactInteraction, referencedExamples, responseExample } from "../pact-file.js";

const write = "run `npm run contract:write`";
const part = "stale";

/**
 * Every documented example is in an interaction of the Pact file, unchanged; the file agrees with the description; and the
 * consumer tests, run afresh, write the same file.
 */
export const pact: Check = async ({ description, examples, interactions, pact, consumer }) => {
  const { findings, written } = await consumer();
  const found = await disagreements(description, pact);
  for (const interaction of pact.interactions) found.push(...interactionFindings(interaction, examples));
  const ids = new Map(interactions.map((one) => [nameOf(one), `${one.operation} ${one.response}`]));
  for (const [name, failures] of findings) {
    const id = ids.get(name);
    found.push(...failures.map((failure) => ({ ...failure, id, message: `consumer test: ${failure.message}` })));
  }
  if (written !== undefined) {
    const fresh = JSON.parse(written) as Pact;
    const names = ({ interactions }: Pact) => interactions.map(({ description }) => description);
    for (const name of names(pact).filter((known) => !names(fresh).includes(known))) {
      found.push(failed(`${contractFile} has "${name}", which no test writes: ${write} to remove it`, { part }));
    }
    for (const interaction of fresh.interactions) {
      const id = ids.get(interaction.description);
      const got = pact.interactions.find(({ description }) => description === interaction.description);
      if (got) found.push(...equal(`${contractFile} is stale: ${write}`, interaction, got, { id, part }));
      else found.push(failed(`${contractFile} lacks an interaction: ${write}`, { id, part }));
    }
  }
  const listed = readJson<typeof states>("contracts/states.json", write);
  found.push(...equal(`contracts/states.json is stale: ${write}`, states, listed, { part }));
  let next = Math.max(...Object.values(states).map((id) => Number(id.slice(-12)) || 0)) + 1;
  // The states of states.json come first, and keep their customers.
  const names = Object.keys({ ...listed, ...states }).filter((name) => (states[name] ?? "all") !== "all");
  for (const state of names) {
    const owner = names.find((name) => states[name] === states[state]);
    const place = lineOf("src/sandbox/cases.ts", `"${state}"`);
    if (owner !== state)
      found.push(failed(`${place}: "${state}" has the customer of "${owner}": use the number ${next++}`));
  }
  if (findings.size === 0) found.push(failed("no consumer test ran: add an interaction to contracts/interactions.ts"));
  const played = new Set(found.flatMap(({ id }) => id ?? []));
  const listedExamples = new Set(interactions.flatMap(checkedExamples));
  for (const example of examples.filter(({ id }) => !played.has(id) || !listedExamples.has(id))) {
    const advice = listedExamples.has(example.id) ? write : interactionFor(example);
    found.push(failed(`no interaction checks it: ${advice}`, { id: example.id }));
  }
  return found;
};

function interactionFor({ id, operation, status }: Example): string {
  const [, , name = ""] = id.split(" ");
  const line = `"${status} ${name}": "<state>" to \`${operation.id}\``;
  const request = `{ state: "<state>", request: "${name}" } to a response of \`${operation.id}\``;
  return `add ${status === undefined ? request : line} in contracts/interactions.ts`;
}

function interactionFindings(interaction: PactInteraction, examples: readonly Example[]): CheckResult[] {
  const { description, pending, providerStates, request } = interaction;
  const response = responseExample(interaction);
  const references = referencedExamples(interaction);
  const found = references.flatMap((id) => {
    const example = examples.find((known) => known.id === id);
    return example
      ? [passed(id), ...bodyFindings(interaction, example)]
      : [failed(`openapi.yaml has no example "${id}"`)];
  });
  if (references.length === 0) found.push(failed(`"${description}" refers to no documented example`));
  if (pending) found.push(failed(`"${description}" is pending, so Pact ignores its failures`, { id: response }));
  if (providerStates.length !== 1)
    found.push(failed(`"${description}" needs exactly one provider state`, { id: response }));
  if (request.headers.Authorization?.[0] !== "Bearer placeholder-token") {
    found.push(failed(`"${description}" has another token than the placeholder`, { id: response }));
  }
  return found;
}

function bodyFindings({ request, response }: PactInteraction, { id, status, value }: Example): CheckResult[] {
  const body = (status === undefined ? request : response).body?.content;
  return [
    ...(status === undefined ? [] : compare("the status of the interaction", status, response.status, id)),
    ...compare("the body of the interaction", value, body, id),
  ];
}
