import * as comparison from "@pactflow/openapi-pact-comparator";
import { type CheckResult, failed } from "./finding.js";
import type { Description } from "./generate/description.js";
import { type Pact, responseExample } from "./pact-file.js";

type Result = { code: string; type: string; message: string; mockDetails?: { interactionDescription?: string | null } };
type ComparatorClass = new (options: { oas: unknown }) => { compare(pact: unknown): AsyncIterable<Result> };

// The package's declarations do not resolve under NodeNext: they import each other without extensions.
const { Comparator } = comparison as unknown as { Comparator: ComparatorClass };

/** What PactFlow's comparator finds in our contract; of an older one, only errors matter. */
export async function disagreements({ root }: Description, pact: Pact, errorsOnly = false): Promise<CheckResult[]> {
  const found: CheckResult[] = [];
  // A copy: the comparator changes its input.
  for await (const result of new Comparator({ oas: structuredClone(root) }).compare(pact)) {
    const { code, type, message, mockDetails } = result;
    if (errorsOnly && type !== "error") continue;
    const interaction = pact.interactions.find(
      ({ description }) => description === mockDetails?.interactionDescription,
    );
    const id = interaction && responseExample(interaction);
    found.push(failed(`the contract and the description disagree (${type} ${code}): ${message}`, { id }));
  }
  return found;
}
