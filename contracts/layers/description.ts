import type { Example } from "../examples.js";
import type { Description } from "../generate/description.js";
import { redocly } from "../redocly.js";
import { type Problem, Report } from "../report.js";

interface LintProblem {
  ruleId: string;
  message: string;
  severity: string;
  location: { pointer?: string }[];
}

/** The description lints without a warning, its examples fit their schemas, and each says where it comes from. */
export async function checkDescription(description: Description, examples: readonly Example[]): Promise<Report> {
  const report = new Report();
  for (const { id, text, pointer } of examples) {
    if (!/^Source: \S|^\*Assumed\*/m.test(text)) {
      report.check(id, [{ message: 'its description says neither "Source: …" nor "*Assumed*"', got: text }]);
    }
    report.check(id, jsonProblems(description.textAt(`${pointer}/value`)));
  }
  const lint = await redocly("lint", description.file, "--config", "contracts/redocly.yaml", "--format", "json");
  for (const { ruleId, message, severity, location } of problemsOf(lint.stdout, lint.stderr)) {
    const pointer = location[0]?.pointer ?? "#/";
    const problem = { message: `${severity} of ${ruleId}, ${description.where(pointer)}: ${message}` };
    const rows = examples.filter((example) => pointer.startsWith(`${example.pointer}/`));
    for (const { id } of rows) report.check(id, [problem]);
    if (rows.length === 0) report.general.push(problem);
  }
  return report;
}

/** YAML takes a trailing comma and a comment; who copies an example wants JSON. */
function jsonProblems(text: string): Problem[] {
  try {
    JSON.parse(text);
    return [];
  } catch (failure) {
    return [{ message: `it is no valid JSON: ${(failure as Error).message}`, got: text }];
  }
}

function problemsOf(stdout: string, stderr: string): LintProblem[] {
  try {
    return JSON.parse(stdout).problems;
  } catch {
    throw new Error(`redocly lint gave no result:\n${stdout}${stderr}`);
  }
}
