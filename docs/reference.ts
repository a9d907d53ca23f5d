/** Builds the HTTP reference, which is Redocly's page in the frame of the site, its downloads, and the page of examples. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Example, examplesOf } from "../contracts/examples.js";
import { Description, type JsonObject } from "../contracts/generate/description.js";
import { inFolder, redocly } from "../contracts/process.js";
import { hashes, matches } from "./policy.js";

/** The samples of an operation are `samples/<operationId>.<extension>`. What no test runs says so in its label, too. */
export const languages = [
  { extension: "ts", lang: "TypeScript", label: "TypeScript" },
  { extension: "sh", lang: "bash", label: "curl" },
  { extension: "cs", lang: "csharp", label: "C# (not run)" },
  { extension: "py", lang: "python", label: "Python (not run)" },
] as const;

/** With the same paths as in the repository, so that the workflows find the description. */
export const downloads = [
  "openapi.yaml",
  "contracts/partner-center-qualifications--partner-center.json",
  "contracts/life-cycle.arazzo.yaml",
  "contracts/states.json",
];

/** The request example that the samples send; the page shows it first, as it chooses samples and examples apart. */
const sampled = "Education";

export function sampleOf(operationId: string, extension: string): string {
  return readFileSync(`docs/samples/${operationId}.${extension}`, "utf8").trimEnd();
}

/** @throws Error with Redocly's output if it cannot build the page */
export async function buildReference(folder: string): Promise<void> {
  const html = await inFolder(async (file) => {
    writeFileSync(file("openapi.json"), JSON.stringify(describeForReference()));
    // The first language is the one that is shown. Redoc would add samples of its own in nine others.
    const shown = [...languages.map(({ lang, label }) => ({ lang, label })), { lang: "payload", label: "Payload" }];
    const options = ["--openapi", JSON.stringify({ codeSamples: { languages: shown } })];
    const page = ["--inlineBundle", "--template", "docs/reference.hbs", "--output", file("reference.html")];
    const { code, stderr } = await redocly("build-docs", file("openapi.json"), ...options, ...page);
    if (code !== 0) throw new Error(`redocly build-docs failed:\n${stderr}`);
    return readFileSync(file("reference.html"), "utf8");
  });
  const [whole = "", bundle = "", start = ""] =
    /<script type="module">(.*?)(const __redoc_definition = .*?)<\/script>/s.exec(html) ?? [];
  if (!bundle) throw new Error("redocly build-docs wrote its script in a way that is unknown here");
  const page = html
    .replace(whole, () => `<script type="module">import { hydrate } from "./redoc.js";\n${start}</script>`)
    // Redoc renders addresses of a server that knows its routes; in the browser its routes follow the hash.
    .replaceAll(/href="(\/[^"]*)" data-discover/g, 'href="#$1" data-discover');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "reference.html"),
    page.replace("<!-- policy -->", () => policy(page)),
  );
  writeFileSync(join(folder, "redoc.js"), lighter(bundle));
  for (const download of downloads) {
    mkdirSync(dirname(join(folder, download)), { recursive: true });
    cpSync(download, join(folder, download));
  }
}

/**
 * Without comments and indentation of style sheets; without the logo on Redoc's host, and the second copy of its search for
 * a worker that needs eval, both of which the policy blocks. The notice of that copy stays.
 */
function lighter(script: string): string {
  return script
    .replaceAll(/[ \t]*\/\/ @\w+[^\n`]*/g, "")
    .replaceAll(/\/\*\*\s+\* @(?:tokens|presenter)[^`]*?\*\//g, "")
    .replaceAll(/\n\s+/g, "\n")
    .replace(/`(\/\*\*!\S*\s+\* FlexSearch.*?\*\/)(?:\\.|[^`\\])*`/s, "`$1`")
    .replaceAll(/https:\/\/cdn\.redoc\.ly\/[\w/-]+\.svg/g, "data:,");
}

/** Redoc writes styles while it runs, so they are not restricted; what they could load is in the page itself. */
function policy(html: string): string {
  const content = [
    "default-src 'none'",
    `script-src 'self' ${hashes(matches(html, /<script[^>]*>(.*?)<\/script>/gs))}`,
    "style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'",
  ].join("; ");
  return `<meta http-equiv="Content-Security-Policy" content="${content}">`;
}

/** `openapi.yaml` with samples and with a link to each example; without tags, so that no operation hides in a group. */
function describeForReference(): JsonObject {
  const description = new Description("openapi.yaml");
  const examples = bodiesOf(description);
  for (const { id, pointer, requestBody, responses } of description.operations()) {
    const operation = description.at(pointer).value;
    delete operation.tags;
    operation["x-codeSamples"] = languages.map(({ extension, lang, label }) => {
      return { lang, label, source: sampleOf(id, extension) };
    });
    if (requestBody) {
      const media = description.at(requestBody.pointer).value;
      const named = media.examples as JsonObject;
      media.examples = { [sampled]: named[sampled] as JsonObject, ...named };
    }
    // A response that operations share gets a copy of its own for each, as the links differ.
    operation.responses = Object.fromEntries(
      responses.map(({ status, pointer }) => [status, structuredClone(description.at(pointer).value)]),
    );
    for (const example of examples.filter(({ operation }) => operation.id === id)) {
      const part = example.status === undefined ? "requestBody" : `responses/${example.status}`;
      const [place = ""] = /\/content\/.*/.exec(example.pointer) ?? [];
      const { value } = description.at(`${pointer}/${part}${place}`);
      value.description = `${example.text}\n[Link to this example](examples.html#${anchorOf(example)})`;
    }
  }
  delete description.root.tags;
  const info = description.at("#/info").value;
  info.description = String(info.description).replace(
    /^```\n\(none\).*?^```$/ms,
    "[Drawn as a state machine](life-cycle.html)",
  );
  return description.root;
}

function bodiesOf(description: Description): Example[] {
  return examplesOf(description).filter(({ value }) => value !== undefined);
}

/** Such as `getqualifications-200-approved`. */
export function anchorOf({ id }: Example): string {
  return id.toLowerCase().replaceAll(" ", "-");
}

/** Every documented example with an address of its own, which Redoc cannot give it. */
export function examples(): string {
  const description = new Description("openapi.yaml");
  const bodies = bodiesOf(description);
  const sections = description.operations().map(({ id, pointer }) => {
    const own = bodies.filter(({ operation }) => operation.id === id);
    return [`## ${description.at(pointer).value.summary}`, ...own.map((example) => section(description, example))];
  });
  return sections.flat().join("\n\n");
}

function section(description: Description, example: Example): string {
  const { id, status, value, text, pointer } = example;
  const { summary } = description.at(pointer).value;
  const body = ["```json", JSON.stringify(value, null, 2), "```"];
  return [
    `### ${status ?? "Request"}: ${summary} {#${anchorOf(example)}}`,
    "",
    `\`${id}\``,
    "",
    text.trim(),
    "",
    ...body,
  ].join("\n");
}
