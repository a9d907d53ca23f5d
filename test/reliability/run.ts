/**
 * What the client promises under faults, and the sandbox under load, measured.
 *
 *     npm run reliability                  the client, in a minute and a half
 *     npm run reliability -- sandbox       the sandbox over HTTP, in a minute
 *     npm run reliability -- --seed 7      with other random numbers; the seed is printed
 *     npm run reliability -- --json        for machines
 */
import { parseArgs } from "node:util";
import { customerLimit, partnerLimit } from "./bulk.js";
import { exactlyOnce } from "./creates.js";
import { faultMeasurements } from "./fault-measurements.js";
import { full, type Measurement, type Scale } from "./measurement.js";
import { memory } from "./memory.js";
import { randomInputs, randomResponses } from "./random.js";
import { fullSandbox, measureSandbox } from "./sandbox.js";
import { leaks } from "./secrets.js";
import { ownTimer } from "./timers.js";
import { untrusted } from "./tls.js";
import { stampede } from "./tokens.js";

/** All measurements, one after the other: of faults that race each other, luck decides how each ends. */
export async function measure(scale: Scale): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  const unhandled = await unhandledDuring(async () => {
    measurements.push(
      ...(await faultMeasurements(scale)),
      await ownTimer(scale),
      await untrusted(),
      await randomResponses(scale),
      await randomInputs(scale),
      await exactlyOnce(scale),
      await stampede(),
      await leaks(scale),
      await memory(),
      await partnerLimit(scale),
      await customerLimit(scale),
    );
  });
  const forgotten = await unhandledDuring(async () => void Promise.reject(new Error("planted")));
  return [
    ...measurements,
    {
      name: "unhandled rejections",
      goal: "0",
      value: String(unhandled),
      ok: unhandled === 0,
      control: { value: `a planted one is seen ${forgotten} time`, ok: forgotten === 1 },
    },
  ];
}

/** How many promises were rejected without a handler. A test runner's own listeners would take the planted one for a bug. */
async function unhandledDuring(work: () => Promise<void>): Promise<number> {
  const others = process.listeners("unhandledRejection");
  let seen = 0;
  process.removeAllListeners("unhandledRejection").on("unhandledRejection", () => {
    seen += 1;
  });
  await work();
  await new Promise((resolve) => setImmediate(resolve));
  process.removeAllListeners("unhandledRejection");
  for (const other of others) process.on("unhandledRejection", other);
  return seen;
}

async function main(): Promise<void> {
  // A call that never ends leaves nothing to wait for: the process would end here, and pass.
  process.exitCode = 1;
  const { values, positionals } = parseArgs({
    options: { seed: { type: "string", default: "20261122" }, json: { type: "boolean" } },
    allowPositionals: true,
  });
  const [suite = "client", more] = positionals;
  if (more || !["client", "sandbox"].includes(suite)) throw new Error('what is measured must be "client" or "sandbox"');
  const seed = Number(values.seed);
  if (!Number.isInteger(seed)) throw new Error("--seed must be a whole number");
  const measurements = await (suite === "client"
    ? measure({ ...full, seed })
    : measureSandbox({ ...fullSandbox, seed }));
  if (values.json) console.log(JSON.stringify({ seed, measurements }, null, 2));
  else {
    console.log(`seed ${seed}\n`);
    for (const { name, goal, value, ok, control } of measurements) {
      console.log(`${ok ? "ok    " : "FAILED"} ${name}\n         goal     ${goal}\n         measured ${value}`);
      console.log(`         ${control.ok ? "control " : "CONTROL SHOWS NO DAMAGE "} ${control.value}`);
    }
  }
  process.exitCode = measurements.every(({ ok, control }) => ok && control.ok) ? 0 : 1;
}

if (process.argv[1]?.endsWith("run.ts")) {
  main().catch((failure: Error) => {
    console.error(failure.message);
    process.exitCode = 2;
  });
}
