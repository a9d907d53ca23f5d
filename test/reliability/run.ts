/**
 * What the client promises under faults, and the sandbox under load, measured.
 *
 *     npm run reliability                  the client, in a minute and a half
 *     npm run reliability -- sandbox       the sandbox over HTTP, in a minute
 *     npm run reliability -- --seed 7      with other random numbers; the seed is printed
 *     npm run reliability -- --json        for machines
 */
import { parseArgs } from "node:util";
import { exactlyOnce } from "./creates.js";
import { faultFigures } from "./fault-figures.js";
import { type Figure, full, type Scale } from "./figure.js";
import { memory } from "./memory.js";
import { randomAnswers, randomInputs } from "./random.js";
import { fullSandbox, measureSandbox } from "./sandbox.js";
import { leaks } from "./secrets.js";
import { sweep } from "./sweep.js";
import { untrusted } from "./tls.js";
import { stampede } from "./tokens.js";

/** All figures, one after the other: faults that race each other would be told apart by luck. */
export async function measure(scale: Scale): Promise<Figure[]> {
  const figures: Figure[] = [];
  const unhandled = await unhandledDuring(async () => {
    figures.push(
      ...(await faultFigures(scale)),
      await untrusted(),
      await randomAnswers(scale),
      await randomInputs(scale),
      await exactlyOnce(scale),
      await stampede(),
      await leaks(scale),
      await memory(),
      await sweep(scale),
    );
  });
  const forgotten = await unhandledDuring(async () => void Promise.reject(new Error("planted")));
  return [
    ...figures,
    {
      name: "unhandled rejections",
      goal: "0",
      value: String(unhandled),
      ok: unhandled === 0,
      control: { value: `a planted one is seen ${forgotten} time`, ok: forgotten === 1 },
    },
  ];
}

/** How many promises failed with nobody listening. A test runner's own listeners would take the planted one for a bug. */
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
  const { values, positionals } = parseArgs({
    options: { seed: { type: "string", default: "20261122" }, json: { type: "boolean" } },
    allowPositionals: true,
  });
  const [suite = "client", more] = positionals;
  if (more || !["client", "sandbox"].includes(suite)) throw new Error('what is measured must be "client" or "sandbox"');
  const seed = Number(values.seed);
  if (!Number.isInteger(seed)) throw new Error("--seed must be a whole number");
  const figures = await (suite === "client" ? measure({ ...full, seed }) : measureSandbox({ ...fullSandbox, seed }));
  if (values.json) console.log(JSON.stringify({ seed, figures }, null, 2));
  else {
    console.log(`seed ${seed}\n`);
    for (const { name, goal, value, ok, control } of figures) {
      console.log(`${ok ? "ok    " : "FAILED"} ${name}\n         goal     ${goal}\n         measured ${value}`);
      console.log(`         ${control.ok ? "control " : "CONTROL SHOWS NO DAMAGE "} ${control.value}`);
    }
  }
  process.exitCode = figures.every(({ ok, control }) => ok && control.ok) ? 0 : 1;
}

if (process.argv[1]?.endsWith("run.ts")) {
  main().catch((failure: Error) => {
    console.error(failure.message);
    process.exitCode = 2;
  });
}
