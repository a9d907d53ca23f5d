import { setImmediate } from "node:timers/promises";
import { answerFromStub, customerId, token } from "../answers.js";
import type { Create } from "../contender.js";
import type { Memory } from "../results.js";

const calls = 100_000;

/** Over 100,000 calls from a stub, after 20,000 that are for the compiler; all with one signal, where SHARED is set. */
export async function measure(create: Create): Promise<Memory> {
  const signal = process.env.SHARED ? new AbortController().signal : undefined;
  answerFromStub();
  const contender = create("https://api.partnercenter.microsoft.com", token);
  const make = async (count: number) => {
    for (let made = 0; made < count; made += 1) {
      await contender.get(customerId, signal);
      // As sockets would: what waits for the next turn is let go.
      if (made % 100 === 0) await setImmediate();
    }
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  };
  const before = await make(20_000);
  const after = await make(calls);
  return { perCall: (after - before) / calls, peak: process.resourceUsage().maxRSS * 1024 };
}
