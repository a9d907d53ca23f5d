import { Ajv } from "ajv";

const text = { type: "string" };
const ajvItem = {
  type: "object",
  required: ["qualification"],
  properties: {
    qualification: text,
    vettingStatus: text,
    vettingReason: text,
    vettingCreatedDate: text,
    vettingCreateDate: text,
  },
};

/** Compiled where it is called, as most do: not under a policy without eval. */
export function ajvJudge(): (value: unknown) => unknown {
  const ajv = new Ajv({ logger: false });
  const [item, list] = [ajv.compile(ajvItem), ajv.compile({ type: "array", items: ajvItem })];
  return (value) => {
    if (!(Array.isArray(value) ? list : item)(value)) throw new Error("invalid response");
    return value;
  };
}
