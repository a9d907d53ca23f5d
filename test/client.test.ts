import { inspect } from "node:util";
import { expect, test, vi } from "vitest";
import { createClient } from "../src/index.js";
import { correlationId, create, created, customerId, observedClient, read, requestId, stateOwned } from "./support.js";

const path = "/v1/customers/{customerTenantId}/qualifications";
const none = () => Response.json([]);
const busy = () => new Response("", { status: 503 });
const json = (body: unknown) => () => Response.json(body);
const numeric = json([{ qualification: "Education", vettingStatus: 1 }]);

test("makes new ids for each call, and returns those that were sent, those that came back and all headers", async () => {
  const headers = { "MS-RequestId": requestId, "MS-CorrelationId": correlationId, isMfaCompliant: "true" };
  const { client, requests } = observedClient(() => Response.json([], { headers }));
  const [first, second] = [await client.getQualifications(customerId), await client.getQualifications(customerId)];
  expect(first.requestId).toBe(requests[0]?.headers.get("MS-RequestId"));
  expect(first.correlationId).toBe(requests[0]?.headers.get("MS-CorrelationId"));
  expect(new Set([first.requestId, second.requestId, first.correlationId, second.correlationId]).size).toBe(4);
  expect(first).toMatchObject({ status: 200, serverRequestId: requestId, serverCorrelationId: correlationId });
  expect(first.headers.get("isMfaCompliant")).toBe("true");
});

test.each(["contoso.onmicrosoft.com", `{${customerId}}`, "..", undefined])(
  "refuses the customer id %j, names it and sends nothing",
  async (id) => {
    const { client, requests } = observedClient(none);
    const call = client.createQualification(id as string, stateOwned);
    const expected = { name: "InvalidRequestError", code: "invalid_request", outcome: "not-applied", attempts: 0 };
    await expect(call).rejects.toMatchObject({ ...expected, issues: [{ pointer: "/customerId" }] });
    await expect(call).rejects.toThrow("/customerId ");
    expect(requests).toEqual([]);
  },
);

test("throws an ApiError for a failed response, with the ids that were sent and those that came back", async () => {
  const headers = { "MS-RequestId": correlationId, "MS-CorrelationId": correlationId };
  const { error } = await read(() => Response.json({ code: 60003 }, { status: 404, headers }), {}, { requestId });
  expect(error).toMatchObject({ name: "ApiError", code: "api", status: 404, errorCode: "60003", requestId });
  const received = { serverRequestId: correlationId, serverCorrelationId: correlationId };
  expect(error).toMatchObject({ ...received, operation: "getQualifications", attempts: 1, outcome: "not-applied" });
});

const deep = `[{"vettingStatus":1,"x":${"[".repeat(9)}${"]".repeat(9)}}]`;

test.each<[string, () => Response, object]>([
  ["a success that is cut", () => new Response('[{"qualification":"Educ'), { pointer: "", keyword: "json" }],
  ["a success that is HTML", () => new Response("<html></html>"), { pointer: "", keyword: "json" }],
  ["a 204", () => new Response(null, { status: 204 }), { pointer: "", message: "is empty" }],
  ["a wrapper", json({ qualifications: [] }), { pointer: "" }],
  ["null", json(null), { pointer: "" }],
  ["a status that is a number", numeric, { pointer: "/0/vettingStatus" }],
  ["no qualification", json([{ vettingStatus: "Approved" }]), { pointer: "/0/qualification" }],
  ["no qualification beside what is nested", () => new Response(deep), { pointer: "/0/qualification" }],
])("throws an InvalidResponseError that points at what is wrong: %s", async (_, respond, issue) => {
  const { error } = await read(respond);
  expect(error).toMatchObject({ name: "InvalidResponseError", code: "invalid_response", issues: [issue] });
});

