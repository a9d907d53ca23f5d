import ts from "typescript";
import type { Example } from "../examples.js";
import { Report } from "../report.js";

const file = "contracts/examples.check.ts";

/** Every documented example, written down as TypeScript, has the generated type and the client's own. */
export function checkTypes(examples: readonly Example[], generated = "../generated/api.js"): Report {
  const report = new Report();
  const lines = examples.map((example, index) => {
    const value = JSON.stringify(example.value);
    const own = clientType(example);
    const declared = `const documented${index}: ${documentedType(example)} = ${value};`;
    return own ? `${declared} const own${index}: ${own} = ${value};` : declared;
  });
  const source = [
    `import type { paths } from "${generated}"; import type { Client } from "../src/client.js";`,
    ...lines,
    "export {};",
  ].join("\n");
  for (const { id } of examples) report.check(id);
  for (const { messageText, file: place, start } of diagnose(source)) {
    const message = ts.flattenDiagnosticMessageText(messageText, "\n");
    const line = place?.fileName.endsWith(file) && start ? place.getLineAndCharacterOfPosition(start).line : 0;
    const example = examples[line - 1];
    if (example) report.check(example.id, [{ message, got: example.value }]);
    else report.general.push({ message: `${place?.fileName ?? "tsconfig.json"}: ${message}` });
  }
  return report;
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

function diagnose(source: string): readonly ts.Diagnostic[] {
  const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ".");
  const host = ts.createCompilerHost({ ...options, noUnusedLocals: false });
  const { readFile, fileExists, getSourceFile } = host;
  host.readFile = (name) => (name === file ? source : readFile(name));
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, source, ts.ScriptTarget.ES2022) : getSourceFile(name, ...rest);
  const program = ts.createProgram([file], { ...options, noUnusedLocals: false }, host);
  return ts.getPreEmitDiagnostics(program);
}
