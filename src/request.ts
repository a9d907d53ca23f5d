import { type OperationId, operations } from "../generated/operations.js";
import { type Call, createCall } from "./call.js";
import { optionIssues } from "./checks.js";
import { InvalidRequestError, type Issue, issueAt } from "./errors.js";
import { readHeaders } from "./headers.js";
import { type CallOptions, callChecks, type Fetch, mergeRetry, type Settings } from "./options.js";
import { issuesOf, matchOperation, type Target } from "./validate.js";

/**
 * One request: an operation, its path parameters and a body; or the arguments of a `fetch`, from which they are read, and
 * the method and path that were called.
 */
export type OutgoingRequest = { options?: CallOptions | null | undefined } & (
  | { operation: OperationId; path?: Record<string, unknown>; body?: unknown; url?: undefined }
  | { called: string; method: string; url: string; text: string; body?: undefined }
);

/** A request as it is sent, and the state that all its attempts share. */
export interface CheckedRequest extends Pick<Settings, "timeout" | "deadline" | "retry"> {
  call: Call;
  fetch: Fetch;
  url: string;
  headers: Record<string, string>;
  body: string | null;
  signal: AbortSignal | undefined;
}

/**
 * Checks a request before anything is sent. What is sent is built from what was checked: the URL from the operation's
 * template, the body from the JSON that was validated.
 *
 * @throws InvalidRequestError naming each part that is invalid
 */
export function checkRequest(outgoing: OutgoingRequest, settings: Settings): CheckedRequest {
  const { operation, path }: Target =
    outgoing.url === undefined
      ? { operation: operations[outgoing.operation], path: outgoing.path }
      : matchOperation(outgoing, settings.baseUrl);
  const issues = optionIssues(outgoing.options, callChecks);
  // Invalid options are not read any further.
  const options: CallOptions = (issues.length === 0 && outgoing.options) || {};
  const given = options.headers ? readHeaders(options, operation, issues) : {};

  let body: unknown;
  try {
    const text = outgoing.url === undefined ? JSON.stringify(outgoing.body) : outgoing.text;
    body = text ? JSON.parse(text) : undefined;
  } catch {
    issues.push(issueAt("/body", "json", "is not valid JSON"));
  }
  const parts = issues.length === 0 ? { path, body } : { path };
  for (const [part, value] of Object.entries(parts)) {
    const validate = operation.request[part as keyof typeof parts];
    if (validate) issues.push(...issuesOf(validate, value, `/${part}`, operation));
    else if (value !== undefined) issues.push(issueAt(`/${part}`, "false schema", "must be absent"));
  }

  const { fetch = globalThis.fetch as Fetch } = settings;
  if (typeof fetch !== "function")
    issues.push(issueAt("/fetch", "option", "is missing in this runtime: pass one to createClient"));

  const requestId = options.requestId ?? given["ms-requestid"] ?? newGuid();
  const correlationId = options.correlationId ?? given["ms-correlationid"] ?? newGuid();
  const secrets = new Set([...Object.values(path ?? {}), Object(body).validationCode]);
  const call = createCall(operation, requestId, correlationId, secrets, settings.onEvent);
  if (issues.length > 0) {
    call.emit({ type: "error", code: "invalid_request" });
    const named = outgoing.url === undefined ? issues.map(byArgument) : issues;
    throw new InvalidRequestError(named, call.failed("not-applied"));
  }
  const headers: Record<string, string> = { accept: "application/json" };
  if (body !== undefined) headers["content-type"] = "application/json";
  if (settings.application) headers["ms-partnercenter-application"] = settings.application;
  Object.assign(headers, given, { "ms-requestid": requestId, "ms-correlationid": correlationId });
  return {
    call,
    fetch,
    url: settings.baseUrl + operation.path.replaceAll(/\{(\w+)\}/g, (_, name) => String(path?.[name])),
    headers,
    body: body === undefined ? null : JSON.stringify(body),
    signal: options.signal,
    timeout: options.timeout ?? settings.timeout,
    deadline: options.deadline ?? settings.deadline,
    retry: mergeRetry(options.retry, settings.retry),
  };
}

/** Callers of the methods know the customer's id by the name of their argument. */
function byArgument(issue: Issue): Issue {
  return issue.pointer === "/path/customerTenantId" ? { ...issue, pointer: "/customerId" } : issue;
}

/** Browsers have `randomUUID` on secure pages only, React Native and Jest 29 with jsdom not at all. */
function newGuid(): string {
  const random = () => Math.floor(Math.random() * 16).toString(16);
  return globalThis.crypto?.randomUUID?.() ?? "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx".replaceAll("x", random);
}
