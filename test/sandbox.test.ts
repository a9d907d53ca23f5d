/** The rules of the sandbox, without HTTP: see `test/sandbox-serve.test.ts` for that. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import { type Client, createClient } from "../src/index.js";
import { createSandbox, type Sandbox, type SandboxOptions, tokens, vettingReasons } from "../src/sandbox/index.js";
import { customerId, customerIn, education, failureOf, requestId, stateOwned } from "./support.js";

const url = (id: string) => `https://api.partnercenter.microsoft.com/v1/customers/${id}/qualifications`;
const headers = { Authorization: "Bearer any", "Content-Type": "application/json" };
const cloud = { qualification: "GovernmentCommunityCloud", validationCode: "123456" } as const;
const minute = 60_000;
const idOf = (number: number) => `00000000-0000-4000-9000-${String(number).padStart(12, "0")}`;

const start = new Date("2026-01-02T03:04:05.600Z");
let sandbox: Sandbox;
let client: Client;

/** A sandbox with a customer that has no qualification, and a clock that stands still. */
function begin(options: SandboxOptions = {}): void {
  sandbox = createSandbox({ now: () => start, customers: { [customerId]: { qualifications: [] } }, ...options });
  client = createClient({ token: "any", fetch: sandbox.fetch, retry: false });
}

beforeEach(() => begin());

const held = async (id = customerId) => (await client.getQualifications(id)).data;
const statusOf = async (id?: string) => (await held(id))[0]?.vettingStatus;
const codes = async () => (await client.getValidationCodes()).data;
const request = (body: Parameters<Client["createQualification"]>[1], id = customerId, options = {}) =>
  client.createQualification(id, body, options);
const refusal = (...given: Parameters<typeof request>) => failureOf(request(...given));

