import { type Create, headersOf } from "../contender.js";
import { createQualification, getQualifications } from "../generated/orval/index.js";

export const create: Create = (baseUrl, token) => {
  // Generated so: a base address that is known at run time only is an expression in its code.
  Object.assign(globalThis, { orvalBaseUrl: baseUrl });
  return {
    get: async (id) => (await getQualifications(id, { headers: headersOf(token) })).data,
    post: async (id, body) => (await createQualification(id, body as never, { headers: headersOf(token) })).data,
  };
};
