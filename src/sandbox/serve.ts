import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { type AnsweredRequest, createSandbox, type Sandbox } from "./sandbox.js";
import { type Answer, error, findRoute, idsOf, judge, type Route, respond, unrouted } from "./wire.js";

export interface Serving {
  /** Where the sandbox listens, such as `http://127.0.0.1:4010`. */
  url: string;
  /** Stops listening, once what is in flight was answered; connections without a request are cut. */
  close(): Promise<void>;
}

export interface ServeOptions {
  /** Default: 0, any free port. */
  port?: number;
  /** The address to listen on. Default: 127.0.0.1; from any other, the whole network can use it. */
  host?: string;
  /** Further names that a request's `Host` may say; others are refused, so that no web page gets in. Default: none. */
  names?: readonly string[];
  /**
   * Takes faults from the header `Sandbox-Faults: status=503, retry-after=2`, and `POST /sandbox/reset` and
   * `POST /sandbox/advance?milliseconds=60000`. Default: false.
   */
  faults?: boolean;
  /** Default: a new sandbox. */
  sandbox?: Pick<Sandbox, "fetch"> & Partial<Pick<Sandbox, "advance" | "reset">>;
  /** Told of each answer, without tokens, codes, bodies or the customer's id. */
  onAnswer?: (answered: AnsweredRequest) => void;
}

/** The most bytes of a request's body; the largest documented one has less than 200. */
const bodyLimit = 65_536;

/** In milliseconds. Who sends slower than this holds a connection for nothing. */
const patience = { headersTimeout: 5000, requestTimeout: 10_000, keepAliveTimeout: 5000 };
const connections = 4096;