test.each([
  [201, "", "applied"],
  [201, "{}", "applied"],
  // JSON that does not match is one of the service's responses; a page may be a proxy's.
  [200, '{"vettingStatus":"Approved"}', "applied"],
  [200, "<html>", "unknown"],
])("a %i with the body %j, which cannot be used, leaves a create request %s", async (status, body, outcome) => {
  const { error } = await create(() => new Response(body, { status }));
  expect(error).toMatchObject({ code: "invalid_response", outcome });
});

test("accepts one byte order mark, as was seen from the service, and null as options of a call", async () => {
  expect((await read(() => new Response("\uFEFF[]"), {}, null)).reply?.data).toEqual([]);
});

test("returns what is not documented, and reports it", async () => {
  const body = [{ qualification: "Education", vettingStatus: "Pending", level: 3 }, { qualification: "Charity" }];
  const { reply, events } = await read(json(body));
  expect(reply?.data).toEqual(body);
  expect(events.map(({ type }) => type)).toEqual(["request", "response", "undocumented_response", "success"]);
});

test("can return a response that does not match the contract, and report it", async () => {
  const { reply, events } = await read(numeric, { onInvalidResponse: "report" });
  expect(reply?.data).toEqual([{ qualification: "Education", vettingStatus: 1 }]);
  expect(events.at(-2)).toMatchObject({ type: "invalid_response", issues: [{ pointer: "/0/vettingStatus" }] });
});

test("reports each step with ids and the path's template, and survives a listener that throws or rejects", async () => {
  const onEvent = vi.fn(() => Promise.reject(new Error("a bug of the listener")) as unknown as undefined);
  onEvent.mockImplementationOnce(() => {
    throw new Error("a bug of the listener");
  });
  const { events } = await read(() => Response.json("no", { status: 403 }), { onEvent }, { requestId, correlationId });
  const times = { ms: expect.any(Number), attemptMs: expect.any(Number) };
  const context = { operation: "getQualifications", path, requestId, correlationId, attempt: 1, ...times };
  expect(events).toEqual([
    { ...context, type: "request" },
    { ...context, type: "response", status: 403 },
    { ...context, type: "error", code: "api" },
  ]);
  for (const { ms, attemptMs } of events) expect(ms).toBeGreaterThanOrEqual(attemptMs);
  expect(JSON.stringify(events)).not.toMatch(/secret-token|2d4f1a3c/);
  expect(onEvent).toHaveBeenCalledTimes(3);
});

const cyclic: Record<string, unknown> = { ...stateOwned };
cyclic.self = cyclic;

test.each<[string, object, string, string]>([
  ["without an inherited property", Object.create(stateOwned), "/body/qualification", "is missing"],
  ["after toJSON", { ...stateOwned, toJSON: () => ({ evil: 1 }) }, "/body/qualification", "is missing"],
  ["that must end", cyclic, "/body", "is not valid JSON"],
])("what is checked of a request is its serialization, %s", async (_, request, pointer, message) => {
  const { error, requests } = await create(created, {}, request);
  expect(error).toMatchObject({ code: "invalid_request", issues: [{ pointer, message }] });
  expect(requests).toEqual([]);
});

test("what is sent of a request is its serialization", async () => {
  const { requests } = await create(created, {}, { ...stateOwned, validationCode: undefined });
  expect(requests.map(({ body }) => body)).toEqual(['{"qualification":"StateOwnedEntity"}']);
});

test.each(["constructor", "__proto__"])("a response may have a property named %s", async (name) => {
  const text = `{"qualification":"StateOwnedEntity","${name}":1}`;
  const { reply, events } = await create(() => new Response(text, { status: 201 }));
  expect(reply?.data.qualification).toBe("StateOwnedEntity");
  expect(events.at(-2)).toMatchObject({ type: "undocumented_response", issues: [{ pointer: `/${name}` }] });
});

const notOptions = [new Map(), new AbortController().signal, 0, "", false];

