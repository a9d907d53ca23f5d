import { expect, test } from "vitest";
import type { ClientEvent } from "../src/index.js";
import { customerId, failureOf, observedClient } from "./support.js";

const guid = "must match ^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$";

test.each<[unknown, string, string, string]>([
  [{ qualification: "Education" }, "/body/educationSegment", "required", "is missing"],
  [{}, "/body/qualification", "required", "is missing"],
  [{ qualification: "Charity" }, "/body/qualification", "discriminator", "is not a known one"],
  [
    { qualification: "Education", educationSegment: "K1" },
    "/body/educationSegment",
    "enum",
    "must be one of K12, HigherEducation",
  ],
  [{ qualification: "Education", educationSegment: "K12", website: 1 }, "/body/website", "type", "must be string"],
  [
    { qualification: "GovernmentCommunityCloud", validationCode: "" },
    "/body/validationCode",
    "minLength",
    "is too short",
  ],
  [{ qualification: "StateOwnedEntity", website: "x" }, "/body/website", "additionalProperties", "is not documented"],
  [undefined, "/body", "type", "must be object"],
])("a request %j is refused: %s %s, it %s", async (request, pointer, keyword, message) => {
  const { client } = observedClient(() => Response.json([]));
  const error = await failureOf(client.createQualification(customerId, request as never));
  expect(error).toMatchObject({ issues: [{ pointer, keyword, message }] });
  expect(error.message).toContain(`createQualification: ${pointer} ${message} (correlation id `);
});

test("every part of a request is judged, and what has no judge must be absent", async () => {
  const { client } = observedClient(() => Response.json([]));
  const path = "/v1/customers/{customerTenantId}/qualifications";
  const parts = { params: { path: { customerTenantId: "x" }, query: {}, header: { "X-Locale": "!" } }, body: {} };
  expect(await failureOf(client.api.GET(path, parts as never))).toMatchObject({
    issues: [
      { pointer: "/path/customerTenantId", keyword: "pattern", message: guid },
      { pointer: "/query", keyword: "false schema", message: "must be absent" },
      { pointer: "/header/X-Locale", keyword: "pattern" },
      { pointer: "/body", keyword: "false schema", message: "must be absent" },
    ],
  });
  expect(await failureOf(client.api.GET(path, undefined as never))).toMatchObject({
    issues: [{ pointer: "/path/customerTenantId", keyword: "required" }],
  });
  const elsewhere = await failureOf(client.api.GET("/v1" as never));
  expect(elsewhere).toMatchObject({ issues: [{ pointer: "/path", keyword: "operation" }], attempts: 0 });
  expect(elsewhere.message).toBe(`/path must be one of GET ${path},POST ${path},GET /v1/customers/all/validations`);
});

test.each([
  ["", "is empty"],
  [" ", "is no JSON, or was cut"],
  ["[", "is no JSON, or was cut"],
])("an answer %j is refused: it %s", async (text, message) => {
  const { client } = observedClient(() => new Response(text));
  const error = await failureOf(client.getQualifications(customerId));
  expect(error).toMatchObject({ issues: [{ pointer: "", keyword: "json", message }] });
  expect(error.message).toContain(`the answer with status 200 breaks the contract: the body ${message} (`);
});

test("a create whose JSON breaks the contract was applied, whatever its status", async () => {
  const { client } = observedClient(() => Response.json({ vettingStatus: "Approved" }));
  const error = await failureOf(client.createQualification(customerId, { qualification: "StateOwnedEntity" }));
  expect(error).toMatchObject({ outcome: "applied", issues: [{ pointer: "/qualification", keyword: "required" }] });
});

test("reports where a response deviates from what is documented", async () => {
  const events: ClientEvent[] = [];
  const body = [
    { qualification: "Education", vettingStatus: "Pending", "a/b~c": 1, list: [{ deep: 1 }], vettingReason: null },
    { qualification: "Charity", vettingReason: "any" },
    { qualification: "StateOwnedEntity", vettingStatus: "Approved" },
    { qualification: "GovernmentCommunityCloud", vettingCreateDate: "2020-12-04T20:54:24" },
  ];
  const { client } = observedClient(() => Response.json(body), { onEvent: (event) => events.push(event) });
  await client.getQualifications(customerId);
  expect(events.find(({ type }) => type === "undocumented_response")).toMatchObject({
    issues: [
      { pointer: "/0/vettingStatus", keyword: "enum", message: "is not documented" },
      { pointer: "/0/a~1b~0c", keyword: "additionalProperties", message: "is not documented" },
      { pointer: "/0/list", keyword: "additionalProperties" },
      { pointer: "/0/vettingReason", keyword: "type", message: "must be string" },
      { pointer: "/1/qualification", keyword: "enum" },
      { pointer: "/2/vettingStatus", keyword: "additionalProperties" },
      { pointer: "/3/vettingStatus", keyword: "required", message: "is missing" },
      { pointer: "/3/vettingCreateDate", keyword: "pattern", message: "is not in the documented format" },
    ],
  });
});

test("reports at most 100 deviations of one response", async () => {
  const events: ClientEvent[] = [];
  const body = [
    Object.fromEntries([["qualification", "StateOwnedEntity"], ...Array.from({ length: 500 }, (_, n) => [`p${n}`, n])]),
  ];
  const { client } = observedClient(() => Response.json(body), { onEvent: (event) => events.push(event) });
  await client.getQualifications(customerId);
  const reported = events.find((event) => event.type === "undocumented_response");
  expect(reported?.issues).toHaveLength(100);
});

test("refuses a header nobody described, and a signal that is none, before anything is sent", async () => {
  const { client, requests } = observedClient(() => Response.json([]));
  const path = "/v1/customers/{customerTenantId}/qualifications";
  const header = { "X-Foo": "canary\r\nX: y" } as never;
  const error = await failureOf(client.api.GET(path, { params: { path: { customerTenantId: customerId }, header } }));
  expect(error).toMatchObject({ issues: [{ pointer: "/header/X-Foo", keyword: "additionalProperties" }] });
  expect(error.message).not.toContain("canary");
  for (const signal of [5, {}, "x"]) {
    const failure = await failureOf(client.getQualifications(customerId, { signal } as never));
    expect(failure).toMatchObject({ issues: [{ pointer: "/signal" }] });
  }
  await client.getQualifications(customerId, null as never);
  expect(requests).toHaveLength(1);
});
