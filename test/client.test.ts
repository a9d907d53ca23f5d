import { inspect } from "node:util";
import { expect, onTestFinished, test, vi } from "vitest";
import { createClient } from "../src/index.js";
import { correlationId, create, created, customerId, observedClient, read, requestId, stateOwned } from "./support.js";

const path = "/v1/customers/{customerTenantId}/qualifications";
const none = () => Response.json([]);
const busy = () => new Response("", { status: 503 });

test("makes new ids for each call, and returns those that were sent, those that came back and all headers", async () => {
  const headers = { "MS-RequestId": requestId, "MS-CorrelationId": correlationId, isMfaCompliant: "true" };
  const { client, requests } = observedClient(() => Response.json([], { headers }));
  const [first, second] = [await client.getQualifications(customerId), await client.getQualifications(customerId)];
  expect(first.requestId).toBe(requests[0]?.headers.get("MS-RequestId"));
  expect(first.correlationId).toBe(requests[0]?.headers.get("MS-CorrelationId"));
  expect(new Set([first.requestId, second.requestId, first.correlationId, second.correlationId]).size).toBe(4);
  expect(first).toMatchObject({ status: 200, serverRequestId: requestId, serverCorrelationId: correlationId });
  expect(first.headers.get("isMfaCompliant")).toBe("true");
  expect(requests[0]?.headers.get("Accept")).toBe("application/json");
});

