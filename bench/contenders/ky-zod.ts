import ky from "ky";
import { type Create, headersOf, urlOf } from "../contender.js";
import { zodJudge } from "../judges/zod.js";

/** With its own timeout and retries. */
export const create: Create = (baseUrl, token) => ({
  get: async (id) => zodJudge(await ky.get(urlOf(baseUrl, id), { headers: headersOf(token) }).json()),
  post: async (id, body) =>
    zodJudge(await ky.post(urlOf(baseUrl, id), { headers: headersOf(token), json: body }).json()),
});
