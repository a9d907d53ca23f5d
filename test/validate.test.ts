import { expect, test } from "vitest";
import { create, read } from "./support.js";

const education = { qualification: "Education", educationSegment: "K12" };
const cloud = { qualification: "GovernmentCommunityCloud" };
const cyclic: Record<string, unknown> = { qualification: "StateOwnedEntity" };
cyclic.self = cyclic;
const qualifications = "must be one of Education, GovernmentCommunityCloud, StateOwnedEntity";

test.each<[unknown, string, string, string]>([
  [{ qualification: "Education" }, "/educationSegment", "required", "is missing"],
  [cloud, "/validationCode", "required", "is missing"],
  [Object.create(education), "/qualification", "required", "is missing"],
  [{ qualification: "Nonprofit" }, "/qualification", "discriminator", qualifications],
  [{ ...education, educationSegment: "K1" }, "/educationSegment", "enum", "must be one of K12, HigherEducation"],
  [{ ...education, website: 1 }, "/website", "type", "must be of type string"],
  [{ ...cloud, validationCode: "" }, "/validationCode", "minLength", "must not be empty"],
  [{ qualification: "StateOwnedEntity", website: "x" }, "/website", "additionalProperties", "is not documented"],
  [{ ...education, "x\n2026 FORGED": 1 }, "/x?2026?FORGED", "additionalProperties", "is not documented"],
  [cyclic, "", "json", "is not valid JSON"],
  [() => {}, "", "type", "must be of type object"],
  [[{ qualification: "StateOwnedEntity" }], "", "type", "must be of type object"],
])("refuses the request %j: %s %s, it %s", async (request, property, keyword, message) => {
  const { error, requests } = await create(() => Response.json([]), {}, request);
  expect(error).toMatchObject({ issues: [{ pointer: `/body${property}`, keyword, message }] });
  expect(error.message).toBe(`createQualification: /body${property} ${message}`);
  expect(requests).toEqual([]);
});

test("returns a response that deviates from what is documented, and reports where", async () => {
  const body = [
    { qualification: "Education", vettingStatus: "Pending", "a/b~c": 1, list: [{ deep: 1 }], vettingReason: null },
    { qualification: "Charity", vettingReason: "any" },
    { qualification: "StateOwnedEntity", vettingStatus: "Approved" },
    { qualification: "GovernmentCommunityCloud" },
    { qualification: "constructor", ["__proto__"]: 1 },
  ];
  const { reply, events } = await read(() => Response.json(body));
  expect(reply?.data).toEqual(body);
  expect(events.find(({ type }) => type === "undocumented_response")).toMatchObject({
    issues: [
      { pointer: "/0/vettingStatus", keyword: "enum", message: "is not documented" },
      { pointer: "/0/a~1b~0c", keyword: "additionalProperties", message: "is not documented" },
      { pointer: "/0/list", keyword: "additionalProperties" },
      { pointer: "/0/vettingReason", keyword: "type", message: "must be of type string" },
      { pointer: "/1/qualification", keyword: "enum" },
      { pointer: "/2/vettingStatus", keyword: "additionalProperties" },
      { pointer: "/3/vettingStatus", keyword: "required", message: "is missing" },
      { pointer: "/4/qualification", keyword: "enum" },
      { pointer: "/4/__proto__", keyword: "additionalProperties" },
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
