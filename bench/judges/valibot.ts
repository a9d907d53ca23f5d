import * as v from "valibot";

const valibotItem = v.object({
  qualification: v.string(),
  vettingStatus: v.optional(v.string()),
  vettingReason: v.optional(v.string()),
  vettingCreatedDate: v.optional(v.string()),
  vettingCreateDate: v.optional(v.string()),
});
const valibotList = v.array(valibotItem);
export const valibotJudge = (value: unknown) => v.parse(Array.isArray(value) ? valibotList : valibotItem, value);
