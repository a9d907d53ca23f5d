import { type Description, escapeSegment, isObject, type JsonObject } from "./description.js";

/** What is appended to a schema's name. */
const suffixes = { request: "", strict: "Strict", lenient: "Lenient" } as const;

/**
 * How a value is validated.
 *
 * - `request`: as `openapi.yaml` says; for what is sent.
 * - `strict`: the same, and undocumented properties are refused; for the contract and the sandbox.
 * - `lenient`: for what the service sends. Undocumented properties, enumeration values and string formats pass, and so
 *   do `null` or absence of everything but the `essential` properties. A union becomes one flat object.
 */
export type Mode = keyof typeof suffixes;

/** What a response must have: which qualification it is, and the validation code that a partner requested. */
const essential = ["qualification", "validationId"];
/**
 * Microsoft's table on validation codes says `int` where its example has a string. A larger number has lost digits when
 * it was parsed.
 */
const numbersForStrings: Record<string, JsonObject> = {
  validationId: { type: ["string", "integer"], maximum: Number.MAX_SAFE_INTEGER },
};

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

/** The schemas of the description as plain JSON Schema, by name and mode: `Qualification`, `QualificationStrict`. */
export class Schemas {
  readonly byName: Record<string, JsonObject> = {};
  readonly #description: Description;

  constructor(description: Description) {
    this.#description = description;
  }

  /** A reference to a named schema in one mode, which is added with all that it refers to. */
  named(reference: string, mode: Mode): { $ref: string } {
    const { pointer } = this.#description.at(reference);
    const component = /^#\/components\/schemas\/(\w+)$/.exec(pointer)?.[1];
    if (!component) throw new Error(`${this.#description.where(reference)}: this schema must be a named one`);
    const name = component + suffixes[mode];
    if (!(name in this.byName)) {
      this.byName[name] = {};
      this.byName[name] = this.schema(pointer, mode);
    }
    return { $ref: name };
  }

  /** What is documented of the objects in a response, and the name of their schema. */
  documented(reference: string): { name: string; documented: JsonObject } {
    const { value: schema, pointer } = this.#description.at(reference);
    if (schema.items) return this.documented(`${pointer}/items`);
    const { propertyName, mapping } = Object(schema.discriminator);
    const branches: [string, string][] = propertyName ? Object.entries(mapping) : [["", pointer]];
    const variants: JsonObject = {};
    const enums: Record<string, string[]> = {};
    const integers = new Set<string>();
    for (const [value, branch] of branches) {
      const { value: object, pointer: place } = this.#description.at(branch);
      const required = (object.required ?? []) as string[];
      const names = Object.keys(object.properties as JsonObject);
      variants[value] = { required, optional: names.filter((name) => !required.includes(name)) };
      for (const name of names) {
        const { type, enum: values } = this.#description.at(`${place}/properties/${escapeSegment(name)}`).value;
        if (values) enums[name] = [...new Set([...(enums[name] ?? []), ...(values as string[])])];
        if ([type].flat().includes("integer")) integers.add(name);
      }
    }
    const documented = { variants, enums, integers: [...integers] };
    return {
      name: pointer.split("/").at(-1) ?? "",
      documented: propertyName ? { discriminator: propertyName, ...documented } : documented,
    };
  }

  /** A reference to a schema of our own, or to one that says the same. */
  shared(name: string, schema: JsonObject): { $ref: string } {
    const text = JSON.stringify(schema);
    const [same] = Object.entries(this.byName).find(([, known]) => JSON.stringify(known) === text) ?? [name];
    this.byName[same] = schema;
    return { $ref: same };
  }

