/**
 * `npm run generate` writes `generated/` from `openapi.yaml`, and the interactions from `interactions.ts` and
 * `src/sandbox/cases.ts`. It imports nothing generated, so that it can replace what is broken there.
 */
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Ajv } from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";
import openapiTypescript, { astToString } from "openapi-typescript";
import { examplesOf } from "../examples.js";
import { hasContent, writeChanged } from "../files.js";
import { interactions } from "../interactions.js";
import { type DescribedOperation, Description, type JsonObject } from "./description.js";
import { exampleModule } from "./example-module.js";
import { documented, interactionTable } from "./interaction-table.js";
import { Schemas } from "./schemas.js";

const header = "// Written by `npm run contract:write`. Do not edit.\n";

/** The text of every generated file, by name. The same description gives the same bytes. */
export async function generate(description: Description): Promise<Record<string, string>> {
  const operations = description.operations();
  const examples = examplesOf(description);
  const requests = new Schemas(description);
  const lenient = new Schemas(description);
  const strict = new Schemas(description);
  // Our own first: its errors have file and line.
  const table = operationTable(description, operations, requests, lenient);
  const responses = responseTable(operations, strict, description);
  return {
    "api.ts": await typesModule(description.root),
    "lenient.ts": await typesModule(lenientDescription(description, operations, lenient)),
    // The client carries these everywhere, and has sentences of its own.
    "validators.ts": validatorModule({ ...requests.byName, ...lenient.byName }, { messages: false }),
    "operations.ts": header + table,
    "strict.ts": validatorModule(strict.byName, { messages: true }),
    "responses.ts": header + responses,
    "examples.ts": header + exampleModule(examples),
    "interactions.ts": header + interactionTable(documented(interactions, examples).rows),
  };
}

async function typesModule(description: JsonObject): Promise<string> {
  return header + astToString(await openapiTypescript(structuredClone(description) as never));
}

/**
 * The description with successful responses as the lenient validators let them pass, and with failures as openapi-fetch
 * returns them: in a described format, as other text, or without a body, which becomes `{}`.
 */
function lenientDescription(description: Description, operations: DescribedOperation[], lenient: Schemas): JsonObject {
  const copy = new Description(description.file, JSON.stringify(description.root));
  const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const bodies = operations.flatMap(({ responses }) => responses);
  for (const { status, body } of bodies) {
    if (!body) continue;
    const { pointer } = body;
    copy.at(pointer).value.schema =
      status < 300
        ? reference(lenient.named(`${pointer}/schema`, "lenient").$ref)
        : { anyOf: [body.schema, { type: "string" }, { type: "object", additionalProperties: false }] };
  }
  const named = JSON.stringify(lenient.byName, (key, value) => {
    if (key === "$ref") return reference(value).$ref;
    // The client turns a number that is a validation code into a string.
    return key === "type" && value.includes("string") && value.includes("integer") ? "string" : value;
  });
  Object.assign(copy.at("#/components/schemas").value, JSON.parse(named));
  return copy.root;
}

/** The generated files in `folder` that do not say what the description says. */
export function stale(files: Record<string, string>, folder = "generated"): string[] {
  return Object.keys(files).filter((name) => !hasContent(join(folder, name), files[name]));
}

function validatorModule(schemas: Record<string, JsonObject>, options: { messages: boolean }): string {
  const ajv = new Ajv({
    ...options,
    code: { source: true, esm: true, lines: true },
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    discriminator: true,
    inlineRefs: false,
    validateFormats: false,
    // Counting code points would leave a `require` in the output; no limit here depends on it.
    unicode: false,
    // It only says that `unicode: false` is deprecated; what `strict` finds is thrown.
    logger: false,
  });
  for (const [name, schema] of Object.entries(schemas)) ajv.addSchema(schema, name);
  const names = Object.fromEntries(Object.keys(schemas).map((name) => [name, name]));
  // What nothing here reads: where in a schema an error comes from, and what contains the value.
  const code = withoutSchemas(standaloneCode.default(ajv, names))
    .replaceAll(/schemaPath:"[^"]*",/g, "")
    .replaceAll(", parentData, parentDataProperty, rootData=data}={}", "}={}")
    .replaceAll(/,parentData(:data)?,parentDataProperty(:\w+)?,rootData}/g, "}");
  const forbidden = /\brequire\s*\(|\bimport\b|\beval\b|new Function/.exec(code);
  if (forbidden) throw new Error(`the validators would need "${forbidden[0]}" at run time`);
  return `${header}// @ts-nocheck\n${code}`;
}

