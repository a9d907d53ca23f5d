import { lineOf } from "./files.js";
import { type DescribedOperation, type Description, escapeSegment, type Json } from "./generate/description.js";
import { customerOf, type Interaction, interactions } from "./interactions.js";

/** One documented example of `openapi.yaml`, or one documented response without a body: a row of the matrix. */
export interface Example {
  /** Such as `getQualifications 200 Approved`, `createQualification request Education` or `getQualifications 404 NoBody`. */
  id: string;
  operation: DescribedOperation;
  /** The status of a response; undefined for a request. */
  status: number | undefined;
  /** Undefined for a response without a body. */
  value: Json | undefined;
  /** Its description, which names the source. */
  text: string;
  pointer: string;
  /** The headers described for this response, with their own example: name to value. */
  headers: Record<string, string>;
}

/** A response has no body if it has no `content`, or where an interaction is called `NoBody`. */
export function examplesOf(description: Description, contract: readonly Interaction[] = interactions): Example[] {
  const bodiless = new Set(contract.map(({ operation, response }) => `${operation} ${response}`));
  return description.operations().flatMap((operation) => {
    const { id, requestBody } = operation;
    const requests = (requestBody?.examples ?? []).map(({ name, ...example }): Example => {
      return { id: `${id} request ${name}`, operation, status: undefined, headers: {}, ...example };
    });
    const responses = operation.responses.flatMap(({ status, body, pointer, text, headers: named }): Example[] => {
      const headers = examplesOfHeaders(description, pointer, Object.keys(named));
      const documented = (body?.examples ?? []).map(({ name, ...example }): Example => {
        return { id: `${id} ${status} ${name}`, operation, status, headers, ...example };
      });
      const noBody = `${id} ${status} NoBody`;
      if (body && !bodiless.has(noBody)) return documented;
      // Beside examples with a body, one paragraph is about the response that has none.
      const paragraph = /^(?:Source:|\*Assumed:\*)(?:.|\n(?!\n))*empty body(?:.|\n(?!\n))*/m.exec(text)?.[0] ?? "";
      const example = { value: undefined, text: body ? paragraph : text, pointer, headers };
      return [...documented, { id: noBody, operation, status, ...example }];
    });
    return [...requests, ...responses];
  });
}

function examplesOfHeaders(description: Description, pointer: string, names: string[]): Record<string, string> {
  const examples = names.map((name) => {
    const { example } = description.at(`${pointer}/headers/${escapeSegment(name)}`).value;
    return [name, String(example)];
  });
  return Object.fromEntries(examples);
}

/**
 * What an interaction consists of.
 *
 * @throws Error with file, line and what to do if an example is not described, or no customer is in the state
 */
export function partsOf(
  interaction: Interaction,
  examples: readonly Example[],
): { request: Example | undefined; response: Example; customerId: string } {
  const { operation, request, response } = interaction;
  const find = (id: string) => {
    const example = examples.find((known) => known.id === id);
    if (example) return example;
    const place = lineOf("contracts/interactions.ts", `"${response}"`);
    const advice = `add it there under ${operation}, or keep this line in the tables of other operations only`;
    throw new Error(`${place}: openapi.yaml has no example "${id}": ${advice}`);
  };
  return {
    request: request === undefined ? undefined : find(`${operation} request ${request}`),
    response: find(`${operation} ${response}`),
    customerId: customerOf(interaction),
  };
}
