import { z } from "zod";

const zodItem = z.object({
  qualification: z.string(),
  vettingStatus: z.string().optional(),
  vettingReason: z.string().optional(),
  vettingCreatedDate: z.string().optional(),
  vettingCreateDate: z.string().optional(),
});
const zodList = zodItem.array();
export const zodJudge = (value: unknown) => (Array.isArray(value) ? zodList : zodItem).parse(value);
