import type { IncomingMessage, ServerResponse } from "node:http";
import { createSandbox, type Sandbox } from "./index.js";

export interface Serving {
  /** Where the sandbox listens, such as `http://127.0.0.1:4010`. */
  url: string;
  /** Stops listening, once what is in flight was answered. */
  close(): Promise<void>;
}

export interface ServeOptions {
  /** Default: 0, any free port. */
  port?: number;
  /** Default: a new sandbox. */
  sandbox?: Pick<Sandbox, "fetch">;
}

/** Serves a sandbox over HTTP on 127.0.0.1. Node only; rejects where the port is taken. */
export async function serveSandbox({ port = 0, sandbox = createSandbox() }: ServeOptions = {}): Promise<Serving> {
  // Imported here, so that the sandbox as a function runs where there is no Node.
  const { createServer } = await import("node:http");
  const server = createServer((incoming, outgoing) => {
    answer(sandbox, incoming, outgoing).catch((failure: Error) => {
      outgoing.writeHead(500, { "Content-Type": "text/plain" }).end(failure.message);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" ? address?.port : port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((failure) => (failure ? reject(failure) : resolve()));
        server.closeIdleConnections();
      }),
  };
}

async function answer(sandbox: Pick<Sandbox, "fetch">, incoming: IncomingMessage, outgoing: ServerResponse) {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const headers = Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  const response = await sandbox.fetch(`http://sandbox${incoming.url}`, {
    method: incoming.method ?? "GET",
    headers,
    // A GET may carry a body on the wire, but not as a `Request`.
    body: incoming.method === "POST" ? Buffer.concat(chunks) : null,
  });
  outgoing.writeHead(response.status, [...response.headers].flat());
  outgoing.end(await response.text());
}
