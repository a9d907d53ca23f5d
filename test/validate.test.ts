import { expect, test } from "vitest";
import { create, read } from "./support.js";

const education = { qualification: "Education", educationSegment: "K12" };
const cloud = { qualification: "GovernmentCommunityCloud" };
const qualifications = "must be one of Education, GovernmentCommunityCloud, StateOwnedEntity";

test.each<[unknown, string, string, string]>([
  [{ qualification: "Education" }, "/educationSegment", "required", "is missing"],
  [cloud, "/validationCode", "required", "is missing"],
  [{}, "/qualification", "required", "is missing"],
  [{ qualification: "Nonprofit" }, "/qualification", "discriminator", qualifications],
  [{ ...education, educationSegment: "K1" }, "/educationSegment", "enum", "must be one of K12, HigherEducation"],
  [{ ...education, website: 1 }, "/website", "type", "must be a string"],
  [{ ...cloud, validationCode: "" }, "/validationCode", "minLength", "must not be empty"],
  [{ qualification: "StateOwnedEntity", website: "x" }, "/website", "additionalProperties", "is not documented"],
  [null, "", "type", "must be an object"],
  [[{ qualification: "StateOwnedEntity" }], "", "type", "must be an object"],
])("refuses the request %j: %s %s, it %s", async (request, property, keyword, message) => {
  const { error, requests } = await create(() => Response.json([]), {}, request);
  expect(error).toMatchObject({ issues: [{ pointer: `/body${property}`, keyword, message }] });
  expect(error.message).toBe(`createQualification: /body${property} ${message}`);
  expect(requests).toEqual([]);
});

test("refuses a request that is missing", async () => {
  const { client } = await read(() => Response.json([]));
  const call = client.createQualification("2d4f1a3c-5b6e-4c7d-8e9f-0a1b2c3d4e5f", undefined as never);
  await expect(call).rejects.toThrow("/body must be an object");
});

test("reports where a response deviates from what is documented", async () => {
  const body = [
    { qualification: "Education", vettingStatus: "Pending", "a/b~c": 1, list: [{ deep: 1 }], vettingReason: null },
    { qualification: "Charity", vettingReason: "any" },
    { qualification: "StateOwnedEntity", vettingStatus: "Approved" },
    { qualification: "GovernmentCommunityCloud" },
  ];
  const { events } = await read(() => Response.json(body));
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
  const many = Array.from({ length: 500 }, (_, index) => [`p${index}`, index]);
  const body = [{ qualification: "StateOwnedEntity", ...Object.fromEntries(many) }];
  const { events } = await read(() => Response.json(body));
  const [reported] = events.flatMap((event) => (event.type === "undocumented_response" ? [event] : []));
  expect(reported?.issues).toHaveLength(100);
});
