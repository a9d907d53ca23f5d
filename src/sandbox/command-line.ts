import { parseArgs } from "node:util";

export const usage = `usage: partner-center-qualifications sandbox [options]

  --port 4010                 the port; 0 is any free port
  --host 127.0.0.1            the address it listens on
  --allow-host NAME           a further name that the Host header of a request may have; repeatable
  --review-delay 60           seconds from a request to its decision
  --unknown-customers refuse  or hold-nothing: 404 for other customers, or no qualifications
  --faults                    accepts faults in the header Sandbox-Faults
  --control                   serves POST /provider-states, as Pact's verifier calls it, and /sandbox/customers,
                              /sandbox/decisions, /sandbox/advance and /sandbox/reset; each takes JSON, or needs the
                              header Sandbox-Control: 1
  --quiet                     does not log requests`;

/** @throws Error naming the option that is not valid */
export function readCommandLine(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: "string", default: "4010" },
      host: { type: "string", default: "127.0.0.1" },
      "allow-host": { type: "string", default: [], multiple: true },
      "review-delay": { type: "string", default: "60" },
      "unknown-customers": { type: "string", default: "refuse" },
      faults: { type: "boolean", default: false },
      control: { type: "boolean", default: false },
      quiet: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const seconds = Number(values["review-delay"]);
  if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535)
    throw new Error("--port must be a whole number from 0 to 65535");
  if (!/^\d+(\.\d+)?$/.test(values["review-delay"])) throw new Error("--review-delay must be a number of seconds");
  const unknownCustomers = (["refuse", "hold-nothing"] as const).find(
    (choice) => choice === values["unknown-customers"],
  );
  if (unknownCustomers === undefined) throw new Error('--unknown-customers must be "refuse" or "hold-nothing"');
  const { host, faults, control, quiet, help } = values;
  const { "allow-host": allowedHosts } = values;
  return {
    ...{ host, allowedHosts, faults, control, quiet, help, unknownCustomers },
    port: Number(values.port),
    reviewDelay: seconds * 1000,
  };
}
