import {
  type Documented,
  type DocumentedObject,
  type DocumentedProperty,
  type Operation,
  operations,
  type Validate,
  type ValidationError,
} from "../generated/operations.js";
import type { Call } from "./call.js";
import { InvalidRequestError, InvalidResponseError, type Issue } from "./errors.js";
import type { Settings } from "./options.js";
import { noSignal } from "./refuse.js";

/** What a caller of openapi-fetch hands over. */
export interface RequestParts {
  params?: { path?: unknown; query?: unknown; header?: unknown } | undefined;
  body?: unknown;
  signal?: AbortSignal | undefined;
}

/** @throws InvalidRequestError where the description has no such operation. */
export function findOperation(method: string, path: string): Operation {
  const operation = operations.find((row) => row.method === method && row.path === path);
  if (operation) return operation;
  const known = operations.map((row) => `${row.method} ${row.path}`);
  throw new InvalidRequestError([{ pointer: "/path", keyword: "operation", message: `must be one of ${known}` }]);
}

/** @throws InvalidRequestError where the request is not what `openapi.yaml` says, before anything is sent. */
export function checkRequest(call: Call, { params, body, signal }: RequestParts): void {
  const issues: Issue[] = [];
  const check = (part: keyof Operation["request"], value: unknown) => {
    const validate = call.operation.request[part];
    // Of parameters, none are given where each may be left out.
    if (validate) issues.push(...issuesOf(validate, part === "body" ? value : (value ?? {}), `/${part}`));
    else if (value !== undefined) {
      issues.push({ pointer: `/${part}`, keyword: "false schema", message: "must be absent" });
    }
  };
  check("path", params?.path);
  check("query", params?.query);
  check("header", params?.header);
  check("body", body);
  const message = noSignal(signal);
  if (message) issues.push({ pointer: "/signal", keyword: "type", message });
  if (issues.length > 0) throw new InvalidRequestError(issues, call.failed("not-applied"));
}

/**
 * The value of a successful answer, parsed once and judged tolerantly. Of properties and values that the documents do
 * not know, `onEvent` is told.
 *
 * @throws InvalidResponseError where it is empty, no JSON or breaks the contract.
 */
export function readAnswer(text: string | undefined, response: Response, call: Call, settings: Settings): unknown {
  const { status } = response;
  const refuse = (issues: Issue[], parsed = false) => {
    // Any page between here and the service can answer 200; what is JSON, or 201, comes from the service.
    const outcome = parsed || status === 201 ? "applied" : "unknown";
    return new InvalidResponseError(status, issues, call.failed(outcome, response));
  };
  if (!text) throw refuse([{ pointer: "", keyword: "json", message: "is empty" }]);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse([{ pointer: "", keyword: "json", message: "is no JSON, or was cut" }]);
  }
  const broken = issuesOf(call.operation.response, value);
  if (broken.length > 0) {
    call.tell({ type: "invalid_response", status, issues: broken });
    if (settings.onInvalidResponse === "throw") throw refuse(broken, true);
  } else if (settings.onEvent) {
    const unknown = undocumented(value as object, call.operation.documented);
    const issues = unknown.map((issue) => ({ ...issue, pointer: call.scrub(issue.pointer) }));
    if (issues.length > 0) call.tell({ type: "undocumented_response", status, issues });
  }
  return value;
}

/** As many deviations as one event has at the most: a response of a megabyte can have 120,000. */
const maxIssues = 100;

/** Where a successful response deviates from what is documented, though lenient validation let it pass. */
function undocumented(value: object, { discriminator = "", variants }: Documented): Issue[] {
  const issues: Issue[] = [];
  for (const [index, item] of Array.isArray(value) ? value.entries() : [["", value] as const]) {
    const above = index === "" ? "" : `/${index}`;
    const variant = variants[discriminator && item[discriminator]];
    const { required, properties } = variant ?? mergedVariants(variants);
    for (const name of required) {
      if (item[name] === undefined)
        issues.push({ pointer: `${above}/${name}`, keyword: "required", message: "is missing" });
    }
    for (const [name, part] of Object.entries(item)) {
      const issue = deviation(part, Object.hasOwn(properties, name) ? properties[name] : undefined);
      if (issue) issues.push({ pointer: `${above}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`, ...issue });
      if (issues.length >= maxIssues) return issues.slice(0, maxIssues);
    }
  }
  return issues;
}

/** Every documented property, for a variant that nobody documented. */
function mergedVariants(variants: Documented["variants"]): DocumentedObject {
  const all = Object.values(variants);
  return { required: [], properties: Object.assign({}, ...all.map(({ properties }) => properties)) };
}

function deviation(value: unknown, documented: DocumentedProperty | undefined): Omit<Issue, "pointer"> | undefined {
  if (!documented) return { keyword: "additionalProperties", message: "is not documented" };
  const type = value === null ? "null" : typeof value === "number" ? "integer" : typeof value;
  if (!documented.type.includes(type)) return { keyword: "type", message: `must be ${documented.type.join(" or ")}` };
  if (type !== "string") return undefined;
  if (documented.enum && !documented.enum.includes(String(value)))
    return { keyword: "enum", message: "is not documented" };
  if (documented.pattern && !new RegExp(documented.pattern).test(String(value))) {
    return { keyword: "pattern", message: "is not in the documented format" };
  }
  return undefined;
}

function issuesOf(validate: Validate, value: unknown, part = ""): Issue[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => issueOf(error, part));
}

/** The pointer names the property in question, also where it is missing or too many; values are never repeated. */
function issueOf({ instancePath, keyword, params }: ValidationError, part: string): Issue {
  const property = params.missingProperty ?? params.additionalProperty ?? params.tag;
  const pointer = part + instancePath + (property === undefined ? "" : `/${property}`);
  return { pointer, keyword, message: sentences[keyword]?.(params) ?? `breaks "${keyword}"` };
}

const sentences: Record<string, (params: Record<string, unknown>) => string> = {
  required: () => "is missing",
  type: ({ type }) => `must be ${[type].flat().join(" or ")}`,
  enum: ({ allowedValues }) => `must be one of ${[allowedValues].flat().join(", ")}`,
  discriminator: () => "is not a known one",
  minLength: () => "is too short",
  additionalProperties: () => "is not documented",
  pattern: ({ pattern }) => `must match ${pattern}`,
};
