import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Example } from "../examples.js";
import { Report } from "../report.js";
import { compile } from "../run-node.js";

/** Every documented example, written down as TypeScript, has the generated type and the client's own. */
export async function checkTypes(examples: readonly Example[]): Promise<Report> {
  const report = new Report();
  for (const { id } of examples) report.check(id);
  for (const { line, message } of await errorsIn(sourceOf(examples))) {
    const example = examples[line - 2];
    if (example) report.check(example.id, [{ message, got: example.value }]);
    else report.general.push({ message });
  }
  return report;
}

/** A line for the imports, then one for each example. */
function sourceOf(examples: readonly Example[]): string {
  const imports = ["generated/api", "src/client"].map((file) => JSON.stringify(resolve(`${file}.js`)));
  const lines = examples.map((example, index) => {
    const value = JSON.stringify(example.value);
    const types = [documentedType(example), clientType(example)].filter((type) => type !== undefined);
    return types.map((type, kind) => `export const example${index}_${kind}: ${type} = ${value};`).join(" ");
  });
  return [`import type { paths } from ${imports[0]}; import type { Client } from ${imports[1]};`, ...lines].join("\n");
}

function documentedType({ operation, status }: Example): string {
  const place = `paths["${operation.path}"]["${operation.method.toLowerCase()}"]`;
  const body = status ? `["responses"][${status}]` : '["requestBody"]';
  return `${place}${body}["content"]["application/json"]`;
}

/** Failures are thrown as errors of the client's, which have no such type. */
function clientType({ operation, status }: Example): string | undefined {
  if (status === undefined) return `Parameters<Client["${operation.id}"]>[1]`;
  return status < 300 ? `Awaited<ReturnType<Client["${operation.id}"]>>["data"]` : undefined;
}

async function errorsIn(source: string): Promise<{ line: number; message: string }[]> {
  const folder = mkdtempSync(join(tmpdir(), "types-"));
  try {
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    writeFileSync(join(folder, "examples.ts"), source);
    const configuration = {
      extends: resolve("tsconfig.json"),
      compilerOptions: { types: [] },
      include: ["examples.ts"],
    };
    const { code, stdout, stderr } = await compile(folder, configuration);
    const found = [...stdout.matchAll(/^(?:.*?\((\d+),\d+\): )?error (TS\d+: .*(?:\n .*)*)/gm)];
    if (code !== 0 && found.length === 0) throw new Error(`tsc failed:\n${stdout}${stderr}`);
    return found.map(([whole, line, message = ""]) =>
      whole.includes("examples.ts(") ? { line: Number(line), message } : { line: 0, message: whole },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
