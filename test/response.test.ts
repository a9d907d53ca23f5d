import { expect, test } from "vitest";
import type { FetchResponse } from "../src/index.js";
import { after, create, customerId, observedClient, read, useFakeTimers } from "./support.js";

useFakeTimers();

const get = async (response: FetchResponse) => (await read(() => response)).error;

const none = { errorCode: undefined, description: undefined };
const service = { description: "b", errorName: "c", isRetryable: false };
const wrong = { code: {}, description: 1, errorName: [], isRetryable: "no", data: "x" };
const nothing = { ...none, errorName: undefined, isRetryable: undefined, data: undefined };
const oData = { code: "a", message: { lang: "en", value: "b" } };
const fields = { description: "a", data: ["b"], source: "c" };
const details = [{ code: "x", message: "b" }];

test.each<[string, unknown, object]>([
  ["Partner Center's", { code: 2000, ...fields }, { errorCode: "2000", ...fields }],
  ["a string as the code", { code: "900420", description: "a" }, { errorCode: "900420", description: "a" }],
  ["the customers service's", { code: 1, message: "a", ...service }, { errorCode: "1", ...service }],
  ["the gateway's", { statusCode: 500, message: "a" }, { errorCode: undefined, description: "a" }],
  ["a bare string", "Tagging denied.", { errorCode: undefined, description: "Tagging denied." }],
  ["a capital letter", { Message: "a" }, { description: "a" }],
  ["an object error", { error: { code: "Forbidden", message: "a" } }, { errorCode: "Forbidden", description: "a" }],
  ["OData's", { "odata.error": oData }, { errorCode: "a", description: "b" }],
  ["OAuth's", { error: "invalid_token", error_description: "a" }, { errorCode: "invalid_token", description: "a" }],
  ["problem+json", { type: "about:blank", title: "a", detail: "b" }, { description: "a: b" }],
  ["a list of errors", { errors: [{ code: 1, message: "a" }, {}] }, { errorCode: "1", description: "a" }],
  ["wrong types", wrong, nothing],
  ["data that is not only strings", { code: 1, data: ["b", 2, null] }, { errorCode: "1", data: ["b"] }],
  ["a long description", { description: "a".repeat(2000) }, { description: "a".repeat(1024) }],
  ["an array", [1], none],
  ["null", null, none],
  ["errors by field", { errors: { Website: ["a"] }, title: "Errors" }, { description: "Errors: a" }],
  ["a ModelState", { Message: "Invalid.", ModelState: { x: ["is missing"] } }, { description: "is missing" }],
  ["an array of errors", [{ code: 5, message: "a" }], { description: "a" }],
  ["a list of sentences", { errors: ["a sentence"] }, { description: "a sentence" }],
  ["a sentence as the error", { error: "a sentence, not a code" }, { description: "a sentence, not a code" }],
  ["an empty code", { error: { code: "", message: "a" }, errorCode: 5 }, { description: "a" }],
  ["a MessageDetail", { MessageDetail: "a" }, { description: "a" }],
  ["a list as the error", { error: [{ code: "a", message: "b" }] }, { errorCode: "a", description: "b" }],
  ["details", { error: { code: "a", message: "", details } }, { errorCode: "a", description: "b" }],
  ["an inner error beside no details", { error: { details: [], innererror: { message: "b" } } }, { description: "b" }],
  ["an inner error", { error: { innererror: { code: "a", message: "b" } } }, { errorCode: "a", description: "b" }],
  ["a list of one text", ["MFA required"], { description: "MFA required" }],
  ["a code of null beside another", { code: null, errorCode: "5" }, { errorCode: "5" }],
  ["an empty code beside another", { code: "", errorCode: "5" }, { errorCode: "5" }],
  ["a blank description beside a message", { description: "  ", message: "a" }, { description: "a" }],
])("reads an error body: %s", async (_, body, fields) => {
  expect(await get(Response.json(body, { status: 500 }))).toMatchObject({ code: "api", status: 500, ...fields });
});

test.each([
  ["nothing", "", undefined],
  ["HTML", "<html>Bad gateway</html>", undefined],
  ["HTML after lines of nothing", "\n\n <html>Bad gateway</html>", undefined],
  ["text with a tag", "retry in <5 min", "retry in <5 min"],
  ["text", "upstream timed out", "upstream timed out"],
  ["XML", "<Error><Message>MFA required.</Message></Error>", "MFA required."],
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
  const found = { code: 1, description: 'say "a"' };
  expect(await failure({ ...found, ...many })).toMatchObject({ errorCode: "1", description: 'say "a"' });
  expect(await failure({ ...many, ...found })).toMatchObject({ status: 400, ...none });
  expect(await failure({ data: Array(300).fill("b") })).toMatchObject({ data: Array(100).fill("b") });
});

test("a network error as a response, with status 0, leaves a create request unknown", async () => {
  expect((await create(() => Response.error())).error).toMatchObject({ status: 0, outcome: "unknown" });
});

