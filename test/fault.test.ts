import { expect, test } from "vitest";
import { customerId, failureOf, observedClient } from "./support.js";

const get = (response: Response) => failureOf(observedClient(() => response).client.getQualifications(customerId));
const create = (response: Response) =>
  failureOf(
    observedClient(() => response).client.createQualification(customerId, { qualification: "StateOwnedEntity" }),
  );

test.each([
  [
    "the front door's",
    { code: 2000, description: "a", data: ["b"], source: "c" },
    { errorCode: "2000", description: "a", data: ["b"], source: "c" },
  ],
  ["one with a string for a code", { code: "900420", description: "a" }, { errorCode: "900420", description: "a" }],
  [
    "the customers service's",
    { code: 1, message: "a", description: "b", errorName: "c", isRetryable: false },
    { errorCode: "1", description: "b", errorName: "c", isRetryable: false },
  ],
  ["the gateway's", { statusCode: 500, message: "a" }, { errorCode: undefined, description: "a" }],
  ["a bare string", "Customer tagging denied.", { errorCode: undefined, description: "Customer tagging denied." }],
  [
    "one of wrong types",
    { code: {}, description: 1, errorName: [], isRetryable: "no", data: "x" },
    { errorCode: undefined, description: undefined, errorName: undefined, isRetryable: undefined, data: undefined },
  ],
  ["one whose data holds more than texts", { code: 1, data: ["b", 2, null] }, { errorCode: "1", data: ["b"] }],
  ["one that is longer than it may be", { description: "a".repeat(2000) }, { description: "a".repeat(1024) }],
  ["an array", [1], { errorCode: undefined, description: undefined }],
  ["null", null, { errorCode: undefined, description: undefined }],
])("reads an error body: %s", async (_, body, fields) => {
  expect(await get(Response.json(body, { status: 500 }))).toMatchObject({ code: "api", status: 500, ...fields });
});

test.each([
  ["nothing", "", undefined],
  ["HTML", "<html>Bad gateway</html>", undefined],
  ["HTML after lines of nothing", "\n\n <html>Bad gateway</html>", undefined],
  ["text with a tag", "retry in <5 min", "retry in <5 min"],
  ["text", "upstream timed out", "upstream timed out"],
])("reads an error body that is no JSON: %s", async (_, text, description) => {
  expect(await get(new Response(text, { status: 502 }))).toMatchObject({ code: "api", status: 502, description });
});

test("reads the pause that a 429 asks for, in milliseconds", async () => {
  const answer = (retryAfter: string) => new Response("", { status: 429, headers: { "Retry-After": retryAfter } });
  expect(await get(answer("57"))).toMatchObject({ code: "throttled", status: 429, retryAfter: 57_000 });
  for (const wrong of ["", "soon", "-5", "1e3", "0x10"]) {
    expect(await get(answer(wrong))).toMatchObject({ code: "throttled", retryAfter: undefined });
  }
});

test("an answer that is none, whose status is 0, leaves a create unknown", async () => {
  expect(await create(Response.error())).toMatchObject({ status: 0, outcome: "unknown" });
});

test.each([
  [400, "not-applied"],
  [404, "not-applied"],
  [409, "not-applied"],
  [429, "not-applied"],
  [408, "unknown"],
  [500, "unknown"],
  [503, "unknown"],
])("after %i, whether a create was applied is %s", async (status, outcome) => {
  expect(await create(new Response("", { status }))).toMatchObject({ status, outcome });
  expect(await get(new Response("", { status }))).toMatchObject({ status, outcome: "not-applied" });
});
