import type { Create } from "./contender.js";
import { createClient, type Middleware, OPERATIONS, type Ops } from "./generated/redocly/index.js";

/** Redocly's generated client. It can retry, but by default does not. */
export function redocly(middleware: Middleware[]): Create {
  return (serverUrl, token) => {
    const client = createClient<Ops>(OPERATIONS, { serverUrl, auth: { bearer: token }, timeout: 30_000, middleware });
    const argumentsOf = (customerTenantId: string) => ({
      path: { customerTenantId },
      headers: { "MS-RequestId": crypto.randomUUID(), "MS-CorrelationId": crypto.randomUUID() },
    });
    return {
      get: (id) => client.getQualifications(argumentsOf(id)),
      post: (id, body) => client.createQualification({ ...argumentsOf(id), body: body as never }),
    };
  };
}
