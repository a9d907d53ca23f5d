import type { SandboxOptions } from "../src/sandbox/index.js";
import type { JsonObject } from "./generate/description.js";

/** The gates that may turn red, by name. */
export type GateName =
  | "generate"
  | "lint"
  | "facts"
  | "values"
  | "sources"
  | "validators"
  | "contract"
  | "written"
  | "verifier"
  | "replay"
  | "workflow"
  | "consumer"
  | "stale";

/** A deliberate defect, and the gate that should see it, whoever else does. */
interface Defect {
  name: string;
  killer: GateName;
}

/** In a text: the first `from` becomes `to`. */
export interface TextDefect extends Defect {
  from: string | RegExp;
  to: string;
}

/** In `openapi.yaml`, after which everything is generated anew. */
export const inDescription: readonly TextDefect[] = [
  {
    name: "a status more in an answer",
    killer: "values",
    from: "enum: [InReview, Approved, Denied]",
    to: "enum: [InReview, Approved, Denied, Pending]",
  },
  {
    name: "a status less in an answer",
    killer: "lint",
    from: "enum: [InReview, Approved, Denied]",
    to: "enum: [InReview, Approved]",
  },
  {
    name: "a segment more in a request",
    killer: "values",
    from: "enum: [K12, HigherEducation]",
    to: "enum: [K12, HigherEducation, Preschool]",
  },
  { name: "a segment less in a request", killer: "lint", from: "enum: [K12, HigherEducation]", to: "enum: [K12]" },
  {
    name: "the segment made optional",
    killer: "values",
    from: "required: [qualification, educationSegment]",
    to: "required: [qualification]",
  },
  {
    name: "the website made required",
    killer: "values",
    from: "required: [qualification, educationSegment]",
    to: "required: [qualification, educationSegment, website]",
  },
  {
    name: "the validation code made optional",
    killer: "values",
    from: "required: [qualification, validationCode]",
    to: "required: [qualification]",
  },
  {
    name: "the status made optional",
    killer: "values",
    from: "required: [qualification, vettingStatus]",
    to: "required: [qualification]",
  },
  {
    name: "the reason made required",
    killer: "lint",
    from: "required: [qualification, vettingStatus]",
    to: "required: [qualification, vettingStatus, vettingReason]",
  },
  {
    name: "the date under one name only",
    killer: "validators",
    from: / {8}vettingCreatedDate:\n(?: {10}.*\n)+/,
    to: "",
  },
  { name: "the pattern of dates loosened", killer: "values", from: "T([01][0-9]|2[0-3])(:[0-5][0-9]){2}", to: "T.*" },
  {
    name: "the zone of a date made optional",
    killer: "values",
    from: "(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$",
    to: "(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])?$",
  },
  {
    name: "the pattern of GUIDs loosened",
    killer: "values",
    from: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
    to: "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
  },
  {
    name: "a state-owned entity may have a status",
    killer: "values",
    from: "          enum: [StateOwnedEntity]\n    CreateQualificationRequest:",
    to: '          enum: [StateOwnedEntity]\n        vettingStatus:\n          $ref: "#/components/schemas/VettingStatus"\n    CreateQualificationRequest:',
  },
  {
    name: "other properties in a request for Education",
    killer: "values",
    from: "required: [qualification, educationSegment]\n      additionalProperties: false",
    to: "required: [qualification, educationSegment]",
  },
  {
    name: "an empty validation code",
    killer: "values",
    from: "          type: string\n          minLength: 1\n    StateOwnedEntityRequest",
    to: "          type: string\n    StateOwnedEntityRequest",
  },
  {
    name: "the code in the list as a number, too",
    killer: "values",
    from: "          type: string\n          minLength: 1\n        maxCreates",
    to: "          type: [string, integer]\n          minLength: 1\n        maxCreates",
  },
  {
    name: "a counter that is never null",
    killer: "values",
    from: '          type: [integer, "null"]\n        eTag',
    to: "          type: integer\n        eTag",
  },
  {
    name: "a description of any length",
    killer: "values",
    from: "          maxLength: 1024\n        data",
    to: "        data",
  },
  {
    name: "a mapping of the union swapped",
    killer: "generate",
    from: 'Education: "#/components/schemas/EducationQualification"',
    to: 'Education: "#/components/schemas/StateOwnedEntityQualification"',
  },
  {
    name: "an operation renamed",
    killer: "facts",
    from: "operationId: getQualifications",
    to: "operationId: listQualifications",
  },
  {
    name: "a status removed",
    killer: "facts",
    from: '        "404": { $ref: "#/components/responses/NotFound" }\n',
    to: "",
  },
  { name: "another status of a create", killer: "facts", from: '        "201":\n', to: '        "200":\n' },
  {
    name: "an id no longer answered",
    killer: "facts",
    from: '            MS-RequestId: { $ref: "#/components/headers/RequestId" }\n',
    to: "",
  },
  {
    name: "Retry-After made optional",
    killer: "facts",
    from: '      required: true\n      schema: { type: string, pattern: "^[0-9]+$" }',
    to: '      schema: { type: string, pattern: "^[0-9]+$" }',
  },
  {
    name: "a header made required",
    killer: "facts",
    from: "name: MS-RequestId\n      in: header\n      required: false",
    to: "name: MS-RequestId\n      in: header\n      required: true",
  },
  {
    name: "the body made optional",
    killer: "facts",
    from: "        required: true\n        content:",
    to: "        required: false\n        content:",
  },
  { name: "another media type", killer: "facts", from: "application/json:", to: "text/json:" },
  {
    name: "an app-only token for a create",
    killer: "facts",
    from: "security:\n        - appAndUser: []",
    to: "security:\n        - appOnly: []\n        - appAndUser: []",
  },
  {
    name: "the security of a create dropped",
    killer: "facts",
    from: "      security:\n        - appAndUser: []\n",
    to: "",
  },
  {
    name: "another server",
    killer: "facts",
    from: "url: https://api.partnercenter.microsoft.com",
    to: "url: https://api.partner.microsoft.com",
  },
  {
    name: "a documented example changed",
    killer: "sources",
    from: '"vettingStatus": "InReview", "vettingCreatedDate"',
    to: '"vettingStatus": "Approved", "vettingCreatedDate"',
  },
  {
    name: "an assumed example changed",
    killer: "contract",
    from: '"description": "The tenant was not found."',
    to: '"description": "No such tenant."',
  },
];

