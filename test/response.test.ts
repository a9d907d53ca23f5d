import { expect, test } from "vitest";
import type { FetchResponse } from "../src/index.js";
import { create, customerId, read } from "./support.js";

const get = async (response: FetchResponse) => (await read(() => response)).error;

const neither = { errorCode: undefined, description: undefined };
const service = { description: "b", errorName: "c", isRetryable: false };
const unprintable = { toString: 1 };
const wrong = {
  code: {},
  description: 1,
  errorName: [],
  isRetryable: "no",
  data: "x",
  title: unprintable,
  error: unprintable,
};
const nothing = { ...neither, errorName: undefined, isRetryable: undefined, data: undefined };
const oData = { code: "a", message: { lang: "en", value: "b" } };
const fields = { description: "a", data: ["b"], source: "c" };

test.each<[string, unknown, object]>([
  ["Partner Center's", { code: 2000, ...fields }, { errorCode: "2000", ...fields }],
  ["the customers service's", { code: 1, message: "a", ...service }, { errorCode: "1", ...service }],
  ["the gateway's", { statusCode: 500, message: "a" }, { errorCode: undefined, description: "a" }],
  ["a bare string", "Tagging denied.", { errorCode: undefined, description: "Tagging denied." }],
  ["an object error", { error: { code: "Forbidden", message: "a" } }, { errorCode: "Forbidden", description: "a" }],
  ["OData's", { "odata.error": oData }, { errorCode: "a", description: "b" }],
  ["OAuth's", { error: "invalid_token", error_description: "a" }, { errorCode: "invalid_token", description: "a" }],
  ["problem+json", { type: "about:blank", title: "a", detail: "b" }, { description: "a: b" }],
  ["wrong types", wrong, nothing],
  ["data that is not only strings", { code: 1, data: ["b", 2, null] }, { errorCode: "1", data: ["b"] }],
  ["a long description", { description: "a".repeat(2000) }, { description: "a".repeat(1024) }],
  ["null", null, neither],
  ["a sentence as the error", { error: "a sentence, not a code" }, { description: "a sentence, not a code" }],
  ["an empty code beside another", { code: "", errorCode: "5" }, { errorCode: "5" }],
  ["a blank description beside a message", { description: "  ", message: "a" }, { description: "a" }],
])("reads an error body: %s", async (_, body, fields) => {
  expect(await get(Response.json(body, { status: 500 }))).toMatchObject({ code: "api", status: 500, ...fields });
});

test.each([
  ["HTML after lines of nothing", "\n\n <html>Bad gateway</html>", undefined],
  ["text with a tag", "retry in <5 min", "retry in <5 min"],
  ["text with a number in brackets", "[10001] MFA required.", "[10001] MFA required."],
  ["JSON without its end", '{ "statusCode": 502, "message": "No"', undefined],
])("reads an error body that is not JSON: %s", async (_, text, description) => {
  expect(await get(new Response(text, { status: 502 }))).toMatchObject({ code: "api", status: 502, description });
});

const undescribed = ["", "<html>", "{}", "[]", `<html>${"x".repeat(70_000)}`];

test.each(undescribed)("the reason phrase describes a failure without a description of its own (%#)", async (text) => {
  const statusText = "Authentication failed. MFA required. (10001)";
  const error = await get(new Response(text, { status: 401, statusText }));
  expect(error).toMatchObject({ status: 401, description: statusText });
  expect(error.message).toContain(statusText);
});

test("reads at most 65,536 bytes of a failure, and at most 100 items of its data", async () => {
  const failure = (body: object) => get(Response.json(body, { status: 400 }));
  const many = { data: Array(349_000).fill("") };
  expect(await failure({ code: 1, ...many })).toMatchObject({ status: 400, ...neither });
  expect(await failure({ data: Array(300).fill("b") })).toMatchObject({ data: Array(100).fill("b") });
});

test.each([
  [400, "not-applied"],
  [408, "unknown"],
  [500, "unknown"],
])("the outcome of a create request after %i is %s", async (status, outcome) => {
  expect((await create(() => new Response("", { status }))).error).toMatchObject({ status, outcome });
  expect(await get(new Response("", { status }))).toMatchObject({ status, outcome: "not-applied" });
});

test.each([
  [409, { code: "api" }],
  [429, { code: "throttled", retryAfter: 70_000 }],
])("a %i whose body breaks off is sent once, and read by its status", async (status, expected) => {
  const pull = (controller: ReadableStreamDefaultController) => controller.error(new TypeError("terminated"));
  const init = { status, headers: { "Retry-After": "70" } };
  const { error, requests } = await create(() => new Response(new ReadableStream({ pull }), init), { retry: {} });
  expect(error).toMatchObject({ status, ...expected, outcome: "not-applied" });
  expect(requests).toHaveLength(1);
});

const get70 = (name: string) => (name.toLowerCase() === "retry-after" ? 70 : null);

test.each<[string, unknown, string | null]>([
  ["a record with a pseudo header", { ":status": "429", "retry-after": "70" }, "70"],
  ["pairs", [["Retry-After", "70"]], "70"],
  ["a mock with nothing but get", { get: get70 }, null],
])("reads a response whose headers are %s, also through api", async (_, headers, copied) => {
  const given = Object.freeze({ status: 429, headers, text: async () => "{}" }) as FetchResponse;
  const { error, client } = await read(() => given);
  expect(error).toMatchObject({ code: "throttled", retryAfter: 70_000 });
  const params = { path: { customerTenantId: customerId } };
  const { response } = await client.api.GET("/v1/customers/{customerTenantId}/qualifications", { params });
  expect([response.status, response.headers.get("Retry-After")]).toEqual([429, copied]);
});

test.each([
  ["JSON", ` [${JSON.stringify("a".repeat(70_000))}]`, undefined],
  ["text", "a [b] ".repeat(20_000), expect.stringMatching(/^a \[b\]/)],
])("of a failure that is cut, %s is no description unless people can read it", async (_, text, description) => {
  expect(await get(new Response(text, { status: 500 }))).toMatchObject({ code: "api", description });
});

test.each([
  ["[", "is not valid JSON (possibly truncated)"],
  ["\n<html>", "is not JSON, but HTML or XML"],
])("a success that is %j instead of JSON says so", async (text, message) => {
  expect(await get(new Response(text))).toMatchObject({ issues: [{ keyword: "json", message }] });
});
