import { Ajv } from "ajv";
import { date, names } from "./words.js";

const ajvItem = {
  type: "object",
  required: ["qualification"],
  properties: {
    qualification: { enum: [...names] },
    vettingStatus: { type: "string" },
    vettingReason: { type: "string" },
    vettingCreatedDate: { type: "string", pattern: date.source },
    vettingCreateDate: { type: "string", pattern: date.source },
  },
};

/** Compiled where it is called, as most do: not under a policy without eval. */
export function ajvJudge(): (value: unknown) => unknown {
  const validate = new Ajv({ allowUnionTypes: true, logger: false }).compile({
    anyOf: [ajvItem, { type: "array", items: ajvItem }],
  });
  return (value) => {
    if (!validate(value)) throw new Error("no such answer");
    return value;
  };
}
