import { expect, test } from "vitest";
import type { FetchResponse } from "../src/index.js";
import { customerId, failureOf, observedClient } from "./support.js";

const get = (response: FetchResponse) => failureOf(observedClient(() => response).client.getQualifications(customerId));
const create = (response: FetchResponse) =>
  failureOf(
    observedClient(() => response).client.createQualification(customerId, { qualification: "StateOwnedEntity" }),
  );

test.each([
  [
    "Partner Center's",
    { code: 2000, description: "a", data: ["b"], source: "c" },
    { errorCode: "2000", description: "a", data: ["b"], source: "c" },
  ],
  ["a string as the code", { code: "900420", description: "a" }, { errorCode: "900420", description: "a" }],
  [
    "the customers service's",
    { code: 1, message: "a", description: "b", errorName: "c", isRetryable: false },
    { errorCode: "1", description: "b", errorName: "c", isRetryable: false },
  ],
  ["the gateway's", { statusCode: 500, message: "a" }, { errorCode: undefined, description: "a" }],
  ["a bare string", "Customer tagging denied.", { errorCode: undefined, description: "Customer tagging denied." }],
  ["a capital letter", { Message: "No HTTP resource was found." }, { description: "No HTTP resource was found." }],
  ["an object error", { error: { code: "Forbidden", message: "a" } }, { errorCode: "Forbidden", description: "a" }],
  [
    "OData's",
    { "odata.error": { code: "a", message: { lang: "en", value: "b" } } },
    { errorCode: "a", description: "b" },
  ],
  ["OAuth's", { error: "invalid_token", error_description: "a" }, { errorCode: "invalid_token", description: "a" }],
  ["problem+json", { type: "about:blank", title: "a", detail: "b" }, { description: "a: b" }],
  ["a list of errors", { errors: [{ code: 1, message: "a" }, {}] }, { errorCode: "1", description: "a" }],
  [
    "wrong types",
    { code: {}, description: 1, errorName: [], isRetryable: "no", data: "x" },
    { errorCode: undefined, description: undefined, errorName: undefined, isRetryable: undefined, data: undefined },
  ],
  ["data that is not only strings", { code: 1, data: ["b", 2, null] }, { errorCode: "1", data: ["b"] }],
  ["a long description", { description: "a".repeat(2000) }, { description: "a".repeat(1024) }],
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
])("reads an error body that is not JSON: %s", async (_, text, description) => {
  expect(await get(new Response(text, { status: 502 }))).toMatchObject({ code: "api", status: 502, description });
});

test.each(["", "<html>", "{}", "[]"])(
  "the reason phrase is the description of a failure with the body %j",
  async (text) => {
    const statusText = "Authentication failed. MFA required. (10001)";
    const error = await get(new Response(text, { status: 401, statusText }));
    expect(error).toMatchObject({ status: 401, description: statusText });
    expect(error.message).toContain(statusText);
  },
);

test("reads at most 65,536 bytes of a failure, and at most 100 items of its data", async () => {
  const long = JSON.stringify({ code: 1, description: "a", data: Array.from({ length: 349_000 }, () => "") });
  expect(await get(new Response(long, { status: 400 }))).toMatchObject({ status: 400, errorCode: undefined });
  const short = { code: 1, description: "a", data: Array.from({ length: 300 }, () => "b") };
  expect((await get(Response.json(short, { status: 400 }))) as { data?: string[] }).toMatchObject({
    data: Array(100).fill("b"),
  });
});

test("reads the pause that a 429 asks for, in milliseconds", async () => {
  const answer = (retryAfter: string) => new Response("", { status: 429, headers: { "Retry-After": retryAfter } });
  expect(await get(answer("57"))).toMatchObject({ code: "throttled", status: 429, retryAfter: 57_000 });
  for (const wrong of ["", "soon", "-5", "1e3", "0x10"]) {
    expect(await get(answer(wrong))).toMatchObject({ code: "throttled", retryAfter: undefined });
  }
});

test("a network error as a response, with status 0, leaves a create request unknown", async () => {
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
])("the outcome of a create request after %i is %s", async (status, outcome) => {
  expect(await create(new Response("", { status }))).toMatchObject({ status, outcome });
  expect(await get(new Response("", { status }))).toMatchObject({ status, outcome: "not-applied" });
});
