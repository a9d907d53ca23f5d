/**
 * How strong the contract is: each deliberate defect of `mutants.ts` must turn the gate red that should see it.
 *
 *     npm run contract:mutants                  all of them, in a few minutes
 *     npm run contract:mutants -- --every 9     every ninth, to see that it works
 *     npm run contract:mutants -- --json        for machines
 */
import { parseArgs } from "node:util";
import type { GateName } from "./mutants.js";
import type { Mutant } from "./mutation.js";

interface Met extends Omit<Mutant, "meet"> {
  /** The gates that turned red. */
  red: GateName[];
  /** Whether the one that should was among them. */
  killed: boolean;
  /** Why it could not be tried: the mutant has to be mended. */
  failure?: string;
}

async function main(): Promise<void> {
  const flag = { type: "boolean", default: false } as const;
  const { values } = parseArgs({ options: { every: { type: "string", default: "1" }, json: flag } });
  const every = Number(values.every);
  if (!Number.isInteger(every) || every < 1) throw new Error("--every must be a whole number from 1 on");
  // Late, as it loads compilers that a mistake in the options does not need.
  const { mutants } = await import("./mutation.js");
  const started = performance.now();
  const { all, none } = mutants();
  const chosen = all.filter((_, index) => index % every === 0);
  const places = new Set(chosen.map(({ place }) => place));
  const clean = await meet(none.filter(({ place }) => places.has(place)));
  // A gate that is red without a defect would kill them all.
  for (const { place, red, failure } of clean) {
    if (failure ?? red.length > 0) throw new Error(`${place}: red without a defect: ${failure ?? red}`);
  }
  const met = await meet(chosen);
  const survivors = met.filter(({ killed }) => !killed);
  const seconds = Math.round((performance.now() - started) / 1000);
  const figures = { mutants: met.length, killed: met.length - survivors.length, seconds };
  console.log(
    values.json ? JSON.stringify({ figures, mutants: met }, null, 2) : [...met.map(line), "", last(figures)].join("\n"),
  );
  process.exitCode = survivors.length > 0 ? 1 : 0;
}

/** Two at a time: most of the time goes by waiting for other processes. */
async function meet(chosen: readonly Mutant[]): Promise<Met[]> {
  const met: Met[] = [];
  const queue = chosen.map((mutant, index) => ({ mutant, index }));
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { meet: apply, ...mutant } = next.mutant;
      try {
        const red = await apply();
        met[next.index] = { ...mutant, red, killed: red.includes(mutant.killer) };
      } catch (failure) {
        met[next.index] = { ...mutant, red: [], killed: false, failure: (failure as Error).message };
      }
    }
  };
  await Promise.all([worker(), worker()]);
  return met;
}

function line({ place, name, killer, red, killed, failure }: Met): string {
  if (failure) return `NOT MET   ${place.padEnd(11)}  ${name.padEnd(50)}  ${failure}`;
  const verdict = killed ? "killed  " : "SURVIVED";
  const should = red[0] === killer ? "" : ` (should be seen by ${killer})`;
  return `${verdict}  ${place.padEnd(11)}  ${name.padEnd(50)}  ${red.join(", ")}${should}`;
}

function last({ mutants: count, killed, seconds }: { mutants: number; killed: number; seconds: number }): string {
  return `${killed} of ${count} killed by the gate that should, in ${seconds} s`;
}

main().catch((failure: Error) => {
  console.error(failure.message);
  process.exitCode = 2;
});
