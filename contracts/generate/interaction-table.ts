import type { DocumentedInteraction } from "../../generated/interactions.js";
import { type Example, partsOf } from "../examples.js";
import type { Interaction } from "../interactions.js";

/** The interactions as `verify` takes them; and what is wrong with the others, with file, line and what to do. */
export function documented(
  interactions: readonly Interaction[],
  examples: readonly Example[],
): { rows: DocumentedInteraction[]; problems: string[] } {
  const [rows, problems]: [DocumentedInteraction[], string[]] = [[], []];
  for (const interaction of interactions) {
    try {
      const { request, response, customerId } = partsOf(interaction, examples);
      const { id, status = 0, value, text, pointer } = response;
      rows.push({
        ...{ id, operation: interaction.operation, state: interaction.state, customerId },
        ...(request ? { request: request.value } : {}),
        ...{ status, headers: response.headers },
        ...(value === undefined ? {} : { body: value }),
        ...{ source: text.split("\n").join(" ").trim(), example: pointer },
      });
    } catch (failure) {
      problems.push((failure as Error).message);
    }
  }
  return { rows, problems };
}

/** The documented interactions as data, with the place of each in `openapi.yaml`: `verify` reads no YAML. */
export function interactionTable(rows: readonly DocumentedInteraction[]): string {
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
  /** The described headers of the response, with their examples. */
  readonly headers: Readonly<Record<string, string>>;
  /** Absent if the response has no body. */
  readonly body?: unknown;
  /** What the description says of the source of the example. */
  readonly source: string;
  /** The example, or the response if it has no body, in \`openapi.yaml\`, as a JSON pointer. */
  readonly example: string;
}

export const documentedInteractions: readonly DocumentedInteraction[] = ${JSON.stringify(rows, null, 2)};
`;
}
