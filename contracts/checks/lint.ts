import type { Check } from "../context.js";
import { type CheckResult, failed, passed } from "../finding.js";
import { lintProblems } from "../process.js";

const advice = 'write "Source: [title](https://…)" or "*Assumed:* …" there';

/** The description lints without a warning; its examples match their schemas, are JSON, and name their source. */
export const lint: Check = async ({ description, examples }) => {
  const found = examples.flatMap(({ id, text, pointer, value }): CheckResult[] => {
    const place = description.where(pointer);
    const about = value === undefined ? 'the description of a response with an "empty body"' : "the description";
    const sourced = /^(Source: \[[^\]]+\]\(https:|\*Assumed:\*)/m.test(text);
    const missing = sourced ? [] : [failed(`${place}: ${about} names no source: ${advice}`, { id })];
    const json = value === undefined ? [] : jsonFindings(description.textAt(`${pointer}/value`), place, id);
    return [passed(id), ...missing, ...json];
  });
  if (examples.length === 0) found.push(failed(`${description.file} has no documented example: add one`));
  // Redocly reports each branch of a union: the first problem of a rule in an example says enough.
  const reported = new Set<string>();
  for (const { ruleId, message, severity, location } of await lintProblems(description.file)) {
    const pointer = location[0]?.pointer ?? "#/";
    const around = examples.filter(
      (example) => example.value !== undefined && pointer.startsWith(`${example.pointer}/`),
    );
    const key = `${ruleId} ${around[0]?.pointer ?? `${pointer} ${message}`}`;
    if (reported.has(key)) continue;
    reported.add(key);
    const text = `${severity} of ${ruleId}, ${description.where(pointer)}: ${message}`;
    found.push(...(around.length > 0 ? around.map(({ id }) => failed(text, { id })) : [failed(text)]));
  }
  return found;
};

/** YAML allows a trailing comma and a comment; whoever copies an example wants JSON. */
function jsonFindings(text: string, place: string, id: string): CheckResult[] {
  try {
    JSON.parse(text);
    return [];
  } catch (failure) {
    return [failed(`${place}: the example is not valid JSON: ${(failure as Error).message}`, { id, got: text })];
  }
}
