import { answerFromStub, created, customerId, listed, request, token } from "../answers.js";
import type { Contender, Create } from "../contender.js";
import { ratioOf } from "../ratio.js";
import type { Ratio } from "../results.js";

const pairs = 30;

/** How a response comes: by Node's own `fetch` over a dispatcher without a socket, or from a stub that only returns it. */
const layers = {
  fetch: { enter: answerFromDispatcher, calls: 1000 },
  stub: { enter: answerFromStub, calls: 3000 },
};

/** CPU of a call, user and system, as a ratio to the floor's. */
export async function measure(create: Create, floor: Create): Promise<Record<string, Ratio>> {
  const ratios: Record<string, Ratio> = {};
  for (const [layer, { enter, calls }] of Object.entries(layers)) {
    enter();
    // Now, as some keep the `fetch` that they find.
    const [contender, other] = [create, floor].map((each) => each("https://api.partnercenter.microsoft.com", token));
    for (const method of ["get", "post"] as const) {
      const cost = (one: Contender | undefined) => () => cpuOf(one as Contender, method, calls);
      ratios[`${layer} ${method.toUpperCase()}`] = await ratioOf(pairs, cost(contender), cost(other));
    }
  }
  return ratios;
}

/** `calls` are measured together: enough of them, that each measurement holds its share of collected garbage. */
async function cpuOf(contender: Contender, method: "get" | "post", calls: number): Promise<number> {
  const before = process.cpuUsage();
  for (let count = 0; count < calls; count += 1) {
    await (method === "get" ? contender.get(customerId) : contender.post(customerId, request));
  }
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** The handler that undici, which is Node's `fetch`, passes to a dispatcher. */
interface Handler {
  onConnect(abort: () => void, context: null): void;
  onHeaders(status: number, headers: Buffer[], resume: () => void, statusText: string): boolean;
  onData(chunk: Buffer): boolean;
  onComplete(trailers: Buffer[]): void;
}

function answerFromDispatcher(): void {
  const dispatch = ({ method, body }: { method: string; body: AsyncIterable<unknown> | null }, handler: Handler) => {
    void answer(method, body, handler);
    return true;
  };
  const answer = async (method: string, body: AsyncIterable<unknown> | null, handler: Handler) => {
    const text = method === "POST" ? created : listed;
    const headers = ["Content-Type", "application/json", "Content-Length", String(text.length)];
    handler.onConnect(() => {}, null);
    // As a socket would, which a client that streams its body has to pay for.
    for await (const _ of body ?? []);
    handler.onHeaders(
      method === "POST" ? 201 : 200,
      headers.map((part) => Buffer.from(part)),
      () => {},
      "OK",
    );
    handler.onData(Buffer.from(text));
    handler.onComplete([]);
  };
  Object.assign(globalThis, { [Symbol.for("undici.globalDispatcher.1")]: { dispatch } });
}
