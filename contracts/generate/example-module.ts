import type { Example } from "../examples.js";

/** The documented examples as typed data, for other people's tests. */
export function exampleModule(examples: readonly Example[]): string {
  const types = examples.map(
    (example) => `  /** ${commentOf(example)} */\n  readonly "${example.id}": ${typeOf(example)};\n`,
  );
  const values = examples.map(({ id, status, headers, value }): [string, object] => [
    id,
    status === undefined ? { body: value } : { status, headers, body: value },
  ]);
  return `import type { operations } from "./api.js";

/** Every documented example by its id: operation, status or \`request\`, and name in \`openapi.yaml\`. */
export interface Examples {
${types.join("")}}

export type ExampleId = keyof Examples;

/** The values are frozen, so that no test changes what another one reads: copy one with \`structuredClone\` to change it. */
export const examples: Examples = /* @__PURE__ */ freeze<Examples>(${JSON.stringify(Object.fromEntries(values), null, 2)});

function freeze<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(freeze);
  return Object.freeze(value);
}
`;
}

function typeOf({ operation, status, pointer, value }: Example): string {
  const [, media = ""] = /\/content\/([^/]+)\/examples\//.exec(pointer) ?? [];
  const content = `["content"]["${media.replaceAll("~1", "/").replaceAll("~0", "~")}"]`;
  if (status === undefined) return `{ readonly body: operations["${operation.id}"]["requestBody"]${content} }`;
  const body = `: operations["${operation.id}"]["responses"][${status}]${content}`;
  const typed = value === undefined ? "?: undefined" : body;
  return `{ readonly status: ${status}; readonly headers: Readonly<Record<string, string>>; readonly body${typed} }`;
}

function commentOf({ text }: Example): string {
  return text.split("\n").join(" ").trim().replaceAll("*/", "* /");
}
