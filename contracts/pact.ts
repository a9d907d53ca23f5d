import type { Json } from "./generate/description.js";

/** The two sides of the contract. */
export const consumer = "partner-center-qualifications";
export const provider = "partner-center";

/** The committed contract. */
export const contractFile = `contracts/${consumer}--${provider}.json`;

/** What this project reads of a Pact file of version 4. */
export interface Pact {
  interactions: PactInteraction[];
}

export interface PactInteraction {
  description: string;
  pending: boolean;
  providerStates: { name: string; params?: { customerId?: string } }[];
  comments?: { references?: Record<string, Record<string, string>> };
  request: { method: string; path: string; headers: Record<string, string[]>; body?: { content: Json } };
  response: { status: number; headers: Record<string, string[]>; body?: { content: Json } };
}

/** The documented examples an interaction says it checks. */
export function referredExamples({ comments }: PactInteraction): string[] {
  return Object.keys(comments?.references?.["openapi.yaml"] ?? {});
}

/** The example of the answer among them: its id names a status, where a request's says "request". */
export function answeredExample(interaction: PactInteraction): string | undefined {
  return referredExamples(interaction).find((id) => id.split(" ")[1] !== "request");
}
