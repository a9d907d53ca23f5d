/** What the console can send, its state in the address, and the TypeScript for it. */
import { cases } from "../../../src/sandbox/cases.js";

export const operations = ["getQualifications", "createQualification", "getValidationCodes"] as const;

const json = (body: object) => JSON.stringify(body, null, 2);

/** The documented bodies of a create request, and one that the sandbox denies, as JSON. */
export const bodies: Record<string, string> = {
  Education: json({ qualification: "Education", educationSegment: "HigherEducation", website: "contoso.edu" }),
  "Education, will be denied": json({
    qualification: "Education",
    educationSegment: "K12",
    website: "not-an-academic-domain.example",
  }),
  GovernmentCommunityCloud: json({ qualification: "GovernmentCommunityCloud", validationCode: "123456" }),
  StateOwnedEntity: json({ qualification: "StateOwnedEntity" }),
};

export const faults = [
  "none",
  "status=503",
  "gateway=429",
  "html=502",
  "empty=403",
  "lost-request",
  "lost-response",
  "bom",
  "vettingCreateDate",
  "unknown-status",
] as const;

export interface State {
  operation: (typeof operations)[number];
  /** The provider state of the customer. */
  customer: string;
  /** The text of the body, JSON or not. */
  body: string;
  fault: (typeof faults)[number];
}

export const defaults: State = {
  operation: "getQualifications",
  customer: "Education is denied",
  body: bodies.Education as string,
  fault: "none",
};

/** The state as the fragment of an address. VitePress looks for a decoded fragment in the page, so quotes are encoded twice. */
export function writeState(state: State): string {
  return `#${new URLSearchParams({ ...state, body: encodeURIComponent(state.body) })}`;
}

/** The state of an address. What is not valid there is left at its default, and named in `complaint`. */
export function readState(hash: string, customers: readonly string[]): { state: State; complaint: string } {
  const known: Record<string, readonly string[]> = { operation: operations, customer: customers, fault: faults };
  const state: Record<string, string> = { ...defaults };
  const wrong: string[] = [];
  for (const [name, value] of new URLSearchParams(hash.slice(1))) {
    const body = name === "body" && value.length < 6000 ? decoded(value) : undefined;
    if (body !== undefined || (Object.hasOwn(known, name) && known[name]?.includes(value))) state[name] = body ?? value;
    else wrong.push(name.slice(0, 40));
  }
  const complaint =
    wrong.length > 0
      ? `The address has a value that is unknown here (${wrong.join(", ")}). The default is shown instead.`
      : "";
  return { state: state as unknown as State, complaint };
}

/** A program that sends the same to the sandbox. */
export function codeFor({ operation, customer, body, fault }: State): string {
  const id = JSON.stringify(cases[customer]?.customerId ?? "");
  const calls: Record<State["operation"], string[]> = {
    getQualifications: [`const { data } = await client.getQualifications(${id});`],
    createQualification: [`const { data } = await client.createQualification(${id}, ${literal(body)});`],
    getValidationCodes: ["const { data } = await client.getValidationCodes();"],
  };
  return [
    'import { createClient } from "partner-center-qualifications";',
    'import { createSandbox } from "partner-center-qualifications/sandbox";',
    "",
    "const sandbox = createSandbox();",
    'const client = createClient({ token: "any", fetch: sandbox.fetch });',
    ...(fault === "none" ? [] : [`sandbox.inject(${JSON.stringify(fault)});`]),
    ...calls[operation],
    "console.log(data);",
  ].join("\n");
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** A JSON text as TypeScript. */
function literal(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2).replaceAll(/^( +)"([a-z]\w*)":/gim, "$1$2:");
  } catch {
    return `JSON.parse(${JSON.stringify(text)})`;
  }
}
