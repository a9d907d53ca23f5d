import { createClient } from "../../dist/src/index.js";
import type { Contender } from "../contender.js";

/** With all promises on, as they are by default. */
export function create(baseUrl: string, token: string, fetch?: typeof globalThis.fetch): Contender {
  const client = createClient({ baseUrl, token, fetch });
  return {
    get: async (customerId, signal) => (await client.getQualifications(customerId, { signal })).data,
    post: async (customerId, body) => (await client.createQualification(customerId, body as never)).data,
  };
}
