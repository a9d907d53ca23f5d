import { readCommandLine, usage } from "./command-line.js";
import { createSandbox, tokens } from "./index.js";
import { serveSandbox } from "./server.js";

/** Serves a sandbox until a signal stops it. @throws Error in one line for a wrong option */
export async function runSandbox(args: string[]): Promise<void> {
  // A closed pipe, as of `head`, must not end the sandbox.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  const { help, quiet, reviewDelay, unknownCustomers, ...serving } = readCommandLine(args);
  if (help) return console.log(usage);
  const sandbox = createSandbox({ reviewDelay, unknownCustomers });
  const { url, close } = await serveSandbox({
    sandbox,
    ...serving,
    onResponse: ({ method, path, status, requestId, correlationId }) => {
      if (quiet) return;
      const summary = `${method} ${path ?? "(no operation)"} ${status ?? "connection reset"}`;
      console.log(`${summary} MS-RequestId=${requestId} MS-CorrelationId=${correlationId}`);
    },
  });
  if (!/^(127\..*|localhost|\[?::1]?|::ffff:127\..*)$/i.test(serving.host)) {
    console.error(`sandbox: warning: listening on ${serving.host}, which other machines can reach`);
  }
  console.log(banner(url, sandbox.customers, reviewDelay));
  let stopping: { by: NodeJS.Signals; since: number } | undefined;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      // A terminal signals npm and its child, and npm forwards the signal: that is one request to stop.
      const repeated = stopping?.by === signal && performance.now() - stopping.since < 500;
      if (stopping && !repeated) process.exit(1);
      stopping ??= { by: signal, since: performance.now() };
      close().then(exit);
    });
  }
}

/** Exits although the log still has lines: a reader that stalls would keep the process alive. */
function exit(): void {
  if (process.stdout.writableLength > 0) setTimeout(() => process.exit(0), 1000);
}

function banner(url: string, customers: readonly { state: string; customerId: string }[], reviewDelay: number): string {
  const at = (state: string) => customers.find((customer) => customer.state === state)?.customerId;
  const path = (state: string) => `${url}/v1/customers/${at(state)}/qualifications`;
  const education = '{"qualification":"Education","educationSegment":"K12","website":"contoso.edu"}';
  return [
    `Partner Center sandbox (unofficial, in-memory) listening on ${url}`,
    `Education is decided ${reviewDelay / 1000} s after its request. The website not-an-academic-domain.example is denied.`,
    "",
    "Tokens (any other token is treated like the first):",
    `  ${tokens.appAndUser}  application and user`,
    `  ${tokens.appOnly}      application only: may read`,
    `  ${tokens.refused}       refused: expired`,
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
