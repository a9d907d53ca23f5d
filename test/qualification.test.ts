import { expect, test } from "vitest";
import { vettingDate } from "../src/index.js";

const newer = { vettingCreateDate: "2020-12-04T20:54:24Z" };

test.each([
  [{ vettingCreatedDate: "2020-12-03T10:37:38.885Z" }, "2020-12-03T10:37:38.885Z"],
  [{ vettingCreateDate: "2021-05-06T19:59:56.6832021+00:00" }, "2021-05-06T19:59:56.683Z"],
  [{ vettingCreateDate: "2024-02-29T23:00:00-05:00" }, "2024-03-01T04:00:00.000Z"],
  [{ vettingCreateDate: "2020-12-04T20:54:24" }, "2020-12-04T20:54:24.000Z"],
  [{ vettingCreateDate: "07/09/2020: 00:00:00" }, undefined],
  [{ vettingCreateDate: "2020" }, undefined],
  [{ vettingCreateDate: "2020-13-40T00:00:00Z" }, undefined],
  [{}, undefined],
  [{ vettingCreatedDate: "soon", ...newer }, "2020-12-04T20:54:24.000Z"],
  // What .NET writes for a date that was never set.
  [{ vettingCreatedDate: "0001-01-01T00:00:00", ...newer }, "2020-12-04T20:54:24.000Z"],
])("the usable date of %j is %s", (dates, moment) => {
  expect(vettingDate({ qualification: "Education", ...dates })?.toISOString()).toBe(moment);
});