test.each([
  [400, "not-applied"],
  [429, "not-applied"],
  [408, "unknown"],
  [500, "unknown"],
])("the outcome of a create request after %i is %s", async (status, outcome) => {
  expect((await create(() => new Response("", { status }))).error).toMatchObject({ status, outcome });
  expect(await get(new Response("", { status }))).toMatchObject({ status, outcome: "not-applied" });
});

/** A body that breaks off, or stalls, after its first byte. */
const broken = (stalls: boolean) =>
  new ReadableStream({
    pull(controller) {
      if (stalls) return new Promise(() => {});
      controller.enqueue(new Uint8Array([0x7b]));
      controller.error(new TypeError("terminated"));
    },
  });

test.each([
  [409, false, { code: "api", outcome: "not-applied" }],
  [429, false, { code: "throttled", outcome: "not-applied", retryAfter: 70_000 }],
  [400, true, { code: "api", outcome: "not-applied" }],
  [429, true, { code: "throttled", outcome: "not-applied", retryAfter: 70_000 }],
])(
  "a %i whose body breaks off or stalls (%s) is sent once, and read by its status",
  async (status, stalls, expected) => {
    const respond = () => new Response(broken(stalls), { status, headers: { "Retry-After": "70" } });
    const { error, requests } = await after(5000, create(respond, { retry: {} }));
    expect(error).toMatchObject({ status, ...expected });
    expect(requests).toHaveLength(1);
  },
);

test("a 401 whose body breaks off is refreshed", async () => {
  const token = ({ refresh }: { refresh: boolean }) => (refresh ? "fresh" : "expired");
  const answers = [new Response(broken(false), { status: 401 }), Response.json([])] as [Response, Response];
  const { reply, requests } = await read(() => answers.shift() ?? Response.error(), { token });
  expect(requests.map(({ headers }) => headers.get("Authorization"))).toEqual(["Bearer expired", "Bearer fresh"]);
  expect(reply?.data).toEqual([]);
});

const polyfilled = new Headers({ "retry-after": "70" });
const getOnly = { get: (name: string) => polyfilled.get(name) };

test.each<[string, unknown]>([
  ["null", null],
  ["a pseudo header", { ":status": "429", "retry-after": "70" }],
  ["a Map", new Map([["retry-after", "70"]])],
  ["pairs", [["Retry-After", "70"]]],
  ["a polyfill without an iterator", { ...getOnly, forEach: polyfilled.forEach.bind(polyfilled) }],
  ["an iterable without forEach", { ...getOnly, [Symbol.iterator]: () => polyfilled.entries() }],
  ["a mock with get", { get: (name: string) => (name.toLowerCase() === "retry-after" ? 70 : null) }],
])("reads a response whose headers are %s, also through api", async (name, headers) => {
  const given = Object.freeze({ status: 429, headers, text: async () => "{}" }) as FetchResponse;
  const retryAfter = name === "null" ? undefined : 70_000;
  const { error, requests } = await read(() => given, { retry: {} }, retryAfter ? {} : { retry: false });
  expect(error).toMatchObject({ code: "throttled", retryAfter });
  expect(requests).toHaveLength(1);
  const params = { path: { customerTenantId: customerId } };
  const api = observedClient(() => given).client.api;
  const { response } = await api.GET("/v1/customers/{customerTenantId}/qualifications", { params });
  expect(response.status).toBe(429);
  if (!/null|get/.test(name)) expect(response.headers.get("Retry-After")).toBe("70");
});

test("the description of an empty 401 is that of WWW-Authenticate", async () => {
  const challenge = 'Bearer error="invalid_token", Error_Description="The \\"token\\" has expired"';
  const init = { status: 401, headers: { "WWW-Authenticate": challenge }, statusText: "Unauthorized" };
  expect(await get(new Response("", init))).toMatchObject({ description: 'The "token" has expired' });
});

test.each([
  ["JSON", ` [${JSON.stringify("a".repeat(70_000))}]`, undefined],
  ["a JSON string", `"${"a".repeat(70_000)}"`, undefined],
  ["text", "a [b] ".repeat(20_000), expect.stringMatching(/^a \[b\]/)],
])("of a failure that is cut, %s is no description unless people can read it", async (_, text, description) => {
  expect(await get(new Response(text, { status: 500 }))).toMatchObject({ code: "api", description });
});

test.each([
  [{}, "is not valid JSON (possibly truncated)"],
  [{ "Content-Type": "text/plain" }, "is not valid JSON (possibly truncated)"],
  [{ "Content-Type": "application/json; charset=utf-8" }, "is not valid JSON (possibly truncated)"],
  [{ "Content-Type": "text/plain-page" }, "is not JSON, but text/plain-page"],
  [{ "Content-Type": "text/html; charset=utf-8" }, "is not JSON, but text/html"],
  [{ "Content-Type": "x-text/plain" }, "is not JSON, but x-text/plain"],
])("a success with the headers %j that is not JSON says so", async (headers, message) => {
  const body = new TextEncoder().encode("<");
  expect(await get(new Response(body, { headers }))).toMatchObject({ issues: [{ keyword: "json", message }] });
});
