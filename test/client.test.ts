import { inspect } from "node:util";
import { expect, test, vi } from "vitest";
import {
  ApiError,
  type Client,
  type ClientEvent,
  createClient,
  InvalidRequestError,
  InvalidResponseError,
} from "../src/index.js";
import { createSandbox } from "../src/sandbox/index.js";
import { correlationId, customerId, customerIn, failureOf, observedClient, requestId } from "./support.js";

const path = "/v1/customers/{customerTenantId}/qualifications";

test("reads a customer's qualifications", async () => {
  const client = createClient({ token: "any", fetch: createSandbox().fetch, retry: false });
  const { data } = await client.getQualifications(customerIn("Education is approved"));
  expect(data).toEqual([{ qualification: "Education", vettingStatus: "Approved" }]);
});

test("requests a qualification, and reads it then", async () => {
  const client = createClient({ token: "any", fetch: createSandbox().fetch, retry: false });
  const customer = customerIn("no qualification is held");
  const created = await client.createQualification(customer, { qualification: "Education", educationSegment: "K12" });
  expect(created.data).toMatchObject({ qualification: "Education", vettingStatus: "InReview" });
  expect((await client.getQualifications(customer)).data).toEqual([created.data]);
});

test("sends the documented method, URL, headers and body", async () => {
  const response = { qualification: "StateOwnedEntity" };
  const { client, requests } = observedClient(() => Response.json(response, { status: 201 }), { application: "desk" });
  await client.createQualification(customerId, { qualification: "StateOwnedEntity" }, { requestId, correlationId });
  const [request] = requests;
  expect(requests).toHaveLength(1);
  expect(request?.method).toBe("POST");
  expect(request?.url).toBe(`https://api.partnercenter.microsoft.com/v1/customers/${customerId}/qualifications`);
  expect(request?.body).toBe('{"qualification":"StateOwnedEntity"}');
  expect(Object.fromEntries(request?.headers ?? [])).toEqual({
    accept: "application/json",
    authorization: "Bearer secret-token",
    "content-type": "application/json",
    "ms-correlationid": correlationId,
    "ms-partnercenter-application": "desk",
    "ms-requestid": requestId,
  });
});

test("makes new ids for each call, and returns those that were sent and those that came back", async () => {
  const headers = { "MS-RequestId": requestId, "MS-CorrelationId": correlationId };
  const { client, requests } = observedClient(() => Response.json([], { headers }));
  const [first, second] = [await client.getQualifications(customerId), await client.getQualifications(customerId)];
  expect(first.requestId).toBe(requests[0]?.headers.get("MS-RequestId"));
  expect(first.correlationId).toBe(requests[0]?.headers.get("MS-CorrelationId"));
  expect(new Set([first.requestId, second.requestId, first.correlationId, second.correlationId]).size).toBe(4);
  expect(first).toMatchObject({ serverRequestId: requestId, serverCorrelationId: correlationId });
});

test("returns the status and the headers of the response", async () => {
  const { client } = observedClient(() => Response.json([], { headers: { isMfaCompliant: "true" } }));
  const { status, headers } = await client.getQualifications(customerId);
  expect([status, headers.get("isMfaCompliant")]).toEqual([200, "true"]);
});

test.each([
  ["a customer id that is not a GUID", "contoso.onmicrosoft.com", { qualification: "StateOwnedEntity" }, "/customerId"],
  ["a customer id in braces", `{${customerId}}`, { qualification: "StateOwnedEntity" }, "/customerId"],
  ["a customer id that climbs out of the path", "..", { qualification: "StateOwnedEntity" }, "/customerId"],
  ["no customer id", undefined, { qualification: "StateOwnedEntity" }, "/customerId"],
  ["an unknown qualification", customerId, { qualification: "Nonprofit" }, "/body/qualification"],
  ["no qualification", customerId, {}, "/body/qualification"],
  ["no segment", customerId, { qualification: "Education" }, "/body/educationSegment"],
  ["an unknown segment", customerId, { qualification: "Education", educationSegment: "K13" }, "/body/educationSegment"],
  ["no validation code", customerId, { qualification: "GovernmentCommunityCloud" }, "/body/validationCode"],
  [
    "a validation code for a StateOwnedEntity",
    customerId,
    { qualification: "StateOwnedEntity", validationCode: "1" },
    "/body/validationCode",
  ],
  ["no request", customerId, undefined, "/body"],
  ["an array of requests", customerId, [{ qualification: "StateOwnedEntity" }], "/body"],
])("refuses %s, names it and sends nothing", async (_, id, request, pointer) => {
  const { client, requests } = observedClient(() => Response.json([]));
  const error = await failureOf(client.createQualification(id as string, request as never));
  expect(error).toBeInstanceOf(InvalidRequestError);
  expect(error).toMatchObject({ code: "invalid_request", issues: [{ pointer }], outcome: "not-applied", attempts: 0 });
  expect(error.message).toContain(pointer);
  expect(requests).toEqual([]);
});

