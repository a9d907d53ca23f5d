import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, Server as NetServer, type Socket } from "node:net";
import { refuseUnless } from "./options.js";
import { type AnsweredRequest, createSandbox, type Sandbox } from "./sandbox.js";
import { createResponder } from "./server-handler.js";
import { error, idsOf } from "./wire.js";

/** A sandbox that listens. */
export interface Serving {
  /** Where the sandbox listens, such as `http://127.0.0.1:4010`. */
  url: string;
  /**
   * Stops listening, once what has come in was answered; connections without a request are cut. A request that does not
   * come to its end holds it for the ten seconds that every request has.
   */
  close(): Promise<void>;
}

/** Where a sandbox listens, and what it lets a request do. */
export interface ServeOptions {
  /** Default: 0, any free port. */
  port?: number | undefined;
  /** The address to listen on. Default: 127.0.0.1; from any other, the whole network can use it. */
  host?: string | undefined;
  /** Further names that a request's `Host` may say; others are refused, so that no web page gets in. Default: none. */
  allowedHosts?: readonly string[] | undefined;
  /**
   * Takes faults from the header `Sandbox-Faults: status=503, retry-after=2`, and `POST /sandbox/reset` and
   * `POST /sandbox/advance?milliseconds=60000`. Default: false.
   */
  faults?: boolean | undefined;
  /** Default: a new sandbox. */
  sandbox?: (Pick<Sandbox, "fetch"> & Partial<Pick<Sandbox, "advance" | "reset">>) | undefined;
  /**
   * Told of each answer, without tokens, codes, bodies or the customer's id. The method is "?" of what is no request.
   * What it throws is lost.
   */
  onAnswer?: ((answered: AnsweredRequest) => void) | undefined;
}

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
 * Serves a sandbox over HTTP.
 *
 * @throws Error for a name that is none, and with `code: "EADDRINUSE"` where the port is taken
 */
export async function serveSandbox(options: ServeOptions = {}): Promise<Serving> {
  const {
    port = 0,
    host = "127.0.0.1",
    allowedHosts = [],
    faults = false,
    sandbox = createSandbox(),
    onAnswer = () => {},
  } = options ?? {};
  refuseUnless(typeof Object(sandbox).fetch === "function", "sandbox must be a sandbox, or at least its fetch");
  const known = new Set(["127.0.0.1", "localhost", "[::1]", ...[host, ...allowedHosts].map(hostnameOf)]);
  /** The requests of each connection that have no whole answer yet, in their order. */
  const pending = new Map<Socket, Exchange[]>();
  /** Connections that take no further request, as what came was none. */
  const broken = new WeakSet<Socket>();
  let closing: Promise<void> | undefined;
  /** Whether connections end with their last answer, as the server does. */
  let parting = false;

  // A request without a host is answered here, in the documented shape.
  const server = createServer({ ...patience, requireHostHeader: false }, handle);
  server.maxConnections = connections;
  server.on("connection", (socket: Socket) => {
    pending.set(socket, []);
    // Of answers that wait for others before them, only the connection tells that nobody waits any longer.
    socket.once("close", () => {
      for (const { gone } of pending.get(socket) ?? []) gone.abort(new Error("the client is gone"));
      pending.delete(socket);
    });
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

  const responseTo = createResponder({ known, faults, sandbox, tell });

  function handle(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { socket } = incoming;
    const gone = new AbortController();
    pending.get(socket)?.push({ incoming, outgoing, gone });
    outgoing.once("close", () => {
      gone.abort(new Error("the client is gone"));
      const left = pending.get(socket)?.filter((other) => other.outgoing !== outgoing);
      if (!left) return;
      pending.set(socket, left);
      if (broken.has(socket) ? !left.some(isWhole) : parting && left.length === 0) part(socket);
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
      NetServer.prototype.close.call(server, (failure) => (failure ? reject(failure) : resolve()));
      setTimeout(() => {
        parting = true;
        for (const [socket, requests] of pending) if (requests.length === 0) part(socket);
      }, grace);
    });
    return closing;
  }

  await listen(server, port, host.replace(/^\[(.*)\]$/, "$1"));
  const { port: bound } = server.address() as AddressInfo;
  return { url: `http://${hostnameOf(host)}:${bound}`, close };
}

/** A request, its answer, and what ends its work when nobody waits for it. */
interface Exchange {
  incoming: IncomingMessage;
  outgoing: ServerResponse;
  gone: AbortController;
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
function isWhole({ incoming }: Exchange): boolean {
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

/** Reads on until the client has sent all, or is gone; the time for a whole request bounds it. */
function drained(incoming: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    incoming.once("end", resolve).once("close", resolve).once("error", resolve).resume();
  });
}
