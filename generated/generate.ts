/**
 * Writes from `openapi.yaml` what stands beside this file: `api.ts`, `validators.ts`, `operations.ts`.
 *
 *     npm run generate               writes them
 *     npm run generate -- --check    names those that are stale, and fails
 */
import { readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";
import openapiTypescript, { astToString } from "openapi-typescript";
import { type DescribedOperation, Description, type JsonObject, type MediaType } from "./description.js";
import { schemaOf } from "./strength.js";

const header = "// Written by `npm run generate` from openapi.yaml. Do not edit.\n";
const folder = fileURLToPath(new URL(".", import.meta.url));

/** The text of every generated file, by name. The same description gives the same bytes. */
export async function generate(description: Description): Promise<Record<string, string>> {
  const operations = description.operations();
  // First what is ours: its complaints name file and line.
  const judged = validators(description, operations);
  return {
    "api.ts": header + astToString(await openapiTypescript(structuredClone(description.root) as never)),
    "validators.ts": judged,
    "operations.ts": header + operationTable(description, operations),
  };
}

/** The generated files in `folder` that do not say what the description says. */
export function stale(files: Record<string, string>, inFolder = folder): string[] {
  return Object.keys(files).filter((name) => read(inFolder + name) !== files[name]);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function validators(description: Description, operations: DescribedOperation[]): string {
  const schemas: Record<string, JsonObject> = {};
  for (const operation of operations) {
    schemas[`${operation.id}Request`] = requestSchema(description, operation);
    for (const { status, body } of operation.responses) {
      const schema = `${body.pointer}/schema`;
      schemas[answerName(description, body, "strict")] = schemaOf(description, schema, "strict");
      if (status < 300) schemas[answerName(description, body, "tolerant")] = schemaOf(description, schema, "tolerant");
    }
  }
  const ajv = new Ajv({
    code: { source: true, esm: true, lines: true },
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    ownProperties: true,
    validateFormats: false,
    // Counting code points would leave a `require` in the output; no length here is told apart by them.
    unicode: false,
    // Says no more than that `unicode: false` is deprecated; what `strict` finds is thrown.
    logger: false,
  });
  for (const [name, schema] of Object.entries(schemas)) ajv.addSchema(schema, name);
  const code = standaloneCode.default(ajv, Object.fromEntries(Object.keys(schemas).map((name) => [name, name])));
  const forbidden = /\brequire\s*\(|\bimport\b|\beval\b|new Function/.exec(code);
  if (forbidden) throw new Error(`the validators would need "${forbidden[0]}" at run time`);
  return `${header}// @ts-nocheck\n${code}`;
}

function answerName(description: Description, body: MediaType, strength: "strict" | "tolerant"): string {
  const name = /^#\/components\/schemas\/(\w+)$/.exec(String(body.schema.$ref))?.[1];
  if (!name) throw new Error(`${description.where(`${body.pointer}/schema`)}: an answer's schema must be a named one`);
  return strength === "strict" ? `${name}Strict` : `${name}Tolerant`;
}

/** What a caller hands over, judged as a whole, so that an error's pointer says which part of it is wrong. */
function requestSchema(description: Description, operation: DescribedOperation): JsonObject {
  const part = (place: string, open: boolean): JsonObject => {
    const parameters = operation.parameters.filter((parameter) => parameter.in === place);
    return {
      type: "object",
      required: parameters.filter(({ required }) => required).map(({ name }) => name),
      properties: Object.fromEntries(
        parameters.map(({ name, pointer }) => [name, schemaOf(description, pointer, "described")]),
      ),
      ...(open ? {} : { additionalProperties: false }),
    };
  };
  const body = operation.requestBody;
  return {
    type: "object",
    required: ["path", ...(body ? ["body"] : [])],
    properties: {
      path: part("path", false),
      query: part("query", false),
      header: part("header", true),
      body: body ? schemaOf(description, `${body.pointer}/schema`, "described") : false,
    },
  };
}

function operationTable(description: Description, operations: DescribedOperation[]): string {
  const rows = operations.map((operation) => {
    const success = operation.responses.find(({ status }) => status < 300);
    if (!success) throw new Error(`${operation.id} has no answer below 300`);
    const answers = operation.responses.map(
      ({ status, body }) => `    ${status}: validators.${answerName(description, body, "strict")} as Validate,\n`,
    );
    return {
      client: `  {
    id: "${operation.id}",
    method: "${operation.method}",
    path: "${operation.path}",
    request: validators.${operation.id}Request as Validate,
    response: validators.${answerName(description, success.body, "tolerant")} as Validate,
    documented: validators.${answerName(description, success.body, "strict")} as Validate,
  },\n`,
      sandbox: `  ${operation.id}: {\n${answers.join("")}  },\n`,
    };
  });
  return `import * as validators from "./validators.js";

/** What a validator complains of: where (a JSON pointer), by which keyword, and what would have been right. */
export interface ValidationError {
  instancePath: string;
  keyword: string;
  message?: string;
  params: Record<string, unknown>;
}

/** Says whether a value holds; where it does not, \`errors\` says why until the next call. */
export interface Validate {
  (value: unknown): boolean;
  errors?: ValidationError[] | null;
}

/** One row an operation: how it is called, and what judges its request and its successful answer. */
export interface Operation {
  readonly id: OperationId;
  readonly method: string;
  /** The template: a customer's id never stands in it. */
  readonly path: string;
  /** Judges \`{ path, query, header, body }\` before anything is sent. */
  readonly request: Validate;
  /** Judges a successful answer tolerantly. */
  readonly response: Validate;
  /** Judges a successful answer strictly. */
  readonly documented: Validate;
}

export type OperationId = ${operations.map(({ id }) => `"${id}"`).join(" | ")};

export const operations: readonly Operation[] = [
${rows.map(({ client }) => client).join("")}];

/** The strict validator of every documented answer, by operation and status. */
export const answers: Record<OperationId, Record<number, Validate>> = {
${rows.map(({ sandbox }) => sandbox).join("")}};
`;
}

async function main(): Promise<void> {
  const files = await generate(new Description("openapi.yaml"));
  const changed = stale(files);
  if (process.argv.includes("--check")) {
    for (const name of changed) console.error(`generated/${name} is stale: run \`npm run generate\``);
    process.exitCode = changed.length > 0 ? 1 : 0;
    return;
  }
  for (const name of changed) writeFileSync(folder + name, files[name] as string);
  console.log(
    changed.length > 0 ? `wrote ${changed.map((name) => `generated/${name}`).join(", ")}` : "nothing to write",
  );
}

if (process.argv[1] && relative(process.argv[1], fileURLToPath(import.meta.url)) === "") {
  main().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
