import { zodJudge } from "../judges/zod.js";
import { openapiFetch } from "../openapi.js";

export const create = openapiFetch(zodJudge);
