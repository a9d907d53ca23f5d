import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { ApiError, createClient } from "../src/index.js";
import { cases } from "../src/sandbox/cases.js";
import { createSandbox, serveSandbox } from "../src/sandbox/index.js";
import { customerIn, failureOf, requestId } from "./support.js";

const url = (customerId: string) => `https://api.partnercenter.microsoft.com/v1/customers/${customerId}/qualifications`;
const headers = { Authorization: "Bearer any", "Content-Type": "application/json" };
const education = { qualification: "Education", educationSegment: "K12" } as const;
const cloud = { qualification: "GovernmentCommunityCloud", validationCode: "123456" } as const;

function clientOf(sandbox = createSandbox()) {
  return createClient({ token: "any", fetch: sandbox.fetch, retry: false });
}

test("starts with one customer for each state of the contracts, under the same id", () => {
  const states = JSON.parse(readFileSync("contracts/states.json", "utf8"));
  const { customers } = createSandbox();
  expect(Object.fromEntries(customers.map(({ state, customerId }) => [state, customerId]))).toEqual(states);
});

test("keeps what was asked for, at the time of its clock, and for itself", async () => {
  const now = () => new Date("2026-01-02T03:04:05.600Z");
  const customer = customerIn("no qualification is held");
  const client = clientOf(createSandbox({ now }));
  await client.createQualification(customer, education);
  const { data } = await client.getQualifications(customer);
  expect(data).toEqual([
    { qualification: "Education", vettingStatus: "InReview", vettingCreateDate: "2026-01-02T03:04:05.600Z" },
  ]);
  expect((await clientOf().getQualifications(customer)).data).toEqual([]);
});

test("refuses Education beside Government Community Cloud, in either order, and takes a state-owned entity with both", async () => {
  for (const [first, second] of [
    [education, cloud],
    [cloud, education],
  ] as const) {
    const client = clientOf();
    const customer = customerIn("no qualification is held");
    await client.createQualification(customer, first);
    expect(await failureOf(client.createQualification(customer, second))).toMatchObject({
      status: 409,
      errorCode: "600006",
    });
    await client.createQualification(customer, { qualification: "StateOwnedEntity" });
    const held = (await client.getQualifications(customer)).data.map(({ qualification }) => qualification);
    expect(held.sort()).toEqual([first.qualification, "StateOwnedEntity"].sort());
  }
});

test("refuses what is held, and lets Education be asked for again once it was denied", async () => {
  const client = clientOf();
  const approved = await failureOf(client.createQualification(customerIn("Education is approved"), education));
  expect(approved).toMatchObject({ status: 409 });
  const again = await client.createQualification(customerIn("Education is denied"), education);
  expect(again.data.vettingStatus).toBe("InReview");
  expect((await client.getQualifications(customerIn("Education is denied"))).data).toEqual([again.data]);
});

test("takes a provider state for any customer, and names the states it has", async () => {
  const sandbox = createSandbox();
  const customer = "ABCDEF00-0000-4000-8000-000000000000";
  sandbox.arrange("Education is denied", customer);
  expect((await clientOf(sandbox).getQualifications(customer.toLowerCase())).data[0]?.vettingStatus).toBe("Denied");
  sandbox.arrange("the customer does not exist", customer);
  expect(await failureOf(clientOf(sandbox).getQualifications(customer))).toMatchObject({ status: 404 });
  expect(() => sandbox.arrange("Education is pending")).toThrow(
    /no state "Education is pending"; it has: Education is approved/,
  );
});

test("answers the wrong request in a documented shape", async () => {
  const { fetch } = createSandbox();
  const known = url(customerIn("no qualification is held"));
  const post = (body: string) => ({ method: "POST", headers, body });
  const answers = [
    [await fetch(known), 401],
    [await fetch(known, { headers: { Authorization: "Basic any" } }), 401],
    [await fetch(url("contoso"), { headers }), 400],
    [await fetch(url("%E0%A4%A"), { headers }), 400],
    [await fetch(known, post("{")), 400],
    [await fetch(known, post("")), 400],
    [await fetch(known, post('{"qualification":"Nonprofit"}')), 400],
    [await fetch(known, { method: "DELETE", headers }), 405],
    [await fetch(url("a/b"), { headers }), 404],
  ] as const;
  for (const [response, status] of answers) {
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code: expect.any(Number), description: expect.any(String) });
  }
});

test("echoes the ids of a request, and makes those that are missing; the gateway sends none", async () => {
  const { fetch } = createSandbox();
  const known = url(customerIn("no qualification is held"));
  const echoed = await fetch(known, { headers: { ...headers, "MS-RequestId": requestId } });
  expect(echoed.headers.get("MS-RequestId")).toBe(requestId);
  expect(echoed.headers.get("MS-CorrelationId")).toMatch(/^[0-9a-f-]{36}$/);
  const throttled = await fetch(url(customerIn("the rate limit is reached")), { headers });
  expect([throttled.headers.get("MS-RequestId"), throttled.headers.get("Retry-After")]).toEqual([null, "57"]);
});

test("never answers what openapi.yaml does not say", async () => {
  const broken = cases["Education is approved"]?.customer?.qualifications[0] as { vettingStatus?: string };
  const status = broken.vettingStatus;
  delete broken.vettingStatus;
  try {
    const failure = await failureOf(createSandbox().fetch(url(customerIn("Education is approved")), { headers }));
    expect(failure.message).toMatch(
      /^the sandbox breaks openapi\.yaml: getQualifications 200: \/0 must have required property/,
    );
  } finally {
    broken.vettingStatus = status as string;
  }
});

test("a customer with a fixed answer answers so wherever the operation has that status", async () => {
  const client = clientOf();
  const customer = customerIn("an agreement already exists");
  expect((await client.getQualifications(customer)).data).toEqual([]);
  expect(await failureOf(client.createQualification(customer, education))).toBeInstanceOf(ApiError);
});

test("is served over HTTP on loopback, and stops", async () => {
  const { url: baseUrl, close } = await serveSandbox();
  expect(baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const client = createClient({ token: "any", baseUrl, retry: false });
  const customer = customerIn("no qualification is held");
  const created = await client.createQualification(customer, education, { requestId });
  expect(created).toMatchObject({ serverRequestId: requestId, data: { vettingStatus: "InReview" } });
  expect((await client.getQualifications(customer)).data).toEqual([created.data]);
  await close();
  expect(await failureOf(client.getQualifications(customer))).toMatchObject({ code: "network" });
});

test("a taken port is refused, and a fault of the sandbox's own is a 500 that says so", async () => {
  const sandbox = { fetch: vi.fn().mockRejectedValue(new Error("the sandbox breaks openapi.yaml")) };
  const { url: baseUrl, close } = await serveSandbox({ sandbox });
  try {
    const port = Number(new URL(baseUrl).port);
    expect(await failureOf(serveSandbox({ port }))).toMatchObject({ code: "EADDRINUSE" });
    const response = await fetch(baseUrl);
    expect([response.status, await response.text()]).toEqual([500, "the sandbox breaks openapi.yaml"]);
  } finally {
    await close();
  }
});
