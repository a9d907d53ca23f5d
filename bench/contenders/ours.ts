import { createClient } from "../../dist/src/index.js";
import type { Create } from "../contender.js";

/** With all promises on, as they are by default. */
export const create: Create = (baseUrl, token) => {
  const client = createClient({ baseUrl, token });
  return {
    get: async (customerId, signal) => (await client.getQualifications(customerId, { signal })).data,
    post: async (customerId, body) => (await client.createQualification(customerId, body as never)).data,
  };
};
