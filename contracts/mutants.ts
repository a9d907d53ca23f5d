import type { SandboxOptions } from "../src/sandbox/index.js";
import type { JsonObject } from "./generate/description.js";

/**
 * The checks that may turn red. `generate` is the generator, which stops; `stale` is a part of `validators` and `pact`.
 */
export type CheckName =
  | "generate"
  | "lint"
  | "facts"
  | "sources"
  | "values"
  | "validators"
  | "pact"
  | "stale"
  | "provider, by Pact"
  | "provider, by verify"
  | "workflows";

/** A deliberate defect, and the check that must see it, whichever others do. */
interface Defect {
  name: string;
  expectedCheck: CheckName;
}

/** In a text: the first `from` becomes `to`. */
export interface TextDefect extends Defect {
  from: string | RegExp;
  to: string;
}

/** In `openapi.yaml`, after which the generated files are written again. */
export const inDescription: readonly TextDefect[] = [
  {
    name: "one more status in a response",
    expectedCheck: "values",
    from: "enum: [InReview, Approved, Denied]",
    to: "enum: [InReview, Approved, Denied, Pending]",
  },
  {
    name: "one status less in a response",
    expectedCheck: "lint",
    from: "enum: [InReview, Approved, Denied]",
    to: "enum: [InReview, Approved]",
  },
  {
    name: "one more segment in a request",
    expectedCheck: "values",
    from: "enum: [K12, HigherEducation]",
    to: "enum: [K12, HigherEducation, Preschool]",
  },
  {
    name: "one segment less in a request",
    expectedCheck: "lint",
    from: "enum: [K12, HigherEducation]",
    to: "enum: [K12]",
  },
  {
    name: "the segment made optional",
    expectedCheck: "values",
    from: "required: [qualification, educationSegment]",
    to: "required: [qualification]",
  },
  {
    name: "the website made required",
    expectedCheck: "values",
    from: "required: [qualification, educationSegment]",
    to: "required: [qualification, educationSegment, website]",
  },
  {
    name: "the validation code made optional",
    expectedCheck: "values",
    from: "required: [qualification, validationCode]",
    to: "required: [qualification]",
  },
  {
    name: "the status made optional",
    expectedCheck: "values",
    from: "required: [qualification, vettingStatus]",
    to: "required: [qualification]",
  },
  {
    name: "the reason made required",
    expectedCheck: "lint",
    from: "required: [qualification, vettingStatus]",
    to: "required: [qualification, vettingStatus, vettingReason]",
  },
  {
    name: "the date under one name only",
    expectedCheck: "validators",
    from: / {8}vettingCreatedDate:\n(?: {10}.*\n)+/,
    to: "",
  },
  {
    name: "the pattern of dates loosened",
    expectedCheck: "values",
    from: "T([01][0-9]|2[0-3])(:[0-5][0-9]){2}",
    to: "T.*",
  },
  {
    name: "the zone of a date made optional",
    expectedCheck: "values",
    from: "(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$",
    to: "(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])?$",
  },
  {
    name: "the pattern of GUIDs loosened",
    expectedCheck: "values",
    from: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
    to: "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
  },
  {
    name: "a state-owned entity may have a status",
    expectedCheck: "values",
    from: "          enum: [StateOwnedEntity]\n    CreateQualificationRequest:",
    to: '          enum: [StateOwnedEntity]\n        vettingStatus:\n          $ref: "#/components/schemas/VettingStatus"\n    CreateQualificationRequest:',
  },
  {
    name: "other properties in a request for Education",
    expectedCheck: "values",
    from: "required: [qualification, educationSegment]\n      additionalProperties: false",
    to: "required: [qualification, educationSegment]",
  },
  {
    name: "an empty validation code",
    expectedCheck: "values",
    from: "          type: string\n          minLength: 1\n    StateOwnedEntityRequest",
    to: "          type: string\n    StateOwnedEntityRequest",
  },
  {
    name: "a validation code that may be a number",
    expectedCheck: "values",
    from: "          type: string\n          minLength: 1\n        maxCreates",
    to: "          type: [string, integer]\n          minLength: 1\n        maxCreates",
  },
  {
    name: "a counter that is never null",
    expectedCheck: "values",
    from: '          type: [integer, "null"]\n        eTag',
    to: "          type: integer\n        eTag",
  },
  {
    name: "a description of any length",
    expectedCheck: "values",
    from: "          maxLength: 1024\n        data",
    to: "        data",
  },
  {
    name: "a mapping of the union swapped",
    expectedCheck: "generate",
    from: 'Education: "#/components/schemas/EducationQualification"',
    to: 'Education: "#/components/schemas/StateOwnedEntityQualification"',
  },
  {
    name: "an operation renamed",
    expectedCheck: "facts",
    from: "operationId: getQualifications",
    to: "operationId: listQualifications",
  },
  {
    name: "a status removed",
    expectedCheck: "facts",
    from: '        "404": { $ref: "#/components/responses/NotFound" }\n',
    to: "",
  },
  { name: "another status of the POST", expectedCheck: "facts", from: '        "201":\n', to: '        "200":\n' },
  {
    name: "a response without the request id",
    expectedCheck: "facts",
    from: '            MS-RequestId: { $ref: "#/components/headers/RequestId" }\n',
    to: "",
  },
  {
    name: "Retry-After made optional",
    expectedCheck: "facts",
    from: '      required: true\n      schema: { type: string, pattern: "^[0-9]+$" }',
    to: '      schema: { type: string, pattern: "^[0-9]+$" }',
  },
  {
    name: "a header made required",
    expectedCheck: "facts",
    from: "name: MS-RequestId\n      in: header\n      required: false",
    to: "name: MS-RequestId\n      in: header\n      required: true",
  },
  {
    name: "the body made optional",
    expectedCheck: "facts",
    from: "        required: true\n        content:",
    to: "        required: false\n        content:",
  },
  { name: "another media type", expectedCheck: "facts", from: "application/json:", to: "text/json:" },
  {
    name: "an app-only token for the POST",
    expectedCheck: "facts",
    from: "security:\n        - appAndUser: []",
    to: "security:\n        - appOnly: []\n        - appAndUser: []",
  },
  {
    name: "the security of the POST dropped",
    expectedCheck: "facts",
    from: "      security:\n        - appAndUser: []\n",
    to: "",
  },
  {
    name: "another server",
    expectedCheck: "facts",
    from: "url: https://api.partnercenter.microsoft.com",
    to: "url: https://api.partner.microsoft.com",
  },
  {
    name: "a documented example changed",
    expectedCheck: "sources",
    from: '"vettingStatus": "InReview", "vettingCreatedDate"',
    to: '"vettingStatus": "Approved", "vettingCreatedDate"',
  },
  {
    name: "an assumed example changed",
    expectedCheck: "pact",
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

/** The rule for the first property of this name in the bodies of responses. */
function ruleOf({ interactions }: PactFile, property: string): { matchers: JsonObject[] } {
  const rules = interactions.flatMap(({ response }) => Object.entries(response.matchingRules?.body ?? {}));
  const found = rules.find(([place]) => place.endsWith(`.${property}`));
  if (!found) throw new Error(`there is no rule for ${property}`);
  return found[1];
}

const first = ({ interactions }: PactFile) => interactions[0] as PactFile["interactions"][number];

/** In the committed Pact file. */
export const inContract: readonly PactDefect[] = [
  { name: "an interaction dropped", expectedCheck: "stale", change: ({ interactions }) => void interactions.shift() },
  {
    name: "all interactions dropped",
    expectedCheck: "pact",
    change: ({ interactions }) => void interactions.splice(0),
  },
  {
    name: "an interaction pending",
    expectedCheck: "pact",
    change: (pact) => Object.assign(first(pact), { pending: true }),
  },
  {
    name: "an interaction without a state",
    expectedCheck: "pact",
    change: (pact) => void first(pact).providerStates.splice(0),
  },
  {
    name: "a token that is not the placeholder",
    expectedCheck: "pact",
    change: (pact) => Object.assign(first(pact).request.headers, { Authorization: ["Bearer eyJhbGciOi"] }),
  },
  {
    name: "another body",
    expectedCheck: "pact",
    change: (pact) => Object.assign(first(pact).response.body, { content: [] }),
  },
  {
    name: "another status",
    expectedCheck: "pact",
    change: (pact) => Object.assign(first(pact).response, { status: 206 }),
  },
  {
    name: "an interaction renamed by hand",
    expectedCheck: "stale",
    change: (pact) => Object.assign(first(pact), { description: "renamed" }),
  },
  {
    name: "a state renamed",
    expectedCheck: "stale",
    change: (pact) => Object.assign(first(pact).providerStates[0] ?? {}, { name: "Education is fine" }),
  },
  {
    name: "a matcher of a status loosened to its type",
    expectedCheck: "stale",
    change: (pact) => Object.assign(ruleOf(pact, "vettingStatus"), { matchers: [{ match: "type" }] }),
  },
  {
    name: "a matcher of a status widened",
    expectedCheck: "stale",
    change: (pact) =>
      Object.assign(ruleOf(pact, "vettingStatus"), { matchers: [{ match: "regex", regex: "^Approved|Pending$" }] }),
  },
  {
    name: "a matcher of a date tightened",
    expectedCheck: "stale",
    change: (pact) => Object.assign(ruleOf(pact, "vettingCreatedDate"), { matchers: [{ match: "equality" }] }),
  },
  {
    name: "the token no longer needed",
    expectedCheck: "stale",
    change: (pact) => void delete first(pact).request.headers.Authorization,
  },
  {
    name: "the request id no longer echoed",
    expectedCheck: "stale",
    change: (pact) => void delete first(pact).response.headers["MS-RequestId"],
  },
];

/** A response of the sandbox, which a mutant changes. */
export interface TamperedResponse {
  status: number;
  headers: Headers;
  text: string;
}

export interface ProviderDefect extends Defect {
  options?: SandboxOptions;
  /** Changes the request. */
  request?: (headers: Headers, method: string) => void;
  /** Changes the response. */
  response?: (response: TamperedResponse, method: string) => unknown;
}

const replaceText = (from: string | RegExp, to: string) => (received: TamperedResponse) => {
  received.text = received.text.replace(from, to);
};
const replaceStatus = (from: number, to: number) => (received: TamperedResponse) => {
  if (received.status === from) received.status = to;
};

/** In the sandbox, as a provider. */
export const inProvider: readonly ProviderDefect[] = [
  {
    name: "the status dropped",
    expectedCheck: "provider, by Pact",
    response: replaceText(/"vettingStatus":"\w+",?/, ""),
  },
  {
    name: "the status renamed",
    expectedCheck: "provider, by Pact",
    response: replaceText('"vettingStatus"', '"status"'),
  },
  {
    name: "the status as a number",
    expectedCheck: "provider, by Pact",
    response: replaceText('"vettingStatus":"Approved"', '"vettingStatus":2'),
  },
  {
    name: "the status in another case",
    expectedCheck: "provider, by Pact",
    response: replaceText("InReview", "inReview"),
  },
  { name: "an undocumented status", expectedCheck: "provider, by Pact", response: replaceText("InReview", "Pending") },
  {
    name: "the list in a wrapper",
    expectedCheck: "provider, by Pact",
    response: replaceText(/^\[.*\]$/, '{"qualifications":$&}'),
  },
  {
    name: "one more property",
    expectedCheck: "provider, by verify",
    response: replaceText('{"qualification"', '{"level":1,"qualification"'),
  },
  {
    name: "a date in another format",
    expectedCheck: "provider, by Pact",
    response: replaceText(/"(\d{4})-(\d\d)-(\d\d)T[^"]*"/, '"$2/$3/$1"'),
  },
  { name: "200 for the POST", expectedCheck: "provider, by Pact", response: replaceStatus(201, 200) },
  {
    name: "an empty list for an unknown customer",
    expectedCheck: "provider, by Pact",
    response: (received, method) =>
      received.status === 404 && method === "GET" && Object.assign(received, { status: 200, text: "[]" }),
  },
  { name: "403 for 401", expectedCheck: "provider, by Pact", response: replaceStatus(401, 403) },
  {
    name: "another shape of errors",
    expectedCheck: "provider, by Pact",
    response: replaceText('{"code":', '{"error":'),
  },
  {
    name: "text instead of JSON",
    expectedCheck: "provider, by verify",
    response: ({ headers }) => headers.set("Content-Type", "text/plain"),
  },
  {
    name: "the request id not echoed",
    expectedCheck: "provider, by Pact",
    response: ({ headers }) => headers.set("MS-RequestId", "00000000-0000-4000-8000-00000000ffff"),
  },
  {
    name: "no correlation id",
    expectedCheck: "provider, by Pact",
    response: ({ headers }) => headers.delete("MS-CorrelationId"),
  },
  {
    name: "Retry-After missing",
    expectedCheck: "provider, by Pact",
    response: ({ headers }) => headers.delete("Retry-After"),
  },
  {
    name: "WWW-Authenticate missing",
    expectedCheck: "provider, by verify",
    response: ({ headers }) => headers.delete("WWW-Authenticate"),
  },
  {
    name: "an undescribed header",
    expectedCheck: "provider, by verify",
    response: ({ headers }) => headers.set("Location", "/elsewhere"),
  },
  { name: "approves immediately", expectedCheck: "workflows", options: { reviewDelay: 0 } },
  {
    name: "forgets requests",
    expectedCheck: "workflows",
    response: (received, method) =>
      method === "GET" && received.status === 200 && Object.assign(received, { text: "[]" }),
  },
  { name: "never decides", expectedCheck: "workflows", options: { reviewDelay: 1e12 } },
  { name: "a request id forgotten", expectedCheck: "workflows", request: (headers) => headers.delete("MS-RequestId") },
  {
    name: "Education beside Government Community Cloud",
    expectedCheck: "workflows",
    options: { assumptions: { governmentCommunityCloudExcludesEducation: false } },
  },
  {
    name: "a validation code that never runs out",
    expectedCheck: "workflows",
    options: { assumptions: { createTakesOneOfValidationCode: false } },
  },
  {
    name: "the same qualification granted twice",
    expectedCheck: "workflows",
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
    expectedCheck: "stale",
    file: "api.ts",
    from: '"InReview" | "Approved" | "Denied"',
    to: '"InReview" | "Approved" | "Denied" | "Pending"',
  },
  {
    name: "a type's property made optional by hand",
    expectedCheck: "stale",
    file: "api.ts",
    from: "vettingStatus:",
    to: "vettingStatus?:",
  },
  {
    name: "an operation's path changed by hand",
    expectedCheck: "stale",
    file: "operations.ts",
    from: '/qualifications"',
    to: '/qualification"',
  },
  {
    name: "a request validator dropped",
    expectedCheck: "values",
    file: "operations.ts",
    from: "      body: validators.CreateQualificationRequest as Validate,\n",
    to: "",
  },
  {
    name: "a list validated as an item",
    expectedCheck: "validators",
    file: "operations.ts",
    from: "validators.QualificationsLenient",
    to: "validators.QualificationLenient",
  },
  {
    name: "an error validated as a success",
    expectedCheck: "validators",
    file: "responses.ts",
    from: "400: strict.ErrorStrict",
    to: "400: strict.QualificationsStrict",
  },
  {
    name: "the gateway's error validated as any error",
    expectedCheck: "values",
    file: "responses.ts",
    from: "429: strict.GatewayErrorStrict",
    to: "429: strict.ErrorStrict",
  },
  {
    name: "a validator that accepts all",
    expectedCheck: "values",
    file: "strict.ts",
    from: "export const QualificationStrict = ",
    to: "export const QualificationStrict = () => true; const unused = ",
  },
];
