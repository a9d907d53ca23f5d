import * as comparison from "@pactflow/openapi-pact-comparator";
import type { Check } from "../context.js";
import type { Example } from "../examples.js";
import { compare, equal, type Finding, failed, passed, readJson } from "../finding.js";
import type { Description } from "../generate/description.js";
import { interactions, nameOf, states } from "../interactions.js";
import { contractFile, type Pact, type PactInteraction, referencedExamples, responseExample } from "../pact-file.js";

const write = "run `npm run contract:write`";

/**
 * Every documented example is in an interaction of the Pact file, unchanged; the file agrees with the description; and the
 * consumer tests, run afresh, write the same file.
 */
export const pact: Check = async ({ description, examples, pact, consumer }) => {
  const { findings, written } = await consumer();
  const found = await disagreements(description, pact);
  for (const interaction of pact.interactions) found.push(...interactionFindings(interaction, examples));
  for (const [name, failures] of findings) {
    const row = rowOf(name, examples);
    found.push(...failures.map((failure) => ({ ...failure, row, message: `consumer test: ${failure.message}` })));
  }
  if (written !== undefined) {
    const fresh = JSON.parse(written) as Pact;
    const names = ({ interactions }: Pact) => interactions.map(({ description }) => description);
    for (const name of names(pact).filter((known) => !names(fresh).includes(known))) {
      found.push(failed(`${contractFile} has "${name}", which no consumer test writes: ${write}`));
    }
    for (const interaction of fresh.interactions) {
      const got = pact.interactions.find(({ description }) => description === interaction.description);
      const message = `${contractFile} is stale, "${interaction.description}": ${write}`;
      found.push(...equal(message, interaction, got, rowOf(interaction.description, examples)));
    }
  }
  const listed = readJson("contracts/states.json", write);
  found.push(...equal(`contracts/states.json is stale: ${write}`, states, listed));
  if (findings.size === 0) found.push(failed("no consumer test ran"));
  const played = new Set(found.flatMap(({ row }) => row ?? []));
  for (const { id: row, operation, status, pointer } of examples) {
    if (played.has(row)) continue;
    const [, , name = ""] = row.split(" ");
    const line = status === undefined ? `request: "${name}"` : `"${status} ${name}": "<state>"`;
    const advice = `add ${line} to \`${operation.id}\` in contracts/interactions.ts`;
    const known = interactions.some((one) => `${one.operation} ${one.response}` === row);
    found.push(failed(`${description.where(pointer)}: no interaction checks it: ${known ? write : advice}`, { row }));
  }
  return found;
};

/** The example of the response of a consumer test. */
function rowOf(name: string, examples: readonly Example[]): string | undefined {
  const interaction = interactions.find((known) => nameOf(known) === name);
  const row = interaction && `${interaction.operation} ${interaction.response}`;
  return examples.some(({ id }) => id === row) ? row : undefined;
}

function interactionFindings(interaction: PactInteraction, examples: readonly Example[]): Finding[] {
  const { description, pending, providerStates, request } = interaction;
  const row = responseExample(interaction);
  const references = referencedExamples(interaction);
  const found = references.flatMap((id) => {
    const example = examples.find((known) => known.id === id);
    return example
      ? [passed(id), ...bodyFindings(interaction, example)]
      : [failed(`openapi.yaml has no example "${id}"`)];
  });
  if (references.length === 0) found.push(failed(`"${description}" refers to no documented example`));
  if (pending) found.push(failed(`"${description}" is pending, so Pact ignores its failures`, { row }));
  if (providerStates.length !== 1) found.push(failed(`"${description}" needs exactly one provider state`, { row }));
  if (request.headers.Authorization?.[0] !== "Bearer placeholder-token") {
    found.push(failed(`"${description}" has another token than the placeholder`, { row }));
  }
  return found;
}

function bodyFindings({ request, response }: PactInteraction, { id, status, value }: Example): Finding[] {
  const body = (status === undefined ? request : response).body?.content;
  return [
    ...(status === undefined ? [] : compare("the status of the interaction", status, response.status, id)),
    ...compare("the body of the interaction", value, body, id),
  ];
}

type Result = { code: string; type: string; message: string; mockDetails?: { interactionDescription?: string | null } };
type ComparatorClass = new (options: { oas: unknown }) => { compare(pact: unknown): AsyncIterable<Result> };

// The package's declarations do not resolve under NodeNext: they import each other without extensions.
const { Comparator } = comparison as unknown as { Comparator: ComparatorClass };

/** What PactFlow's comparator finds in our contract; of an older one, only errors matter. */
export async function disagreements({ root }: Description, pact: Pact, errorsOnly = false): Promise<Finding[]> {
  const found: Finding[] = [];
  // A copy: the comparator changes its input.
  for await (const result of new Comparator({ oas: structuredClone(root) }).compare(pact)) {
    const { code, type, message, mockDetails } = result;
    if (errorsOnly && type !== "error") continue;
    const interaction = pact.interactions.find(
      ({ description }) => description === mockDetails?.interactionDescription,
    );
    const row = interaction && responseExample(interaction);
    found.push(failed(`the contract and the description disagree (${type} ${code}): ${message}`, { row }));
  }
  return found;
}
