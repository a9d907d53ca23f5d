import { expect, test } from "vitest";
import { vettingDate } from "../src/index.js";

test.each([
  ["vettingCreatedDate", "2020-12-03T10:37:38.885Z", "2020-12-03T10:37:38.885Z"],
  ["vettingCreateDate", "2021-05-06T19:59:56.6832021+00:00", "2021-05-06T19:59:56.683Z"],
  ["vettingCreateDate", "2024-02-29T23:00:00-05:00", "2024-03-01T04:00:00.000Z"],
  ["vettingCreateDate", "2020-12-04T20:54:24", "2020-12-04T20:54:24.000Z"],
  ["vettingCreateDate", "07/09/2020: 00:00:00", undefined],
  ["vettingCreateDate", "2020", undefined],
  ["vettingCreateDate", "2020-13-40T00:00:00Z", undefined],
])("reads the date in %s: %s is %s", (name, text, moment) => {
  expect(vettingDate({ qualification: "Education", [name]: text })?.toISOString()).toBe(moment);
});

test("returns undefined without a date, and the other name's date if one is unusable", () => {
  expect(vettingDate({ qualification: "StateOwnedEntity" })).toBeUndefined();
  // The second is what .NET writes for a date that was never set.
  for (const vettingCreatedDate of ["soon", "0001-01-01T00:00:00"]) {
    const both = { vettingCreatedDate, vettingCreateDate: "2020-12-04T20:54:24Z" };
    expect(vettingDate({ qualification: "Education", ...both })).toEqual(new Date("2020-12-04T20:54:24Z"));
  }
});
