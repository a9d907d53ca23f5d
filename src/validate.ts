import { type Operation, operations, type Validate } from "../generated/operations.js";
import { pointerSegment } from "./checks.js";
import { InvalidRequestError, type Issue, issueAt } from "./errors.js";

/** An operation and the parameters in the path of one request for it. */
export interface Target {
  operation: Operation;
  path: Record<string, unknown> | undefined;
}

/**
 * The operation that was called, with the parameters of its path. None has a query.
 *
 * @throws InvalidRequestError listing the known operations if method and URL, below `baseUrl`, are not those of the call
 */
export function matchOperation(
  { called, method, url }: { called: string; method: string; url: string },
  baseUrl: string,
): Target {
  const known = Object.values(operations).map((operation) => `${operation.method} ${operation.path}`);
  const operation = Object.values(operations)[known.indexOf(called)];
  const { href } = new URL(url);
  const path = href.startsWith(baseUrl) ? href.slice(baseUrl.length) : "";
  const template = operation?.path.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)");
  const match = new RegExp(`^${template}$`).exec(path);
  if (!operation || !match || operation.method !== method)
    throw new InvalidRequestError([
      issueAt("/url", "operation", `must be one of ${known.join(", ")} below baseUrl, as called`),
    ]);
  return { operation, path: match.groups };
}

/**
 * What is wrong with a value, at pointers below `above`. They name the property, even if it is missing or undocumented.
 * Values are never repeated.
 */
export function issuesOf(validate: Validate, value: unknown, above: string, { documented }: Operation): Issue[] {
  if (validate(value)) return [];
  const variants = Object.keys(documented.variants);
  return (validate.errors ?? []).map(({ instancePath, keyword, params }) => {
    const property = params.missingProperty ?? params.additionalProperty ?? params.tag;
    const pointer = above + instancePath + (property === undefined ? "" : `/${pointerSegment(property)}`);
    return issueAt(pointer, keyword, sentences[keyword]?.(params, variants) ?? `breaks "${keyword}"`);
  });
}

const sentences: Record<string, (params: Record<string, unknown>, variants: string[]) => string> = {
  required: () => "is missing",
  type: ({ type }) => `must be of type ${[type].flat().join(" or ")}`,
  enum: ({ allowedValues }) => `must be one of ${[allowedValues].flat().join(", ")}`,
  discriminator: (_, variants) => `must be one of ${variants.join(", ")}`,
  minLength: () => "must not be empty",
  maximum: () => "is too large to be exact",
  additionalProperties: () => "is not documented",
  pattern: ({ pattern }) =>
    formats.find(([part]) => String(pattern).includes(part))?.[1] ?? "is not in the documented format",
};

/** A part of each pattern that requests are validated by, and its message. */
const formats = [
  ["[0-9a-fA-F]{8}", "must be a GUID, with hyphens and without braces"],
  ["[A-Za-z]{2,8}", "must be a language tag such as en-US"],
  [" -~", "must be pointerSegment ASCII, and not empty"],
] as const;
