/**
 * What the client promises under faults, measured.
 *
 *     npm run reliability                  the whole, in a few minutes
 *     npm run reliability -- --seed 7      with other random numbers; the seed is printed
 *     npm run reliability -- --json        for machines
 */
import { parseArgs } from "node:util";
import { exactlyOnce } from "./creates.js";
import { faultFigures } from "./faults.js";
import { type Figure, full, type Scale } from "./figure.js";
import { memory } from "./memory.js";
import { randomAnswers, randomInputs } from "./random.js";
import { leaks } from "./secrets.js";
import { sweep } from "./sweep.js";
import { stampede } from "./tokens.js";

/** All figures, one after the other: faults that race each other would be told apart by luck. */
export async function measure(scale: Scale): Promise<Figure[]> {
  const unhandled: unknown[] = [];
  const onUnhandled = (reason: unknown) => unhandled.push(reason);
  process.on("unhandledRejection", onUnhandled);
  const figures = [
    ...(await faultFigures(scale)),
    await randomAnswers(scale),
    await randomInputs(scale),
    await exactlyOnce(scale),
    await stampede(),
    await leaks(scale),
    await memory(),
    await sweep(scale),
  ];
  process.off("unhandledRejection", onUnhandled);
  return [
    ...figures,
    { name: "unhandled rejections", goal: "0", value: String(unhandled.length), ok: unhandled.length === 0 },
  ];
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { seed: { type: "string", default: "20261122" }, json: { type: "boolean" } },
  });
  const seed = Number(values.seed);
  if (!Number.isInteger(seed)) throw new Error("--seed must be a whole number");
  const figures = await measure({ ...full, seed });
  if (values.json) console.log(JSON.stringify({ seed, figures }, null, 2));
  else {
    console.log(`seed ${seed}\n`);
    for (const { name, goal, value, ok, control } of figures) {
      console.log(`${ok ? "ok    " : "FAILED"} ${name}\n         goal     ${goal}\n         measured ${value}`);
      if (control) console.log(`         ${control.ok ? "control " : "CONTROL SHOWS NO DAMAGE "} ${control.value}`);
    }
  }
  process.exitCode = figures.every(({ ok, control }) => ok && control?.ok !== false) ? 0 : 1;
}

if (process.argv[1]?.endsWith("run.ts")) {
  main().catch((failure: Error) => {
    console.error(failure.message);
    process.exitCode = 2;
  });
}
