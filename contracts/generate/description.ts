import { type Document, isNode, LineCounter, parseDocument } from "yaml";
import { readText } from "../files.js";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** One operation of `openapi.yaml`, with every `$ref` but those of schemas followed. */
export interface DescribedOperation {
  id: string;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  pointer: string;
  parameters: { name: string; in: string; required: boolean; schema: JsonObject; pointer: string }[];
  requestBody: MediaType | undefined;
  /** Without a `content`, a response has no body. */
  responses: { status: number; pointer: string; text: string; headers: JsonObject; body: MediaType | undefined }[];
}

export interface MediaType {
  type: string;
  pointer: string;
  schema: JsonObject;
  examples: { name: string; value: Json; text: string; pointer: string }[];
}

const methods = ["get", "post", "put", "patch", "delete"];

/** A hand-written description and the way back from a JSON pointer to its line. */
export class Description {
  readonly file: string;
  readonly root: JsonObject;
  readonly #document: Document;
  readonly #lines = new LineCounter();
  readonly #text: string;

  /** @throws Error with file and line if the text is not valid YAML, or with what to do if there is no file */
  constructor(file: string, text = readText(file, `restore it in ${process.cwd()}`)) {
    this.#document = parseDocument(text, { lineCounter: this.#lines });
    const [problem] = this.#document.errors;
    if (problem) throw new Error(`${file}:${problem.linePos?.[0].line ?? 1}: ${problem.message.split("\n")[0]}`);
    this.file = file;
    this.root = this.#document.toJS() as JsonObject;
    this.#text = text;
  }

  #rangeOf(segments: string[]) {
    const node = this.#document.getIn(segments, true);
    return isNode(node) ? node.range : undefined;
  }

  /** `openapi.yaml:12 at #/paths/…`, the source location for an error message. */
  where(pointer: string): string {
    return `${this.file}:${this.lineOf(pointer)} at ${pointer}`;
  }

  /** The line of what stands at a pointer, or of the nearest above it. */
  lineOf(pointer: string): number {
    const segments = segmentsOf(pointer);
    for (let length = segments.length; length > 0; length -= 1) {
      const range = this.#rangeOf(segments.slice(0, length));
      if (range) return this.#lines.linePos(range[0]).line;
    }
    return 1;
  }

  /** The text at a pointer, as written. */
  textAt(pointer: string): string {
    const [start, end] = this.#rangeOf(segmentsOf(pointer)) ?? [0, 0];
    return this.#text.slice(start, end);
  }

  /** The object at a pointer, with its `$ref` followed, and the pointer of its definition; `from` has the `$ref`. */
  at(pointer: string, from?: string): { value: JsonObject; pointer: string } {
    const value = this.find(pointer);
    if (!isObject(value)) {
      if (from) throw new Error(`${this.where(`${from}/$ref`)}: "${pointer}" leads to nothing: correct it`);
      throw new Error(`${this.where(pointer)}: there is no object here: complete it, or remove its name`);
    }
    return typeof value.$ref === "string" ? this.at(value.$ref, pointer) : { value, pointer };
  }

  /** The value at a pointer. */
  find(pointer: string): Json | undefined {
    let value: Json | undefined = this.root;
    for (const segment of segmentsOf(pointer)) {
      value = Array.isArray(value) ? value[Number(segment)] : isObject(value) ? value[segment] : undefined;
    }
    return value;
  }

  operations(): DescribedOperation[] {
    return Object.keys(this.at("#/paths").value).flatMap((path) => {
      const item = `#/paths/${escapeSegment(path)}`;
      const shared = this.#parameters(`${item}/parameters`);
      const other = Object.keys(this.at(item).value).find((key) => key !== "parameters" && !methods.includes(key));
      if (other) throw new Error(`${this.where(`${item}/${other}`)}: "${other}" is not supported`);
      return methods
        .filter((method) => method in this.at(item).value)
        .map((method) => this.#operation(path, method, `${item}/${method}`, shared));
    });
  }

  #operation(
    path: string,
    method: string,
    pointer: string,
    shared: DescribedOperation["parameters"],
  ): DescribedOperation {
    const operation = this.at(pointer).value;
    const responses = Object.keys(this.at(`${pointer}/responses`).value).map((status) => {
      const response = this.at(`${pointer}/responses/${status}`);
      if (!/^[1-5]\d\d$/.test(status))
        throw new Error(`${this.where(response.pointer)}: "${status}" is not a single status`);
      return {
        status: Number(status),
        pointer: response.pointer,
        text: String(response.value.description ?? ""),
        headers: isObject(response.value.headers) ? response.value.headers : {},
        body: response.value.content === undefined ? undefined : this.#mediaType(response.pointer),
      };
    });
    return {
      id: String(operation.operationId),
      method: method.toUpperCase() as DescribedOperation["method"],
      path,
      pointer,
      parameters: [...shared, ...this.#parameters(`${pointer}/parameters`)],
      requestBody: operation.requestBody ? this.#mediaType(this.at(`${pointer}/requestBody`).pointer) : undefined,
      responses,
    };
  }

  #parameters(pointer: string): DescribedOperation["parameters"] {
    const list = pointer.split("/").slice(0, -1).join("/");
    const parameters = this.at(list).value.parameters;
    return (Array.isArray(parameters) ? parameters : []).map((_, index) => {
      const { value, pointer: place } = this.at(`${pointer}/${index}`);
      return {
        name: String(value.name),
        in: String(value.in),
        required: value.required === true,
        schema: value.schema as JsonObject,
        pointer: `${place}/schema`,
      };
    });
  }

  #mediaType(pointer: string): MediaType {
    const content = this.at(`${pointer}/content`).value;
    const types = Object.keys(content);
    const type = types[0];
    if (types.length !== 1 || !type) throw new Error(`${this.where(pointer)}: exactly one media type is supported`);
    const place = `${pointer}/content/${escapeSegment(type)}`;
    const { schema, examples, example } = this.at(place).value;
    if (example !== undefined || !isObject(examples)) {
      throw new Error(`${this.where(place)}: examples must be under "examples", by name`);
    }
    const named = Object.keys(examples).map((name) => {
      const { value: example, pointer } = this.at(`${place}/examples/${escapeSegment(name)}`);
      if (example.value === undefined) {
        const advice = 'for a response without a body, see "Adding an example" in contracts/README.md';
        throw new Error(`${this.where(pointer)}: the example "${name}" has no "value": add it; ${advice}`);
      }
      return { name, value: example.value, text: String(example.description ?? ""), pointer };
    });
    return { type, pointer: place, schema: schema as JsonObject, examples: named };
  }
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function escapeSegment(segment: string): string {
  return segment.replaceAll("~", "~0").replaceAll("/", "~1");
}

function segmentsOf(pointer: string): string[] {
  const segments = pointer.replace(/^#?\//, "").split("/");
  return segments.map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}