export interface PactDefect extends Defect {
  /** Changes a copy of the committed contract. */
  change: (pact: PactFile) => unknown;
}

/** What is changed of a Pact file. */
export interface PactFile {
  interactions: {
    description: string;
    pending: boolean;
    providerStates: { name: string }[];
    request: { path: string; headers: Record<string, string[]>; matchingRules?: JsonObject };
    response: {
      status: number;
      headers: Record<string, string[]>;
      body: { content: unknown };
      matchingRules: { body: Record<string, { matchers: JsonObject[] }> };
    };
  }[];
}

/** The rule for the first property of this name in the answers' bodies. */
function ruleOf({ interactions }: PactFile, property: string): { matchers: JsonObject[] } {
  const rules = interactions.flatMap(({ response }) => Object.entries(response.matchingRules?.body ?? {}));
  const found = rules.find(([place]) => place.endsWith(`.${property}`));
  if (!found) throw new Error(`no rule is about ${property}`);
  return found[1];
}

const first = ({ interactions }: PactFile) => interactions[0] as PactFile["interactions"][number];

/** In the committed Pact file. */
export const inContract: readonly PactDefect[] = [
  { name: "an interaction dropped", killer: "contract", change: ({ interactions }) => void interactions.shift() },
  { name: "all interactions dropped", killer: "contract", change: ({ interactions }) => void interactions.splice(0) },
  {
    name: "an interaction pending",
    killer: "contract",
    change: (pact) => Object.assign(first(pact), { pending: true }),
  },
  {
    name: "an interaction without a state",
    killer: "contract",
    change: (pact) => void first(pact).providerStates.splice(0),
  },
  {
    name: "a token that is no placeholder",
    killer: "contract",
    change: (pact) => Object.assign(first(pact).request.headers, { Authorization: ["Bearer eyJhbGciOi"] }),
  },
  {
    name: "another body",
    killer: "contract",
    change: (pact) => Object.assign(first(pact).response.body, { content: [] }),
  },
  {
    name: "another status",
    killer: "contract",
    change: (pact) => Object.assign(first(pact).response, { status: 206 }),
  },
  {
    name: "an interaction renamed by hand",
    killer: "contract",
    change: (pact) => Object.assign(first(pact), { description: "renamed" }),
  },
  {
    name: "a state renamed",
    killer: "written",
    change: (pact) => Object.assign(first(pact).providerStates[0] ?? {}, { name: "Education is fine" }),
  },
  {
    name: "a matcher of a status loosened to its type",
    killer: "written",
    change: (pact) => Object.assign(ruleOf(pact, "vettingStatus"), { matchers: [{ match: "type" }] }),
  },
  {
    name: "a matcher of a status widened",
    killer: "written",
    change: (pact) =>
      Object.assign(ruleOf(pact, "vettingStatus"), { matchers: [{ match: "regex", regex: "^Approved|Pending$" }] }),
  },
  {
    name: "a matcher of a date tightened",
    killer: "written",
    change: (pact) => Object.assign(ruleOf(pact, "vettingCreatedDate"), { matchers: [{ match: "equality" }] }),
  },
  {
    name: "the token no longer needed",
    killer: "written",
    change: (pact) => void delete first(pact).request.headers.Authorization,
  },
  {
    name: "an id no longer echoed",
    killer: "written",
    change: (pact) => void delete first(pact).response.headers["MS-RequestId"],
  },
];

