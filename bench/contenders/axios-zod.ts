import axios from "axios";
import { type Create, headersOf, urlOf } from "../contender.js";
import { zodJudge } from "../judges/zod.js";

/** On `fetch`, as all others. */
export const create: Create = (baseUrl, token) => {
  const client = axios.create({ adapter: "fetch", timeout: 30_000 });
  return {
    get: async (id) => zodJudge((await client.get(urlOf(baseUrl, id), { headers: headersOf(token) })).data),
    post: async (id, body) =>
      zodJudge((await client.post(urlOf(baseUrl, id), body, { headers: headersOf(token) })).data),
  };
};
