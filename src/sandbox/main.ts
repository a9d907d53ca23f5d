/** `npm run sandbox`: serves a sandbox until it is told to stop. */
import { parseArgs } from "node:util";
import { createSandbox, serveSandbox, tokens } from "./index.js";

const usage = `usage: npm run sandbox -- [options]

  --port 4010        where it listens; 0 is any free port
  --host 127.0.0.1   the address it listens on; more of them are further names that a request's Host may say
  --review-time 60   seconds from a request to its decision
  --faults           takes faults from the header Sandbox-Faults, and POST /sandbox/reset and /sandbox/advance
  --quiet            prints no line for each request`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "4010" },
      host: { type: "string", default: ["127.0.0.1"], multiple: true },
      "review-time": { type: "string", default: "60" },
      faults: { type: "boolean", default: false },
      quiet: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const seconds = Number(values["review-time"]);
  const [host = "", ...names] = values.host;
  if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535)
    throw new Error("--port must be a number to 65535");
  if (!/^\d+(\.\d+)?$/.test(values["review-time"])) throw new Error("--review-time must be a number of seconds");
  return { ...values, host, names, port: Number(values.port), reviewTime: seconds * 1000 };
}

async function main(): Promise<void> {
  // Who reads no longer, as `head` does, ends the log and not the sandbox.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  const { host, names, port, reviewTime, faults, quiet, help } = readOptions();
  if (help) return console.log(usage);
  const sandbox = createSandbox({ reviewTime });
  const { url, close } = await serveSandbox({
    sandbox,
    host,
    names,
    port,
    faults,
    onAnswer: ({ method, path, status, requestId, correlationId }) => {
      if (quiet) return;
      const answered = `${method} ${path ?? "(no operation)"} ${status ?? "broken off"}`;
      console.log(`${answered} MS-RequestId=${requestId} MS-CorrelationId=${correlationId}`);
    },
  });
  if (!/^(127\..*|localhost|\[?::1]?|::ffff:127\..*)$/i.test(host)) {
    console.error(`sandbox: listens on ${host}: everybody who can reach this machine can use it`);
  }
  console.log(banner(url, sandbox.customers, reviewTime));
  let stopping: { by: NodeJS.Signals; since: number } | undefined;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      // A terminal signals npm and what npm runs, and npm passes it on: that is one wish.
      const echoed = stopping?.by === signal && performance.now() - stopping.since < 500;
      if (stopping && !echoed) process.exit(1);
      stopping ??= { by: signal, since: performance.now() };
      close().then(leave);
    });
  }
}

/** Log lines that nobody reads would hold the process for ever. */
function leave(): void {
  if (process.stdout.writableLength > 0) setTimeout(() => process.exit(0), 1000);
}

function banner(url: string, customers: readonly { state: string; customerId: string }[], reviewTime: number): string {
  const at = (state: string) => customers.find((customer) => customer.state === state)?.customerId;
  const path = (state: string) => `${url}/v1/customers/${at(state)}/qualifications`;
  const education = '{"qualification":"Education","educationSegment":"K12","website":"contoso.edu"}';
  return [
    `A pretend Partner Center, not Microsoft's, listens at ${url} and keeps nothing.`,
    `A request for Education is decided after ${reviewTime / 1000} s; the website not-an-academic-domain.example is denied.`,
    "",
    "Tokens, any other is taken for one of an application and a user:",
    `  ${tokens.appAndUser}  application and user`,
    `  ${tokens.appOnly}      application only: reads`,
    `  ${tokens.refused}       refused`,
    "",
    "Customers:",
    ...customers.map(({ state, customerId }) => `  ${customerId.padEnd(36)}  ${state}`),
    "",
    `  curl -H "Authorization: Bearer ${tokens.appOnly}" ${path("Education is approved")}`,
    `  curl -H "Authorization: Bearer ${tokens.appAndUser}" -H "Content-Type: application/json" -d '${education}' ${path("no qualification is held")}`,
    `  curl -H "Authorization: Bearer ${tokens.appOnly}" ${url}/v1/customers/all/validations`,
    "",
  ].join("\n");
}

main().catch((failure: NodeJS.ErrnoException) => {
  const taken = failure.code === "EADDRINUSE";
  console.error(
    taken ? "sandbox: this port is taken: choose another with --port" : `sandbox: ${failure.message}\n${usage}`,
  );
  process.exitCode = taken ? 1 : 2;
});