test.each(["contoso.onmicrosoft.com", `{${customerId}}`])(
  "refuses the customer id %j and sends nothing",
  async (id) => {
    const { error, requests } = await create(created, {}, stateOwned, id);
    const expected = { name: "InvalidRequestError", code: "invalid_request", outcome: "not-applied", attempts: 0 };
    expect(error).toMatchObject({ ...expected, issues: [{ pointer: "/customerId" }] });
    expect(error.message).toBe("createQualification: /customerId must be a GUID, with hyphens and without braces");
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

test.each<[string, Response, object, string]>([
  ["a 204", new Response(null, { status: 204 }), { pointer: "", message: "is empty" }, "unknown"],
  ["a page, which may be a proxy's", new Response("<html>"), { pointer: "", keyword: "json" }, "unknown"],
  ["a list for an object", Response.json([]), { pointer: "", message: "must be of type object" }, "applied"],
  ["JSON without a qualification", Response.json({}), { pointer: "/qualification", message: "is missing" }, "applied"],
])("a success that is %s is an InvalidResponseError that says why", async (_, response, issue, outcome) => {
  const { error } = await create(() => response);
  expect(error).toMatchObject({ name: "InvalidResponseError", code: "invalid_response", issues: [issue], outcome });
});

test("can return a response that does not match the contract, and report it", async () => {
  const body = [{ qualification: "Education", vettingStatus: 1 }];
  const { reply, events } = await read(() => Response.json(body), { onInvalidResponse: "report" });
  expect(reply?.data).toEqual(body);
  expect(events.at(-2)).toMatchObject({ type: "invalid_response", issues: [{ pointer: "/0/vettingStatus" }] });
});

test("reports each step with ids, times and the path's template, and survives a listener that throws or rejects", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  vi.advanceTimersByTime(1000);
  const bug = new Error("a bug of the listener");
  const onEvent = vi.fn().mockRejectedValue(bug).mockThrowOnce(bug);
  const taking = <Value>(ms: number, value: Value) => new Promise<Value>((resolve) => setTimeout(resolve, ms, value));
  const options = { onEvent, token: () => taking(100, "secret-token") };
  const reading = read(() => taking(50, none()), options, { requestId, correlationId });
  await vi.advanceTimersByTimeAsync(150);
  const { events } = await reading;
  const context = { operation: "getQualifications", path, requestId, correlationId, attempt: 1 };
  expect(events).toEqual([
    { ...context, type: "request", ms: 100, attemptMs: 0 },
    { ...context, type: "response", status: 200, ms: 150, attemptMs: 50 },
    { ...context, type: "success", status: 200, ms: 150, attemptMs: 50 },
  ]);
  expect(JSON.stringify(events)).not.toMatch(/secret-token|2d4f1a3c/);
  expect(onEvent).toHaveBeenCalledTimes(3);
});

test.each([
  ["api", {}],
  ["aborted", { signal: AbortSignal.abort() }],
  ["invalid_request", { timeout: 0 }],
])("a call that fails ends with the event error, and the code %s", async (code, options) => {
  const { events } = await read(() => new Response("", { status: 403 }), {}, options);
  expect(events.at(-1)).toMatchObject({ type: "error", code, ...(code === "api" ? {} : { attempt: 0, attemptMs: 0 }) });
});

test("what is sent of a request is its serialization", async () => {
  const { requests } = await create(created, {}, { ...stateOwned, validationCode: undefined });
  expect(requests.map(({ body }) => body)).toEqual(['{"qualification":"StateOwnedEntity"}']);
});

const pairs = "must be a Headers, pairs of strings, or an object";

test.each<[unknown, string]>([
  [new Map(), "/options must be an object of options, such as { signal }"],
  [new AbortController().signal, "/options must be an object of options"],
  [0, "/options must be an object of options"],
  [{ requestID: requestId }, "/requestID unknown option; expected one of signal, requestId, correlationId, timeout"],
  // A line break could forge a line of a log.
  [{ "x\ny": 1 }, "/x?y unknown option"],
  [{ requestId: [requestId] }, "/requestId must be a GUID"],
  [{ correlationId: "{x}" }, "/correlationId must be a GUID"],
  [{ signal: { aborted: false, throwIfAborted: () => {} } }, "/signal must be an AbortSignal"],
  [{ timeout: 0 }, "/timeout must be a number from 1 to"],
  [{ deadline: "1000" }, "/deadline must be a number from 1 to"],
  [{ retry: true }, "/retry must be false or an object"],
  [{ headers: 5 }, `/headers ${pairs}`],
  [{ headers: ["ab"] }, "/headers/a must be a valid name"],
  [{ headers: [5] }, "/headers/undefined must be a valid name"],
  [{ headers: { traceparent: null } }, "/headers/traceparent must be a valid name with one line"],
  [{ headers: [["MS-RequestId"]] }, "/headers/MS-RequestId must be a valid name"],
  [{ headers: { Authorization: "Bearer canary" } }, "/headers/Authorization is set by the client: leave it out"],
  [{ headers: { host: "x" } }, "/headers/host is set by the client"],
  [{ headers: { "Content-Length": "1" } }, "/headers/Content-Length is set by the client"],
  [{ headers: { "Transfer-Encoding": "chunked" } }, "/headers/Transfer-Encoding is set by the client"],
  [{ headers: { "Content-Type": "text/plain" } }, "/headers/Content-Type must be application/json"],
  [{ headers: { "MS-RequestId": "{x}" } }, "/headers/MS-RequestId must be a GUID"],
  [{ headers: { "X-Locale": "!" } }, "/headers/X-Locale must be a language tag such as en-US"],
  [{ headers: { "x y": "canary" } }, "/headers/x?y must be a valid name with one line of Latin-1 characters"],
  [{ headers: { "x-a": "canary\r\nX: y" } }, "/headers/x-a must be a valid name with one line"],
  [{ headers: Object.entries({ "MS-RequestId": requestId, "ms-requestid": "2" }) }, "/headers/MS-RequestId must be"],
  [{ headers: { "MS-RequestId": requestId }, requestId: correlationId }, "/MS-RequestId does not match requestId"],
])("refuses the options %j of a call before anything is sent: %s", async (options, message) => {
  const { error, requests } = await read(none, {}, options);
  expect(error).toMatchObject({ code: "invalid_request" });
  expect(error.message).toContain(message);
  expect(error.message).not.toContain("canary");
  expect(requests).toEqual([]);
});

const others = { Accept: "application/json;v=1", traceparent: "00-1", ValidateMfa: "true", "X-Locale": "de-DE" };

test("sends other headers of a single call", async () => {
  const headers = { ...others, left: undefined, constructor: "1", "Content-Type": "application/json" };
  const { requests } = await read(none, {}, { headers });
  const sent = Object.fromEntries(requests[0]?.headers ?? []);
  const accept = "application/json;v=1";
  expect(sent).toMatchObject({ accept, traceparent: "00-1", validatemfa: "true", "x-locale": "de-DE" });
  for (const dropped of ["left", "content-type"]) expect(Object.keys(sent)).not.toContain(dropped);
});

test("a request id given as a header is kept for every attempt, and may be given as the option too", async () => {
  const headers = { "ms-requestid": requestId };
  const { error, requests } = await read(busy, { retry: { baseDelay: 0 } }, { headers });
  expect(error).toMatchObject({ requestId, attempts: 3 });
  expect(requests.map((request) => request.headers.get("MS-RequestId"))).toEqual(Array(3).fill(requestId));
  expect((await read(none, {}, { headers, requestId })).requests).toHaveLength(1);
});

test.each([
  [{ baseDelay: 0, maxDelay: 0 }, false, 3],
  [{ throttled: false }, false, 1],
  [false, { limit: 5, baseDelay: 0 }, 1],
  [{ limit: 1 }, { limit: 5, baseDelay: 0, maxDelay: 0 }, 2],
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
  const codes = (text: string) => observedClient(() => new Response(text)).client.getValidationCodes();
  // This is nested too deeply to be written again.
  const nested = `[{"validationId":123456,"x":${"[".repeat(200_000)}${"]".repeat(200_000)}}]`;
  expect((await codes(nested)).data[0]?.validationId).toBe("123456");
  await expect(codes('[{"validationId":12345678901234567890}]')).rejects.toThrow(
    "/0/validationId is too large to be exact",
  );
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
