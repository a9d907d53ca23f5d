import { ajvJudge } from "../judges/ajv.js";
import { openapiFetch } from "../openapi.js";

const judge = ajvJudge();

/** As a middleware that reads a clone of each response. */
export const create = openapiFetch((value) => value, {
  onResponse: async ({ response }) => void judge(await response.clone().json()),
});
