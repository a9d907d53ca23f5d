import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Controlled } from "./control.js";
import { assertOptions, type Check, callable, flag, refuseUnless, wholeNumber } from "./options.js";
import { createSandbox, type RecordedRequest, type Sandbox } from "./sandbox.js";
import { alreadyRefused, createHandler } from "./server-handler.js";
import { error, idsOf } from "./wire.js";

/** Where the compiler knows `Symbol.asyncDispose`; elsewhere nothing, so that older ones take this declaration. */
type AsyncDisposal = Record<SymbolConstructor["asyncDispose" & keyof SymbolConstructor], () => Promise<void>>;

/** A sandbox that listens. `await using` closes it. */
export interface Serving extends AsyncDisposal {
  /** The address of the sandbox, such as `http://127.0.0.1:4010`. */
  url: string;
  /**
   * Stops listening, finishes the requests in flight and closes every other connection immediately. Requests that are
   * still in flight after ten seconds are cut off.
   */
  close(): Promise<void>;
}

/** Where a sandbox listens, and what a request may do. */
export interface ServeOptions {
  /** The port. Default: 0, any free port. */
  port?: number | undefined;
  /** The address to listen on. Default: 127.0.0.1. Any other address opens the sandbox to the network. */
  host?: string | undefined;
  /**
   * Further host names that the `Host` header of a request may have. Requests for other hosts are refused, so that no web
   * page reaches the sandbox by a name of its own. Default: none.
   */
  allowedHosts?: readonly string[] | undefined;
  /** Accepts faults in the header `Sandbox-Faults: status=503, retry-after=2`. Default: false. */
  faults?: boolean | undefined;
  /**
   * Serves `POST /provider-states`, as Pact's verifier calls it, and `POST /sandbox/customers`, `/sandbox/decisions`,
   * `/sandbox/advance` and `/sandbox/reset`. Each takes JSON, or needs the header `Sandbox-Control: 1`. Default: false.
   */
  control?: boolean | undefined;
  /** The sandbox to serve; `fetch` is enough without `control`. Default: a new one. */
  sandbox?: (Pick<Sandbox, "fetch"> & Partial<Controlled>) | undefined;
  /**
   * Called after each response, without tokens, codes, bodies and customer ids. The method is "?" if the request was not
   * HTTP. Errors that it throws are ignored.
   */
  onResponse?: ((request: RecordedRequest) => void) | undefined;
}

/** In milliseconds. Node's own limits let a slow client keep a connection for five minutes. */
const timeLimits = {
  ...{ headersTimeout: 5000, requestTimeout: 10_000, connectionsCheckingInterval: 500 },
  // With Node's five seconds, a client on a busy machine may reuse a connection at the moment it is closed.
  keepAliveTimeout: 60_000,
};

/** Milliseconds for requests in flight when the server closes. */
const closeTimeout = 10_000;

/** Milliseconds that a client has to read a response before its socket is destroyed. */
const readTimeout = 1000;

const maxConnections = 4096;

const checks: Record<keyof ServeOptions, Check> = {
  port: (value) => (wholeNumber(value) || Number(value) > 65_535) && "must be a whole number from 0 to 65535",
  host: (value) => hostnameOf(value) === "" && "must be a host name or an IP address, without a port",
  allowedHosts: (value) =>
    !(Array.isArray(value) && value.every((name) => hostnameOf(name) !== "")) &&
    "must be an array of host names or IP addresses, without ports",
  ...{ faults: flag, control: flag, onResponse: callable },
  sandbox: (value) => typeof Object(value).fetch !== "function" && "must be a sandbox, or at least its fetch",
};

/** What `control` calls. */
const methods: readonly (keyof Controlled)[] = ["setState", "decide", "advance", "reset", "customers"];

const serverName = "partner-center-qualifications-sandbox";

/** The requests that Node could not read: status, code and description by the code of the error. */
const unreadable: Record<string, [number, number, string]> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 800002, "The request did not arrive in time."],
  HPE_HEADER_OVERFLOW: [431, 800002, "The headers are too long."],
};
const notHttp: [number, number, string] = [400, 800002, "This is not an HTTP request."];

/** A request in flight. */
interface Exchange {
  incoming: IncomingMessage;
  outgoing: ServerResponse;
  clientGone: AbortController;
}

/**
 * Serves a sandbox over HTTP.
 *
 * @throws Error naming the option that is not valid; with `code: "EADDRINUSE"` if the port is in use
 */
