import createOpenapiClient, { type Middleware } from "openapi-fetch";
import type { paths } from "../generated/api.js";
import { type Create, headersOf, path } from "./contender.js";

/** openapi-fetch with a validator of responses, after they were parsed or as a middleware. */
export function openapiFetch(validate: (value: unknown) => unknown, middleware?: Middleware): Create {
  return (baseUrl, token) => {
    const client = createOpenapiClient<paths>({ baseUrl });
    if (middleware) client.use(middleware);
    const params = (customerTenantId: string) => ({ path: { customerTenantId } });
    return {
      get: async (id) => validate((await client.GET(path, { params: params(id), headers: headersOf(token) })).data),
      post: async (id, body) => {
        const init = { params: params(id), headers: headersOf(token), body: body as never };
        return validate((await client.POST(path, init)).data);
      },
    };
  };
}
