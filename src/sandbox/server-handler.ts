import type { IncomingMessage } from "node:http";
import { type Controlled, control } from "./control.js";
import type { RecordedRequest, Sandbox } from "./sandbox.js";
import {
  assertDescribed,
  error,
  findRoute,
  idsOf,
  notFound,
  type PlainResponse,
  type Route,
  sandboxFailed,
  toResponse,
} from "./wire.js";

/** What a request over HTTP may do, and the sandbox behind it. */
export interface HandlerOptions {
  /** The host names that the `Host` header may have. */
  hosts: ReadonlySet<string>;
  /** Whether requests may have faults of their own. */
  faults: boolean;
  sandbox: Pick<Sandbox, "fetch">;
  /** What requests may control. */
  controlled: Controlled | undefined;
  /** Called for each request, also if it gets no response. */
  report: (request: RecordedRequest) => void;
}

/** A response that was read to its end. */
export interface WholeResponse {
  status: number;
  headers: Headers;
  bytes: Buffer;
}

/** Bytes of a request body; the largest documented one has less than 200. */
const bodyLimit = 65_536;

/** Node drops the headers after the thousandth without a word, so requests are refused long before. */
const maxHeaders = 100;

/** Why the request was given up: its rest is not HTTP, and the server has responded, and reported it, already. */
export const alreadyRefused = new Error("the request was refused");

/**
 * A function that responds to a request; with undefined, if a fault resets the connection or the client disconnected.
 */
export function createHandler({ hosts, faults, sandbox, controlled, report }: HandlerOptions) {
  async function respondTo(incoming: IncomingMessage, signal: AbortSignal): Promise<WholeResponse | undefined> {
    const { method = "", url = "" } = incoming;
    const headers = headersOf(incoming);
    const ids = idsOf(headers);
    const route = findRoute(method, url.split("?")[0] ?? "");
    const reportStatus = (status: number | undefined, sent?: Headers) =>
      report({
        method,
        path: route.path,
        status,
        requestId: sent?.get("MS-RequestId") ?? ids["MS-RequestId"],
        correlationId: sent?.get("MS-CorrelationId") ?? ids["MS-CorrelationId"],
      });
    const whole = async (response: Response) => {
      const bytes = Buffer.from(await response.arrayBuffer());
      reportStatus(response.status, response.headers);
      return { status: response.status, headers: response.headers, bytes };
    };
    if (!faults) headers.delete("Sandbox-Faults");
    try {
      const body = await read(incoming);
      const ownResponse =
        refuse(incoming, route, headers.get("Host")) ??
        (body ? undefined : error(413, 800002, `A body may have at most ${bodyLimit} bytes.`)) ??
        (controlled && body && method === "POST" ? control(controlled, url, headers, body) : undefined);
      if (ownResponse) return await whole(ofServer(ids, ownResponse));
      // `Request` refuses a GET with a body.
      const content = /^(GET|HEAD)$/i.test(method) ? null : (body ?? null);
      return await whole(await sandbox.fetch(`http://sandbox${url}`, { method, headers, body: content, signal }));
    } catch (failure) {
      if (signal.reason === alreadyRefused) return undefined;
      const { cause } = Object(failure) as { cause?: { code?: unknown } };
      if (!signal.aborted && cause?.code !== "ECONNRESET") return whole(ofServer(ids, sandboxFailed(failure)));
      reportStatus(undefined);
      return undefined;
    }
  }

  function refuse(incoming: IncomingMessage, route: Route, name: string | null): PlainResponse | undefined {
    const { method = "", url = "", rawHeaders } = incoming;
    // Names and values stand side by side.
    if (rawHeaders.length > 2 * maxHeaders) {
      return error(431, 800002, `A request may have at most ${maxHeaders} headers.`);
    }
    if (name === null) return error(400, 800002, "The header Host is missing.");
    const hostname =
      /^[\w.[\]:-]+$/.test(name) && URL.canParse(`http://${name}`) ? new URL(`http://${name}`).hostname : "";
    if (!hosts.has(hostname)) return error(421, 1000, "This host is not allowed.");
    // A path that changes when it is normalised must not reach another operation.
    const normal = URL.canParse(`http://sandbox${url}`) ? new URL(`http://sandbox${url}`).pathname : undefined;
    if (normal !== url.split("?")[0]) {
      return error(404, 1000, "No operation has this path.");
    }
    // `fetch` refuses these methods.
    return /^(CONNECT|TRACE|TRACK)$/i.test(method) ? notFound(route) : undefined;
  }

  return respondTo;
}

function headersOf({ headersDistinct }: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  return headers;
}

/** The body of a request; undefined if it is too long, with the rest unread. */
async function read(incoming: IncomingMessage): Promise<Buffer<ArrayBuffer> | undefined> {
  if (Number(incoming.headers["content-length"]) > bodyLimit) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > bodyLimit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function ofServer(ids: Record<string, string>, plain: PlainResponse): Response {
  // Responses to control requests are not described.
  if (plain.status === 204) return new Response(null, { status: 204, headers: ids });
  if (plain.status === 200) return Response.json(plain.body, { headers: ids });
  assertDescribed(undefined, plain);
  return toResponse(ids, plain);
}
