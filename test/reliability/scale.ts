/** How much is run: `npm run reliability` runs all of it, `npm run test:reliability` a short form. */
const full = process.env.RELIABILITY === "full";

/** The short form gives all the time that a busy machine needs; the whole one measures it. */
export const scale = {
  full,
  /** Milliseconds that a call may take, and by which it may exceed that. */
  ...{ deadline: 700, slack: full ? 250 : 20_000 },
  ...(full ? { rounds: 3, random: 20_000, creates: 10_000 } : { rounds: 1, random: 500, creates: 300 }),
  inFlight: full ? 50 : 20,
  sandbox: full ? { concurrent: 2000, slow: 1000, fuzzed: 10_000 } : { concurrent: 200, slow: 20, fuzzed: 300 },
  seed: Number(process.env.SEED ?? 20_261_122),
};

/** Prints what was measured, where all of it is run. */
export function measured(text: string): void {
  if (full) process.stdout.write(`${text}\n`);
}
