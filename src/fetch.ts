import { withTimeout } from "./abort.js";
import { ApiError, InvalidRequestError } from "./errors.js";
import { copyHeaders } from "./platform.js";
import type { Send } from "./send.js";

/**
 * A `fetch` for the openapi-fetch client: it takes the platform's `Request` and returns a new `Response` built from the
 * text that was read, so that middleware, clones and every `parseAs` work as openapi-fetch documents.
 *
 * @throws every error except an `ApiError`, which becomes a `Response`; if its body is empty, the body is `{}`
 */
export function createFetch(send: Send, deadline: number): (request: Request) => Promise<Response> {
  return async (request) => {
    const { url, method, headers, signal } = request;
    // openapi-fetch attaches what it does not know to the request: a lost option may be a lost idempotency key.
    const lost = callOptionNames.filter((name) => Object.hasOwn(request, name));
    if (lost.length > 0)
      throw new InvalidRequestError(
        lost.map((name) => ({ pointer: `/${name}`, keyword: "option", message: ofMethods })),
      );
    const content = await textOf(request, deadline);
    const { error, response, text = "" } = await send({ url, method, text: content, options: { headers, signal } });
    const status = response?.status ?? 0;
    // A `Response` cannot have any other status, but the wire can.
    if (!response || (error && !(error instanceof ApiError && status >= 200 && status <= 599))) throw error;
    const kept = copyHeaders(response.headers);
    // They describe the body as it was sent.
    for (const name of ["Content-Encoding", "Content-Length"]) kept.delete(name);
    // undici accepts reason phrases that `Response` refuses.
    const statusText = String(response.statusText ?? "").replaceAll(/[^\t -~\x80-\xff]/g, "?");
    return new Response(text, { status, statusText, headers: kept });
  };
}

const callOptionNames = ["requestId", "correlationId", "timeout", "deadline", "retry"];
const ofMethods =
  "is an option of the client's methods: api takes signal, and ids as the headers MS-RequestId and MS-CorrelationId";

/** A body may be a stream that never ends. */
async function textOf(request: Request, deadline: number): Promise<string> {
  const issue = (message: string) => new InvalidRequestError([{ pointer: "/body", keyword: "body", message }]);
  const late = () => issue(`did not end within ${deadline} ms`);
  return withTimeout(deadline, request.signal, late, () =>
    request.text().catch(() => {
      throw issue("was read before the client got it");
    }),
  );
}
