import { zodValidation } from "../generated/redocly/index.zod.js";
import { redocly } from "../redocly.js";

export const create = redocly([zodValidation({ response: "throw" })]);
