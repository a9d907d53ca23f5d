import { expect, test } from "vitest";
import {
  ApiError,
  InvalidRequestError,
  InvalidResponseError,
  isPartnerCenterError,
  VettingTimeoutError,
} from "../src/index.js";
import { correlationId, requestId } from "./support.js";

const call = { operation: "getQualifications", correlationId, attempts: 1, outcome: "not-applied" as const };
const issues = [
  { pointer: "/0/a", keyword: "type", message: "must be string" },
  { pointer: "", keyword: "json", message: "is empty" },
];

const both = "/0/a must be string; the body is empty";
const [invalid, failed] = ["response (200) does not match the contract:", "Partner Center responded 403"];
const [start, end] = ["getQualifications:", `(correlation id ${correlationId})`];
// A line break, or an escape, could forge a line of a log.
const forged = "a\n\u001b[31m b";
const long = { errorCode: "900309", description: forged + "c".repeat(300) };
const echoed = { ...call, serverCorrelationId: requestId };

test.each<[string, Error, string]>([
  ["all issues", new InvalidRequestError(issues, call), `${start} ${both} ${end}`],
  ["all issues of a response", new InvalidResponseError(200, issues, call), `${start} ${invalid} ${both} ${end}`],
  ["no operation and no id before any call", new InvalidRequestError(issues), both],
  ["the id that the service sent", new ApiError(403, {}, echoed), `${start} ${failed} (correlation id ${requestId})`],
  ["no code that is not one word", new ApiError(403, { errorCode: forged }, call), `${start} ${failed} ${end}`],
  [
    "the error code, and a description on one line, cut at 200 characters",
    new ApiError(403, long, call),
    `${start} ${failed} (error code 900309): a [31m b${"c".repeat(192)} ${end}`,
  ],
])("the message of an error has %s", (_, error, message) => {
  expect(error.message).toBe(message);
});

test("body-derived fields can be read by name, but are not enumerable", () => {
  const error = new ApiError(400, { description: "x", data: ["from the body"] }, call);
  const waited = new VettingTimeoutError("why", call, { last: "from the body" });
  expect([error.description, error.data, waited.last]).toEqual(["x", ["from the body"], "from the body"]);
  for (const name of [...Object.keys(error), ...Object.keys(waited)]) expect(name).not.toMatch(/description|data|last/);
});

test("recognises errors across two copies of this package, and nothing else", () => {
  const copy = Object.defineProperty(new Error(), Symbol.for("partner-center-qualifications.error"), { value: true });
  expect(isPartnerCenterError(copy)).toBe(true);
  for (const other of [new Error(), null, undefined, "api", { code: "api" }])
    expect(isPartnerCenterError(other)).toBe(false);
});
