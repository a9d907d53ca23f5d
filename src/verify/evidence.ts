import type { Finding } from "./finding.js";

/**
 * What a provider responded with, reduced to shapes: no id and no free text. By operation and status, the names of the
 * headers, and of each property its types and, if it has an enumeration, its words.
 */
export interface Evidence {
  version: 1;
  responses: Record<string, ResponseShape>;
}

export interface ResponseShape {
  headers: string[];
  properties: Record<string, { types: string[]; words?: string[] }>;
}

/** The properties whose values are words of an enumeration. */
const enumerated = ["qualification", "vettingStatus"];

/** These depend on the connection and on proxies, and say nothing of the service. */
const transport =
  /^(age|connection|content-(encoding|length)|date|keep-alive|server|strict-transport-security|transfer-encoding|vary|via|x-.*|request-context|set-cookie|cache-control|alt-svc|cf-.*)$/;

export class EvidenceRecorder {
  readonly evidence: Evidence = { version: 1, responses: {} };

  record(operation: string, status: number, headers: Headers, body: unknown): void {
    const key = `${operation} ${status}`;
    this.evidence.responses[key] ??= { headers: [], properties: {} };
    const shape = this.evidence.responses[key];
    const names = [...headers.keys()].filter((name) => !transport.test(name));
    shape.headers = [...new Set([...shape.headers, ...names])].sort();
    describe(shape, "", body);
  }
}

function describe({ properties }: ResponseShape, path: string, value: unknown): void {
  const type = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  properties[path] ??= { types: [] };
  const property = properties[path];
  property.types = [...new Set([...property.types, type])].sort();
  const name = path.split(".").at(-1) ?? "";
  if (typeof value === "string" && enumerated.includes(name) && /^[A-Za-z]{1,64}$/.test(value)) {
    property.words = [...new Set([...(property.words ?? []), value])].sort();
  }
  if (Array.isArray(value)) for (const item of value) describe({ headers: [], properties }, `${path}[]`, item);
  else if (typeof value === "object" && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      // The name of a property could be an id.
      const named = /^[A-Za-z_][\w.]{0,63}$/.test(key) ? key : "(other)";
      describe({ headers: [], properties }, `${path}.${named}`, part);
    }
  }
}

/** Each difference between two runs, for the operations and statuses that both have seen. */
export function compareEvidence(baseline: Evidence, evidence: Evidence): Finding[] {
  return Object.entries(baseline.responses).flatMap(([id, before]) => {
    const now = evidence.responses[id];
    if (!now) return [];
    const differences = (what: string, expected: readonly string[] = [], got: readonly string[] = []): Finding[] => {
      const [gained, lost] = [
        got.filter((one) => !expected.includes(one)),
        expected.filter((one) => !got.includes(one)),
      ];
      const message = [
        gained.length > 0 && `gained ${gained.join(", ")}`,
        lost.length > 0 && `lost ${lost.join(", ")}`,
      ];
      const text = message.filter(Boolean).join("; ");
      return text ? [{ id, check: "baseline", message: `${what}: ${text}`, expected, got }] : [];
    };
    const [old, names] = [Object.keys(before.properties), Object.keys(now.properties)];
    return [
      ...differences("headers", before.headers, now.headers),
      ...differences("properties", old, names),
      ...old
        .filter((name) => names.includes(name))
        .flatMap((name) => [
          ...differences(`types of ${name || "the body"}`, before.properties[name]?.types, now.properties[name]?.types),
          ...differences(`words of ${name}`, before.properties[name]?.words, now.properties[name]?.words),
        ]),
    ];
  });
}

/** @throws Error for what is not evidence of this version */
export function assertEvidence(value: unknown): asserts value is Evidence {
  const { version, responses } = Object(value) as Partial<Evidence>;
  if (version !== 1 || typeof responses !== "object" || responses === null) {
    throw new Error("must be a JSON document that --evidence wrote, of version 1");
  }
  for (const [id, shape] of Object.entries(responses)) {
    if (!Array.isArray(shape?.headers) || typeof shape?.properties !== "object")
      throw new Error(`"${id}" is not a shape`);
  }
}
