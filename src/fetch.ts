import { ApiError, InvalidRequestError } from "./errors.js";
import type { Send } from "./send.js";

/**
 * A `fetch` for openapi-fetch's client: it takes the platform's `Request` and returns a new `Response` made of the text
 * that was read, so that middleware, clones and every `parseAs` work as documented there.
 *
 * @throws every error but an `ApiError`, which is a `Response`; an empty one has the body `{}`
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
    // Other statuses exist on the wire, but not in a `Response`.
    if (!response || (error && !(error instanceof ApiError && status >= 200 && status <= 599))) throw error;
    const kept = new Headers(response.headers as Headers);
    // They describe the body as it was sent.
    for (const name of ["Content-Encoding", "Content-Length"]) kept.delete(name);
    return new Response(text, { status, statusText: response.statusText ?? "", headers: kept });
  };
}

async function textOf(request: Request): Promise<string> {
  try {
    return await request.text();
  } catch {
    throw new InvalidRequestError([
      { pointer: "/body", keyword: "body", message: "was read before the client got it" },
    ]);
  }
}
