import type { Operation } from "../generated/operations.js";
import { printable } from "./checks.js";
import { type Issue, issueAt } from "./errors.js";
import type { CallOptions } from "./options.js";
import { issuesOf } from "./validate.js";

/** Headers that the client sets itself, or that would change the request after it was checked. */
const refused = [
  ...["authorization", "connection", "content-encoding", "content-length", "expect", "host", "keep-alive"],
  ...["proxy-authorization", "te", "trailer", "transfer-encoding", "upgrade"],
];

/** The headers of a single call as a record with lower-case names, without `Content-Type`; empty if any is invalid. */
export function readHeaders(options: CallOptions, operation: Operation, issues: Issue[]): Record<string, string> {
  // No header is found in a prototype.
  const headers: Record<string, string> = Object.create(null);
  try {
    const given = Object(options.headers);
    for (const entry of given[Symbol.iterator] ? given : Object.entries(given)) {
      if (!Array.isArray(entry) || entry.length !== 2) throw new TypeError("not a pair");
      const [written, value] = entry;
      if (value === undefined) continue;
      const name = String(written).toLowerCase();
      const twice = headers[name] !== undefined && headers[name] !== value;
      const message = twice ? "is given twice, with different values" : headerIssue(name, value);
      if (message) issues.push(issueAt(`/headers/${printable(written)}`, "header", message));
      else if (name !== "content-type") headers[name] = value;
    }
  } catch {
    issues.push(issueAt("/headers", "header", "must be a Headers, pairs of strings, or an object"));
  }
  const header = Object.fromEntries(operation.headers.map((name) => [name, headers[name.toLowerCase()]]));
  if (operation.request.header) issues.push(...issuesOf(operation.request.header, header, "/headers", operation));
  for (const [option, name] of [
    ["requestId", "MS-RequestId"],
    ["correlationId", "MS-CorrelationId"],
  ] as const) {
    const [id, other = id] = [options[option], headers[name.toLowerCase()]];
    if (id && id.toLowerCase() !== other?.toLowerCase())
      issues.push(issueAt(`/headers/${name}`, "header", `does not match ${option}`));
  }
  return issues.length > 0 ? {} : headers;
}

function headerIssue(name: string, value: unknown): string | undefined {
  if (refused.includes(name)) return "is set by the client: leave it out";
  if (name === "content-type")
    return typeof value === "string" && /^application\/json\s*(;|$)/i.test(value)
      ? undefined
      : "must be application/json";
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return "is not a valid header name";
  return typeof value === "string" && /^[\t -~\x80-\xff]*$/.test(value)
    ? undefined
    : "must be one line of Latin-1 characters";
}
