import createOpenapiFetch, { type Client } from "openapi-fetch";
import { withTimeout } from "./abort.js";
import { ApiError, InvalidRequestError, issueAt } from "./errors.js";
import type { Settings } from "./options.js";
import { copyHeaders } from "./platform.js";
import type { Paths } from "./qualification.js";
import type { Send } from "./send.js";

/** The openapi-fetch client of the description. */
export type Api = Client<Paths>;

const methodOptions = ["requestId", "correlationId", "timeout", "deadline", "retry"];
const message =
  "is an option of the client's methods: api takes signal, and ids as the headers MS-RequestId and MS-CorrelationId";

/** Each call has a `fetch` of its own, which knows what was called, whatever middleware makes of the request. */
export function createApi(send: Send, { baseUrl, deadline }: Settings): Api {
  const api = createOpenapiFetch<Paths>({ baseUrl, fetch: createFetch(send, deadline, "") });
  const request = api.request as (method: string, path: string, init: object) => unknown;
  const call = async (method: string, path: string, init?: { fetch?: unknown }) => {
    // openapi-fetch ignores what it does not know, but a lost option may be a lost idempotency key.
    const lost = methodOptions.filter((name) => Object(init)[name] !== undefined);
    if (lost.length > 0) throw new InvalidRequestError(lost.map((name) => issueAt(`/${name}`, "option", message)));
    const { fetch = createFetch(send, deadline, `${method.toUpperCase()} ${path}`) } = init ?? {};
    return request(method, path, { ...init, fetch });
  };
  return Object.assign(api, { request: call, GET: call.bind(null, "GET"), POST: call.bind(null, "POST") } as object);
}

/**
 * A `fetch` for the openapi-fetch client: it takes the platform's `Request` and returns a new `Response` built from the
 * text that was read, so that middleware, clones and every `parseAs` work as openapi-fetch documents. `called` is the
 * operation, such as `GET /v1/customers/all/validations`.
 *
 * @throws every error except an `ApiError`, which becomes a `Response`; if its body is empty, the body is `{}`
 */
function createFetch(send: Send, deadline: number, called: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const { url, method, headers, signal } = request;
    const content = await textOf(request, deadline);
    const outgoing = { called, url, method, text: content, options: { headers, signal } };
    const { error, response, text = "" } = await send(outgoing);
    const status = response?.status ?? 0;
    // A `Response` cannot have any other status, but the wire can.
    if (!response || (error && !(error instanceof ApiError && status >= 200 && status <= 599))) throw error;
    const kept = copyHeaders(response.headers);
    // They describe the body as it was sent.
    for (const name of ["Content-Encoding", "Content-Length"]) kept.delete(name);
    // undici accepts reason phrases that `Response` refuses.
    const statusText = response.statusText.replaceAll(/[^\t -~\x80-\xff]/g, "?");
    // A string would add a Content-Type, and these statuses allow no body.
    const body = status === 204 || status === 205 ? null : new TextEncoder().encode(text);
    return new Response(body, { status, statusText, headers: kept });
  };
}

/** A body may be a stream that never ends. */
async function textOf(request: Request, deadline: number): Promise<string> {
  const invalid = (message: string, details?: { cause: unknown }) =>
    new InvalidRequestError([issueAt("/body", "body", message)], undefined, details);
  const late = () => invalid(`did not end within ${deadline} ms`);
  return withTimeout(deadline, request.signal, late, () =>
    request.text().catch((cause) => {
      throw invalid("cannot be read", { cause });
    }),
  );
}
