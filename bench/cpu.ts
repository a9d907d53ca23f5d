import type { Contender, Create } from "./contender.js";

const customerId = "00000000-0000-4000-8000-000000000006";
const request = { qualification: "StateOwnedEntity" };
const created = JSON.stringify({ qualification: "StateOwnedEntity" });
const listed = JSON.stringify([
  {
    qualification: "GovernmentCommunityCloud",
    vettingStatus: "Approved",
    vettingCreatedDate: "2020-12-03T10:37:38.885Z",
  },
  { qualification: "StateOwnedEntity" },
]);

/** CPU of a call as a ratio to the floor's, from pairs measured one after the other: the median, and the quartiles. */
export interface Ratio {
  median: number;
  low: number;
  high: number;
}

export type Calls = "get" | "post";
export const calls: readonly Calls[] = ["get", "post"];

/** How an answer comes: by Node's own `fetch` over a dispatcher without a socket, or from a stub that only returns it. */
export const layers = {
  "Node's fetch": { enter: overDispatcher, callsOfOne: 1000 },
  stub: { enter: overStub, callsOfOne: 5000 },
};

const pairs = 21;

/** `callsOfOne` are measured together: enough of them, that each measurement holds its share of collected garbage. */
export async function ratioOf(create: Create, floor: Create, call: Calls, callsOfOne: number): Promise<Ratio> {
  const [one, other] = [create, floor].map((each) => each("https://api.partnercenter.microsoft.com", token));
  const ratios: number[] = [];
  for (let round = -3; round < pairs; round += 1) {
    const [cost, base] = [
      await cpuOf(one as Contender, call, callsOfOne),
      await cpuOf(other as Contender, call, callsOfOne),
    ];
    // The first rounds are for the compiler.
    if (round >= 0) ratios.push(cost / base);
  }
  ratios.sort((left, right) => left - right);
  const at = (part: number) => ratios[Math.floor(part * (ratios.length - 1))] ?? Number.NaN;
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

/** A token as long as Microsoft's are. */
const token = "e".repeat(1200);

async function cpuOf(contender: Contender, call: Calls, callsOfOne: number): Promise<number> {
  const before = process.cpuUsage();
  for (let count = 0; count < callsOfOne; count += 1) {
    await (call === "get" ? contender.get(customerId) : contender.post(customerId, request));
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / callsOfOne;
}

/** What undici, which is Node's `fetch`, asks of a dispatcher. */
interface Handler {
  onConnect(abort: () => void, context: null): void;
  onHeaders(status: number, headers: Buffer[], resume: () => void, statusText: string): boolean;
  onData(chunk: Buffer): boolean;
  onComplete(trailers: Buffer[]): void;
}

function overDispatcher(): void {
  const dispatch = ({ method }: { method: string }, handler: Handler) => {
    const text = method === "POST" ? created : listed;
    const headers = ["Content-Type", "application/json", "Content-Length", String(text.length)];
    handler.onConnect(() => {}, null);
    handler.onHeaders(
      method === "POST" ? 201 : 200,
      headers.map((part) => Buffer.from(part)),
      () => {},
      "OK",
    );
    handler.onData(Buffer.from(text));
    handler.onComplete([]);
    return true;
  };
  Object.assign(globalThis, { [Symbol.for("undici.globalDispatcher.1")]: { dispatch } });
}

function overStub(): void {
  globalThis.fetch = async (input, init) => {
    const method = input instanceof Request ? input.method : init?.method;
    const [text, status] = method === "POST" ? [created, 201] : [listed, 200];
    const headers = { "Content-Type": "application/json", "Content-Length": String(text.length) };
    return new Response(text, { status, headers });
  };
}
