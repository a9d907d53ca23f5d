import { fork } from "node:child_process";
import { once } from "node:events";
import { customerId, token } from "../answers.js";
import type { Contender, Create } from "../contender.js";
import { ratioOf } from "../ratio.js";
import type { Ratio } from "../results.js";

const pairs = 30;

/** How many are in flight at once, and how many calls are measured together. */
const loads = { 1: 300, 16: 640, 64: 640 };

/** Throughput over a socket, to a server in another process, as a ratio to the floor's. */
export async function measure(create: Create, floor: Create): Promise<Record<string, Ratio>> {
  const server = fork("built/server.js");
  try {
    const [port] = await once(server, "message");
    const [contender, other] = [create, floor].map((each) => each(`http://127.0.0.1:${port}`, token));
    // What has more code is compiled later.
    for (const one of [contender, other]) await rateOf(one as Contender, 16, 4000);
    const ratios: Record<string, Ratio> = {};
    for (const [concurrency, calls] of Object.entries(loads)) {
      const rate = (one: Contender | undefined) => () => rateOf(one as Contender, Number(concurrency), calls);
      ratios[`loopback ${concurrency}`] = await ratioOf(pairs, rate(contender), rate(other));
    }
    return ratios;
  } finally {
    server.kill();
  }
}

async function rateOf(contender: Contender, concurrency: number, calls: number): Promise<number> {
  let left = calls;
  const started = performance.now();
  const worker = async () => {
    for (; left > 0; ) {
      left -= 1;
      await contender.get(customerId);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return calls / (performance.now() - started);
}
