/** What `npm run sandbox` is told. */
import { parseArgs } from "node:util";

export const usage = `usage: npm run sandbox -- [options]

  --port 4010        where it listens; 0 is any free port
  --host 127.0.0.1   the address it listens on
  --allow-host NAME  a further name that the Host header of a request may have; repeatable
  --review-delay 60  seconds from a request to its decision
  --faults           takes faults from the header Sandbox-Faults, and POST /sandbox/reset and /sandbox/advance
  --quiet            prints no line for each request`;

/** @throws Error that says what of it is wrong */
export function readCommandLine(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: "string", default: "4010" },
      host: { type: "string", default: "127.0.0.1" },
      "allow-host": { type: "string", default: [], multiple: true },
      "review-delay": { type: "string", default: "60" },
      faults: { type: "boolean", default: false },
      quiet: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const seconds = Number(values["review-delay"]);
  if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535)
    throw new Error("--port must be a number to 65535");
  if (!/^\d+(\.\d+)?$/.test(values["review-delay"])) throw new Error("--review-delay must be a number of seconds");
  return { ...values, allowedHosts: values["allow-host"], port: Number(values.port), reviewDelay: seconds * 1000 };
}