test.each(notOptions)("refuses %s as the options of a call", async (options) => {
  const { error, requests } = await read(none, {}, options);
  expect(error.message).toContain("/options must be an object of options, such as { signal }");
  expect(requests).toEqual([]);
});

const pairs = "must be a Headers, pairs of strings, or an object";

test.each<[string, unknown, string]>([
  ["requestId", "", "must be a GUID"],
  ["requestId", Symbol("id"), "must be a GUID"],
  ["signal", 5, ""],
  ["signal", { aborted: false, throwIfAborted: () => {} }, ""],
  ["correlationId", "{x}", "must be a GUID"],
  ["timeout", 0, "must be a number"],
  ["deadline", "1000", "must be a number"],
  ["retry", true, ""],
  ["requestID", requestId, "unknown option; expected one of signal, requestId, correlationId, timeout"],
  ...["x", [["MS-RequestId"]], ["ab"], { [Symbol.iterator]: 5 }].map((headers): [string, unknown, string] => [
    "headers",
    headers,
    pairs,
  ]),
])("refuses the call option %s = %j before anything is sent", async (option, value, message) => {
  const { error, requests } = await read(none, {}, { [option]: value });
  expect(error).toMatchObject({ code: "invalid_request", issues: [{ pointer: `/${option}` }] });
  expect(error.message).toContain(`/${option} ${message}`);
  expect(requests).toEqual([]);
});

test.each<[unknown, string]>([
  [{ Authorization: "Bearer x" }, "Authorization is set by the client: leave it out"],
  [{ host: "x" }, "host is set by the client"],
  [{ "Content-Length": "1" }, "Content-Length is set by the client"],
  [{ "Transfer-Encoding": "chunked" }, "Transfer-Encoding is set by the client"],
  [{ "Content-Type": "text/plain" }, "Content-Type must be application/json"],
  [{ "Content-Type": ["application/json"] }, "Content-Type must be application/json"],
  [{ "MS-RequestId": "{x}" }, "MS-RequestId must be a GUID"],
  [{ "X-Locale": "!" }, "X-Locale must be a language tag such as en-US"],
  [{ "x y": "canary" }, "x?y is not a valid header name"],
  [{ "x-a": "canary\r\nX: y" }, "x-a must be one line of Latin-1 characters"],
  [{ "x-a": 5 }, "x-a must be one line of Latin-1 characters"],
  [Object.entries({ "MS-RequestId": requestId, "ms-requestid": correlationId }), "ms-requestid is given twice"],
])("refuses the headers %j", async (headers, message) => {
  const { error, requests } = await read(none, {}, { headers });
  expect(error).toMatchObject({ code: "invalid_request" });
  expect(error.message).toContain(`/headers/${message}`);
  expect(error.message).not.toContain("canary");
  expect(requests).toEqual([]);
});

const others = { Accept: "application/json;v=1", traceparent: "00-1", ValidateMfa: "true", "X-Locale": "de-DE" };

test.each([
  ["a record", { ...others, left: undefined, constructor: "1", "Content-Type": "application/json" }],
  ["Headers", new Headers(others)],
])("sends other headers of a single call, given as %s", async (_, headers) => {
  const { requests } = await read(none, {}, { headers });
  const sent = Object.fromEntries(requests[0]?.headers ?? []);
  const accept = "application/json;v=1";
  expect(sent).toMatchObject({ accept, traceparent: "00-1", validatemfa: "true", "x-locale": "de-DE" });
  for (const dropped of ["left", "content-type"]) expect(Object.keys(sent)).not.toContain(dropped);
});

test("a request id given as a header is kept for every attempt, and must not contradict the option", async () => {
  const headers = { "ms-requestid": requestId };
  const { error, requests } = await read(busy, { retry: { baseDelay: 0 } }, { headers });
  expect(error).toMatchObject({ requestId, attempts: 3 });
  expect(requests.map((request) => request.headers.get("MS-RequestId"))).toEqual(Array(3).fill(requestId));
  expect((await read(none, {}, { headers, requestId: requestId.toUpperCase() })).requests).toHaveLength(1);
  const both = await read(none, {}, { headers, requestId: correlationId });
  expect(both.error.message).toContain("/headers/MS-RequestId does not match requestId");
});

