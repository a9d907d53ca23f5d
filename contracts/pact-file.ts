import { readJson } from "./files.js";
import type { Json } from "./generate/description.js";

/** The two sides of the contract. */
export const sides = { consumer: "partner-center-qualifications", provider: "partner-center" };

/** The committed contract. */
export const contractFile = `contracts/${sides.consumer}--${sides.provider}.json`;

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
  response: { status: number; headers?: Record<string, string[]>; body?: { content: Json } };
}

export function readPact(file = contractFile): Pact {
  return readJson(file, "run `npm run contract:write`");
}

/** The documented examples that an interaction refers to. */
export function referencedExamples({ comments }: PactInteraction): string[] {
  return Object.keys(comments?.references?.["openapi.yaml"] ?? {});
}

/** The example of the response among them: its id has a status, where a request's has "request". */
export function responseExample(interaction: PactInteraction): string | undefined {
  return referencedExamples(interaction).find((id) => id.split(" ")[1] !== "request");
}
