import { expect, test } from "vitest";
import { ApiError, type ClientEvent, createClient, InvalidRequestError, InvalidResponseError } from "../src/index.js";
import { createSandbox } from "../src/sandbox/index.js";
import { correlationId, customerId, customerIn, failureOf, observedClient, requestId } from "./support.js";

const path = "/v1/customers/{customerTenantId}/qualifications";

test("reads a customer's qualifications", async () => {
  const client = createClient({ token: "any", fetch: createSandbox().fetch, retry: false });
  const { data } = await client.getQualifications(customerIn("Education is approved"));
  expect(data).toEqual([{ qualification: "Education", vettingStatus: "Approved" }]);
});

test("asks for a qualification, and reads it then", async () => {
  const client = createClient({ token: "any", fetch: createSandbox().fetch, retry: false });
  const customer = customerIn("no qualification is held");
  const created = await client.createQualification(customer, { qualification: "Education", educationSegment: "K12" });
  expect(created.data).toMatchObject({ qualification: "Education", vettingStatus: "InReview" });
  expect((await client.getQualifications(customer)).data).toEqual([created.data]);
});

test("sends the method, the address, the headers and the body that are documented", async () => {
  const answer = { qualification: "StateOwnedEntity" };
  const { client, requests } = observedClient(() => Response.json(answer, { status: 201 }), { application: "desk" });
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

test("makes new ids for each call, and hands over those that were sent and those that came back", async () => {
  const headers = { "MS-RequestId": requestId, "MS-CorrelationId": correlationId };
  const { client, requests } = observedClient(() => Response.json([], { headers }));
  const [first, second] = [await client.getQualifications(customerId), await client.getQualifications(customerId)];
  expect(first.requestId).toBe(requests[0]?.headers.get("MS-RequestId"));
  expect(first.correlationId).toBe(requests[0]?.headers.get("MS-CorrelationId"));
  expect(new Set([first.requestId, second.requestId, first.correlationId, second.correlationId]).size).toBe(4);
  expect(first).toMatchObject({ serverRequestId: requestId, serverCorrelationId: correlationId });
});

test("hands over the answer itself, whose body can be read again", async () => {
  const { client } = observedClient(() => Response.json([]));
  const { response } = await client.getQualifications(customerId);
  expect([response.status, await response.text(), await response.json()]).toEqual([200, "[]", []]);
});

test.each([
  ["a customer id that is no GUID", "contoso", { qualification: "StateOwnedEntity" }, "/path/customerTenantId"],
  ["a customer id that climbs out of the path", "..", { qualification: "StateOwnedEntity" }, "/path/customerTenantId"],
  ["no customer id", undefined, { qualification: "StateOwnedEntity" }, "/path/customerTenantId"],
  ["an unknown qualification", customerId, { qualification: "Nonprofit" }, "/body/qualification"],
  ["no qualification", customerId, {}, "/body/qualification"],
  ["no segment", customerId, { qualification: "Education" }, "/body/educationSegment"],
  ["an unknown segment", customerId, { qualification: "Education", educationSegment: "K13" }, "/body/educationSegment"],
  ["no validation code", customerId, { qualification: "GovernmentCommunityCloud" }, "/body/validationCode"],
  [
    "a code where none belongs",
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

test("refuses ids that are no GUIDs, and sends nothing", async () => {
  const { client, requests } = observedClient(() => Response.json([]));
  for (const requestId of ["1\r\n2", "", Symbol("id"), Object.create(null), 1]) {
    const error = await failureOf(client.getQualifications(customerId, { requestId: requestId as string }));
    expect(error).toMatchObject({ code: "invalid_request", issues: [{ pointer: "/header/MS-RequestId" }] });
  }
  expect(requests).toEqual([]);
});

test("throws what the service answered, whichever shape it has", async () => {
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

test("throws an InvalidResponseError for a 204 and for an answer without length", async () => {
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

test("says that a create was applied when its answer cannot be used", async () => {
  const { client } = observedClient(() => new Response("", { status: 201 }));
  const call = client.createQualification(customerId, { qualification: "StateOwnedEntity" });
  expect(await failureOf(call)).toMatchObject({ code: "invalid_response", outcome: "applied" });
});

test("accepts one byte order mark, as the service was seen to send", async () => {
  const { client } = observedClient(() => new Response("\uFEFF[]"));
  expect((await client.getQualifications(customerId)).data).toEqual([]);
});

test("hands over what the documents do not know, and tells of it", async () => {
  const events: ClientEvent[] = [];
  const body = [{ qualification: "Education", vettingStatus: "Pending", level: 3 }, { qualification: "Charity" }];
  const { client } = observedClient(() => Response.json(body), { onEvent: (event) => events.push(event) });
  expect((await client.getQualifications(customerId)).data).toEqual(body);
  expect(events.map(({ type }) => type)).toEqual(["request", "response", "undocumented_response"]);
});

test("can hand over an answer that breaks the contract, and tell of it", async () => {
  const events: ClientEvent[] = [];
  const options = { onInvalidResponse: "report", onEvent: (event: ClientEvent) => events.push(event) } as const;
  const { client } = observedClient(() => Response.json([{ qualification: "Education", vettingStatus: 1 }]), options);
  expect((await client.getQualifications(customerId)).data).toEqual([{ qualification: "Education", vettingStatus: 1 }]);
  expect(events.at(-1)).toMatchObject({ type: "invalid_response", issues: [{ pointer: "/0/vettingStatus" }] });
});

test("tells of each step, with ids and the path's template, and survives a listener that throws", async () => {
  const events: ClientEvent[] = [];
  const onEvent = (event: ClientEvent) => {
    events.push(event);
    throw new Error("a listener's own fault");
  };
  const { client } = observedClient(() => Response.json("no", { status: 403 }), { onEvent });
  await failureOf(client.getQualifications(customerId, { requestId, correlationId }));
  const about = { operation: "getQualifications", path, requestId, correlationId, attempt: 1 };
  expect(events).toEqual([
    { ...about, type: "request" },
    { ...about, type: "response", status: 403, ms: expect.any(Number) },
    { ...about, type: "error", code: "api", ms: expect.any(Number) },
  ]);
  expect(JSON.stringify(events)).not.toMatch(/secret-token|2d4f1a3c/);
});

test("api is openapi-fetch over the same transport and validation", async () => {
  const client = createClient({ token: "any", fetch: createSandbox().fetch, retry: false });
  const params = (state: string) => ({ params: { path: { customerTenantId: customerIn(state) } } });
  const found = await client.api.GET(path, params("Education is approved"));
  expect(found.data).toEqual([{ qualification: "Education", vettingStatus: "Approved" }]);
  const refused = await client.api.GET(path, params("the rate limit is reached"));
  expect([refused.data, refused.response.status]).toEqual([undefined, 429]);
  expect(refused.error).toMatchObject({ statusCode: 429 });
  const bad = client.api.POST(path, {
    ...params("no qualification is held"),
    body: { qualification: "None" } as never,
  });
  expect(await failureOf(bad)).toMatchObject({ code: "invalid_request", issues: [{ pointer: "/body/qualification" }] });
});

test("api sends the ids and the headers of a caller", async () => {
  const { client, requests } = observedClient(() => Response.json([]));
  const header = { "MS-RequestId": requestId, "X-Locale": "de-DE" };
  await client.api.GET(path, { params: { path: { customerTenantId: customerId }, header } });
  expect(requests[0]?.headers.get("MS-RequestId")).toBe(requestId);
  expect(requests[0]?.headers.get("X-Locale")).toBe("de-DE");
});

test.each([
  ["baseUrl", "http://elsewhere.example"],
  ["headers", { "X-Other": "1" }],
  ["pathSerializer", () => "/"],
  ["parseAs", "text"],
])("api refuses %s, which would pass the checks by", async (name, value) => {
  const { client, requests } = observedClient(() => Response.json([]));
  const params = { path: { customerTenantId: customerId } };
  const failure = await failureOf(client.api.GET(path, { params, [name]: value }));
  expect(failure).toMatchObject({ code: "invalid_request", issues: [{ pointer: `/${name}` }] });
  expect(requests).toEqual([]);
});

test.each([
  ["", { "Content-Length": "0" }],
  ["", {}],
  ["null", {}],
])("api returns a failure whose body is %j, with %j, as an error that is true", async (body, headers) => {
  const { client } = observedClient(() => new Response(body, { status: 403, headers }));
  const { data, error } = await client.api.GET(path, { params: { path: { customerTenantId: customerId } } });
  expect([data, error]).toEqual([undefined, {}]);
});

test("options of null are none", async () => {
  const { client } = observedClient(() => Response.json([]));
  expect((await client.getQualifications(customerId, null as never)).data).toEqual([]);
});

test("what is sent is what was checked, whatever the request's own code makes of it", async () => {
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
  const changing = Object.create(
    { toJSON: () => ({ evil: 1 }) },
    { qualification: { enumerable: true, value: "StateOwnedEntity" } },
  );
  await client.createQualification(customerId, changing);
  expect(requests.map(({ body }) => body)).toEqual(['{"qualification":"StateOwnedEntity"}']);
});

test("what a `fetch` gives that is no whole Response leaves a create unknown", async () => {
  const { client } = observedClient(() => ({ ok: true, status: 201, json: async () => ({}) }) as Response);
  const failure = await failureOf(client.createQualification(customerId, { qualification: "StateOwnedEntity" }));
  expect(failure).toMatchObject({ code: "network", outcome: "unknown" });
});

test("api refuses what is not described", async () => {
  const { client, requests } = observedClient(() => Response.json([]));
  const params = { path: { customerTenantId: customerId } };
  const elsewhere = await failureOf(client.api.GET("/v1/customers" as never));
  expect(elsewhere).toMatchObject({ code: "invalid_request", issues: [{ pointer: "/path" }] });
  expect(elsewhere.message).toContain("GET /v1/customers/{customerTenantId}/qualifications");
  const asked = client.api.GET(path, { params: { ...params, query: { code: 1 } } as never });
  expect(await failureOf(asked)).toMatchObject({ issues: [{ pointer: "/query" }] });
  expect(requests).toEqual([]);
});

test("tells of no documented answer that it is undocumented", async () => {
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
  "an answer may hold a property called %s",
  async (name) => {
    const events: ClientEvent[] = [];
    const text = `{"qualification":"StateOwnedEntity","${name}":1}`;
    const { client } = observedClient(() => new Response(text, { status: 201 }), {
      onEvent: (event) => events.push(event),
    });
    const { data } = await client.createQualification(customerId, { qualification: "StateOwnedEntity" });
    expect(data.qualification).toBe("StateOwnedEntity");
    expect(events.at(-1)).toMatchObject({ type: "undocumented_response", issues: [{ pointer: `/${name}` }] });
  },
);

test("a listener that rejects is survived", async () => {
  const onEvent = (async () => Promise.reject(new Error("a listener's own fault"))) as () => void;
  const { client } = observedClient(() => Response.json([]), { onEvent });
  expect((await client.getQualifications(customerId)).data).toEqual([]);
});

test("a login page is no sign that a create was applied", async () => {
  const { client } = observedClient(() => new Response("<html>", { status: 200 }));
  const call = client.createQualification(customerId, { qualification: "StateOwnedEntity" });
  expect(await failureOf(call)).toMatchObject({ code: "invalid_response", outcome: "unknown" });
});
