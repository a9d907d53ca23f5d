import { expect, test } from "vitest";
import type { ClientEvent } from "../src/index.js";
import { customerId, failureOf, observedClient } from "./support.js";

test.each<[unknown, string, string, string]>([
  [{ qualification: "Education" }, "/body/educationSegment", "required", "is missing"],
  [{}, "/body/qualification", "required", "is missing"],
  [
    { qualification: "Charity" },
    "/body/qualification",
    "discriminator",
    "must be one of Education, GovernmentCommunityCloud, StateOwnedEntity",
  ],
  [
    { qualification: "Education", educationSegment: "K1" },
    "/body/educationSegment",
    "enum",
    "must be one of K12, HigherEducation",
  ],
  [{ qualification: "Education", educationSegment: "K12", website: 1 }, "/body/website", "type", "must be a string"],
  [
    { qualification: "GovernmentCommunityCloud", validationCode: "" },
    "/body/validationCode",
    "minLength",
    "must not be empty",
  ],
  [{ qualification: "StateOwnedEntity", website: "x" }, "/body/website", "additionalProperties", "is not documented"],
  [undefined, "/body", "type", "must be an object"],
])("refuses the request %j: %s %s, it %s", async (request, pointer, keyword, message) => {
  const { client } = observedClient(() => Response.json([]));
  const error = await failureOf(client.createQualification(customerId, request as never));
  expect(error).toMatchObject({ issues: [{ pointer, keyword, message }] });
  expect(error.message).toBe(`createQualification: ${pointer} ${message}`);
});

test.each([
  ["", "is empty"],
  [" ", "is not valid JSON (possibly truncated)"],
  ["[", "is not valid JSON (possibly truncated)"],
])("refuses the response %j: it %s", async (text, message) => {
  const { client } = observedClient(() => new Response(text));
  const error = await failureOf(client.getQualifications(customerId));
  expect(error).toMatchObject({ issues: [{ pointer: "", keyword: "json", message }] });
  expect(error.message).toContain(`response (200) does not match the contract: the body ${message} (`);
});

test("a page of a proxy is named as what it is", async () => {
  const headers = { "Content-Type": "text/html; charset=utf-8" };
  const { client } = observedClient(() => new Response("<html>", { headers }));
  const error = await failureOf(client.getQualifications(customerId));
  expect(error.message).toContain("the body is not JSON, but text/html (");
});

test("a create request whose response is JSON that does not match was applied, whatever its status", async () => {
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
    { qualification: "GovernmentCommunityCloud" },
  ];
  const { client } = observedClient(() => Response.json(body), { onEvent: (event) => events.push(event) });
  await client.getQualifications(customerId);
  expect(events.find(({ type }) => type === "undocumented_response")).toMatchObject({
    issues: [
      { pointer: "/0/vettingStatus", keyword: "enum", message: "is not documented" },
      { pointer: "/0/a~1b~0c", keyword: "additionalProperties", message: "is not documented" },
      { pointer: "/0/list", keyword: "additionalProperties" },
      { pointer: "/0/vettingReason", keyword: "type", message: "must be a string" },
      { pointer: "/1/qualification", keyword: "enum" },
      { pointer: "/2/vettingStatus", keyword: "additionalProperties" },
      { pointer: "/3/vettingStatus", keyword: "required", message: "is missing" },
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
  const [reported] = events.flatMap((event) => (event.type === "undocumented_response" ? [event] : []));
  expect(reported?.issues).toHaveLength(100);
});
