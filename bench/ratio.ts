import { quantile } from "simple-statistics";
import type { Ratio } from "./results.js";

/** The first rounds are for the compiler. */
const unmeasured = 4;

/** Takes turns, so that what slows the machine slows both. */
export async function ratioOf(
  pairs: number,
  subject: () => Promise<number> | number,
  floor: () => Promise<number> | number,
): Promise<Ratio> {
  const ratios: number[] = [];
  for (let round = 0; round < pairs + unmeasured; round += 1) {
    // In turns, as each pays for garbage that the other left.
    const first = round % 2 === 0 ? await subject() : await floor();
    const second = round % 2 === 0 ? await floor() : await subject();
    if (round >= unmeasured) ratios.push(round % 2 === 0 ? first / second : second / first);
  }
  return spreadOf(ratios);
}

export function spreadOf(values: number[]): Ratio {
  const [low = Number.NaN, median = Number.NaN, high = Number.NaN] = quantile(values, [0.25, 0.5, 0.75]);
  return { median, low, high };
}
