import { ApiError, InvalidRequestError } from "./errors.js";
import type { Send } from "./send.js";

/**
 * A `fetch` for the openapi-fetch client: it takes the platform's `Request` and returns a new `Response` built from the
 * text that was read, so that middleware, clones and every `parseAs` work as openapi-fetch documents.
 *
 * @throws every error except an `ApiError`, which becomes a `Response`; if its body is empty, the body is `{}`
 */
export function createFetch(send: Send): (request: Request) => Promise<Response> {
  return async (request) => {
    const { url, method, headers, signal } = request;
    const {
      error,
      response,
      text = "",
    } = await send({ url, method, text: await textOf(request), options: { headers, signal } });
    const status = response?.status ?? 0;
    // A `Response` cannot have any other status, but the wire can.
    if (!response || (error && !(error instanceof ApiError && status >= 200 && status <= 599))) throw error;
    const kept = new Headers(response.headers as Headers);
    // These describe the body as it was sent.
    for (const name of ["Content-Encoding", "Content-Length"]) kept.delete(name);
    return new Response(text, { status, statusText: response.statusText ?? "", headers: kept });
  };
}

async function textOf(request: Request): Promise<string> {
  try {
    return await request.text();
  } catch {
    throw new InvalidRequestError([
      { pointer: "/body", keyword: "body", message: "was already read before the client received it" },
    ]);
  }
}
