import { fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Measurement } from "./measurement.js";

const bomb = gzipSync(gzipSync(Buffer.alloc(200 * 2 ** 20, 32)));
const child = fileURLToPath(new URL("./memory-child.ts", import.meta.url));

/** The peak of a process of its own that reads bombs and endless bodies, in MiB over its start. */
async function peak(kind: "ours" | "naive", url: string): Promise<number> {
  const reader = fork(child, [kind, url], { execArgv: ["--import", "tsx"] });
  let reported = Number.NaN;
  reader.on("message", (message) => {
    reported = Number(message);
  });
  await once(reader, "close");
  return Math.round(reported);
}

export async function memory(): Promise<Measurement> {
  const server = createServer((request, response) => {
    if (request.url?.startsWith("/bomb")) {
      response.writeHead(200, { "Content-Encoding": "gzip, gzip", "Content-Length": bomb.length }).end(bomb);
      return;
    }
    response.writeHead(200);
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536, 32)));
    };
    response.on("drain", more).on("error", () => {});
    more();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
    const ours = await peak("ours", url);
    const naive = await peak("naive", url);
    return {
      name: "peak memory during bombs and endless bodies",
      goal: "64 MiB",
      value: `${ours} MiB`,
      ok: ours <= 64,
      control: { value: `fetch and text(), the bomb alone: ${naive} MiB`, ok: naive > 64 },
    };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
