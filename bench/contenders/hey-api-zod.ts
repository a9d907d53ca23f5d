import { type Create, headersOf } from "../contender.js";
import { createClient } from "../generated/hey-api/client/index.js";
import { createQualification, getQualifications } from "../generated/hey-api/index.js";

export const create: Create = (baseUrl, token) => {
  const options = (customerTenantId: string) =>
    ({ client, path: { customerTenantId }, headers: headersOf(token), throwOnError: true }) as const;
  const client = createClient({ baseUrl });
  return {
    get: async (id) => (await getQualifications(options(id))).data,
    post: async (id, body) => (await createQualification({ ...options(id), body: body as never })).data,
  };
};
