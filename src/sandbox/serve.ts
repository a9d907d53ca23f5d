import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { type AnsweredRequest, createSandbox, type Sandbox } from "./sandbox.js";
import { type Answer, error, findRoute, idsOf, judge, type Route, respond, unrouted } from "./wire.js";

export interface Serving {
  /** Where the sandbox listens, such as `http://127.0.0.1:4010`. */
  url: string;
  /**
   * Stops listening, once what has come in was answered; connections without a request are cut. A request that does not
   * come to its end holds it for the ten seconds that every request has.
   */
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
  /**
   * Told of each answer, without tokens, codes, bodies or the customer's id. The method is "?" of what is no request.
   * What it throws is lost.
   */
  onAnswer?: (answered: AnsweredRequest) => void;
}

/** The most bytes of a request's body; the largest documented one has less than 200. */
const bodyLimit = 65_536;

/** In milliseconds. Who sends slower than this holds a connection for nothing. */
const patience = {
  headersTimeout: 5000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5000,
  connectionsCheckingInterval: 500,
};
const connections = 4096;

/** Milliseconds in which what is on its way to a server that stops still becomes a request. */
const grace = 100;

/** Milliseconds that a client has to take the last answer, before its connection is cut. */
const farewell = 1000;

const serverName = "partner-center-qualifications-sandbox";

/**
 * Serves a sandbox over HTTP. Node only.
 *
 * @throws Error for a name that is none, and with `code: "EADDRINUSE"` where the port is taken
 */