/** What an answer of the sandbox is before it is spoilt. */
export interface SpoiltAnswer {
  status: number;
  headers: Headers;
  text: string;
}

export interface ProviderDefect extends Defect {
  options?: SandboxOptions;
  /** Changes what is asked. */
  ask?: (headers: Headers, method: string) => void;
  /** Changes what is answered. */
  answer?: (answer: SpoiltAnswer, method: string) => unknown;
}

const spoil = (from: string | RegExp, to: string) => (answer: SpoiltAnswer) => {
  answer.text = answer.text.replace(from, to);
};
const turn = (from: number, to: number) => (answer: SpoiltAnswer) => {
  if (answer.status === from) answer.status = to;
};

/** In the sandbox, as a provider. */
export const inProvider: readonly ProviderDefect[] = [
  { name: "the status dropped", killer: "verifier", answer: spoil(/"vettingStatus":"\w+",?/, "") },
  { name: "the status renamed", killer: "verifier", answer: spoil('"vettingStatus"', '"status"') },
  {
    name: "the status as a number",
    killer: "verifier",
    answer: spoil('"vettingStatus":"Approved"', '"vettingStatus":2'),
  },
  { name: "the status in another case", killer: "verifier", answer: spoil("InReview", "inReview") },
  { name: "a status that nobody documented", killer: "verifier", answer: spoil("InReview", "Pending") },
  {
    name: "the list in a wrapper",
    killer: "verifier",
    answer: spoil(/^\[.*\]$/, '{"qualifications":$&}'),
  },
  { name: "a property more", killer: "replay", answer: spoil('{"qualification"', '{"level":1,"qualification"') },
  {
    name: "a date in another format",
    killer: "verifier",
    answer: spoil(/"(\d{4})-(\d\d)-(\d\d)T[^"]*"/, '"$2/$3/$1"'),
  },
  { name: "200 for a create", killer: "verifier", answer: turn(201, 200) },
  {
    name: "an empty list for an unknown customer",
    killer: "verifier",
    answer: (answer, method) =>
      answer.status === 404 && method === "GET" && Object.assign(answer, { status: 200, text: "[]" }),
  },
  { name: "403 for 401", killer: "verifier", answer: turn(401, 403) },
  { name: "another shape of errors", killer: "verifier", answer: spoil('{"code":', '{"error":') },
  {
    name: "text instead of JSON",
    killer: "replay",
    answer: ({ headers }) => headers.set("Content-Type", "text/plain"),
  },
  {
    name: "the request id not echoed",
    killer: "verifier",
    answer: ({ headers }) => headers.set("MS-RequestId", "00000000-0000-4000-8000-00000000ffff"),
  },
  { name: "no correlation id", killer: "verifier", answer: ({ headers }) => headers.delete("MS-CorrelationId") },
  { name: "Retry-After missing", killer: "verifier", answer: ({ headers }) => headers.delete("Retry-After") },
  {
    name: "a header that nobody described",
    killer: "replay",
    answer: ({ headers }) => headers.set("Location", "/elsewhere"),
  },
  { name: "approves at once", killer: "workflow", options: { reviewDelay: 0 } },
  {
    name: "forgets what was asked for",
    killer: "workflow",
    answer: (answer, method) => method === "GET" && answer.status === 200 && Object.assign(answer, { text: "[]" }),
  },
  { name: "never decides", killer: "workflow", options: { reviewDelay: 1e12 } },
  { name: "a request id forgotten", killer: "workflow", ask: (headers) => headers.delete("MS-RequestId") },
  {
    name: "Education beside Government Community Cloud",
    killer: "workflow",
    options: { assumptions: { governmentCommunityCloudExcludesEducation: false } },
  },
  {
    name: "a validation code that never runs out",
    killer: "workflow",
    options: { assumptions: { createTakesOneOfValidationCode: false } },
  },
  {
    name: "the same qualification granted twice",
    killer: "workflow",
    options: { assumptions: { heldIsRefused: false } },
  },
];