test("refuses request ids that are not GUIDs, and sends nothing", async () => {
  const { client, requests } = observedClient(() => Response.json([]));
  for (const requestId of ["1\r\n2", "", Symbol("id"), Object.create(null), 1]) {
    const error = await failureOf(client.getQualifications(customerId, { requestId: requestId as string }));
    expect(error).toMatchObject({ code: "invalid_request", issues: [{ pointer: "/requestId" }] });
  }
  expect(requests).toEqual([]);
});

test("throws an ApiError for a failed response", async () => {
  const client = createClient({ token: "any", fetch: createSandbox().fetch, retry: false });
  const error = await failureOf(client.getQualifications(customerIn("the customer does not exist"), { requestId }));
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({
    code: "api",
    status: 404,
    errorCode: "60003",
    operation: "getQualifications",
    requestId,
  });
  expect(error).toMatchObject({ serverRequestId: requestId, attempts: 1, outcome: "not-applied" });
});

test.each([
  ["is empty", ""],
  ["is blank", "  "],
  ["is cut", '[{"qualification":"Education","vetting'],
  ["is HTML", "<html></html>"],
])("throws an InvalidResponseError for a success that %s", async (_, text) => {
  const { client } = observedClient(() => new Response(text, { headers: { "MS-CorrelationId": correlationId } }));
  const error = await failureOf(client.getQualifications(customerId));
  expect(error).toBeInstanceOf(InvalidResponseError);
  expect(error).toMatchObject({ status: 200, issues: [{ pointer: "", keyword: "json" }] });
  expect(error).toMatchObject({ serverCorrelationId: correlationId });
});

test("throws an InvalidResponseError for a 204 and for a Content-Length of 0", async () => {
  const none = observedClient(() => new Response(null, { status: 204 }));
  expect(await failureOf(none.client.getQualifications(customerId))).toBeInstanceOf(InvalidResponseError);
  const zero = observedClient(() => new Response("", { headers: { "Content-Length": "0" } }));
  expect(await failureOf(zero.client.getQualifications(customerId))).toBeInstanceOf(InvalidResponseError);
});

test.each([
  ["a wrapper", { qualifications: [] }, ""],
  ["null", null, ""],
  ["a number for a status", [{ qualification: "Education", vettingStatus: 1 }], "/0/vettingStatus"],
  ["no qualification", [{ vettingStatus: "Approved" }], "/0/qualification"],
])("throws an InvalidResponseError that points at what is wrong: %s", async (_, body, pointer) => {
  const { client } = observedClient(() => Response.json(body));
  const error = await failureOf(client.getQualifications(customerId));
  expect(error).toMatchObject({ code: "invalid_response", issues: [{ pointer }] });
});

test("says that a create request was applied if its response cannot be used", async () => {
  const { client } = observedClient(() => new Response("", { status: 201 }));
  const call = client.createQualification(customerId, { qualification: "StateOwnedEntity" });
  expect(await failureOf(call)).toMatchObject({ code: "invalid_response", outcome: "applied" });
});

test("accepts one byte order mark, as was seen from the service", async () => {
  const { client } = observedClient(() => new Response("\uFEFF[]"));
  expect((await client.getQualifications(customerId)).data).toEqual([]);
});

test("returns what is not documented, and reports it", async () => {
  const events: ClientEvent[] = [];
  const body = [{ qualification: "Education", vettingStatus: "Pending", level: 3 }, { qualification: "Charity" }];
  const { client } = observedClient(() => Response.json(body), { onEvent: (event) => events.push(event) });
  expect((await client.getQualifications(customerId)).data).toEqual(body);
  expect(events.map(({ type }) => type)).toEqual(["request", "response", "undocumented_response", "success"]);
});

test("can return a response that does not match the contract, and report it", async () => {
  const events: ClientEvent[] = [];
  const options = { onInvalidResponse: "report", onEvent: (event: ClientEvent) => events.push(event) } as const;
  const { client } = observedClient(() => Response.json([{ qualification: "Education", vettingStatus: 1 }]), options);
  expect((await client.getQualifications(customerId)).data).toEqual([{ qualification: "Education", vettingStatus: 1 }]);
  expect(events.at(-2)).toMatchObject({ type: "invalid_response", issues: [{ pointer: "/0/vettingStatus" }] });
});