export async function serveSandbox({
  port = 0,
  host = "127.0.0.1",
  names = [],
  faults = false,
  sandbox = createSandbox(),
  onAnswer = () => {},
}: ServeOptions = {}): Promise<Serving> {
  // Imported here, so that the sandbox as a function runs where there is no Node.
  const [{ createServer }, net] = await Promise.all([import("node:http"), import("node:net")]);
  const known = new Set(["127.0.0.1", "localhost", "[::1]", ...[host, ...names].map(hostnameOf)]);
  /** The requests of each connection that have no whole answer yet, in their order. */
  const pending = new Map<Socket, { incoming: IncomingMessage; outgoing: ServerResponse }[]>();
  /** Connections that take no further request, as all ends. */
  const ending = new WeakSet<Socket>();
  /** Connections that take no further request, as what came was none. */
  const broken = new WeakSet<Socket>();
  let closing: Promise<void> | undefined;

  // A request without a host is answered here, in the documented shape.
  const server = createServer({ ...patience, requireHostHeader: false }, handle);
  server.maxConnections = connections;
  server.on("connection", (socket: Socket) => {
    pending.set(socket, []);
    socket.once("close", () => pending.delete(socket));
  });
  server.on("checkExpectation", handle);
  server.on("clientError", refuse);
  server.on("connect", (_, socket: Socket) => refuse({ code: "METHOD" }, socket));

  function tell(answered: AnsweredRequest): void {
    try {
      onAnswer(answered);
    } catch {
      // A listener's fault must not lose an answer.
    }
  }

  function handle(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { socket } = incoming;
    const gone = new AbortController();
    const done = () => {
      const left = (pending.get(socket) ?? []).filter((other) => other.outgoing !== outgoing);
      if (pending.has(socket)) pending.set(socket, left);
      if (broken.has(socket) ? !left.some(isWhole) : ending.has(socket) && left.length === 0) part(socket);
      gone.abort(new Error("the client is gone"));
    };
    pending.get(socket)?.push({ incoming, outgoing });
    // Of answers that wait for others before them, only the connection tells that nobody waits any longer.
    socket.once("close", done);
    outgoing.once("close", () => {
      socket.off("close", done);
      done();
    });
    answer(incoming, outgoing, gone.signal).catch(() => socket.destroy());
  }

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse, signal: AbortSignal): Promise<void> {
    const { socket } = incoming;
    const response = await responseTo(incoming, signal);
    if (!response) return void socket.resetAndDestroy();
    const last = pending.get(socket)?.at(-1)?.outgoing === outgoing;
    const unread = !incoming.complete;
    const framing = ["connection", "content-length", "content-encoding", "server", "transfer-encoding"];
    outgoing.writeHead(response.status, [
      ...[...response.headers].filter(([name]) => !framing.includes(name)).flat(),
      ...["Server", serverName],
      ...(response.status === 204 ? [] : ["Content-Length", String(response.bytes.length)]),
      // What was sent behind this request is answered before the connection ends.
      ...(last && (closing || unread || broken.has(socket)) ? ["Connection", "close"] : []),
    ]);
    outgoing.write(response.bytes);
    // To close with bytes unread resets the connection, and the client never sees its answer.
    if (unread) await drained(incoming);
    outgoing.end();
  }

  /** Undefined where a fault breaks the connection, or the client left. */
  async function responseTo(incoming: IncomingMessage, signal: AbortSignal) {
    const { method = "", url = "" } = incoming;
    const headers = headersOf(incoming);
    const ids = idsOf(headers);
    const route = findRoute(method, url.split("?")[0] ?? "");
    const told = (status: number | undefined, answered?: Headers) =>
      tell({
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
    if (!known.has(asked)) return error(421, 1000, "This host is not served here.");
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

  /** Answers what is no request: Node hands over the bare connection, once for each thing that is wrong with it. */
  function refuse(failure: { code?: string }, socket: Socket): void {
    if (broken.has(socket)) return;
    broken.add(socket);
    socket.on("error", () => {});
    const before = pending.get(socket) ?? [];
    const [status, reason, code, description] = refusals[failure.code ?? ""] ?? notHttp;
    // Another request's answer must not be taken for this one: it comes first, and this one gets none.
    if (before.some(({ outgoing }) => outgoing.headersSent)) return void socket.destroy();
    if (before.some(isWhole)) return;
    if (!socket.writable || failure.code === "ECONNRESET") return void socket.destroy();
    const ids = idsOf(new Headers());
    const body = JSON.stringify(error(status, code, description).body);
    const headers = {
      ...(status === 405 ? { Allow: "GET, POST" } : {}),
      ...{ ...ids, "Content-Type": "application/json; charset=utf-8", "Content-Length": Buffer.byteLength(body) },
      ...{ Server: serverName, Connection: "close" },
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    part(socket, `HTTP/1.1 ${status} ${reason}\r\n${lines.join("")}\r\n${body}`);
    tell({
      ...{ method: "?", path: undefined, status },
      ...{ requestId: ids["MS-RequestId"], correlationId: ids["MS-CorrelationId"] },
    });
  }

  function close(): Promise<void> {
    closing ??= new Promise((resolve, reject) => {
      // That of HTTP would cut off what has come in and was not read yet, and stop the clock of slow requests.
      net.Server.prototype.close.call(server, (failure) => (failure ? reject(failure) : resolve()));
      setTimeout(() => {
        for (const [socket, requests] of pending) {
          ending.add(socket);
          if (requests.length === 0) part(socket);
        }
      }, grace);
    });
    return closing;
  }

  await listen(server, port, host.replace(/^\[(.*)\]$/, "$1"));
  const { port: bound } = server.address() as AddressInfo;
  return { url: `http://${hostnameOf(host)}:${bound}`, close };
}

const notHttp: Refusal = [400, "Bad Request", 800002, "This is no HTTP request."];

/** Status, its name, code and description. */
type Refusal = [number, string, number, string];

const refusals: Record<string, Refusal> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, "Request Timeout", 800002, "The request did not come in time."],
  HPE_HEADER_OVERFLOW: [431, "Request Header Fields Too Large", 800002, "The headers are too long."],
  METHOD: [405, "Method Not Allowed", 900141, "CONNECT is not supported here."],
};

/** Whether all of a request has come in, so that it will be answered. */
function isWhole({ incoming }: { incoming: IncomingMessage }): boolean {
  return incoming.complete;
}

/** Ends a connection, and cuts it where the client does not end it, too. */
function part(socket: Socket, lastWords = ""): void {
  socket.end(lastWords);
  setTimeout(() => socket.destroy(), farewell).unref();
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject).listen({ port, host, backlog: connections }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/** As a URL spells it. @throws Error for what is no name and no address, or has a port */
function hostnameOf(name: string): string {
  const bracketed = name.includes(":") && !name.startsWith("[") ? `[${name}]` : name;
  const url = URL.canParse(`http://${bracketed}`) ? new URL(`http://${bracketed}`) : undefined;
  if (!url || !/^[\w.[\]:-]+$/.test(bracketed) || url.port !== "") throw new Error(`"${name}" is no host`);
  return url.hostname;
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

/** Reads on until the client has sent all, or is gone; the time for a whole request bounds it. */
function drained(incoming: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    incoming.once("end", resolve).once("close", resolve).once("error", resolve).resume();
  });
}

function failed(failure: unknown): Answer {
  const message = failure instanceof Error ? String(failure.message) : typeof failure;
  return error(500, 800003, `The sandbox failed: ${message}`.slice(0, 1024));
}

function written(ids: Record<string, string>, answer: Answer): Response {
  if (answer.status === 204) return new Response(null, { status: 204, headers: ids });
  judge(undefined, answer);
  return respond(ids, answer);
}
