import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Check } from "../context.js";
import type { Example } from "../examples.js";
import { failed, passed } from "../finding.js";
import { compile, inFolder } from "../process.js";

/** Every documented example, written as TypeScript, has the generated type and the client's own. */
export const types: Check = async ({ examples, generated }) => {
  const errors = await errorsIn(sourceOf(examples, generated));
  const faults = errors.map(({ line, message }) => {
    const example = examples[line - 2];
    return failed(message, example && { id: example.id, got: example.value });
  });
  return [...examples.map(({ id }) => passed(id)), ...faults];
};

/** A line for the imports, then one for each example. */
function sourceOf(examples: readonly Example[], generated: string): string {
  const [api, client] = [`${generated}/api.js`, "src/client.js"].map((file) => JSON.stringify(resolve(file)));
  const lines = examples.map((example, index) => {
    const value = JSON.stringify(example.value);
    const types = [documentedType(example), clientType(example)].filter((type) => type !== undefined);
    return types.map((type, kind) => `export const example${index}_${kind}: ${type} = ${value};`).join(" ");
  });
  return [`import type { paths } from ${api}; import type { Client } from ${client};`, ...lines].join("\n");
}

function documentedType({ operation, status, value }: Example): string | undefined {
  const { body } = operation.responses.find((response) => response.status === status) ?? {};
  // A type cannot say that a response comes with a body or without.
  if (value === undefined && body) return undefined;
  const place = `paths["${operation.path}"]["${operation.method.toLowerCase()}"]`;
  const content = status ? `["responses"][${status}]["content"]` : '["requestBody"]["content"]';
  return value === undefined ? place + content : `${place}${content}["application/json"]`;
}

/** Failures are thrown as errors of the client, which have no such type. */
function clientType({ operation, status }: Example): string | undefined {
  if (status === undefined) return `Parameters<Client["${operation.id}"]>[1]`;
  return status < 300 ? `Awaited<ReturnType<Client["${operation.id}"]>>["data"]` : undefined;
}

async function errorsIn(source: string): Promise<{ line: number; message: string }[]> {
  const { code, stdout, stderr } = await inFolder(async (file) => {
    writeFileSync(file("package.json"), '{ "type": "module" }');
    writeFileSync(file("examples.ts"), source);
    const compilerOptions = { types: [] };
    return compile(file(""), { extends: resolve("tsconfig.json"), compilerOptions, include: ["examples.ts"] });
  });
  const found = [...stdout.matchAll(/^(?:.*?\((\d+),\d+\): )?error (TS\d+: .*(?:\n .*)*)/gm)];
  if (code !== 0 && found.length === 0) throw new Error(`tsc failed:\n${stdout}${stderr}`);
  return found.map(([whole, line, message = ""]) =>
    whole.includes("examples.ts(") ? { line: Number(line), message } : { line: 0, message: whole },
  );
}