  /**
   * @throws Error with file, line and pointer for an unsupported keyword: one that is silently dropped would be a part of
   * the contract that nothing checks.
   */
  schema(reference: string, mode: Mode): JsonObject {
    const description = this.#description;
    const { value: schema, pointer } = description.at(reference);
    const at = (...segments: string[]) => this.#part([pointer, ...segments.map(escapeSegment)].join("/"), mode);
    const fail = (reason: string): never => {
      throw new Error(`${description.where(pointer)}: ${reason}`);
    };
    for (const keyword of Object.keys(schema)) {
      if (!understood.has(keyword)) fail(`unsupported keyword "${keyword}"`);
    }
    const union = schema.anyOf ? "anyOf" : schema.oneOf ? "oneOf" : undefined;
    const allowed = [...annotations, "anyOf", "oneOf", "discriminator"];
    const beside = Object.keys(schema).find((keyword) => union && !allowed.includes(keyword));
    if (beside) fail(`the keyword "${beside}" is not supported beside "${union}"`);
    if (isObject(schema.additionalProperties)) fail('"additionalProperties" must be true or false');
    if (schema.format && !schema.pattern) fail('a "format" is checked by the "pattern" beside it, and there is none');
    if (schema.discriminator) return this.#union(pointer, mode);
    if (schema.oneOf) fail('"oneOf" needs a "discriminator"');
    if (Array.isArray(schema.anyOf)) return { anyOf: schema.anyOf.map((_, index) => at("anyOf", String(index))) };

    const result: JsonObject = { type: schema.type ?? fail('"type" is missing') };
    if (schema.items) result.items = at("items");
    if (mode === "lenient") return isObject(schema.properties) ? this.#lenientObject([pointer]) : result;
    for (const keyword of ["required", "enum", ...textual, ...numeric]) {
      if (schema[keyword] !== undefined) result[keyword] = schema[keyword];
    }
    if (isObject(schema.properties)) {
      const properties = Object.keys(schema.properties).map((name) => [name, at("properties", name)]);
      result.properties = Object.fromEntries(properties) as JsonObject;
    }
    if (mode === "request" && schema.additionalProperties === false) result.additionalProperties = false;
    if (mode === "strict" && schema.type === "object") {
      result.additionalProperties = schema.additionalProperties ?? false;
    }
    return result;
  }

  /** The properties of one object, or of all branches of a union, in one. */
  #lenientObject(pointers: string[]): JsonObject {
    const properties: JsonObject = {};
    for (const pointer of pointers) {
      for (const [name, written] of Object.entries(this.#description.at(`${pointer}/properties`).value)) {
        const place = `${pointer}/properties/${escapeSegment(name)}`;
        const { description } = { ...this.#description.at(place).value, ...(written as JsonObject) };
        const property = numbersForStrings[name] ?? this.#part(place, "lenient");
        const passed = essential.includes(name) ? property : nullable(property);
        properties[name] ??= { ...(description ? { description } : {}), ...passed };
      }
    }
    const required = Object.keys(properties).filter((name) => essential.includes(name));
    return { type: "object", required, properties };
  }

  /** A part of a schema: a named object, list or union stays a reference, which keeps the validators small. */
  #part(pointer: string, mode: Mode): JsonObject {
    const written = this.#description.find(pointer);
    if (!isObject(written) || !("$ref" in written)) return this.schema(pointer, mode);
    const others = Object.keys(written).filter((keyword) => keyword !== "$ref" && !annotations.includes(keyword));
    if (others.length > 0) {
      const place = this.#description.where(pointer);
      throw new Error(`${place}: beside "$ref" only a description is supported, not ${others.join(", ")}`);
    }
    const { type } = this.#description.at(pointer).value;
    return type === undefined || type === "object" || type === "array"
      ? this.named(pointer, mode)
      : this.schema(pointer, mode);
  }

  /** A union with a discriminator: ajv validates the branch that it names, and no other. */
  #union(pointer: string, mode: Mode): JsonObject {
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
    if (mode === "lenient") return this.#lenientObject([...branches.keys()]);
    const variants = [...branches.keys()].map((branch) => this.schema(branch, mode));
    return { type: "object", required: [propertyName], discriminator: { propertyName }, oneOf: variants };
  }
}

function nullable(schema: JsonObject): JsonObject {
  if (schema.type === undefined) return { anyOf: [schema, { type: "null" }] };
  return { ...schema, type: [...new Set([schema.type, "null"].flat())] as string[] };
}
