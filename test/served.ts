/** Serves a folder as GitHub Pages would: under a base path, compressed, and with its own page for what is missing. */
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

/** The sizes of the bodies sent, by path, are in `sent`. */
export async function serveFolder(folder: string, base: string) {
  const sent = new Map<string, number>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const name = pathname.startsWith(base) ? pathname.slice(base.length) || "index.html" : "404.html";
    const file = join(folder, name);
    const found = existsSync(file) && extname(file) !== "";
    const body = gzipSync(readFileSync(found ? file : join(folder, "404.html")));
    sent.set(pathname, body.length);
    const type = types[found ? extname(file) : ".html"] ?? "text/plain; charset=utf-8";
    response.writeHead(found ? 200 : 404, { "Content-Type": type, "Content-Encoding": "gzip" }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url: `${origin}${base}`, origin, sent, close: () => server.close() };
}
