import { isDeepStrictEqual } from "node:util";
import facts from "../facts.json" with { type: "json" };
import { type Description, isObject, type Json, type JsonObject } from "../generate/description.js";
import type { Problem } from "../report.js";

/**
 * What `contracts/facts.json` says, written from Microsoft's pages and not from the description: operations, tokens,
 * parameters and which are required, statuses, media types, headers, servers. Examples alone do not see what is allowed
 * too much.
 */
export function checkFacts(description: Description): Problem[] {
  return differences(facts, factsOf(description), "");
}

/** How many facts there are. */
export const factCount = count(facts);

function factsOf(description: Description): JsonObject {
  const list = (pointer: string) => (description.find(pointer) as JsonObject[] | undefined) ?? [];
  const schemes = description.at("#/components/securitySchemes").value as Record<string, JsonObject>;
  return {
    servers: list("#/servers").map(({ url }) => url as string),
    securitySchemes: Object.fromEntries(
      Object.entries(schemes).map(([name, { type, scheme }]) => [name, `${type} ${scheme}`]),
    ),
    operations: Object.fromEntries(
      description.operations().map(({ id, method, path, pointer, parameters, requestBody, responses }) => [
        id,
        {
          method,
          path,
          security: list(`${pointer}/security`).flatMap((requirement) => Object.keys(requirement)),
          parameters: parameters.map(({ in: place, name, required }) => [place, name, required]),
          request: requestBody
            ? { type: requestBody.type, required: description.find(`${pointer}/requestBody/required`) === true }
            : null,
          responses: Object.fromEntries(
            responses.map(({ status, headers, pointer: place, body }) => {
              const named = Object.keys(headers).map((name) => {
                const { required } = description.at(`${place}/headers/${name}`).value;
                return required ? `${name}, required` : name;
              });
              return [status, { type: body.type, headers: named }];
            }),
          ),
        },
      ]),
    ),
  };
}

/** Where two values differ, as deep as both are objects. */
function differences(expected: Json, got: Json | undefined, place: string): Problem[] {
  if (isObject(expected) && isObject(got)) {
    const names = [...new Set([...Object.keys(expected), ...Object.keys(got)])];
    return names.flatMap((name) => differences(expected[name] ?? null, got[name], `${place}/${name}`));
  }
  if (isDeepStrictEqual(expected, got ?? null)) return [];
  return [{ message: `the description says otherwise than the documents at ${place}`, expected, got }];
}

function count(value: Json): number {
  if (isObject(value)) return Object.values(value).reduce<number>((sum, part) => sum + count(part), 0);
  return Array.isArray(value) ? value.length : 1;
}
