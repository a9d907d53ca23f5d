/** `npm run sandbox`: serves a sandbox until it is told to stop. */
import { readCommandLine, usage } from "./command-line.js";
import { createSandbox, tokens } from "./index.js";
import { serveSandbox } from "./server.js";

async function main(): Promise<void> {
  // Who reads no longer, as `head` does, ends the log and not the sandbox.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  const { host, allowedHosts, port, reviewDelay, faults, quiet, help } = readCommandLine(process.argv.slice(2));
  if (help) return console.log(usage);
  const sandbox = createSandbox({ reviewDelay });
  const { url, close } = await serveSandbox({
    sandbox,
    host,
    allowedHosts,
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
  console.log(banner(url, sandbox.customers, reviewDelay));
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

function banner(url: string, customers: readonly { state: string; customerId: string }[], reviewDelay: number): string {
  const at = (state: string) => customers.find((customer) => customer.state === state)?.customerId;
  const path = (state: string) => `${url}/v1/customers/${at(state)}/qualifications`;
  const education = '{"qualification":"Education","educationSegment":"K12","website":"contoso.edu"}';
  return [
    `A pretend Partner Center, not Microsoft's, listens at ${url} and keeps nothing.`,
    `A request for Education is decided after ${reviewDelay / 1000} s; the website not-an-academic-domain.example is denied.`,
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
