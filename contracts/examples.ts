import {
  type DescribedOperation,
  type Description,
  escapeSegment,
  isObject,
  type Json,
  type JsonObject,
  type MediaType,
} from "./generate/description.js";

/** One documented example of `openapi.yaml`: a row of the matrix. */
export interface Example {
  /** Such as `getQualifications 200 Approved`, or `createQualification request Education`. */
  id: string;
  operation: DescribedOperation;
  /** The status it answers with; undefined for a request. */
  status: number | undefined;
  value: Json;
  /** Where it comes from, and what was mended. */
  text: string;
  pointer: string;
  /** The headers described for this answer, with their own example: name to value. */
  headers: Record<string, string>;
}

export function examplesOf(description: Description): Example[] {
  return description.operations().flatMap((operation) => {
    const of = (part: string, body: MediaType, headers: Record<string, string> = {}): Example[] =>
      Object.entries(body.examples).map(([name, example]) => ({
        id: `${operation.id} ${part} ${name}`,
        operation,
        status: part === "request" ? undefined : Number(part),
        value: (example as JsonObject).value as Json,
        text: String((example as JsonObject).description ?? ""),
        pointer: `${body.pointer}/examples/${escapeSegment(name)}`,
        headers,
      }));
    return [
      ...(operation.requestBody ? of("request", operation.requestBody) : []),
      ...operation.responses.flatMap(({ status, body, headers }) =>
        of(String(status), body, describedHeaders(description, headers)),
      ),
    ];
  });
}

function describedHeaders(description: Description, headers: JsonObject): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, header]) => {
      const { example } = isObject(header) && typeof header.$ref === "string" ? description.at(header.$ref).value : {};
      return [name, String(example)];
    }),
  );
}