test("reports each step with ids and the path's template, and survives a listener that throws", async () => {
  const events: ClientEvent[] = [];
  const onEvent = (event: ClientEvent) => {
    events.push(event);
    throw new Error("a bug of the listener");
  };
  const { client } = observedClient(() => Response.json("no", { status: 403 }), { onEvent });
  await failureOf(client.getQualifications(customerId, { requestId, correlationId }));
  const times = { ms: expect.any(Number), attemptMs: expect.any(Number) };
  const context = { operation: "getQualifications", path, requestId, correlationId, attempt: 1, ...times };
  expect(events).toEqual([
    { ...context, type: "request" },
    { ...context, type: "response", status: 403 },
    { ...context, type: "error", code: "api" },
  ]);
  for (const { ms, attemptMs } of events) expect(ms).toBeGreaterThanOrEqual(attemptMs);
  expect(JSON.stringify(events)).not.toMatch(/secret-token|2d4f1a3c/);
});

test("accepts null as options", async () => {
  const { client } = observedClient(() => Response.json([]));
  expect((await client.getQualifications(customerId, null as never)).data).toEqual([]);
});

test("sends the serialization of the value that was checked", async () => {
  class Form {
    get qualification() {
      return "StateOwnedEntity" as const;
    }
  }
  const { client, requests } = observedClient(() =>
    Response.json({ qualification: "StateOwnedEntity" }, { status: 201 }),
  );
  const inherited = await failureOf(client.createQualification(customerId, new Form()));
  expect(inherited).toMatchObject({ code: "invalid_request", issues: [{ pointer: "/body/qualification" }] });
  const other = { qualification: "StateOwnedEntity", toJSON: () => ({ evil: 1 }) };
  expect(await failureOf(client.createQualification(customerId, other as never))).toMatchObject({
    issues: [{ pointer: "/body/qualification" }],
  });
  const cyclic: Record<string, unknown> = { qualification: "StateOwnedEntity" };
  cyclic.self = cyclic;
  expect(await failureOf(client.createQualification(customerId, cyclic as never))).toMatchObject({
    issues: [{ pointer: "/body", message: "is not valid JSON" }],
  });
  const omitted = { qualification: "StateOwnedEntity", validationCode: undefined };
  await client.createQualification(customerId, omitted as never);
  expect(requests.map(({ body }) => body)).toEqual(['{"qualification":"StateOwnedEntity"}']);
});

test("reports no documented response as undocumented", async () => {
  const events: ClientEvent[] = [];
  const sandbox = createSandbox();
  const client = createClient({
    token: "any",
    fetch: sandbox.fetch,
    retry: false,
    onEvent: (event) => events.push(event),
  });
  for (const { customerId } of sandbox.customers) await client.getQualifications(customerId).catch(() => {});
  expect(events.filter(({ type }) => type.startsWith("un"))).toEqual([]);
  expect(events.length).toBeGreaterThan(20);
});

test.each(["constructor", "__proto__", "toString", "hasOwnProperty"])(
  "a response may have a property named %s",
  async (name) => {
    const events: ClientEvent[] = [];
    const text = `{"qualification":"StateOwnedEntity","${name}":1}`;
    const { client } = observedClient(() => new Response(text, { status: 201 }), {
      onEvent: (event) => events.push(event),
    });
    const { data } = await client.createQualification(customerId, { qualification: "StateOwnedEntity" });
    expect(data.qualification).toBe("StateOwnedEntity");
    expect(events.at(-2)).toMatchObject({ type: "undocumented_response", issues: [{ pointer: `/${name}` }] });
  },
);

test("survives a listener that rejects", async () => {
  const onEvent = (async () => Promise.reject(new Error("a bug of the listener"))) as () => void;
  const { client } = observedClient(() => Response.json([]), { onEvent });
  expect((await client.getQualifications(customerId)).data).toEqual([]);
});

test("an HTML page with status 200 leaves a create request unknown", async () => {
  const { client } = observedClient(() => new Response("<html>", { status: 200 }));
  const call = client.createQualification(customerId, { qualification: "StateOwnedEntity" });
  expect(await failureOf(call)).toMatchObject({ code: "invalid_response", outcome: "unknown" });
});

const one = () => Response.json([]);

