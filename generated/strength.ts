import { type Description, escapeSegment, isObject, type JsonObject } from "./description.js";

/** What is appended to a schema's name. */
const suffixes = { described: "", strict: "Strict", tolerant: "Tolerant" } as const;

/**
 * How hard a value is judged.
 *
 * - `described`: as `openapi.yaml` says; for what is sent.
 * - `strict`: the same, and undocumented properties are refused; for contract tests and the sandbox's answers.
 * - `tolerant`: undocumented properties, values outside an enumeration and other spellings of a string pass, a missing
 *   required property or a wrong type does not; for what the service answers.
 */
export type Strength = keyof typeof suffixes;

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

/** The schemas of the description as plain JSON Schema, by name and strength: `Qualification`, `QualificationStrict`. */
export class Schemas {
  readonly byName: Record<string, JsonObject> = {};
  readonly #description: Description;

  constructor(description: Description) {
    this.#description = description;
  }

  /** A reference to a named schema of one strength, which is added with all that it refers to. */
  named(reference: string, strength: Strength): { $ref: string } {
    const { pointer } = this.#description.at(reference);
    const component = /^#\/components\/schemas\/(\w+)$/.exec(pointer)?.[1];
    if (!component) throw new Error(`${this.#description.where(reference)}: this schema must be a named one`);
    const name = component + suffixes[strength];
    if (!(name in this.byName)) {
      this.byName[name] = {};
      this.byName[name] = this.schema(pointer, strength);
    }
    return { $ref: name };
  }

  /** The properties a schema describes, at any depth, each with the values of its enumeration; none, where it has none. */
  known(reference: string): Record<string, string[]> {
    const { value: schema, pointer } = this.#description.at(reference);
    const below = (name: string) => (name in schema ? [`${pointer}/${name}`] : []);
    const parts = Array.isArray(schema.oneOf)
      ? schema.oneOf.map((_, index) => `${pointer}/oneOf/${index}`)
      : below("items");
    const known: Record<string, string[]> = {};
    const add = (name: string, values: string[]) => {
      known[name] = [...new Set([...(known[name] ?? []), ...values])];
    };
    for (const part of parts) for (const [name, values] of Object.entries(this.known(part))) add(name, values);
    for (const [name, property] of Object.entries(isObject(schema.properties) ? schema.properties : {})) {
      if (property === false) continue;
      const { value } = this.#description.at(`${pointer}/properties/${escapeSegment(name)}`);
      add(name, (value.enum as string[] | undefined) ?? []);
    }
    return known;
  }

  /** A reference to a schema of our own, or to one that says the same. */
  shared(name: string, schema: JsonObject): { $ref: string } {
    const text = JSON.stringify(schema);
    const [same] = Object.entries(this.byName).find(([, known]) => JSON.stringify(known) === text) ?? [name];
    this.byName[same] = schema;
    return { $ref: same };
  }

  /**
   * @throws Error with file, line and pointer for a keyword that is not understood: a keyword that is silently dropped
   * would be a promise of the documents that nothing checks.
   */
  schema(reference: string, strength: Strength): JsonObject {
    const description = this.#description;
    const { value: schema, pointer } = description.at(reference);
    const at = (...segments: string[]) => this.#part([pointer, ...segments.map(escapeSegment)].join("/"), strength);
    const fail = (reason: string): never => {
      throw new Error(`${description.where(pointer)}: ${reason}`);
    };
    for (const keyword of Object.keys(schema)) {
      if (!understood.has(keyword)) fail(`the generator does not understand the keyword "${keyword}"`);
    }
    const union = schema.anyOf ? "anyOf" : schema.oneOf ? "oneOf" : undefined;
    const allowed = [...annotations, "anyOf", "oneOf", "discriminator"];
    const beside = Object.keys(schema).find((keyword) => union && !allowed.includes(keyword));
    if (beside) fail(`the keyword "${beside}" is not understood beside "${union}"`);
    if (isObject(schema.additionalProperties)) fail('"additionalProperties" is understood as true or false only');
    if (schema.format && !schema.pattern) fail('a "format" is checked by the "pattern" beside it, and there is none');
    if (schema.discriminator) return this.#union(pointer, strength);
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

  /** A part of a schema: a named object, list or union stays a reference, which keeps the validators small. */
  #part(pointer: string, strength: Strength): JsonObject {
    const written = this.#description.find(pointer);
    if (!isObject(written) || !("$ref" in written)) return this.schema(pointer, strength);
    const others = Object.keys(written).filter((keyword) => keyword !== "$ref" && !annotations.includes(keyword));
    if (others.length > 0) {
      const place = this.#description.where(pointer);
      throw new Error(`${place}: beside "$ref" nothing but a description is understood, not ${others.join(", ")}`);
    }
    const { type } = this.#description.at(pointer).value;
    return type === undefined || type === "object" || type === "array"
      ? this.named(pointer, strength)
      : this.schema(pointer, strength);
  }

  /** A union told apart by a property becomes "if it is this value, then that branch": its errors name what is wrong. */
  #union(pointer: string, strength: Strength): JsonObject {
    const description = this.#description;
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
    for (const [branch, values] of branches) {
      const tag = description.at(`${branch}/properties/${escapeSegment(propertyName)}`);
      if (JSON.stringify(tag.value.enum) !== JSON.stringify(values)) {
        throw new Error(`${description.where(tag.pointer)}: the mapping says ${values.join(", ")}`);
      }
    }
    const tagged = { type: "object", required: [propertyName] };
    if (strength !== "tolerant") {
      const oneOf = [...branches.keys()].map((branch) => this.schema(branch, strength));
      return { ...tagged, discriminator: { propertyName }, oneOf };
    }
    const conditions = [...branches].flatMap(([branch, values]) => {
      const { required, properties } = this.schema(branch, strength) as { required: string[]; properties: JsonObject };
      const others = required.filter((name) => name !== propertyName);
      const rest = { type: "object", required: others, properties: { ...properties, [propertyName]: true } };
      // biome-ignore lint/suspicious/noThenProperty: "then" is JSON Schema's own word.
      return others.length > 0 ? [{ if: { properties: { [propertyName]: { enum: values } } }, then: rest }] : [];
    });
    const known = { ...tagged, properties: { [propertyName]: { type: "string" } } };
    return conditions.length > 0 ? { ...known, allOf: conditions } : known;
  }
}
