import { type Description, escapeSegment, isObject, type Json, type JsonObject } from "./description.js";

/**
 * How hard a value is judged.
 *
 * - `described`: as `openapi.yaml` says; for what is sent.
 * - `strict`: the same, and undocumented properties are refused; for contract tests and the sandbox's answers.
 * - `tolerant`: undocumented properties, values outside an enumeration and other spellings of a string pass, a missing
 *   required property or a wrong type does not; for what the service answers.
 */
export type Strength = "described" | "strict" | "tolerant";

const annotations = ["title", "description", "default", "example", "examples", "deprecated"];
const textual = ["pattern", "minLength", "maxLength"];
const numeric = ["minimum", "maximum"];
const understood = new Set([
  ...annotations,
  ...textual,
  ...numeric,
  ...["type", "format", "enum", "required", "properties", "additionalProperties", "items"],
  ...["oneOf", "anyOf", "discriminator"],
]);

/**
 * A schema of the description as plain JSON Schema of one strength, every `$ref` written out.
 *
 * @throws an `Error` with file, line and pointer for a keyword that is not understood: a keyword that is silently
 * dropped would be a promise of the documents that nothing checks.
 */
export function schemaOf(description: Description, reference: string, strength: Strength): JsonObject {
  const { value: schema, pointer } = description.at(reference);
  const at = (...segments: string[]) =>
    schemaOf(description, [pointer, ...segments.map(escapeSegment)].join("/"), strength);
  const fail = (reason: string): never => {
    throw new Error(`${description.where(pointer)}: ${reason}`);
  };
  const written = description.find(reference) as JsonObject;
  const besides = "$ref" in written ? Object.keys(written).filter((keyword) => !annotations.includes(keyword)) : [];
  if (besides.length > 1) fail(`beside "$ref" nothing but a description is understood, not ${besides.join(", ")}`);
  for (const keyword of Object.keys(schema)) {
    if (!understood.has(keyword)) fail(`the generator does not understand the keyword "${keyword}"`);
  }
  if (schema.format && !schema.pattern) fail('a "format" is checked by the "pattern" beside it, and there is none');
  if (schema.discriminator) return union(description, pointer, strength);
  if (schema.oneOf) fail('"oneOf" is understood with a "discriminator" only');
  if (Array.isArray(schema.anyOf)) return { anyOf: schema.anyOf.map((_, index) => at("anyOf", String(index))) };

  const result: JsonObject = { type: schema.type ?? fail('"type" is missing') };
  const kept = strength === "tolerant" ? [] : ["enum", ...textual, ...numeric];
  for (const keyword of ["required", ...kept]) {
    if (schema[keyword] !== undefined) result[keyword] = schema[keyword];
  }
  if (schema.items) result.items = at("items");
  if (isObject(schema.properties)) {
    const properties = Object.entries(schema.properties)
      .filter(([, property]) => property !== false || strength !== "tolerant")
      .map(([name, property]) => [name, property === false ? false : at("properties", name)]);
    result.properties = Object.fromEntries(properties) as JsonObject;
  }
  if (strength === "described" && schema.additionalProperties === false) result.additionalProperties = false;
  if (strength === "strict" && schema.type === "object") {
    result.additionalProperties = schema.additionalProperties ?? false;
  }
  return result;
}

/** A union told apart by one property becomes "if it is this value, then that branch": its errors name what is wrong. */
function union(description: Description, pointer: string, strength: Strength): JsonObject {
  const { discriminator, oneOf } = description.at(pointer).value;
  const { propertyName, mapping } = discriminator as { propertyName: string; mapping: Record<string, string> };
  const branches = new Map<string, string[]>();
  for (const [value, branch] of Object.entries(mapping ?? {})) {
    branches.set(branch, [...(branches.get(branch) ?? []), value]);
  }
  const listed = (oneOf as JsonObject[]).map((branch) => branch.$ref);
  if (listed.length !== branches.size || !listed.every((branch) => branches.has(String(branch)))) {
    throw new Error(`${description.where(pointer)}: the mapping of the discriminator and "oneOf" name other schemas`);
  }
  const conditions = [...branches].map(([branch, values]): Json => {
    const tag = description.at(`${branch}/properties/${escapeSegment(propertyName)}`);
    if (JSON.stringify(tag.value.enum) !== JSON.stringify(values)) {
      throw new Error(`${description.where(tag.pointer)}: the mapping says ${values.join(", ")}`);
    }
    return {
      if: { properties: { [propertyName]: { enum: values } } },
      // biome-ignore lint/suspicious/noThenProperty: "then" is JSON Schema's own word.
      then: schemaOf(description, branch, strength),
    };
  });
  const tag = strength === "tolerant" ? { type: "string" } : { type: "string", enum: Object.keys(mapping) };
  return { type: "object", required: [propertyName], properties: { [propertyName]: tag }, allOf: conditions };
}