test.each([
  ["signal", 5],
  ["signal", { aborted: false, throwIfAborted: () => {} }],
  ["correlationId", "{x}"],
  ["timeout", 0],
  ["deadline", "1000"],
  ["headers", "x"],
  ["retry", true],
])("refuses the call option %s = %j before anything is sent", async (option, value) => {
  const { client, requests } = observedClient(one);
  const error = await failureOf(client.getQualifications(customerId, { [option]: value } as never));
  expect(error).toMatchObject({ code: "invalid_request", issues: [{ pointer: `/${option}` }] });
  expect(requests).toEqual([]);
});

test("refuses unknown options of a single call", async () => {
  const { client, requests } = observedClient(one);
  const map = await failureOf(client.getQualifications(customerId, new Map() as never));
  expect(map.message).toContain("/options must be an object");
  const error = await failureOf(client.getQualifications(customerId, { requestID: requestId } as never));
  expect(error.message).toContain(
    "/requestID unknown option; expected one of signal, requestId, correlationId, timeout",
  );
  expect(requests).toEqual([]);
});

test.each([
  ["Accept", "text/html", "/headers/Accept is set by the client: leave it out"],
  ["Authorization", "Bearer x", "/headers/Authorization is set by the client: leave it out"],
  ["host", "x", "/headers/host is set by the client"],
  ["Content-Length", "1", "/headers/Content-Length is set by the client"],
  ["Transfer-Encoding", "chunked", "/headers/Transfer-Encoding is set by the client"],
  ["Content-Type", "text/plain", "/headers/Content-Type must be application/json"],
  ["MS-RequestId", "{x}", "/headers/MS-RequestId must be a GUID"],
  ["X-Locale", "!", "/headers/X-Locale must be a language tag such as en-US"],
  ["x y", "canary", "/headers/x?y is not a valid header name"],
  ["x-a", "canary\r\nX: y", "/headers/x-a must be a single-line string"],
  ["x-a", 5, "/headers/x-a must be a single-line string"],
])("refuses the header %s: %j", async (name, value, message) => {
  const { client, requests } = observedClient(one);
  const error = await failureOf(client.getQualifications(customerId, { headers: { [name]: value as string } }));
  expect(error.message).toContain(message);
  expect(error.message).not.toContain("canary");
  expect(requests).toEqual([]);
});

test.each([
  [
    "a record",
    { traceparent: "00-1", ValidateMfa: "true", "X-Locale": "de-DE", left: undefined, constructor: "1" } as never,
  ],
  ["Headers", new Headers({ traceparent: "00-1", ValidateMfa: "true", "X-Locale": "de-DE" })],
])("sends other headers of a single call, given as %s", async (_, headers) => {
  const { client, requests } = observedClient(one);
  await client.getQualifications(customerId, { headers });
  const sent = Object.fromEntries(requests[0]?.headers ?? []);
  expect(sent).toMatchObject({ traceparent: "00-1", validatemfa: "true", "x-locale": "de-DE" });
  expect(Object.keys(sent)).not.toContain("left");
});

test("a request id given as a header is kept for every attempt, and must not contradict the option", async () => {
  const { client, requests } = observedClient(() => new Response("", { status: 503 }), { retry: { baseDelay: 0 } });
  const headers = { "ms-requestid": requestId };
  const error = await failureOf(
    client.createQualification(customerId, { qualification: "StateOwnedEntity" }, { headers }),
  );
  expect(error).toMatchObject({ requestId, attempts: 3 });
  expect(new Set(requests.map((request) => request.headers.get("MS-RequestId")))).toEqual(new Set([requestId]));
  await failureOf(client.getQualifications(customerId, { headers, requestId: requestId.toUpperCase() }));
  expect(requests).toHaveLength(6);
  const both = await failureOf(client.getQualifications(customerId, { headers, requestId: correlationId }));
  expect(both.message).toContain("/headers/MS-RequestId does not match requestId");
});

test.each([
  [{ limit: 1 }, false, 2],
  [{ baseDelay: 0, maxDelay: 0 }, false, 3],
  [{ throttled: false }, false, 1],
  [false, { limit: 5, baseDelay: 0 }, 1],
  [{ limit: 1 }, { limit: 5, baseDelay: 0, maxDelay: 0 }, 2],
  [undefined, { limit: 1, baseDelay: 0 }, 2],
] as const)("with retry %j for the call over %j, it is sent %i times", async (own, clients, times) => {
  const { client, requests } = observedClient(() => new Response("", { status: 503 }), { retry: clients });
  await failureOf(client.getQualifications(customerId, { retry: own }));
  expect(requests).toHaveLength(times);
});

