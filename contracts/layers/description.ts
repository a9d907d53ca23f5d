import type { Description } from "../../generated/description.js";
import type { Example } from "../examples.js";
import { redocly } from "../redocly.js";
import { Report } from "../report.js";

interface LintProblem {
  ruleId: string;
  message: string;
  severity: string;
  location: { pointer?: string }[];
}

/** The description lints without a warning, its examples fit their schemas, and each says where it comes from. */
export async function checkDescription(description: Description, examples: readonly Example[]): Promise<Report> {
  const report = new Report();
  for (const { id, text } of examples) {
    const sourced = /^Source: \S|^\*Assumed\*/m.test(text);
    const message = 'its description says neither "Source: …" nor "*Assumed*"';
    report.check(id, sourced ? [] : [{ message, got: text }]);
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

function problemsOf(stdout: string, stderr: string): LintProblem[] {
  try {
    return JSON.parse(stdout).problems;
  } catch {
    throw new Error(`redocly lint gave no result:\n${stdout}${stderr}`);
  }
}
