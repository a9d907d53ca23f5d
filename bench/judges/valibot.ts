import * as v from "valibot";
import { date, names } from "./words.js";

const valibotItem = v.object({
  qualification: v.picklist(names),
  vettingStatus: v.optional(v.string()),
  vettingReason: v.optional(v.string()),
  vettingCreatedDate: v.optional(v.pipe(v.string(), v.regex(date))),
  vettingCreateDate: v.optional(v.pipe(v.string(), v.regex(date))),
});
const valibotList = v.array(valibotItem);
export const valibotJudge = (value: unknown) => v.parse(Array.isArray(value) ? valibotList : valibotItem, value);
