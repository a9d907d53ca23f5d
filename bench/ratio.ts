/** A figure as a ratio to another that was taken right after it, many times: the median, and the quartiles. */
export interface Ratio {
  median: number;
  low: number;
  high: number;
}

/** The first rounds are for the compiler. */
const unmeasured = 4;

/** Takes turns, so that what slows the machine slows both. */
export async function ratioOf(
  pairs: number,
  figure: () => Promise<number> | number,
  floor: () => Promise<number> | number,
): Promise<Ratio> {
  const ratios: number[] = [];
  for (let round = 0; round < pairs + unmeasured; round += 1) {
    // In turns, as each pays for garbage that the other left.
    const first = round % 2 === 0 ? await figure() : await floor();
    const second = round % 2 === 0 ? await floor() : await figure();
    if (round >= unmeasured) ratios.push(round % 2 === 0 ? first / second : second / first);
  }
  return spreadOf(ratios);
}

export function spreadOf(figures: number[]): Ratio {
  const sorted = figures.toSorted((left, right) => left - right);
  const at = (part: number) => sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN;
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}
