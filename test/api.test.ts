/** `client.api` is the whole client of openapi-fetch: its documented features work over our pipeline. */
import { expect, test } from "vitest";
import { created, customerId, failureOf, none, observedClient, requestId, stateOwned } from "./support.js";

const path = "/v1/customers/{customerTenantId}/qualifications";
const params = { path: { customerTenantId: customerId } };
const approved = [{ qualification: "Education", vettingStatus: "Approved" }];
const url = `https://api.partnercenter.microsoft.com/v1/customers/${customerId}/qualifications`;

test.each([
  ['{"statusCode":429}', { statusCode: 429 }],
  ["", {}],
  ["null", {}],
])("a failure with the body %j is an error that is truthy", async (body, expected) => {
  const { client } = observedClient(() => new Response(body, { status: 429 }));
  const { data, error, response } = await client.api.GET(path, { params });
  expect([data, error, response.status, response.ok]).toEqual([undefined, expected, 429, false]);
});

test.each([
  ["json", approved],
  ["text", JSON.stringify(approved)],
  ["blob", expect.any(Blob)],
  ["arrayBuffer", expect.any(ArrayBuffer)],
  ["stream", expect.any(ReadableStream)],
] as const)("parseAs %s works, also after gzip", async (parseAs, expected) => {
  const headers = { "Content-Encoding": "gzip", "Content-Length": "5", "X-Other": "1" };
  const { client } = observedClient(() => Response.json(approved, { headers }));
  const { data, response } = await client.api.GET(path, { params, parseAs });
  expect(data).toEqual(expected);
  expect(Object.fromEntries(response.headers)).toEqual({ "content-type": "application/json", "x-other": "1" });
});

test("middleware runs once for a call, whatever its attempts, and can read clones", async () => {
  const busy = [503, 503].map((status) => new Response("", { status }));
  const { client, requests } = observedClient(() => busy.pop() ?? created(), { retry: { baseDelay: 0 } });
  const seen: unknown[] = [];
  client.api.use({
    onRequest: async ({ request, schemaPath }) => {
      seen.push(schemaPath, await request.clone().json());
      request.headers.set("traceparent", "00-1");
      return new Request(request, { headers: request.headers });
    },
    onResponse: async ({ response }) => {
      seen.push(response.status, await response.clone().json());
      return new Response(response.body, { status: 201, headers: { "X-Changed": "1" } });
    },
  });
  const { data, response } = await client.api.POST(path, { params, body: stateOwned });
  expect(data).toEqual(stateOwned);
  expect(response.headers.get("X-Changed")).toBe("1");
  expect(seen).toEqual([path, stateOwned, 201, stateOwned]);
  expect(requests.map(({ headers }) => headers.get("traceparent"))).toEqual(["00-1", "00-1", "00-1"]);
  expect(new Set(requests.map(({ headers }) => headers.get("MS-RequestId"))).size).toBe(1);
});

test("ids and other headers of a caller are kept, wherever they were set", async () => {
  const { client, requests } = observedClient(none, { application: "desk" });
  const header = { "MS-RequestId": requestId, "X-Locale": "de-DE" };
  await client.api.GET(path, { params: { ...params, header }, headers: { "MS-CorrelationId": customerId } });
  const ids = { "ms-requestid": requestId, "ms-correlationid": customerId };
  const others = { "x-locale": "de-DE", "ms-partnercenter-application": "desk" };
  expect(Object.fromEntries(requests[0]?.headers ?? [])).toMatchObject({ ...ids, ...others });
});

test.each<[string, object]>([
  ["/path/customerTenantId must be a GUID", { params: { path: { customerTenantId: "x" } } }],
  ["/url must be one of", { params: { ...params, query: { code: 1 } } }],
  ["/headers/authorization is set by the client", { headers: { Authorization: "Bearer other" } }],
  ["/headers/ms-requestid must be a GUID", { headers: { "MS-RequestId": "x" } }],
  [`/url must be one of GET ${path}`, { baseUrl: "https://elsewhere.example" }],
  ["/url must be one of", { pathSerializer: (given: string) => given.replace(/{.*}/, "..") }],
  ["/body is not valid JSON", { bodySerializer: () => "qualification=StateOwnedEntity" }],
  ["/body/qualification must be one of", { bodySerializer: () => '{"qualification":"None"}' }],
])("refuses, before anything is sent: %s", async (message, init) => {
  const { client, requests } = observedClient(created);
  const error = await failureOf(client.api.POST(path, { params, body: stateOwned, ...init }));
  expect(error).toMatchObject({ code: "invalid_request" });
  expect(error.message.toLowerCase()).toContain(message.toLowerCase());
  expect(requests).toEqual([]);
});

