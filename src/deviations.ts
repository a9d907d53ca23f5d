import type { Documented } from "../generated/operations.js";
import { pointerSegment } from "./checks.js";
import { type Issue, issueAt } from "./errors.js";

/** The most issues in one event: a response of 1 MB can have 120,000. */
const maxIssues = 100;

/**
 * Where a successful response deviates from what is documented, though lenient validation let it pass. `redact` is
 * called with the name of each property that does.
 */
export function deviations(value: unknown, documented: Documented, redact: (name: string) => string): Issue[] {
  const issues: Issue[] = [];
  for (const [index, item] of [value].flat().entries()) {
    const above = Array.isArray(value) ? `/${index}` : "";
    for (const [name, keyword, message] of deviationsOf(item as Record<string, unknown>, documented)) {
      // Redact before `pointerSegment` cuts: a secret may be longer than what is shown.
      issues.push(issueAt(`${above}/${pointerSegment(redact(name))}`, keyword, message));
      if (issues.length === maxIssues) return issues;
    }
  }
  return issues;
}

function* deviationsOf(
  item: Record<string, unknown>,
  { discriminator = "", variants, enums, integers }: Documented,
): Generator<[name: string, keyword: string, message: string]> {
  const variant = discriminator ? String(item[discriminator]) : "";
  // An undocumented variant may have the properties of all documented ones.
  const known = Object.hasOwn(variants, variant) ? [variants[variant]] : Object.values(variants);
  const names = known.flatMap((object) => [...(object?.required ?? []), ...(object?.optional ?? [])]);
  for (const name of (known.length === 1 && known[0]?.required) || []) {
    if (item[name] === undefined) yield [name, "required", "is missing"];
  }
  for (const [name, value] of Object.entries(item)) {
    const values = Object.hasOwn(enums, name) ? enums[name] : undefined;
    if (!names.includes(name)) yield [name, "additionalProperties", "is not documented"];
    else if (typeof value !== "string" && !integers.includes(name)) yield [name, "type", "must be of type string"];
    else if (values && !values.includes(String(value))) yield [name, "enum", "is not documented"];
  }
}
