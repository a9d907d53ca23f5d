import type { IncomingMessage } from "node:http";
import type { AnsweredRequest, Sandbox } from "./sandbox.js";
import { type Answer, error, failed, findRoute, idsOf, judge, type Route, respond, unrouted } from "./wire.js";

/** What a request over HTTP needs before the sandbox sees it. */
export interface HandlerOptions {
  /** The names that a request's `Host` may say. */
  hosts: ReadonlySet<string>;
  faults: boolean;
  sandbox: Pick<Sandbox, "fetch"> & Partial<Pick<Sandbox, "advance" | "reset">>;
  report: (answered: AnsweredRequest) => void;
}

/** A whole answer, as it is sent. */
export interface WholeResponse {
  status: number;
  headers: Headers;
  bytes: Buffer;
}

/** The most bytes of a request's body; the largest documented one has less than 200. */
const bodyLimit = 65_536;

/** What answers one request; with nothing, where a fault breaks the connection or the client left. */
export function createHandler({ hosts, faults, sandbox, report }: HandlerOptions) {
  async function responseTo(incoming: IncomingMessage, signal: AbortSignal): Promise<WholeResponse | undefined> {
    const { method = "", url = "" } = incoming;
    const headers = headersOf(incoming);
    const ids = idsOf(headers);
    const route = findRoute(method, url.split("?")[0] ?? "");
    const told = (status: number | undefined, answered?: Headers) =>
      report({
        method,
        path: route.path,
        status,
        requestId: answered?.get("MS-RequestId") ?? ids["MS-RequestId"],
        correlationId: answered?.get("MS-CorrelationId") ?? ids["MS-CorrelationId"],
      });
    const whole = async (response: Response) => {
      const bytes = Buffer.from(await response.arrayBuffer());
      told(response.status, response.headers);
      return { status: response.status, headers: response.headers, bytes };
    };
    if (!faults) headers.delete("Sandbox-Faults");
    try {
      const body = await read(incoming);
      const early =
        refusal(method, url, route, headers.get("Host")) ??
        (body ? undefined : error(413, 800002, `A body has at most ${bodyLimit} bytes.`)) ??
        (faults && method === "POST" ? controlled(url) : undefined);
      if (early) return await whole(written(ids, early));
      // A GET may carry a body on the wire, but not as a `Request`.
      const sent = /^(GET|HEAD)$/i.test(method) ? null : (body ?? null);
      return await whole(await sandbox.fetch(`http://sandbox${url}`, { method, headers, body: sent, signal }));
    } catch (failure) {
      const { cause } = Object(failure) as { cause?: { code?: unknown } };
      if (!signal.aborted && cause?.code !== "ECONNRESET") return whole(written(ids, failed(failure)));
      told(undefined);
      return undefined;
    }
  }

  function refusal(method: string, url: string, route: Route, name: string | null): Answer | undefined {
    if (name === null) return error(400, 800002, "The header Host is missing.");
    const asked =
      /^[\w.[\]:-]+$/.test(name) && URL.canParse(`http://${name}`) ? new URL(`http://${name}`).hostname : "";
    if (!hosts.has(asked)) return error(421, 1000, "This host is not served here.");
    // What would mean another path once it is normalised means none.
    const normal = URL.canParse(`http://sandbox${url}`) ? new URL(`http://sandbox${url}`).pathname : undefined;
    if (!url.startsWith("/") || normal !== url.split("?")[0]) {
      return error(404, 1000, "There is nothing at this path.");
    }
    // `fetch` knows no such methods.
    return /^(CONNECT|TRACE|TRACK)$/i.test(method) ? unrouted(route) : undefined;
  }

  function controlled(url: string): Answer | undefined {
    const { pathname, searchParams } = new URL(`http://sandbox${url}`);
    const done = { status: 204, body: undefined, text: "" };
    if (pathname === "/sandbox/reset" && sandbox.reset) {
      sandbox.reset();
      return done;
    }
    if (pathname !== "/sandbox/advance" || !sandbox.advance) return undefined;
    const milliseconds = searchParams.get("milliseconds") ?? "";
    if (!/^\d{1,15}$/.test(milliseconds)) return error(400, 800002, "milliseconds must be a whole number.");
    try {
      sandbox.advance(Number(milliseconds));
      return done;
    } catch (failure) {
      return error(400, 800002, `${(failure as Error).message}.`);
    }
  }

  return responseTo;
}

function headersOf({ headersDistinct }: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  return headers;
}

/** The body of a request; undefined where it is too long, and the rest of it unread. */
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

function written(ids: Record<string, string>, answer: Answer): Response {
  if (answer.status === 204) return new Response(null, { status: 204, headers: ids });
  judge(undefined, answer);
  return respond(ids, answer);
}
