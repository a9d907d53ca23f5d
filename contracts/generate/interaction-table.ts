import { examplesOf } from "../examples.js";
import { customerOf, type Interaction, states } from "../interactions.js";
import type { Description, Json } from "./description.js";

/** The documented interactions as data, with the place of each in `openapi.yaml`: `verify` reads no YAML. */
export function interactionTable(description: Description, interactions: readonly Interaction[]): string {
  const examples = new Map(examplesOf(description).map((example) => [example.id, example]));
  const rows = interactions.flatMap((interaction) => {
    const { operation, request, response, state } = interaction;
    const id = `${operation} ${response}`;
    const example = examples.get(id);
    const body = examples.get(`${operation} request ${request}`);
    // `npm run contract` says which example or state is missing, and where.
    if (!example || (request !== undefined && !body) || !(state in states)) return [];
    return {
      ...{ id, operation, state, customerId: customerOf(interaction) },
      ...(body ? { request: body.value } : {}),
      ...{ status: example.status, headers: Object.keys(example.headers), body: example.value as Json },
      source: example.text.split("\n").join(" ").trim(),
      line: description.lineOf(example.pointer),
    };
  });
  return `import type { OperationId } from "./operations.js";

/** One documented exchange: in a state of the provider, a request gets a response. */
export interface DocumentedInteraction {
  /** Operation, status and name of the example in \`openapi.yaml\`. */
  readonly id: string;
  readonly operation: OperationId;
  readonly state: string;
  /** The customer that is in this state in the sandbox; \`all\` if the state is the partner's. */
  readonly customerId: string;
  /** The body that is sent. */
  readonly request?: unknown;
  readonly status: number;
  /** The described headers of the response. */
  readonly headers: readonly string[];
  /** Absent if the response has no body. */
  readonly body?: unknown;
  /** What the description says of the source of the example. */
  readonly source: string;
  /** Its line in \`openapi.yaml\`. */
  readonly line: number;
}

export const interactions: readonly DocumentedInteraction[] = ${JSON.stringify(rows, null, 2)};
`;
}
