import * as comparison from "@pactflow/openapi-pact-comparator";
import type { Description } from "./generate/description.js";
import type { Pact } from "./pact.js";
import type { Problem } from "./report.js";

interface ComparatorClass {
  new (options: {
    oas: unknown;
  }): {
    compare(pact: unknown): AsyncIterable<{
      code: string;
      type: string;
      message: string;
      mockDetails?: { interactionDescription?: string | null };
    }>;
  };
}

// The package's declarations do not resolve under NodeNext: they import each other without extensions.
const { Comparator } = comparison as unknown as { Comparator: ComparatorClass };

/**
 * What the comparator says of each interaction, by its description. It rates what it finds: for our own contract anything
 * is too much, while an old one is only broken by an error.
 */
export async function compare(
  { root }: Description,
  pact: Pact,
  { errorsOnly = false } = {},
): Promise<Map<string, Problem[]>> {
  const found = new Map<string, Problem[]>();
  // A copy, as the comparator changes what it is given.
  const comparator = new Comparator({ oas: structuredClone(root) });
  for await (const { code, type, message, mockDetails } of comparator.compare(pact)) {
    if (errorsOnly && type !== "error") continue;
    const description = mockDetails?.interactionDescription ?? "";
    const problem = { message: `the contract and the description disagree (${type} ${code}): ${message}` };
    found.set(description, [...(found.get(description) ?? []), problem]);
  }
  return found;
}
