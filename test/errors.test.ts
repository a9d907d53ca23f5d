import { inspect } from "node:util";
import { expect, test } from "vitest";
import {
  ApiError,
  InvalidRequestError,
  InvalidResponseError,
  isPartnerCenterError,
  NetworkError,
  type Outcome,
  RedirectError,
  TimeoutError,
  TokenError,
  VettingTimeoutError,
} from "../src/index.js";
import { correlationId, requestId } from "./support.js";

const outcome: Outcome = "not-applied";
const call = { operation: "getQualifications", correlationId, attempts: 1, outcome };
const issues = [
  { pointer: "/0/a", keyword: "type", message: "must be string" },
  { pointer: "", keyword: "json", message: "is empty" },
];
const id = ` (correlation id ${correlationId})`;

const both = "/0/a must be string; the body is empty";
const unmatched = `response (200) does not match the contract: ${both}`;
const responded = (status: number) => `Partner Center responded ${status}`;
const forged = "1\n\u001b[31mERROR all is lost";

test.each([
  [new InvalidRequestError(issues, call), "InvalidRequestError", "invalid_request", both],
  [new ApiError(403, { errorCode: "900309" }, call), "ApiError", "api", `${responded(403)} (error code 900309)`],
  [new ApiError(400, { errorCode: forged }, call), "ApiError", "api", responded(400)],
  [new ApiError(502, {}, call), "ApiError", "api", responded(502)],
  [new ApiError(429, {}, call, 1000), "ApiError", "throttled", responded(429)],
  [new InvalidResponseError(200, issues, call), "InvalidResponseError", "invalid_response", unmatched],
  [new TimeoutError("why", call), "TimeoutError", "timeout", "why"],
  [new NetworkError("why", call), "NetworkError", "network", "why"],
  [new TokenError("why", call), "TokenError", "token", "why"],
  [new RedirectError("why", call), "RedirectError", "redirect", "why"],
  [new VettingTimeoutError("why", call), "VettingTimeoutError", "vetting_timeout", "why"],
])("%s", (error, name, code, reason) => {
  expect(error).toMatchObject({ name, code, ...call });
  expect(error.message).toBe(`getQualifications: ${reason}${id}`);
  expect(`${error.stack}`).toContain(reason);
  expect(isPartnerCenterError(error)).toBe(true);
});

test("the message has the description on one line, cut at 200 characters", () => {
  const description = `a\n\u001b[31m b${"c".repeat(300)}`;
  const { message } = new ApiError(409, { errorCode: "600061", description }, call);
  const text = `a [31m b${"c".repeat(192)}`;
  expect(message).toBe(`getQualifications: Partner Center responded 409 (error code 600061): ${text}${id}`);
});

test("an error before any call names no operation and no id", () => {
  const error = new InvalidRequestError(issues.slice(1));
  expect(error.message).toBe("the body is empty");
  expect(error).toMatchObject({ attempts: 0, outcome: "not-applied" });
});

test("the message quotes the service's correlation id if it sent another one", () => {
  expect(new TimeoutError("why", { ...call, serverCorrelationId: requestId }).message).toContain(requestId);
});

test("body-derived fields can be read by name, but are not enumerable", () => {
  const error = new ApiError(400, { description: "x", data: ["from the body"] }, call);
  const waited = new VettingTimeoutError("why", call, { last: "from the body" });
  expect([error.description, error.data, waited.last]).toEqual(["x", ["from the body"], "from the body"]);
  for (const text of [inspect(error), JSON.stringify(error), inspect(waited), JSON.stringify(waited)]) {
    expect(text).not.toContain("from the body");
  }
  expect(Object.keys(new TimeoutError("why", call))).not.toContain("description");
  expect("description" in new TimeoutError("why", call)).toBe(false);
});

test("recognises errors across two copies of this package, and nothing else", () => {
  const copy = Object.defineProperty(new Error(), Symbol.for("partner-center-qualifications.error"), { value: true });
  expect(isPartnerCenterError(copy)).toBe(true);
  for (const other of [new Error(), null, undefined, "api", { code: "api" }])
    expect(isPartnerCenterError(other)).toBe(false);
});