export async function serveSandbox(options: ServeOptions = {}): Promise<Serving> {
  assertOptions(options ?? {}, checks);
  const { port = 0, host = "127.0.0.1", allowedHosts = [], faults = false, control = false } = options ?? {};
  const { sandbox = createSandbox(), onResponse = () => {} } = options ?? {};
  const hosts = new Set(["127.0.0.1", "localhost", "[::1]", ...[host, ...allowedHosts].map(hostnameOf)]);
  const missing = control && methods.filter((name) => !(name in sandbox));
  refuseUnless(!missing || missing.length === 0, `with control, sandbox must have ${methods.join(", ")}`);
  const controlled = control ? (sandbox as Controlled) : undefined;
  const respondTo = createHandler({ hosts, faults, sandbox, controlled, report });
  const connections = new Map<Socket, Set<Exchange>>();
  const broken = new WeakSet<Socket>();
  let closing: Promise<void> | undefined;

  const listener = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    handle(incoming, outgoing).catch(() => incoming.socket.destroy());
  };
  const server = createServer({ ...timeLimits, requireHostHeader: false }, listener);
  server.maxConnections = maxConnections;
  // Node would respond 417 without a documented body.
  server.on("checkExpectation", listener);
  server.on("clientError", refuse);
  server.on("connection", (socket: Socket) => {
    const inFlight = new Set<Exchange>();
    connections.set(socket, inFlight);
    // A response that waits behind another one gets no event of its own.
    socket.once("close", () => {
      connections.delete(socket);
      for (const { clientGone } of inFlight) clientGone.abort(new Error("the client disconnected"));
    });
  });

  function report(request: RecordedRequest): void {
    try {
      onResponse(request);
    } catch {
      // An error of the listener must not cost a response.
    }
  }

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { socket } = incoming;
    const inFlight = connections.get(socket) ?? new Set();
    const exchange = { incoming, outgoing, clientGone: new AbortController() };
    inFlight.add(exchange);
    outgoing.once("close", () => {
      inFlight.delete(exchange);
      // Its last response may have been written before the server began to close.
      if (closing && inFlight.size === 0) socket.end();
    });
    const { signal } = exchange.clientGone;
    const response = await respondTo(incoming, signal);
    if (signal.reason === alreadyRefused) return;
    if (!response) return void socket.resetAndDestroy();
    const unread = !incoming.complete;
    // Requests that were sent behind this one get their responses before the connection closes.
    const isLast = [...inFlight].at(-1) === exchange;
    outgoing.writeHead(response.status, [
      ...[...response.headers].flat(),
      ...["Server", serverName],
      ...(response.status === 204 ? [] : ["Content-Length", String(response.bytes.length)]),
      ...(isLast && (closing || unread || broken.has(socket)) ? ["Connection", "close"] : []),
    ]);
    outgoing.write(response.bytes);
    // Closing with unread bytes resets the connection, and the client loses the response.
    if (unread) await drain(incoming);
    outgoing.end();
  }

  function refuse(failure: NodeJS.ErrnoException, socket: Socket): void {
    broken.add(socket);
    const inFlight = connections.get(socket) ?? new Set();
    const last = [...inFlight].at(-1);
    const partial = last && !last.incoming.complete ? last : undefined;
    if (partial) inFlight.delete(partial);
    // The client would take this response for the one to an earlier request.
    if (inFlight.size > 0 || !socket.writable) return;
    if (partial?.outgoing.headersSent) return void socket.destroy();
    partial?.clientGone.abort(alreadyRefused);
    const [status, code, description] = unreadable[failure.code ?? ""] ?? notHttp;
    const ids = idsOf(new Headers());
    const body = JSON.stringify(error(status, code, description).body);
    const headers = {
      ...{ ...ids, "Content-Type": "application/json; charset=utf-8", "Content-Length": Buffer.byteLength(body) },
      ...{ Server: serverName, Connection: "close" },
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n${body}`);
    setTimeout(() => socket.destroy(), readTimeout).unref();
    const [requestId, correlationId] = [ids["MS-RequestId"], ids["MS-CorrelationId"]];
    report({ method: "?", path: undefined, status, requestId, correlationId });
  }

  function close(): Promise<void> {
    closing ??= new Promise((resolve, reject) => {
      server.close((failure) => (failure ? reject(failure) : resolve()));
      // A connection that has not sent a request yet is not idle for Node.
      for (const [socket, inFlight] of connections) if (inFlight.size === 0) socket.destroy();
      setTimeout(() => server.closeAllConnections(), closeTimeout).unref();
    });
    return closing;
  }

  server.listen({ port, host: host.replace(/^\[(.*)\]$/, "$1"), backlog: maxConnections });
  await once(server, "listening");
  return {
    url: `http://${hostnameOf(host)}:${(server.address() as AddressInfo).port}`,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** A host name or an address as it is in a URL; "" if it is neither, or has a port. */
function hostnameOf(given: unknown): string {
  const name = String(given);
  const bracketed = name.includes(":") && !name.startsWith("[") ? `[${name}]` : name;
  const isName = typeof given === "string" && /^(\[[\da-f:.]+\]|[\w-]+(\.[\w-]+)*\.?)$/i.test(bracketed);
  return isName && URL.canParse(`http://${bracketed}`) ? new URL(`http://${bracketed}`).hostname : "";
}

/** Reads until the client has sent everything or disconnected; `requestTimeout` bounds it. */
function drain(incoming: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    incoming.once("end", resolve).once("close", resolve).once("error", resolve).resume();
  });
}
