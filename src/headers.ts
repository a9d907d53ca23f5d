import type { Operation } from "../generated/operations.js";
import { pointerSegment } from "./checks.js";
import { type Issue, issueAt } from "./errors.js";
import type { CallOptions } from "./options.js";
import { tried } from "./platform.js";
import { issuesOf } from "./validate.js";

/** Headers that the client sets itself, or that would change the request after it was checked. */
const refused = [
  ...["authorization", "connection", "content-encoding", "content-length", "expect", "host", "keep-alive"],
  ...["proxy-authorization", "te", "trailer", "transfer-encoding", "upgrade"],
];

/** The headers of a single call as a record with lower-case names, without `Content-Type`; empty if any is invalid. */
export function readHeaders(options: CallOptions, operation: Operation, issues: Issue[]): Record<string, string> {
  const refuse = (name: unknown, message: string) =>
    issues.push(issueAt(`/headers/${pointerSegment(name)}`, "header", message));
  const headers = new Headers();
  const given = Object(options.headers);
  const isIterable = typeof given[Symbol.iterator] === "function";
  const entries: Iterable<unknown> = isIterable ? given : Object.entries(given);
  for (const entry of entries) {
    const { 0: name, 1: value } = Object(entry);
    if (value === undefined && !isIterable) continue;
    // One by one, to name the one that the platform refuses; its message could contain a secret.
    const isValid = typeof value === "string" && tried(() => new Headers([entry as [string, string]]));
    if (!isValid) refuse(name, "must be a valid name with one line of Latin-1 characters");
    else if (refused.includes(String(name).toLowerCase())) refuse(name, "is set by the client: leave it out");
    else headers.append(name, value);
  }
  if (!/^application\/json\s*(;|$)/i.test(headers.get("Content-Type") ?? "application/json"))
    refuse("Content-Type", "must be application/json");
  headers.delete("Content-Type");
  for (const [option, name] of [
    ["requestId", "MS-RequestId"],
    ["correlationId", "MS-CorrelationId"],
  ] as const) {
    if (options[option] && (headers.get(name) ?? options[option]) !== options[option])
      refuse(name, `does not match ${option}`);
  }
  const header = Object.fromEntries(operation.headers.map((name) => [name, headers.get(name) ?? undefined]));
  if (operation.request.header) issues.push(...issuesOf(operation.request.header, header, "/headers", operation));
  return issues.length > 0 ? {} : Object.fromEntries(headers);
}
