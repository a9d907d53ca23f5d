import type { Check } from "../context.js";
import { readFacts } from "../documents.js";
import { differences, failed, summary } from "../finding.js";
import { type Description, isObject, type Json, type JsonObject } from "../generate/description.js";

/**
 * The description says what `documents/facts.json` says, which is written from Microsoft's pages and not from the
 * description: operations, tokens, parameters, statuses, media types, headers, servers. Examples alone do not see that too
 * much is allowed.
 */
export const facts: Check = async ({ description, documents }) => {
  const file = `${documents}/facts.json`;
  const documented = readFacts(file);
  const places = new Map<string, string[]>();
  for (const line of differences(documented, factsOf(description))) {
    const [, place = "", difference = ""] = /^(?:(.*?): )?(expected .*)$/s.exec(line) ?? [];
    places.set(difference, [...(places.get(difference) ?? []), place]);
  }
  const advice = "correct the one that differs from Microsoft's page";
  const found = [...places].map(([difference, at]) =>
    failed([`${description.file} differs from ${file}, ${difference}: ${advice}`, ...at].join("\n  at ")),
  );
  return [summary(`${count(documented)} facts of the documentation`), ...found];
};

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
              return [status, { type: body?.type ?? null, headers: named }];
            }),
          ),
        },
      ]),
    ),
  };
}

function count(value: Json): number {
  if (isObject(value)) return Object.values(value).reduce<number>((sum, part) => sum + count(part), 0);
  return Array.isArray(value) ? value.length : 1;
}
