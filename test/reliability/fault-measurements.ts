import { fork } from "node:child_process";
import { getEventListeners, once } from "node:events";
import { createServer, type Socket } from "node:net";
import { TLSSocket } from "node:tls";
import { fileURLToPath } from "node:url";
import createOpenapiClient from "openapi-fetch";
import { createClient, isPartnerCenterError } from "../../src/index.js";
import { type Fault, faults, open, secret } from "./faults.js";
import { customerId, type Measurement, pending, type Scale, stateOwned, within } from "./measurement.js";
import { renderings } from "./secrets.js";
import { withCertificates } from "./tls.js";

/** A key and a certificate, for a server that speaks TLS. */
interface Certificate {
  key: string;
  cert: string;
}

/** What the process that meets the faults over TLS is sent. */
export interface Assignment {
  names: string[];
  scale: Scale;
  certificate: Certificate;
}

export async function withServer<Value>(
  serve: (socket: Socket) => void,
  use: (url: string) => Promise<Value>,
  certificate?: Certificate,
): Promise<Value> {
  const sockets = new Set<Socket>();
  const server = createServer((connection) => {
    // Only the TCP connection can be reset.
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

/** One fault during a create request: what was wrong with how the call ended, and by how much it exceeded its deadline. */
async function meet(
  { name, serve, at = (url) => url, expected }: Fault,
  { deadline: shortest, slack }: Scale,
  certificate?: Certificate,
): Promise<{ wrong: string[]; overrun: number }> {
  return withServer(
    serve,
    async (baseUrl) => {
      const { signal } = new AbortController();
      // What ends by itself must not be cut off on a busy machine.
      const codes = [expected.code, expected.hangs ? "timeout" : []].flat();
      const deadline = codes.includes("timeout") ? shortest : shortest + slack;
      const retry = { limit: 1, baseDelay: 1 };
      const client = createClient({ baseUrl: at(baseUrl), token: secret, deadline, retry });
      const started = performance.now();
      const call = client.createQualification(customerId, stateOwned, { signal }).then(
        () => undefined,
        (failure: unknown) => failure,
      );
      const error = await within(deadline + Math.max(slack, 1000), call);
      const overrun = performance.now() - started - deadline;
      if (error === pending) return { wrong: [`${name}: still pending after the deadline`], overrun };
      if (!isPartnerCenterError(error)) return { wrong: [`${name}: not one of our errors, but ${error}`], overrun };
      const { status } = error as { status?: number };
      const { outcome, attempts } = expected;
      const wrong = [
        !codes.includes(error.code) && `code ${error.code}`,
        expected.status !== undefined && status !== expected.status && `status ${status}`,
        outcome !== "any" && error.outcome !== outcome && `outcome ${error.outcome}`,
        attempts !== undefined && error.attempts !== attempts && `${error.attempts} attempts`,
        overrun > slack && `${Math.round(overrun)} ms over the deadline`,
        renderings(error).some((text) => text.includes(secret)) && "a secret",
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
  /** Milliseconds by which the longest call exceeded its deadline. */
  longest: number;
}

/** All faults, one after the other, as often as there are rounds. */
export async function meetAll(met: readonly Fault[], scale: Scale, certificate?: Certificate): Promise<Met> {
  const all: Met = { count: met.length * scale.rounds, wrong: [], longest: 0 };
  for (let round = 0; round < scale.rounds; round += 1) {
    for (const fault of met) {
      const { wrong, overrun } = await meet(fault, scale, certificate);
      all.wrong.push(...wrong);
      all.longest = Math.max(all.longest, overrun);
    }
  }
  return all;
}

/** The same over TLS, in a process that trusts the server. */
function meetAllOverTls(met: readonly Fault[], scale: Scale): Promise<Met> {
  return withCertificates(async ({ good, env }) => {
    const child = fileURLToPath(new URL("./faults-tls-child.ts", import.meta.url));
    const names = met.map(({ name }) => name);
    const assignment: Assignment = { names, scale, certificate: { key: good.private, cert: good.cert } };
    const meeting = fork(child, { execArgv: ["--import", "tsx"], env });
    meeting.send(assignment);
    let result: Met | undefined;
    meeting.on("message", (message) => {
      result = message as Met;
    });
    await once(meeting, "close");
    if (!result) throw new Error("the process that meets the faults over TLS reported nothing");
    return result;
  });
}

/** Whether the same fault, met by a bare client with a signal for a deadline, looks like success or never ends. */
async function missed({ serve, at = (url) => url }: Fault, deadline: number): Promise<boolean> {
  return withServer(serve, async (baseUrl) => {
    const bare = createOpenapiClient<Record<string, never>>({ baseUrl: at(baseUrl) }) as unknown as {
      POST: (path: string, init: object) => Promise<{ error?: unknown }>;
    };
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), deadline);
    const ended = bare.POST("/x", { body: stateOwned, signal: controller.signal }).then(
      ({ error }) => !error,
      () => false,
    );
    const result = await within(deadline + 300, ended);
    clearTimeout(timer);
    return result === pending || result;
  });
}

/** The same waits without a deadline of their own: what a plain `fetch` makes of a body that stalls. */
async function control(deadline: number): Promise<string> {
  return withServer(open("HTTP/1.1 201 OK\r\nContent-Length: 100\r\n\r\n{"), async (url) => {
    const reading = fetch(url)
      .then((response) => response.text())
      .then(
        () => "ended",
        () => "failed",
      );
    const result = await within(deadline + 500, reading);
    return result === pending ? "still waiting" : result;
  });
}

/** Over HTTP and over TLS. */
export async function faultMeasurements(scale: Scale, met = faults): Promise<Measurement[]> {
  const all: Record<string, Met> = { HTTP: await meetAll(met, scale), TLS: await meetAllOverTls(met, scale) };
  let unseen = 0;
  for (const fault of met) if (await missed(fault, scale.deadline / 4)) unseen += 1;
  const naive = await control(scale.deadline);
  const longest = Math.max(...Object.values(all).map((one) => one.longest));
  return [
    ...Object.entries(all).map(([protocol, { count, wrong }]) => {
      const survived = count - new Set(wrong.map((complaint) => complaint.split(":")[0])).size;
      return {
        name: `faults from a raw server, over ${protocol}`,
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