/** Serves a sandbox over HTTP. Node only. @throws Error, with `code: "EADDRINUSE"` where the port is taken */
export async function serveSandbox({
  port = 0,
  host = "127.0.0.1",
  names = [],
  faults = false,
  sandbox = createSandbox(),
  onAnswer = () => {},
}: ServeOptions = {}): Promise<Serving> {
  // Imported here, so that the sandbox as a function runs where there is no Node.
  const { createServer } = await import("node:http");
  const known = new Set(["127.0.0.1", "localhost", "[::1]", ...[host, ...names].map(bracketed)]);
  let active = 0;
  let closing = false;

  const handle = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    active += 1;
    outgoing.once("close", () => {
      active -= 1;
      if (closing && active === 0) server.closeAllConnections();
    });
    answer(incoming, outgoing).catch(() => outgoing.destroy());
  };
  // A request without a host is answered here, in the documented shape.
  const server = createServer({ ...patience, connectionsCheckingInterval: 500, requireHostHeader: false }, handle);
  server.maxConnections = connections;
  server.on("checkExpectation", handle);
  server.on("clientError", refuse);
  server.on("connect", (_, socket: Socket) => refuse({ code: "METHOD" }, socket));

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const gone = new AbortController();
    outgoing.once("close", () => gone.abort(new Error("the client is gone")));
    const response = await responseTo(incoming, gone.signal);
    if (!response) return void incoming.socket.resetAndDestroy();
    const bytes = Buffer.from(await response.arrayBuffer());
    const headers = { ...Object.fromEntries(response.headers), Server: "partner-center-qualifications-sandbox" };
    const unread = !incoming.complete;
    outgoing.writeHead(response.status, {
      ...headers,
      ...(response.status === 204 ? {} : { "Content-Length": bytes.length }),
      ...(closing || unread ? { Connection: "close" } : {}),
    });
    outgoing.write(bytes);
    // To close with bytes unread resets the connection, and the client never sees its answer.
    if (unread) await drained(incoming);
    outgoing.end();
  }

  /** Undefined where a fault breaks the connection. */
  async function responseTo(incoming: IncomingMessage, signal: AbortSignal): Promise<Response | undefined> {
    const { method = "", url = "" } = incoming;
    const headers = headersOf(incoming);
    const ids = idsOf(headers);
    const [pathname = ""] = url.split("?");
    const route = findRoute(method, pathname);
    const tell = (response?: Response) =>
      onAnswer({
        method,
        path: route.path,
        status: response?.status,
        requestId: response?.headers.get("MS-RequestId") ?? ids["MS-RequestId"],
        correlationId: response?.headers.get("MS-CorrelationId") ?? ids["MS-CorrelationId"],
      });
    if (!faults) headers.delete("Sandbox-Faults");
    try {
      const refused = refusal(method, url, route, headers.get("Host"));
      const control = faults && !refused && method === "POST" ? controlled(url) : undefined;
      const body = refused || control ? undefined : await read(incoming);
      const early =
        refused ?? control ?? (body ? undefined : error(413, 800002, `A body has at most ${bodyLimit} bytes.`));
      const response = early
        ? written(ids, early)
        : await sandbox.fetch(`http://sandbox${url}`, { method, headers, body: bodyOf(method, body), signal });
      tell(response);
      return response;
    } catch (failure) {
      const { cause, message } = failure as { cause?: { code?: string }; message: string };
      if (signal.aborted || cause?.code === "ECONNRESET") {
        tell();
        return undefined;
      }
      const failed = respond(ids, error(500, 800003, `The sandbox failed: ${message}`.slice(0, 1024)));
      tell(failed);
      return failed;
    }
  }

  function refusal(method: string, url: string, route: Route, name: string | null): Answer | undefined {
    if (name === null) return error(400, 800002, "The header Host is missing.");
    const hostname = name.toLowerCase().replace(/:\d+$/, "");
    if (!known.has(hostname)) return error(421, 1000, "This host is not served here.");
    // What would mean another path once it is normalised means none.
    const normal = URL.canParse(`http://sandbox${url}`) ? new URL(`http://sandbox${url}`).pathname : undefined;
    if (!url.startsWith("/") || normal !== url.split("?")[0]) return error(404, 1000, "There is nothing at this path.");
    // `fetch` knows no such methods.
    if (/^(CONNECT|TRACE|TRACK)$/i.test(method)) return unrouted(route);
    return undefined;
  }

  function controlled(url: string): Answer | undefined {
    const { pathname, searchParams } = new URL(`http://sandbox${url}`);
    const done = { status: 204, body: undefined, text: "" };
    if (pathname === "/sandbox/reset") {
      sandbox.reset?.();
      return done;
    }
    if (pathname !== "/sandbox/advance") return undefined;
    const milliseconds = searchParams.get("milliseconds") ?? "";
    if (!/^\d{1,12}$/.test(milliseconds)) return error(400, 800002, "milliseconds must be a whole number.");
    sandbox.advance?.(Number(milliseconds));
    return done;
  }

  await listen(server, port, host);
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${bracketed(host)}:${bound}`,
    close: () =>
      new Promise((resolve, reject) => {
        closing = true;
        server.close((failure) => (failure ? reject(failure) : resolve()));
        // What has come in already becomes a request before it is too late.
        setImmediate(() => (active === 0 ? server.closeAllConnections() : server.closeIdleConnections()));
      }),
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject).listen({ port, host, backlog: connections }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function bracketed(host: string): string {
  return host.includes(":") && !host.startsWith("[") ? `[${host}]` : host.toLowerCase();
}

function headersOf({ headersDistinct }: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  return headers;
}

/** A GET may carry a body on the wire, but not as a `Request`. */
function bodyOf(method: string, body: Buffer<ArrayBuffer> | undefined): Buffer<ArrayBuffer> | null {
  return /^(GET|HEAD)$/i.test(method) ? null : (body ?? null);
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

/** Reads on until the client has sent all, or is gone; the time for a whole request bounds it. */
function drained(incoming: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    incoming.once("end", resolve).once("close", resolve).once("error", resolve).resume();
  });
}

function written(ids: Record<string, string>, answer: Answer): Response {
  if (answer.status === 204) return new Response(null, { status: 204, headers: ids });
  judge(undefined, answer);
  return respond(ids, answer);
}

const statuses: Record<string, [number, string, string]> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, "Request Timeout", "The request did not come in time."],
  HPE_HEADER_OVERFLOW: [431, "Request Header Fields Too Large", "The headers are too long."],
  METHOD: [405, "Method Not Allowed", "CONNECT is not supported here."],
};

/** Answers what is no request: Node hands over the bare connection. */
function refuse(failure: { code?: string }, socket: Socket): void {
  if (!socket.writable || failure.code === "ECONNRESET") return void socket.destroy();
  const [status, reason, description] = statuses[failure.code ?? ""] ?? [
    400,
    "Bad Request",
    "This is no HTTP request.",
  ];
  const body = JSON.stringify(error(status, 800002, description).body);
  const head = [
    `HTTP/1.1 ${status} ${reason}`,
    "Content-Type: application/json; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...(status === 405 ? ["Allow: GET, POST"] : []),
    "Connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}
