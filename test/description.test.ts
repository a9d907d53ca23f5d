/**
 * The facts of the contract, written from Microsoft's pages and not from `openapi.yaml`: examples alone do not see that
 * a token, a value or a property too many is allowed.
 */
import { describe, expect, test } from "vitest";
import { answers } from "../generated/answers.js";
import { Description, isObject, type Json } from "../generated/description.js";
import { operations } from "../generated/operations.js";

const description = new Description("openapi.yaml");
const [get, post, codes] = description.operations();
const qualifications = "~1v1~1customers~1{customerTenantId}~1qualifications";
const securityOf = (method: string, path = qualifications) =>
  (description.find(`#/paths/${path}/${method}/security`) as Json[]).map((requirement) =>
    Object.keys(isObject(requirement) ? requirement : {}).join(),
  );

test("the two servers, the three operations and their tokens", () => {
  expect(description.root.servers).toMatchObject([
    { url: "https://api.partnercenter.microsoft.com" },
    { url: "https://partner.partnercenterapi.microsoftonline.cn" },
  ]);
  expect(description.operations().map(({ id, method, path }) => `${id}: ${method} ${path}`)).toEqual([
    "getQualifications: GET /v1/customers/{customerTenantId}/qualifications",
    "createQualification: POST /v1/customers/{customerTenantId}/qualifications",
    "getValidationCodes: GET /v1/customers/all/validations",
  ]);
  expect(securityOf("get")).toEqual(["appOnly", "appAndUser"]);
  expect(securityOf("post")).toEqual(["appAndUser"]);
  expect(securityOf("get", "~1v1~1customers~1all~1validations")).toEqual(["appOnly", "appAndUser"]);
});

test("the parameters, of which only the customer's id is required", () => {
  const headers = ["MS-RequestId", "MS-CorrelationId", "MS-PartnerCenter-Application", "X-Locale"];
  const optional = headers.map((name) => ["header", name, false]);
  const listed = (operation = get) =>
    operation?.parameters.map(({ name, in: place, required }) => [place, name, required]);
  expect(listed(get)).toEqual([["path", "customerTenantId", true], ...optional]);
  expect(listed(post)).toEqual(listed(get));
  expect(listed(codes)).toEqual(optional);
  expect([get?.requestBody, codes?.requestBody]).toEqual([undefined, undefined]);
  expect(description.find(`#/paths/${qualifications}/post/requestBody/required`)).toBe(true);
});

test("the statuses, their media type and their headers", () => {
  const ids = ["MS-RequestId", "MS-CorrelationId"];
  const errors = [
    [401, [...ids, "WWW-Authenticate"]],
    [403, ids],
    [404, ids],
  ];
  const gateway = [
    [429, ["Retry-After"]],
    [500, ids],
    [503, []],
  ];
  const shapes = (operation = get) => operation?.responses.map(({ status, headers }) => [status, Object.keys(headers)]);
  expect(shapes(get)).toEqual([[200, ids], [400, ids], ...errors, ...gateway]);
  expect(shapes(post)).toEqual([[201, ids], [400, ids], ...errors, [409, ids], ...gateway]);
  expect(shapes(codes)).toEqual([[200, ids], [400, ids], ...errors.filter(([status]) => status !== 404), ...gateway]);
  const bodies = [get, post, codes].flatMap((operation) => operation?.responses.map(({ body }) => body.type));
  expect(new Set([...bodies, post?.requestBody?.type])).toEqual(new Set(["application/json"]));
  expect(description.at("#/components/headers/RetryAfter").value.required).toBe(true);
});

describe("must be refused", () => {
  const ask = operations.find(({ id }) => id === "createQualification")?.request.body;
  const education = { qualification: "Education", educationSegment: "K12" };
  test.each<[string, unknown]>([
    ["None", { qualification: "None" }],
    ["Nonprofit", { qualification: "Nonprofit" }],
    ["another case", { qualification: "education", educationSegment: "K12" }],
    ["PascalCase names", { Qualification: "StateOwnedEntity" }],
    ["no segment", { qualification: "Education" }],
    ["an unknown segment", { ...education, educationSegment: "Preschool" }],
    ["no code", { qualification: "GovernmentCommunityCloud" }],
    ["an empty code", { qualification: "GovernmentCommunityCloud", validationCode: "" }],
    ["a number for a code", { qualification: "GovernmentCommunityCloud", validationCode: 123_456 }],
    ["a code for Education", { ...education, validationCode: "1" }],
    ["a website for a state-owned entity", { qualification: "StateOwnedEntity", website: "contoso.edu" }],
    ["an array", [{ qualification: "StateOwnedEntity" }]],
    ["a number", 1],
  ])("as a request: %s", (_, value) => expect(ask?.(value)).toBe(false));

  test("but not: Education without a website", () => expect(ask?.(education)).toBe(true));

  const vetted = { qualification: "Education", vettingStatus: "Approved" };
  test.each<[string, unknown]>([
    ["an unknown status", { ...vetted, vettingStatus: "Pending" }],
    ["a status in another case", { ...vetted, vettingStatus: "inReview" }],
    ["no status", { qualification: "Education" }],
    ["None", { qualification: "None" }],
    ["a vetted state-owned entity", { ...vetted, qualification: "StateOwnedEntity" }],
    ["a date without a zone", { ...vetted, vettingCreateDate: "2020-12-04T20:54:24" }],
    ["a date that is none", { ...vetted, vettingCreatedDate: "07/09/2020: 00:00:00" }],
    ["a date that is null", { ...vetted, vettingCreatedDate: null }],
    ["an undocumented property", { ...vetted, level: 1 }],
  ])("as an answer: %s", (_, value) => {
    expect(answers.getQualifications[200]?.([value])).toBe(false);
    expect(answers.createQualification[201]?.(value)).toBe(false);
  });

  const code = {
    partnerId: "9daaeb1c-4195-4db5-9f1d-509eb70c8c2d",
    organizationName: "Contoso",
    validationId: "12345",
  };
  const counted = { ...code, maxCreates: 5, remainingCreates: null };
  test.each<[string, unknown]>([
    ["a number for a code", { ...counted, validationId: 12_345 }],
    ["an empty code", { ...counted, validationId: "" }],
    ["no counter", code],
    ["half a create", { ...counted, remainingCreates: 0.5 }],
    ["a partner that is no GUID", { ...counted, partnerId: "contoso" }],
    ["an undocumented property", { ...counted, level: 1 }],
  ])("as a validation code: %s", (_, value) => expect(answers.getValidationCodes[200]?.([value])).toBe(false));

  test("but not: a code without a limit", () => expect(answers.getValidationCodes[200]?.([counted])).toBe(true));
});
