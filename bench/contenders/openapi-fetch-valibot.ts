import { valibotJudge } from "../judges/valibot.js";
import { openapiFetch } from "../openapi.js";

export const create = openapiFetch(valibotJudge);
