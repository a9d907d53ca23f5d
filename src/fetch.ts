import createOpenapiFetch, { type Client } from "openapi-fetch";
import { ApiError } from "./errors.js";
import type { Settings } from "./options.js";
import { copyHeaders } from "./platform.js";
import type { Paths } from "./qualification.js";
import type { Send } from "./send.js";

/** The openapi-fetch client of the description. */
export type Api = Client<Paths>;

/** Each call has a `fetch` of its own, which knows what was called, whatever middleware makes of the request. */
export function createApi(send: Send, { baseUrl }: Settings): Api {
  const api = createOpenapiFetch<Paths>({ baseUrl, fetch: createFetch(send, "") });
  const request = api.request as (method: string, path: string, init: object) => unknown;
  const call = (method: string, path: string, init?: { fetch?: unknown }) =>
    request(method, path, {
      ...init,
      fetch: init?.fetch ?? createFetch(send, `${method.toUpperCase()} ${path}`),
    });
  return Object.assign(api, { request: call, GET: call.bind(null, "GET"), POST: call.bind(null, "POST") } as object);
}

/**
 * A `fetch` for the openapi-fetch client: it takes the platform's `Request` and returns a new `Response` built from the
 * text that was read, so that middleware, clones and every `parseAs` work as openapi-fetch documents. `called` is the
 * operation, such as `GET /v1/customers/all/validations`.
 *
 * @throws every error except an `ApiError`, which becomes a `Response`; if its body is empty, the body is `{}`
 */
function createFetch(send: Send, called: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const { url, method, headers, signal } = request;
    const outgoing = { called, url, method, text: await request.text(), options: { headers, signal } };
    const { error, response, text } = await send(outgoing);
    // A `Response` cannot have a higher status, but the wire can.
    if (!response || (error && !(error instanceof ApiError && response.status < 600))) throw error;
    const { status } = response;
    // `fetch` of Node accepts reason phrases that `Response` refuses.
    const statusText = response.statusText.replaceAll(/[^\t -~\x80-\xff]/g, "?");
    const kept = copyHeaders(response.headers);
    // They describe the body as it was sent.
    for (const name of ["Content-Encoding", "Content-Length"]) kept.delete(name);
    // A string would add a Content-Type.
    return new Response(new TextEncoder().encode(text), { status, statusText, headers: kept });
  };
}
