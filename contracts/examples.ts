import {
  type DescribedOperation,
  type Description,
  escapeSegment,
  type Json,
  type JsonObject,
  type MediaType,
} from "./generate/description.js";

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
    const requests = operation.requestBody ? of("request", operation.requestBody) : [];
    const responses = operation.responses.flatMap(({ status, body, pointer, headers: named }): Example[] => {
      const headers = describedHeaders(description, pointer, named);
      if (body) return of(String(status), body, headers);
      const text = String(description.at(pointer).value.description ?? "");
      return [{ id: `${operation.id} ${status} NoBody`, operation, status, value: undefined, text, pointer, headers }];
    });
    return [...requests, ...responses];
  });
}

function describedHeaders(description: Description, pointer: string, headers: JsonObject): Record<string, string> {
  const examples = Object.keys(headers).map((name) => {
    const { example } = description.at(`${pointer}/headers/${escapeSegment(name)}`).value;
    return [name, String(example)];
  });
  return Object.fromEntries(examples);
}