test.each([
  [{ limit: 1 }, false, 2],
  [{ baseDelay: 0, maxDelay: 0 }, false, 3],
  [{ throttled: false }, false, 1],
  [false, { limit: 5, baseDelay: 0 }, 1],
  [{ limit: 1 }, { limit: 5, baseDelay: 0, maxDelay: 0 }, 2],
  [undefined, { limit: 1, baseDelay: 0 }, 2],
] as const)("with retry %j for the call over %j, it is sent %i times", async (own, clients, times) => {
  expect((await read(busy, { retry: clients }, { retry: own })).requests).toHaveLength(times);
});

test("with `throttled: false` a 429 is left to the caller, and reported as a retry", async () => {
  const throttled = () => Response.json({}, { status: 429, headers: { "Retry-After": "5" } });
  const { error, events } = await read(throttled, { retry: {} }, { retry: { throttled: false } });
  expect(error).toMatchObject({ code: "throttled", retryAfter: 5000 });
  expect(events.map(({ type }) => type)).toEqual(["request", "response", "retry"]);
});

test("a validation code as a number is returned as a string, unless it has lost digits", async () => {
  const codes = (id: string) => observedClient(() => new Response(`[{"validationId":${id}}]`)).client;
  expect((await codes("123456").getValidationCodes()).data).toEqual([{ validationId: "123456" }]);
  const call = codes("12345678901234567890").getValidationCodes();
  await expect(call).rejects.toThrow("/0/validationId is too large to be exact");
});

test("a printed client shows no token", () => {
  const { client } = observedClient(none, { token: "canary-token" });
  expect(inspect(client, { depth: 9, showHidden: true })).not.toContain("canary");
  expect(JSON.stringify(client)).not.toContain("canary");
});

test("each failed response is read once, and becomes one error", async () => {
  const text = '{"code":1,"description":"x"}';
  const parse = vi.spyOn(JSON, "parse");
  const { client } = await read(() => new Response(text, { status: 503 }), { retry: { baseDelay: 0 } });
  await client.api.GET(path, { params: { path: { customerTenantId: customerId } } });
  const times = parse.mock.calls.filter(([given]) => given === text).length;
  parse.mockRestore();
  // Three attempts of a method, and three through `api`, whose client parses the last one for itself.
  expect(times).toBe(3 + 3 + 1);
});

test("options are used as they were checked, also inherited ones", async () => {
  const fetch = vi.fn(async (_: string) => busy());
  const base = { baseUrl: "http://127.0.0.1:9", retry: Object.create({ limit: 0 }) };
  const client = createClient(Object.assign(Object.create(base), { token: "any", fetch }));
  await expect(client.getQualifications(customerId)).rejects.toThrow();
  const url = `${base.baseUrl}/v1/customers/${customerId}/qualifications`;
  expect(fetch.mock.calls.map(([called]) => called)).toEqual([url]);
});

test("names of properties cannot forge a line of a log", async () => {
  const body = await create(none, {}, { ...stateOwned, "x\n2026 FORGED": 1 });
  expect(body.error.message).toContain("/body/x?2026?FORGED is not documented");
  expect((await read(none, {}, { "x\ny": 1 })).error.message).toContain("/x?y unknown option");
});

test("a response nested too deeply to be written again is returned", async () => {
  const text = `[{"validationId":1,"x":${"[".repeat(200_000)}${"]".repeat(200_000)}}]`;
  const { client } = observedClient(() => new Response(text));
  expect((await client.getValidationCodes()).data[0]?.validationId).toBe("1");
});
