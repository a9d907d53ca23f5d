import { fork } from "node:child_process";
import { getEventListeners, once } from "node:events";
import { createServer, type Socket } from "node:net";
import { TLSSocket } from "node:tls";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import createOpenapiClient from "openapi-fetch";
import { createClient, isPartnerCenterError } from "../../src/index.js";
import { nodeFetch } from "../../src/node.js";
import { type Fault, faults, open, secret } from "./faults.js";
import { customerId, type Figure, type Scale, stateOwned } from "./figure.js";
import { withCertificates } from "./tls.js";

/** A key and a certificate, for a server that speaks TLS. */
interface Certificate {
  key: string;
  cert: string;
}

/** What sends; and the server's certificate, where it speaks TLS. */
type Over = [fetch: typeof globalThis.fetch, certificate?: Certificate];

/** What the process that meets the faults over TLS is told. */
export interface Asked {
  names: string[];
  scale: Scale;
  certificate: Certificate;
}

async function withServer<Value>(
  serve: (socket: Socket) => void,
  use: (url: string) => Promise<Value>,
  certificate?: Certificate,
): Promise<Value> {
  const sockets = new Set<Socket>();
  const server = createServer((connection) => {
    // Only what lies below can reset a connection.
    const resetAndDestroy = () => connection.resetAndDestroy();
    const secured = certificate && new TLSSocket(connection, { isServer: true, ...certificate });
    const socket: Socket = secured ? Object.assign(secured, { resetAndDestroy }) : connection;
    for (const each of [connection, socket]) sockets.add(each.on("error", () => {}));
    socket.once("data", () => serve(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await use(`http${certificate ? "s" : ""}://127.0.0.1:${(server.address() as { port: number }).port}`);
  } finally {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
}

/** One fault, met by a create: what was wrong with how the call ended, and by how much it outlasted its deadline. */
async function meet(
  { name, serve, at = (url) => url, expected }: Fault,
  { deadline: shortest, slack }: Scale,
  ...[fetch, certificate]: Over
): Promise<{ wrong: string[]; overrun: number }> {
  return withServer(
    serve,
    async (baseUrl) => {
      const { signal } = new AbortController();
      // What ends of itself must not be cut off on a busy machine.
      const codes = [expected.code, expected.hangs && fetch === globalThis.fetch ? "timeout" : []].flat();
      const deadline = codes.includes("timeout") ? shortest : shortest + slack;
      const retry = { limit: 1, base: 1 };
      const client = createClient({ fetch, baseUrl: at(baseUrl), token: secret, deadline, retry });
      const started = performance.now();
      const error = await client.createQualification(customerId, stateOwned, { signal }).then(
        () => undefined,
        (failure: unknown) => failure,
      );
      const overrun = performance.now() - started - deadline;
      if (!isPartnerCenterError(error)) return { wrong: [`${name}: no error of ours, but ${inspect(error)}`], overrun };
      const { status } = error as { status?: number };
      const { outcome, attempts } = expected;
      const wrong = [
        !codes.includes(error.code) && `code ${error.code}`,
        expected.status !== undefined && status !== expected.status && `status ${status}`,
        outcome !== "any" && error.outcome !== outcome && `outcome ${error.outcome}`,
        attempts !== undefined && error.attempts !== attempts && `${error.attempts} attempts`,
        overrun > slack && `${Math.round(overrun)} ms over the deadline`,
        inspect(error, { depth: 9 }).includes(secret) && "a secret",
        getEventListeners(signal, "abort").length > 0 && "a listener left behind",
      ];
      return { wrong: wrong.filter((part) => part !== false).map((part) => `${name}: ${part}`), overrun };
    },
    certificate,
  );
}

interface Met {
  count: number;
  wrong: string[];
  /** Milliseconds by which the longest call outlasted its deadline. */
  longest: number;
}

/** All faults, one after the other, as often as there are rounds. */
export async function meetAll(met: readonly Fault[], scale: Scale, ...over: Over): Promise<Met> {
  const all: Met = { count: met.length * scale.rounds, wrong: [], longest: 0 };
  for (let round = 0; round < scale.rounds; round += 1) {
    for (const fault of met) {
      const { wrong, overrun } = await meet(fault, scale, ...over);
      all.wrong.push(...wrong);
      all.longest = Math.max(all.longest, overrun);
    }
  }
  return all;
}

/** The same by our own transport over TLS, in a process that trusts the server. */
function meetAllOverTls(met: readonly Fault[], scale: Scale): Promise<Met> {
  return withCertificates(async ({ good, env }) => {
    const child = fileURLToPath(new URL("./faults-tls-child.ts", import.meta.url));
    const names = met.map(({ name }) => name);
    const asked: Asked = { names, scale, certificate: { key: good.private, cert: good.cert } };
    const meeting = fork(child, { execArgv: ["--import", "tsx"], env });
    meeting.send(asked);
    let result: Met | undefined;
    meeting.on("message", (message) => {
      result = message as Met;
    });
    await once(meeting, "close");
    if (!result) throw new Error("what was to meet the faults over TLS told nothing");
    return result;
  });
}

/** Whether the same fault, met by a bare client with a signal for a deadline, looks like success or never ends. */
async function missed({ serve, at = (url) => url }: Fault, deadline: number): Promise<boolean> {
  return withServer(serve, async (baseUrl) => {
    const bare = createOpenapiClient<Record<string, never>>({ baseUrl: at(baseUrl) }) as unknown as {
      POST: (path: string, init: object) => Promise<{ error?: unknown }>;
    };
    const given = new AbortController();
    const timer = setTimeout(() => given.abort(), deadline);
    const ended = bare.POST("/x", { body: stateOwned, signal: given.signal }).then(
      ({ error }) => !error,
      () => false,
    );
    let late: ReturnType<typeof setTimeout> | undefined;
    const never = new Promise<boolean>((resolve) => {
      late = setTimeout(resolve, deadline + 300, true);
    });
    const result = await Promise.race([ended, never]);
    clearTimeout(timer);
    clearTimeout(late);
    return result;
  });
}

/** The same waits without a deadline of their own: what a plain `fetch` makes of a body that stalls. */
async function control(deadline: number): Promise<string> {
  return withServer(open("HTTP/1.1 201 OK\r\nContent-Length: 100\r\n\r\n{"), async (url) => {
    const reading = fetch(url)
      .then((response) => response.text())
      .then(
        () => "ends",
        () => "fails",
      );
    return Promise.race([
      reading,
      new Promise<string>((resolve) => setTimeout(resolve, deadline + 500, "still waiting")),
    ]);
  });
}

/** Over Node's own `fetch` and over ours. */
export async function faultFigures(scale: Scale, met = faults): Promise<Figure[]> {
  const all: Record<string, Met> = {
    fetch: await meetAll(met, scale, globalThis.fetch),
    nodeFetch: await meetAll(met, scale, nodeFetch),
    "nodeFetch and TLS": await meetAllOverTls(met, scale),
  };
  let unseen = 0;
  for (const fault of met) if (await missed(fault, scale.deadline / 4)) unseen += 1;
  const naive = await control(scale.deadline);
  const longest = Math.max(...Object.values(all).map((one) => one.longest));
  return [
    ...Object.entries(all).map(([transport, { count, wrong }]) => {
      const survived = count - new Set(wrong.map((complaint) => complaint.split(":")[0])).size;
      return {
        name: `faults from a raw server, over ${transport}`,
        goal: `${count} of ${count}`,
        value: `${survived} of ${count}${wrong.map((complaint) => `\n    ${complaint}`).join("")}`,
        ok: wrong.length === 0 && count > 0,
        control: {
          value: `bare openapi-fetch: ${unseen} of ${met.length} look like success, or never end`,
          ok: unseen > 0,
        },
      };
    }),
    {
      name: "longest overrun of a deadline",
      goal: `${scale.slack} ms`,
      value: `${Math.round(longest)} ms`,
      ok: longest <= scale.slack,
      control: { value: `plain fetch is ${naive} 500 ms later`, ok: naive === "still waiting" },
    },
  ];
}