test("with `throttled: false` a 429 is left to the caller, and reported as a retry", async () => {
  const events: ClientEvent[] = [];
  const busy = () => Response.json({}, { status: 429, headers: { "Retry-After": "5" } });
  const { client, requests } = observedClient(busy, { retry: {}, onEvent: (event) => events.push(event) });
  const error = await failureOf(client.getQualifications(customerId, { retry: { throttled: false } }));
  expect(error).toMatchObject({ code: "throttled", retryAfter: 5000 });
  expect(events.map(({ type }) => type)).toEqual(["request", "response", "retry"]);
  expect(requests).toHaveLength(1);
});

test("a validation code as a number is returned as a string, unless it has lost digits", async () => {
  const codes = (validationId: string) =>
    observedClient(() => new Response(`[{"validationId":${validationId}}]`)).client;
  expect((await codes("123456").getValidationCodes()).data).toEqual([{ validationId: "123456" }]);
  const error = await failureOf(codes("12345678901234567890").getValidationCodes());
  expect(error.message).toContain("/0/validationId is too large to be exact");
});

test("a printed client shows no token", () => {
  const { client } = observedClient(one, { token: "canary-token" });
  expect(inspect(client, { depth: 9, showHidden: true })).not.toContain("canary");
  expect(JSON.stringify(client)).not.toContain("canary");
});

test.each<[string, (client: Client) => Promise<unknown>]>([
  ["getQualifications", (client) => client.getQualifications(customerId)],
  ["createQualification", (client) => client.createQualification(customerId, { qualification: "StateOwnedEntity" })],
  ["getValidationCodes", (client) => client.getValidationCodes()],
])("%s validates its response", async (operation, call) => {
  const { client } = observedClient(() => Response.json({ anything: 1 }));
  expect(await failureOf(call(client))).toMatchObject({ code: "invalid_response", operation });
});

test("each failed response is read once, and becomes one error", async () => {
  const text = '{"code":1,"description":"x"}';
  const parse = vi.spyOn(JSON, "parse");
  const { client } = observedClient(() => new Response(text, { status: 503 }), { retry: { baseDelay: 0 } });
  await failureOf(client.getQualifications(customerId));
  await client.api.GET(path, { params: { path: { customerTenantId: customerId } } });
  const times = parse.mock.calls.filter(([given]) => given === text).length;
  parse.mockRestore();
  // Three attempts of a method, and three through `api`, whose client parses the last one for itself.
  expect(times).toBe(3 + 3 + 1);
});

test("options are used as they were checked, also inherited ones", async () => {
  const sent: string[] = [];
  const fetch = async (url: string) => {
    sent.push(url);
    return new Response("", { status: 503 });
  };
  const base = { baseUrl: "http://127.0.0.1:9", retry: Object.create({ limit: 0 }) };
  const client = createClient(Object.assign(Object.create(base), { token: "any", fetch }));
  await failureOf(client.getQualifications(customerId));
  expect(sent).toEqual([`http://127.0.0.1:9/v1/customers/${customerId}/qualifications`]);
});

test.each([
  [[1], "/headers must be a Headers, pairs of strings, or an object"],
  [["Authorization: x"], "/headers must be"],
  [[["MS-RequestId"]], "/headers must be"],
  [{ "Content-Type": ["application/json"] }, "/headers/Content-Type must be application/json"],
  [{ [Symbol.iterator]: 5 }, "/headers must be"],
  [
    [
      ["MS-RequestId", requestId],
      ["ms-requestid", correlationId],
    ],
    "/headers/ms-requestid is given twice",
  ],
])("refuses the headers %j", async (headers, message) => {
  const { client, requests } = observedClient(one);
  const error = await failureOf(client.getQualifications(customerId, { headers } as never));
  expect(error).toMatchObject({ code: "invalid_request" });
  expect(error.message).toContain(message);
  expect(requests).toEqual([]);
});

test("names of properties cannot forge a line of a log", async () => {
  const { client } = observedClient(one);
  const body = { qualification: "StateOwnedEntity", "x\n2026 FORGED": 1 };
  const error = await failureOf(client.createQualification(customerId, body as never));
  expect(error.message).toContain("/body/x?2026?FORGED is not documented");
  const option = await failureOf(client.getQualifications(customerId, { "x\ny": 1 } as never));
  expect(option.message).toContain("/x?y unknown option");
});

test("a response nested too deeply to be written again is returned", async () => {
  const text = `[{"validationId":1,"x":${"[".repeat(200_000)}${"]".repeat(200_000)}}]`;
  const { client } = observedClient(() => new Response(text));
  expect((await client.getValidationCodes()).data[0]?.validationId).toBe("1");
});
