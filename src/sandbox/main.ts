import { parseArgs } from "node:util";
import { createSandbox, serveSandbox } from "./index.js";

const usage = "usage: npm run sandbox -- [--port 4010]";

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: "string", default: "4010" } } });
  if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535)
    throw new Error("--port must be a number to 65535");
  const sandbox = createSandbox();
  const { url, close } = await serveSandbox({ sandbox, port: Number(values.port) });
  console.log(`A pretend Partner Center listens at ${url}. Any bearer token will do. Its customers:\n`);
  for (const { state, customerId } of sandbox.customers) console.log(`  ${customerId}  ${state}`);
  const path = `/v1/customers/${sandbox.customers[0]?.customerId}/qualifications`;
  console.log(`\n  curl -H "Authorization: Bearer any" ${url}${path}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, close);
}

main().catch((failure: NodeJS.ErrnoException) => {
  const taken = failure.code === "EADDRINUSE" ? "this port is taken: choose another with --port" : failure.message;
  console.error(`sandbox: ${taken}\n${usage}`);
  process.exitCode = failure.code === "EADDRINUSE" ? 1 : 2;
});