/** A request without the client. */
async function raw(target = url(customerId), init: RequestInit & { headers?: Record<string, string> } = {}) {
  const { body = null, method = body === null ? "GET" : "POST" } = init;
  const response = await sandbox.fetch(target, { method, body, headers: { ...headers, ...init.headers } });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

test("a response of the gateway, 429 or 503, has no ids", async () => {
  for (const state of ["the rate limit is reached", "the service is unavailable"]) {
    const { headers } = await raw(url(customerIn(state)));
    expect([headers.has("MS-RequestId"), headers.has("MS-CorrelationId")], state).toEqual([false, false]);
  }
});

describe("the vetting of Education", () => {
  const vettingCreateDate = "2026-01-02T03:04:05.600Z";
  const inReview = { qualification: "Education", vettingStatus: "InReview", vettingCreateDate };
  const approved = { vettingStatus: "Approved" } as const;
  const denied = { vettingStatus: "Denied", vettingReason: "Not an Academic Domain" } as const;

  test.each([
    [{}, minute],
    [{ reviewDelay: 5000 }, 5000],
  ])("with the options %j is in review for exactly %i ms, and then approved", async (options, delay) => {
    let now = start.getTime();
    begin({ now: () => new Date(now), ...options });
    expect((await request(education)).data).toEqual(inReview);
    sandbox.advance(delay - 1);
    expect(await held()).toEqual([inReview]);
    now += 1;
    expect(await held()).toEqual([{ ...inReview, ...approved }]);
  });

  test.each(vettingReasons)("is denied with the reason that the website names: %s", async (vettingReason) => {
    const website = `${vettingReason.replaceAll(/[^a-z]+/gi, "-")}.EXAMPLE`;
    await request({ ...education, website });
    sandbox.advance(minute);
    expect(await held()).toEqual([{ ...inReview, vettingStatus: "Denied", vettingReason }]);
  });

  test("is decided by the option decide, once, from the request and the customer's id in lower case", async () => {
    const decide = vi.fn(() => denied);
    begin({ customers: { [customerId.toUpperCase()]: { qualifications: [] } }, decide });
    await request({ ...education, website: "contoso.edu" });
    sandbox.advance(minute);
    expect(await held(customerId.toUpperCase())).toMatchObject([denied]);
    await held();
    expect(decide.mock.calls).toEqual([[{ customerId, request: { ...education, website: "contoso.edu" } }]]);
  });

  test.each([
    { vettingStatus: "Pending" },
    { vettingStatus: "Denied", vettingReason: "No" },
    { vettingStatus: "Approved", vettingReason: "Not an Academic Domain" },
    undefined,
  ])("is not decided by an invalid decision, but by a valid one later: %j", async (decision) => {
    begin({ decide: () => decision as never });
    await request(education);
    sandbox.advance(minute);
    const broken = await failureOf(held());
    const description = /^The sandbox failed: a decision must be .*Approved.* or .*Not an eligible/;
    expect(broken).toMatchObject({ status: 500, description: expect.stringMatching(description) });
    expect(() => sandbox.decide(customerId, "Education", decision as never)).toThrow("a decision must be");
    sandbox.decide(customerId, "Education", approved);
    expect(await statusOf()).toBe("Approved");
  });

  test("is decided by the method decide at any time, and not by the clock after that", async () => {
    await request(education);
    for (const decision of [approved, denied, approved, denied]) {
      sandbox.decide(customerId.toUpperCase(), "Education", { ...decision, note: "is ignored" } as never);
      sandbox.advance(minute);
      expect(await held()).toEqual([{ ...inReview, ...decision }]);
    }
    const documented = customerIn("Education is in review");
    expect(await statusOf(documented)).toBe("InReview");
    sandbox.decide(documented, "Education", approved);
    expect(await statusOf(documented)).toBe("Approved");
  });

  test.each<[string, string, string]>([
    ["Education", customerId, "the customer does not have Education"],
    ["Education", requestId, "unknown customer"],
    ["StateOwnedEntity", customerIn("StateOwnedEntity is held"), "StateOwnedEntity is not vetted"],
  ])("is decided only if there is one: %s of %s", (qualification, id, message) => {
    expect(() => sandbox.decide(id, qualification as never, approved)).toThrow(message);
  });

  test.each([
    ["three times in all", [], 3],
    ["and Education that the customer has counts as one", [{ qualification: "Education", ...denied }], 2],
  ] as const)("may be requested again after a denial, %s", async (_, qualifications, rounds) => {
    begin({ customers: { [customerId]: { qualifications: [...qualifications] } } });
    // Another qualification does not count.
    await request(stateOwned);
    for (let round = 1; round <= rounds; round += 1) {
      await request({ ...education, website: "not-an-academic-domain.example" });
      expect(await refusal(education)).toMatchObject({ status: 409, errorName: "QualificationAlreadyExists" });
      sandbox.advance(minute);
      expect((await held()).map(({ vettingStatus }) => vettingStatus)).toEqual(["Denied", undefined]);
    }
    const description = "Education was already requested three times.";
    expect(await refusal(education)).toMatchObject({ status: 409, errorName: "ActionNotAllowed", description });
  });
});

describe("validation codes", () => {
  const left = async () =>
    Object.fromEntries((await codes()).map(({ validationId, remainingCreates }) => [validationId, remainingCreates]));

  test("a POST takes one, until none is left; a refused POST takes none", async () => {
    const [limited, unlimited] = [
      { validationId: "two", maxCreates: 2 },
      { validationId: "free", remainingCreates: null },
    ];
    begin({ validationCodes: [limited, unlimited], unknownCustomers: "hold-nothing" });
    const two = { ...cloud, validationCode: "two" };
    await request(two, idOf(1));
    expect(await left()).toEqual({ two: 1, free: null });
    expect(await refusal(two, idOf(1))).toMatchObject({ status: 409 });
    expect(await left()).toEqual({ two: 1, free: null });
    await request(two, idOf(2));
    expect(await refusal(two, idOf(3))).toMatchObject({ status: 400, errorCode: "800002", data: ["validationCode"] });
    expect(await held(idOf(3))).toEqual([]);
    for (const number of [3, 4]) await request({ ...cloud, validationCode: "free" }, idOf(number));
    expect(await left()).toEqual({ two: 0, free: null });
    sandbox.reset();
    expect(await left()).toEqual({ two: 2, free: null });
  });
});

describe("each assumption has a default, and can be changed", () => {
  const [none, denied] = ["no qualification is held", "Education is denied"];
  const [approved, entity] = ["Education is approved", "StateOwnedEntity is held"];
  const government = "GovernmentCommunityCloud and StateOwnedEntity are held";
  const unknown = { ...cloud, validationCode: "unknown" };
  const alone = { status: 409, description: expect.stringContaining("needs a customer without a qualification") };

  test.each<[object, string, Parameters<typeof request>[0], object]>([
    [{}, denied, cloud, { status: 409 }],
    [{ deniedMayBeRequestedAgain: false }, denied, education, { status: 409, errorCode: "600061" }],
    [{ governmentCommunityCloudExcludesEducation: false }, government, education, { status: 201 }],
    [{ deniedEducationExcludesGovernmentCommunityCloud: false }, denied, cloud, { status: 201 }],
    [{ deniedEducationExcludesGovernmentCommunityCloud: false }, approved, cloud, { status: 409 }],
    [{ governmentCommunityCloudGoesWithStateOwnedEntity: false }, entity, cloud, alone],
    [{ governmentCommunityCloudGoesWithStateOwnedEntity: false }, none, cloud, { status: 201 }],
    [{ validationCodeIsChecked: false }, none, unknown, { status: 201 }],
    [{ heldIsRefused: false, deniedMayBeRequestedAgain: false }, denied, education, { status: 409 }],
    [{ heldIsRefused: undefined, refusalStatus: undefined }, approved, education, { status: 409 }],
    [{ refusalStatus: 400 }, approved, education, { status: 400 }],
  ])("with %j, of a customer in the state %j", async (assumptions, state, body, expected) => {
    begin({ assumptions });
    expect(await request(body, customerIn(state)).catch((error: unknown) => error)).toMatchObject(expected);
  });

  test("governmentCommunityCloudIsApprovedAtOnce", async () => {
    begin({ assumptions: { governmentCommunityCloudIsApprovedAtOnce: false } });
    expect((await request(cloud)).data.vettingStatus).toBe("InReview");
    sandbox.advance(minute);
    expect(await statusOf()).toBe("Approved");
  });

  test("heldIsRefused: the qualification in review is the response, and its vetting goes on", async () => {
    begin({ assumptions: { heldIsRefused: false } });
    const { data } = await request(education);
    sandbox.advance(minute - 1);
    expect(await request(education)).toMatchObject({ status: 201, data });
    sandbox.advance(1);
    expect(await statusOf()).toBe("Approved");
  });

  test("createTakesOneOfValidationCode", async () => {
    begin({ assumptions: { createTakesOneOfValidationCode: false } });
    await request(cloud);
    expect((await codes())[0]).toMatchObject({ validationId: "123456", remainingCreates: 5 });
  });

  test("reusedRequestIdIsRefused", async () => {
    begin({ assumptions: { reusedRequestIdIsRefused: false } });
    const { data } = await request(stateOwned, customerId, { requestId });
    expect((await request(education, customerId, { requestId })).data).toEqual(data);
    expect(await held()).toEqual([stateOwned]);
  });
});

describe("one MS-RequestId", () => {
  const send = (id = customerId, body: object = education, given = requestId) =>
    raw(url(id), { body: JSON.stringify(body), headers: { "MS-RequestId": given } });

  test("is applied once and gets the same response: concurrently, later, in capitals and in another order", async () => {
    const [first, second] = await Promise.all([send(), send()]);
    sandbox.advance(minute);
    const reordered = { educationSegment: "K12", qualification: "Education" };
    const later = await send(customerId, reordered, requestId.toUpperCase());
    expect(first.status).toBe(201);
    for (const { status, body } of [second, later]) expect([status, body]).toEqual([201, first.body]);
    expect(await statusOf()).toBe("Approved");
  });

  test("repeats a refusal, too", async () => {
    const approved = customerIn("Education is approved");
    expect((await send(approved)).status).toBe(409);
    sandbox.decide(approved, "Education", { vettingStatus: "Denied", vettingReason: "Not an Academic Domain" });
    expect((await send(approved)).status).toBe(409);
    expect((await send(approved, education, customerId)).status).toBe(201);
  });

  test("is refused for another customer or another body", async () => {
    await send();
    const other = customerIn("no qualification is held");
    for (const { status, body } of [await send(other), await send(customerId, stateOwned)])
      expect([status, body.data]).toEqual([400, ["MS-RequestId"]]);
    expect(await held()).toHaveLength(1);
    expect(await held(other)).toEqual([]);
  });

  test("is forgotten after as many others as rememberedRequestIds says", async () => {
    begin({ assumptions: { rememberedRequestIds: 2 }, unknownCustomers: "hold-nothing" });
    const received: number[] = [];
    for (const id of [1, 2, 1, 3, 2, 1].map(idOf)) received.push((await send(id, stateOwned, id)).status);
    expect(received).toEqual([201, 201, 201, 201, 201, 409]);
  });

  test("is refused if malformed, and replaced in the response", async () => {
    for (const malformed of ["not-a-guid", `0${requestId}`, `${requestId}0`]) {
      const { status, headers, body } = await send(customerId, education, malformed);
      expect([status, body.description]).toEqual([400, "The request is not valid at /header/MS-RequestId."]);
      expect(headers.get("MS-RequestId")).toMatch(/^[\da-f-]{36}$/);
    }
    expect(await held()).toEqual([]);
  });
});

describe("tokens", () => {
  const as = (token: string) => createClient({ token, fetch: sandbox.fetch, retry: false });
  const ask = (token: string) => as(token).createQualification(customerId, stateOwned, { requestId });

  test("for an application only read, and create nothing; its request id can be used with another token", async () => {
    expect((await as(tokens.appOnly).getQualifications(customerId)).data).toEqual([]);
    expect((await as(tokens.appOnly).getValidationCodes()).data).toHaveLength(3);
    expect(await failureOf(ask(tokens.appOnly))).toMatchObject({ status: 403, errorCode: "900329" });
    expect(await held()).toEqual([]);
    await ask(tokens.appAndUser);
  });

  const wrong = ["", "Basic any", "Bearer two tokens", `Bearer ${tokens.refused}`];

  test.each(wrong)("that are missing, malformed or expired are a 401: %j", async (Authorization) => {
    const { status, headers } = await raw(url(customerId), { headers: { Authorization } });
    expect(status).toBe(401);
    expect(headers.get("WWW-Authenticate")).toMatch(/^OAuth realm=urn:cpsvc:cpid:/);
  });
});

test("with unknownCustomers: hold-nothing every other GUID is a customer without qualifications", async () => {
  begin({ unknownCustomers: "hold-nothing" });
  await request(education, requestId.toUpperCase());
  sandbox.advance(minute);
  expect(await statusOf(requestId)).toBe("Approved");
  expect(await held(idOf(1))).toEqual([]);
  sandbox.reset();
  expect(await held(requestId)).toEqual([]);
  sandbox.setState("the customer does not exist", idOf(1));
  for (const id of [customerIn("the customer does not exist"), idOf(1)]) {
    expect(await failureOf(held(id))).toMatchObject({ status: 404 });
  }
});

const known = url(customerIn("no qualification is held"));
const proto = '{"__proto__":{"qualification":"StateOwnedEntity"}}';
const nonprofit = '{"qualification":"Nonprofit"}';
const typed = (type: string) => ({ body: JSON.stringify(education), headers: { "Content-Type": type } });

test.each<[status: number, Parameters<typeof raw>[1]?, target?: string]>([
  ...["{", "", "null", "[".repeat(50_000), proto, nonprofit].map((body) => [400, { body }] as [number, object]),
  [400, { headers: { "X-Locale": "no locale" } }],
  [400, { body: Buffer.from('{"qualification":"Education","educationSegment":"K12","website":"\xff"}', "latin1") }],
  [400, {}, url("%E0%A4%A")],
  [415, typed("application/jsonp")],
  [415, typed("text/plain; application/json")],
  [404, {}, `${known}/x`],
  [404, {}, `https://x/y${new URL(known).pathname}`],
])("a documented error with status %i is the response to %j %j", async (status, init, target = known) => {
  const response = await raw(target, init);
  const body = { code: expect.any(Number), description: expect.stringMatching(/^[A-Z].*\.$/) };
  expect(response).toMatchObject({ status, body });
  expect(await held(customerIn("no qualification is held"))).toEqual([]);
});

test.each([
  ["PUT", url(customerId), "GET, POST"],
  ["POST", "https://x/v1/customers/all/validations", "GET"],
])("a 405 to %s %s names the allowed methods: %s", async (method, target, allowed) => {
  const { status, headers } = await raw(target, { method });
  expect([status, headers.get("Allow")]).toEqual([405, allowed]);
});

test.each<[body: object, data: string[]]>([
  [{ qualification: "Education" }, ["educationSegment"]],
  [{ qualification: "c4na4y00" }, ["qualification"]],
  [{ ...stateOwned, website: "c4na4y00" }, ["website"]],
  [{ ...education, website: "" }, ["website"]],
  [{ ...cloud, validationCode: "c4na4y00" }, ["validationCode"]],
  [[], []],
])("an error names the property, and never its value: %j", async (body, data) => {
  const error = (await raw(url(customerId), { body: JSON.stringify(body) })).body;
  expect(error.data).toEqual(data);
  expect(JSON.stringify(error)).not.toContain("c4na4y00");
});

test("accepts a byte order mark, a media type with a parameter, Bearer in any case, and any token", async () => {
  const headers = { Authorization: "bearer <any|token>", "Content-Type": "Application/JSON; charset=utf-8" };
  const { status } = await raw(url(customerId), { body: `\uFEFF${JSON.stringify(stateOwned)}`, headers });
  expect(status).toBe(201);
});

test("setState puts any customer, or the partner, into a provider state", async () => {
  const other = "ABCDEF00-0000-4000-8000-000000000000";
  for (const round of ["once", "and again, without the request ids"]) {
    sandbox.setState("Education is denied", other);
    expect(await statusOf(other.toLowerCase()), round).toBe("Denied");
    expect((await request(education, other, { requestId })).data.vettingStatus).toBe("InReview");
    expect(await statusOf(other), round).toBe("InReview");
  }
  expect(await codes()).toHaveLength(3);
  sandbox.setState("validation codes are issued", customerId);
  expect(await codes()).toHaveLength(2);
  expect(await held()).toEqual([]);
  for (const state of ["Education is pending", "constructor"]) {
    expect(() => sandbox.setState(state, other)).toThrow(/unknown state ".*"; expected one of Education is approved, /);
  }
  expect(() => sandbox.setState("Education is denied", "contoso")).toThrow(`customerId must be a GUID or "all"`);
});

test("the option response of a customer applies to operations with that status", async () => {
  begin(ofNone({ response: { status: 409, body: { statusCode: 409, message: "no" } } }) as SandboxOptions);
  expect(await refusal(education)).toMatchObject({ status: 409, description: "no" });
  expect(await held()).toEqual([]);
});

test("two sandboxes share nothing, and reset restores the start", async () => {
  await request(education, customerId, { requestId });
  const first = sandbox;
  begin();
  expect(await held()).toEqual([]);
  first.advance(minute);
  first.inject("status=500", 9);
  first.reset();
  client = createClient({ token: "any", fetch: first.fetch, retry: false });
  expect(first.requests).toEqual([]);
  const { data } = await request(education, customerId, { requestId });
  expect(data).toMatchObject({ vettingStatus: "InReview", vettingCreateDate: start.toISOString() });
  expect(await held()).toEqual([data]);
});

const of = (customer: unknown, id = customerId) => ({ customers: { [id]: customer } });
const ofNone = (more: object) => of({ qualifications: [], ...more });

test.each<[unknown, string]>([
  [{ reviewDelay: -1 }, "reviewDelay must be a number of milliseconds of at least 0"],
  [{ now: () => 1 }, "now must be a function that returns a valid Date"],
  [{ reviewtime: 5 }, 'unknown option "reviewtime"; expected one of now, reviewDelay,'],
  [{ unknownCustomers: "create" }, 'unknownCustomers must be "refuse" or "hold-nothing"'],
  [{ faults: "bom" }, "faults must be an array"],
  [{ assumptions: [] }, "assumptions must be an object"],
  [["now"], "the options must be an object"],
  [{ faults: ["nothing"] }, 'unknown fault "nothing"; expected one of status=400…599'],
  [{ decide: "Approved" }, "decide must be a function"],
  [{ customers: new Map() }, "customers must be an object"],
  [ofNone({ anotherPartners: "no" }), "anotherPartners must be true or false"],
  [of({ qualifications: [] }, "contoso"), 'customers: "contoso" must be a GUID'],
  [{ customers: { [customerId]: { qualifications: [] }, [customerId.toUpperCase()]: {} } }, "is listed twice"],
  [of({}), `customers: "${customerId}": qualifications must be as openapi.yaml describes: / must be array`],
  [ofNone({ educationRequests: 0.5 }), "educationRequests must be a whole number of at least 0"],
  [ofNone({ response: { status: 403, body: { code: 1 } } }), "response must be one that openapi.yaml describes"],
  [ofNone({ response: { status: 200, body: [] } }), "response must be"],
  [{ validationCodes: "123456" }, "validationCodes must be an array"],
  [{ validationCodes: [{ validationId: "" }] }, "validationCodes must be as openapi.yaml describes: /0/validationId"],
  [{ validationCodes: [{ validationId: "a", partnerId: "a" }] }, "/0/partnerId is not in the documented format"],
  [{ validationCodes: [{ validationId: "a", remainingCreates: -1 }] }, "remainingCreates must be null or at least 0"],
  [{ validationCodes: [{ validationId: "a" }, { validationId: "a" }] }, "each validationId must be unique"],
  [{ assumptions: { helt: true } }, 'unknown option "helt"; expected one of deniedMayBeRequestedAgain, '],
  [{ assumptions: { heldIsRefused: "no" } }, "heldIsRefused must be true or false"],
  [{ assumptions: { rememberedRequestIds: -1 } }, "rememberedRequestIds must be a whole number"],
  [{ assumptions: { refusalStatus: 422 } }, "refusalStatus must be 400 or 409"],
])("refuses the options %j: %s", (options, reason) => {
  expect(() => createSandbox(options as SandboxOptions)).toThrow(reason);
  expect(() => createSandbox(options as SandboxOptions)).not.toThrow("pattern");
});

test("the last thousand requests are kept, without secrets", async () => {
  await refusal({ ...cloud, validationCode: "c4na4y00" }, customerId, { requestId });
  await sandbox.fetch("https://x/elsewhere");
  const path = "/v1/customers/{customerTenantId}/qualifications";
  const correlationId = expect.stringMatching(/^[\da-f-]{36}$/);
  expect(sandbox.requests).toEqual([
    { method: "POST", path, status: 400, requestId, correlationId },
    { method: "GET", path: undefined, status: 404, requestId: correlationId, correlationId },
  ]);
  for (let index = 0; index < 1000; index += 1) await sandbox.fetch("https://x/elsewhere", { method: "PUT" });
  expect(sandbox.requests).toHaveLength(1000);
  expect(sandbox.requests[0]?.method).toBe("PUT");
});

test("a response that openapi.yaml does not describe is a 500 that says so", async () => {
  let now = start;
  begin({ now: () => now });
  now = new Date("+010000-01-01T00:00:00Z");
  const breaks = "The sandbox failed: the sandbox breaks openapi.yaml: createQualification 201: /vettingCreateDate ";
  expect(await refusal(education)).toMatchObject({ status: 500, description: expect.stringContaining(breaks) });
  expect(sandbox.requests).toMatchObject([{ status: 500 }]);
});
