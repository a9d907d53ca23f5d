import { type Operation, operations, type Validate, type ValidationError } from "../generated/operations.js";
import { printable } from "./checks.js";
import { InvalidRequestError, type Issue } from "./errors.js";

/** An operation and the parameters of one request for it. */
export interface Target {
  operation: Operation;
  path: Record<string, unknown> | undefined;
  query: Record<string, string> | undefined;
}

/**
 * The operation that a method and a URL match, below `baseUrl` only.
 *
 * @throws InvalidRequestError listing the known operations
 */
export function matchOperation(method: string, url: string, baseUrl: string): Target {
  const { origin, pathname, search, searchParams } = new URL(url);
  const base = new URL(baseUrl);
  const prefix = base.pathname.replace(/\/$/, "");
  for (const operation of origin === base.origin && pathname.startsWith(prefix) ? Object.values(operations) : []) {
    const names: string[] = [];
    const template = operation.path.replaceAll(
      /\{(\w+)\}/g,
      (_, name: string) => `(?<${names.push(name) && name}>[^/]+)`,
    );
    const match = new RegExp(`^${template}$`).exec(pathname.slice(prefix.length));
    if (!match || operation.method !== method) continue;
    const path =
      names.length > 0 ? Object.fromEntries(names.map((name) => [name, decoded(match.groups?.[name])])) : undefined;
    return { operation, path, query: search ? Object.fromEntries(searchParams) : undefined };
  }
  const known = Object.values(operations)
    .map((operation) => `${operation.method} ${operation.path}`)
    .join(", ");
  throw new InvalidRequestError([
    { pointer: "/url", keyword: "operation", message: `must be one of ${known} below baseUrl` },
  ]);
}

function decoded(segment = ""): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** What is wrong with a value, at pointers below `above`. */
export function issuesOf(validate: Validate, value: unknown, above: string, { documented }: Operation): Issue[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => issueOf(error, above, Object.keys(documented.variants)));
}

/** The pointer names the property, even if it is missing or undocumented. Values are never repeated. */
function issueOf({ instancePath, keyword, params }: ValidationError, above: string, variants: string[]): Issue {
  const property = params.missingProperty ?? params.additionalProperty ?? params.tag;
  const pointer = above + instancePath + (property === undefined ? "" : `/${printable(property)}`);
  return { pointer, keyword, message: sentences[keyword]?.(params, variants) ?? `breaks "${keyword}"` };
}

const sentences: Record<string, (params: Record<string, unknown>, variants: string[]) => string> = {
  required: () => "is missing",
  type: ({ type }) =>
    `must be ${[type]
      .flat()
      .map((name) => typeNames[String(name)] ?? name)
      .join(" or ")}`,
  enum: ({ allowedValues }) => `must be one of ${[allowedValues].flat().join(", ")}`,
  discriminator: (_, variants) => `must be one of ${variants.join(", ")}`,
  minLength: () => "must not be empty",
  maximum: () => "is too large to be exact",
  additionalProperties: () => "is not documented",
  pattern: ({ pattern }) =>
    formats.find(([part]) => String(pattern).includes(part))?.[1] ?? "is not in the documented format",
};

const typeNames: Record<string, string> = {
  string: "a string",
  object: "an object",
  array: "an array",
  integer: "an integer",
};

/** A part of each pattern that requests are validated by, and its message. */
const formats = [
  ["[0-9a-fA-F]{8}", "must be a GUID, with hyphens and without braces"],
  ["[A-Za-z]{2,8}", "must be a language tag such as en-US"],
  [" -~", "must be printable ASCII, and not empty"],
] as const;
