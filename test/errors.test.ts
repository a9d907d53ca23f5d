import { expect, test } from "vitest";
import { ApiError, isPartnerCenterError, NetworkError } from "../src/index.js";
import { correlationId } from "./support.js";

const call = { operation: "getQualifications", correlationId, attempts: 1, outcome: "not-applied" } as const;

test("a message says what, where and the correlation id to quote", () => {
  const { message } = new ApiError(403, { errorCode: "900309", description: "not repeated" }, call);
  expect(message).toBe(
    `getQualifications: Partner Center answered 403, error code 900309 (correlation id ${correlationId})`,
  );
});

test("errors are recognised across two copies of this package, and nothing else is", () => {
  const copy = Object.defineProperty(new Error(), Symbol.for("partner-center-qualifications.error"), { value: true });
  expect(isPartnerCenterError(new ApiError(400, {}, call))).toBe(true);
  expect(isPartnerCenterError(copy)).toBe(true);
  for (const other of [new Error(), null, undefined, "api", { code: "api" }])
    expect(isPartnerCenterError(other)).toBe(false);
});

test("errors keep their cause, their name and their code", () => {
  const cause = new TypeError("fetch failed");
  const error = new NetworkError("lost", call, { cause });
  expect(error).toMatchObject({ name: "NetworkError", code: "network", cause, attempts: 1 });
});
