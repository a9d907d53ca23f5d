import { z } from "zod";
import { date, names } from "./words.js";

const zodItem = z.object({
  qualification: z.enum(names),
  vettingStatus: z.string().optional(),
  vettingReason: z.string().optional(),
  vettingCreatedDate: z.string().regex(date).optional(),
  vettingCreateDate: z.string().regex(date).optional(),
});
const zodList = zodItem.array();
export const zodJudge = (value: unknown) => (Array.isArray(value) ? zodList : zodItem).parse(value);