test.each<[string, (request: Request) => Request]>([
  ["host", (request) => new Request(request.url.replace("api.", "api2."), request)],
  ["operation", (request) => new Request(request.url.replace(/customers.*/, "customers/all/validations"), request)],
  ["path", (request) => new Request(`${request.url}/x`, request)],
  ["query", (request) => new Request(`${request.url}?code=1`, request)],
  ["method", (request) => new Request(request, { method: "DELETE" })],
])("a middleware that changes the %s of a request is refused", async (_, change) => {
  const { client, requests } = observedClient(none);
  client.api.use({ onRequest: ({ request }) => change(request) });
  for (const call of [() => client.api.GET(path, { params }), () => client.api.request("get", path, { params })])
    expect(await failureOf(call())).toMatchObject({ code: "invalid_request", attempts: 0 });
  expect(requests).toEqual([]);
});

test("a response has no Content-Type that was not sent", async () => {
  const given = { status: 200, headers: new Headers(), text: async () => "[]" };
  const { data, response } = await observedClient(() => given).client.api.GET(path, { params });
  expect([data, [...response.headers]]).toEqual([[], []]);
});

test("a middleware may send the operation's URL in another writing, and another body", async () => {
  const { client, requests } = observedClient(created);
  const other = url.replace("https://api", "HTTPS://API").replace(".com/", ".com:443/");
  const body = ' { "qualification": "StateOwnedEntity" } ';
  client.api.use({ onRequest: ({ request: { headers } }) => new Request(other, { method: "POST", headers, body }) });
  await client.api.POST(path, { params, body: { qualification: "Education", educationSegment: "K12" } });
  expect(requests).toMatchObject([{ url, body: '{"qualification":"StateOwnedEntity"}' }]);
});

test("a failure that was not answered, and an invalid response, are thrown", async () => {
  const lost = observedClient(() => Promise.reject(new TypeError("fetch failed"))).client;
  expect(await failureOf(lost.api.GET(path, { params }))).toMatchObject({ code: "network" });
  const invalid = observedClient(() => Response.json({})).client;
  expect(await failureOf(invalid.api.GET(path, { params }))).toMatchObject({ code: "invalid_response" });
  const strange = observedClient(() => ({ status: 999, headers: new Headers(), text: async () => "" })).client;
  expect(await failureOf(strange.api.GET(path, { params }))).toMatchObject({ code: "api", status: 999 });
});

test("a fetch given with a single request, and a response of a middleware, are the caller's", async () => {
  const { client, requests } = observedClient(none);
  const own = async () => Response.json([{ anything: 1 }]);
  expect((await client.api.GET(path, { params, fetch: own })).data).toEqual([{ anything: 1 }]);
  client.api.use({ onRequest: () => Response.json([{ anything: 2 }]) });
  expect((await client.api.GET(path, { params })).data).toEqual([{ anything: 2 }]);
  expect(requests).toEqual([]);
});

test("a validation code as a number is a string here too, and options that are undefined count as omitted", async () => {
  const { client } = observedClient(() => new Response('[{"validationId":123456}]'));
  for (const init of [undefined, { fetch: undefined, requestId: undefined }]) {
    const { data } = await client.api.GET("/v1/customers/all/validations", init as never);
    expect(data).toEqual([{ validationId: "123456" }]);
  }
});

test("what Request refuses stays its TypeError", async () => {
  const { client } = observedClient(none);
  const error = await failureOf(client.api.GET(path, { params, headers: { "X-A": "a\r\nb" } }));
  expect(error).toBeInstanceOf(TypeError);
});

test("a reason phrase that Response refuses does not fail a response", async () => {
  const given = { status: 404, statusText: "Erf\ufffdllt", headers: new Headers(), text: async () => "{}" };
  const { response } = await observedClient(() => given).client.api.GET(path, { params });
  expect([response.status, response.statusText]).toEqual([404, "Erf?llt"]);
});