/** ajv writes whole schemas into its code to name a few of their values, which this puts in their place. */
function withoutSchemas(code: string): string {
  const constant = /^const (schema\d+) = (.*);\n/gm;
  const schemas = new Map([...code.matchAll(constant)].map(([, name, text = ""]) => [name, JSON.parse(text)]));
  return code
    .replaceAll(constant, "")
    .replaceAll(/(schema\d+)((?:\.\w+|\["?[^\]]+\])+)/g, (_, name: string, path: string) => {
      const keys = [...path.matchAll(/[^.[\]"]+/g)].map(([key]) => key);
      return JSON.stringify(keys.reduce((value, key) => value[key], schemas.get(name)));
    });
}

/** A reference to the schema of an operation's parameters in one place; undefined if it has none there. */
function parametersSchema(schemas: Schemas, { id, parameters }: DescribedOperation, place: string) {
  const placed = parameters.filter((parameter) => parameter.in === place);
  if (placed.length === 0) return undefined;
  const properties = placed.map(({ name, pointer }) => [name, schemas.schema(pointer, "request")]);
  const required = placed.filter((parameter) => parameter.required).map(({ name }) => name);
  const schema = { type: "object", required, properties: Object.fromEntries(properties), additionalProperties: false };
  return schemas.shared(`${id}_${place}`, schema);
}

/** References to the schemas of each part of a request. */
function requestSchemas(schemas: Schemas, operation: DescribedOperation): Record<string, { $ref: string }> {
  const { requestBody } = operation;
  const parts = {
    path: parametersSchema(schemas, operation, "path"),
    header: parametersSchema(schemas, operation, "header"),
    body: requestBody && schemas.named(`${requestBody.pointer}/schema`, "request"),
  };
  return Object.fromEntries(Object.entries(parts).flatMap(([part, schema]) => (schema ? [[part, schema]] : [])));
}

function operationTable(
  description: Description,
  operations: DescribedOperation[],
  requests: Schemas,
  lenient: Schemas,
): string {
  const tables: Record<string, JsonObject> = {};
  const rows = operations.map((operation) => {
    const success = operation.responses.find(({ status }) => status < 300);
    if (!success) throw new Error(`${operation.id} has no response below 300`);
    if (!success.body)
      throw new Error(`${description.where(success.pointer)}: a success without a body is not supported`);
    const parts = Object.entries(requestSchemas(requests, operation)).map(
      ([part, { $ref }]) => `      ${part}: validators.${$ref} as Validate,\n`,
    );
    const schema = `${success.body.pointer}/schema`;
    const response = lenient.named(schema, "lenient").$ref;
    const { name, documented } = lenient.documented(schema);
    tables[name] = documented;
    return `  ${operation.id}: {
    id: "${operation.id}",
    method: "${operation.method}",
    path: "${operation.path}",
    headers: ${JSON.stringify(operation.parameters.filter(({ in: place }) => place === "header").map(({ name }) => name))},
    request: {
${parts.join("")}    },
    response: validators.${response} as Validate,
    documented: documented.${name},
  },\n`;
  });
  return `import * as validators from "./validators.js";

/** An error of a validator: where (a JSON pointer), by which keyword, and what would have been right. */
export interface ValidationError {
  instancePath: string;
  keyword: string;
  message?: string;
  params: Record<string, unknown>;
}

/** Returns whether a value is valid; if not, \`errors\` says why until the next call. */
export interface Validate {
  (value: unknown): boolean;
  errors?: ValidationError[] | null;
}

/** What is documented of the objects in a response. */
export interface Documented {
  readonly discriminator?: string;
  /** The properties of each variant, by the value of the discriminator; "" if there is none. */
  readonly variants: Readonly<Record<string, { readonly required: readonly string[]; readonly optional: readonly string[] }>>;
  /** The values of the properties that have an enumeration. */
  readonly enums: Readonly<Record<string, readonly string[]>>;
  /** The properties that are an integer or null; all others are strings. */
  readonly integers: readonly string[];
}

/** One row for each operation: how it is called, and what validates its request and its successful response. */
export interface Operation {
  readonly id: OperationId;
  readonly method: "GET" | "POST";
  /** The template: a customer's id never stands in it. */
  readonly path: string;
  /** The described headers of a request. */
  readonly headers: readonly string[];
  /** Validate the parts of a request before it is sent; a part without a validator must be absent. */
  readonly request: Readonly<Partial<Record<"path" | "header" | "body", Validate>>>;
  /** Validates a successful response leniently. */
  readonly response: Validate;
  /** What is documented of the objects in a successful response. */
  readonly documented: Documented;
}

export type OperationId = ${operations.map(({ id }) => `"${id}"`).join(" | ")};

const documented = ${JSON.stringify(tables, null, 2)} satisfies Record<string, Documented>;

export const operations: Readonly<Record<OperationId, Operation>> = {
${rows.join("")}};
`;
}

/** The names of the security schemes that an operation accepts, each of them on its own. */
function securityOf(description: Description, { pointer }: DescribedOperation): string[] {
  const security = description.find(`${pointer}/security`);
  const requirements = (Array.isArray(security) ? security : []).map((requirement) => Object.keys(requirement ?? {}));
  if (requirements.length === 0 || requirements.some((names) => names.length !== 1)) {
    throw new Error(`${description.where(`${pointer}/security`)}: a list of single security schemes is required`);
  }
  return requirements.flat();
}

function responseTable(operations: DescribedOperation[], strict: Schemas, description: Description): string {
  const rows = operations.map(({ id, responses }) => {
    const lines = responses.map(({ status, body }) => {
      const validator = body && `strict.${strict.named(`${body.pointer}/schema`, "strict").$ref} as Validate`;
      return `    ${status}: ${validator ?? "noBody"},\n`;
    });
    return `  ${id}: {\n${lines.join("")}  },\n`;
  });
  const schemes = Object.keys(description.at("#/components/securitySchemes").value);
  const security = operations.map(
    (operation) => `  ${operation.id}: ${JSON.stringify(securityOf(description, operation))},\n`,
  );
  return `import type { OperationId, Validate } from "./operations.js";
import * as strict from "./strict.js";
${operations.some(({ responses }) => responses.some(({ body }) => !body)) ? noBody : ""}
/** The strict validator of every documented response, by operation and status. */
export const responseValidators: Record<OperationId, Record<number, Validate>> = {
${rows.join("")}};

/** The security schemes of each operation; a request needs a token of one of them. */
export const security: Record<OperationId, readonly (${schemes.map((name) => `"${name}"`).join(" | ")})[]> = {
${security.join("")}};
`;
}

/** The validator of a response without a body. */
const noBody = `
const noBody: Validate = Object.assign((value: unknown) => value === undefined, {
  errors: [{ instancePath: "", keyword: "type", message: "must have no body", params: {} }],
});
`;

async function main(): Promise<void> {
  parseArgs({ options: {} });
  const description = new Description("openapi.yaml");
  const files = Object.entries(await generate(description));
  for (const [name, content] of files) writeChanged(`generated/${name}`, content);
  const { problems } = documented(interactions, examplesOf(description));
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}

if (process.argv[1] && relative(process.argv[1], fileURLToPath(import.meta.url)) === "") {
  main().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
