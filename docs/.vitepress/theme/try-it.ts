/** What the console can send, its state in the address, and the TypeScript for it. */
import { cases } from "../../../src/sandbox/cases.js";

export const operations = ["getQualifications", "createQualification", "getValidationCodes"] as const;

/** The documented bodies of a create request, and one that the sandbox denies. */
export const bodies: Record<string, Record<string, string>> = {
  Education: { qualification: "Education", educationSegment: "HigherEducation", website: "contoso.edu" },
  "Education, will be denied": {
    qualification: "Education",
    educationSegment: "K12",
    website: "not-an-academic-domain.example",
  },
  GovernmentCommunityCloud: { qualification: "GovernmentCommunityCloud", validationCode: "123456" },
  StateOwnedEntity: { qualification: "StateOwnedEntity" },
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
  body: string;
  fault: (typeof faults)[number];
}

export const defaults: State = {
  operation: "getQualifications",
  customer: "Education is denied",
  body: "Education",
  fault: "none",
};

/** The state as the fragment of an address. */
export function writeState(state: State): string {
  return `#${new URLSearchParams({ ...state })}`;
}

/** The state of an address. What is not valid there is left at its default, and named in `complaint`. */
export function readState(hash: string, customers: readonly string[]): { state: State; complaint: string } {
  const known: Record<keyof State, readonly string[]> = {
    operation: operations,
    customer: customers,
    body: Object.keys(bodies),
    fault: faults,
  };
  const state: Record<string, string> = { ...defaults };
  const wrong: string[] = [];
  for (const [name, value] of new URLSearchParams(hash.slice(1))) {
    if (Object.hasOwn(known, name) && known[name as keyof State].includes(value)) state[name] = value;
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
  const values = Object.entries(bodies[body] ?? {}).map(([name, value]) => `  ${name}: ${JSON.stringify(value)},`);
  const calls: Record<State["operation"], string[]> = {
    getQualifications: [`const { data } = await client.getQualifications(${id});`],
    createQualification: [`const { data } = await client.createQualification(${id}, {`, ...values, "});"],
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
