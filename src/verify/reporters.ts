import type { Finding } from "./finding.js";
import type { VerifyResult } from "./verify.js";

/** Writes a result for its reader: a person, a program, a consumer of JUnit's XML, or GitHub's annotations. */
export const reporters = { text, json, junit, github } as const;

export type Reporter = keyof typeof reporters;

function text({ ran, findings, skipped }: VerifyResult): string {
  const left = [...grouped(skipped, ({ reason }) => reason)].map(
    ([reason, those]) => `skipped ${those.length}: ${reason}\n${those.map(({ id }) => `  ${id}\n`).join("")}`,
  );
  const found = findings.map((finding) => `${finding.id}: ${titleOf(finding)}\n${details(finding)}\n`);
  return [...left, ...found, `${ran.length} run, ${findings.length} findings, ${skipped.length} skipped`].join("\n");
}

function json({ ran, findings, skipped }: VerifyResult): string {
  return JSON.stringify({ ran, findings, skipped }, null, 2);
}

function junit({ ran, findings, skipped }: VerifyResult): string {
  const failed = grouped(findings, ({ id }) => id);
  const cases = [...new Set([...ran, ...failed.keys()])].map((id) => {
    const failures = failed.get(id)?.map((finding) => {
      return `<failure message="${escaped(titleOf(finding))}">${escaped(details(finding))}</failure>`;
    });
    return testcase(id, failures ?? []);
  });
  const left = skipped.map(({ id, reason }) => testcase(id, [`<skipped message="${escaped(reason)}"/>`]));
  const counts = `tests="${cases.length + left.length}" failures="${failed.size}" skipped="${left.length}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuite name="partner-center-qualifications verify" ${counts}>`,
    ...cases,
    ...left,
    "</testsuite>",
  ].join("\n");
}

function testcase(id: string, children: string[]): string {
  const name = `classname="verify" name="${escaped(id)}"`;
  return children.length > 0 ? `  <testcase ${name}>${children.join("")}</testcase>` : `  <testcase ${name}/>`;
}

function github({ ran, findings, skipped }: VerifyResult): string {
  const lines = findings.map((finding) => {
    return `::error title=${property(finding.id)}::${data(`${titleOf(finding)}\n${details(finding)}`)}`;
  });
  return [...lines, `${ran.length} run, ${findings.length} findings, ${skipped.length} skipped`].join("\n");
}

function titleOf({ check, message }: Finding): string {
  return `${check}: ${message}`;
}

function details({ expected, got, pointer, example, source, curl }: Finding): string {
  const rows: [string, unknown][] = [
    ["expected", shown(expected)],
    ["got", shown(got)],
    ["at", pointer],
    ["rule", example && `openapi.yaml${example}`],
    ["source", source],
    ["again", curl],
  ];
  return rows.flatMap(([name, value]) => (value ? [`  ${name.padEnd(8)} ${value}\n`] : [])).join("");
}

function shown(value: unknown): string {
  return value === undefined ? "nothing" : typeof value === "string" ? value : JSON.stringify(value);
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** XML knows no control characters, not even escaped. */
function escaped(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it removes.
  const legal = value.replaceAll(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "?");
  return legal.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** As GitHub's workflow commands escape a message, and a property of one. */
function data(value: string): string {
  return value.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(value: string): string {
  return data(value).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