export interface FileDefect extends TextDefect {
  file: string;
}

/** In the generated files. */
export const inGenerated: readonly FileDefect[] = [
  {
    name: "a type widened by hand",
    killer: "stale",
    file: "api.ts",
    from: '"InReview" | "Approved" | "Denied"',
    to: '"InReview" | "Approved" | "Denied" | "Pending"',
  },
  {
    name: "a type's property made optional by hand",
    killer: "stale",
    file: "api.ts",
    from: "vettingStatus:",
    to: "vettingStatus?:",
  },
  {
    name: "an operation's path changed by hand",
    killer: "stale",
    file: "operations.ts",
    from: '/qualifications"',
    to: '/qualification"',
  },
  {
    name: "a judge of requests dropped",
    killer: "values",
    file: "operations.ts",
    from: "      body: validators.CreateQualificationRequest as Validate,\n",
    to: "",
  },
  {
    name: "an item judged as a list",
    killer: "validators",
    file: "operations.ts",
    from: "validators.QualificationsLenient",
    to: "validators.QualificationLenient",
  },
  {
    name: "an error judged as a success",
    killer: "validators",
    file: "answers.ts",
    from: "400: strict.ErrorStrict",
    to: "400: strict.QualificationsStrict",
  },
  {
    name: "the gateway's error judged loosely",
    killer: "values",
    file: "answers.ts",
    from: "429: strict.GatewayErrorStrict",
    to: "429: strict.ErrorStrict",
  },
  {
    name: "a validator that accepts all",
    killer: "values",
    file: "strict.ts",
    from: "export const QualificationStrict = ",
    to: "export const QualificationStrict = () => true; const unused = ",
  },
];
