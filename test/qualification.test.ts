import { expect, test } from "vitest";
import { vettingDate } from "../src/index.js";

test.each([
  ["vettingCreatedDate", "2020-12-03T10:37:38.885Z", "2020-12-03T10:37:38.885Z"],
  ["vettingCreateDate", "2020-12-04T20:54:24Z", "2020-12-04T20:54:24.000Z"],
  ["vettingCreateDate", "2021-05-06T19:59:56.6832021+00:00", "2021-05-06T19:59:56.683Z"],
  ["vettingCreateDate", "2024-02-29T23:00:00-05:00", "2024-03-01T04:00:00.000Z"],
])("reads the documented date in %s: %s", (name, text, moment) => {
  expect(vettingDate({ qualification: "Education", [name]: text })?.toISOString()).toBe(moment);
});

test.each([
  "07/09/2020: 00:00:00",
  "yesterday",
  "2020",
  "2020-12-04T20:54:24",
  "2020-13-40T00:00:00Z",
  "2021-02-30T00:00:00Z",
  "2020-12-04T20:54Z",
  "2020-12-04T24:00:00Z",
  "",
])("gives no date for %j", (text) => {
  expect(vettingDate({ qualification: "Education", vettingCreateDate: text })).toBeUndefined();
});

test("gives no date where there is none, and the other spelling where one is unusable", () => {
  expect(vettingDate({ qualification: "StateOwnedEntity" })).toBeUndefined();
  const both = { vettingCreatedDate: "soon", vettingCreateDate: "2020-12-04T20:54:24Z" };
  expect(vettingDate({ qualification: "Education", ...both })).toEqual(new Date("2020-12-04T20:54:24Z"));
});
