import { type Operation, operations, type Validate, type ValidationError } from "../generated/operations.js";
import type { Call } from "./call.js";
import { InvalidRequestError, InvalidResponseError, type Issue } from "./errors.js";
import type { Settings } from "./options.js";

/** What a caller of openapi-fetch hands over. */
export interface RequestParts {
  params?: { path?: unknown; query?: unknown; header?: unknown } | undefined;
  body?: unknown;
}

/** @throws InvalidRequestError where the description has no such operation. */
export function findOperation(method: string, path: string): Operation {
  const operation = operations.find((row) => row.method === method.toUpperCase() && row.path === path);
  if (operation) return operation;
  const known = operations.map((row) => `${row.method} ${row.path}`).join(", ");
  throw new InvalidRequestError([
    { pointer: "/path", keyword: "operation", message: `is not described with this method; described: ${known}` },
  ]);
}

/** @throws InvalidRequestError where the request is not what `openapi.yaml` says, before anything is sent. */
export function checkRequest(call: Call, { params, body }: RequestParts): void {
  const { path = {}, query = {}, header = {} } = params ?? {};
  const issues = issuesOf(call.operation.request, { path, query, header, ...(body === undefined ? {} : { body }) });
  if (issues.length > 0) throw new InvalidRequestError(issues, call.failed("not-applied"));
}

/**
 * The value of a successful answer, parsed once and judged tolerantly. Where the strict judge disagrees, `onEvent` is
 * told.
 *
 * @throws InvalidResponseError where it is empty, no JSON or breaks the contract.
 */
export function readAnswer(text: string | undefined, response: Response, call: Call, settings: Settings): unknown {
  const { status } = response;
  const refuse = (issues: Issue[]) => new InvalidResponseError(status, issues, call.failed("applied", response));
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
    if (settings.onInvalidResponse === "throw") throw refuse(broken);
  } else if (settings.onEvent) {
    const unknown = issuesOf(call.operation.documented, value);
    if (unknown.length > 0) call.tell({ type: "undocumented_response", status, issues: unknown });
  }
  return value;
}

function issuesOf(validate: Validate, value: unknown): Issue[] {
  if (validate(value)) return [];
  // An "if" only repeats that the branch it chose complained.
  return (validate.errors ?? []).filter(({ keyword }) => keyword !== "if").map(issueOf);
}

/** The pointer names the property in question, also where it is missing or too many; values are never repeated. */
function issueOf({ instancePath, keyword, message, params }: ValidationError): Issue {
  const property = params.missingProperty ?? params.additionalProperty;
  const pointer = property === undefined ? instancePath : `${instancePath}/${property}`;
  const sentences: Record<string, string> = {
    required: "is missing",
    additionalProperties: "is not documented",
    enum: `must be one of ${[params.allowedValues].flat().join(", ")}`,
    pattern: `does not have the documented form, ${params.pattern}`,
    "false schema": "must be absent",
  };
  return { pointer, keyword, message: sentences[keyword] ?? message ?? "is not allowed" };
}
