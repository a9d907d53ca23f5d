import type { Check } from "../context.js";
import { type Finding, failed, passed } from "../finding.js";
import { lintProblems } from "../process.js";

/** The description lints without a warning; its examples match their schemas, are JSON, and name their source. */
export const lint: Check = async ({ description, examples }) => {
  const found: Finding[] = examples.flatMap(({ id: row, text, pointer, value }) => {
    const message = `${description.where(pointer)}: the description has neither "Source: …" nor "*Assumed:*"`;
    const source = /^(Source: \S|\*Assumed:\*)/m.test(text) ? [] : [failed(message, { row })];
    const json = value === undefined ? [] : jsonFindings(description.textAt(`${pointer}/value`), row);
    return [passed(row), ...source, ...json];
  });
  if (examples.length === 0) found.push(failed(`${description.file} has no documented example`));
  for (const { ruleId, message, severity, location } of await lintProblems(description.file)) {
    const pointer = location[0]?.pointer ?? "#/";
    const text = `${severity} of ${ruleId}, ${description.where(pointer)}: ${message}`;
    const rows = examples.filter((example) => pointer.startsWith(`${example.pointer}/`));
    for (const { id: row } of rows) found.push(failed(text, { row }));
    if (rows.length === 0) found.push(failed(text));
  }
  return found;
};

/** YAML allows a trailing comma and a comment; whoever copies an example wants JSON. */
function jsonFindings(text: string, row: string): Finding[] {
  try {
    JSON.parse(text);
    return [];
  } catch (failure) {
    return [failed(`the example is not valid JSON: ${(failure as Error).message}`, { row, got: text })];
  }
}
