import type { Row } from "./contenders.js";

/** A ratio of two measurements that were taken one right after the other, many times: the median, and the quartiles. */
export interface Ratio {
  median: number;
  low: number;
  high: number;
}

/** Bytes of heap that a call leaves behind, and the most memory that the process ever had, in bytes. */
export interface Memory {
  perCall: number;
  peak: number;
}

/** What is measured of each contender. */
export interface Figures extends Row {
  /** CPU and throughput, as ratios to raw `fetch`. */
  ratios: Record<string, Ratio>;
  memory: Memory;
  /** Bytes that a browser loads, min + brotli. */
  bundle: number;
  /** Milliseconds to import it, over those of an empty module. */
  start: Ratio;
  /** Types that TypeScript makes up to check it; the declarations of what it imports are not checked themselves. */
  instantiations: number;
}

/** By validator and length of the list; `null` if not measured: what is compiled at run time may be blocked. */
export type Validation = Record<string, Record<string, Ratio | null>>;

/** Some bulk reads: the speed as a part of what the limit allows, and the refusals for each customer. */
export interface Sweep {
  speed: Ratio;
  refusals: Ratio;
}

/** Seconds of `npm run contract`, and of each tool that it uses when run alone. */
export interface Contract {
  tools: Record<string, number>;
  whole: number;
}

/** What `npm run bench` writes to results.json, and the page of measurements shows. */
export interface Results {
  date: string;
  /** Of what was measured. */
  commit: string;
  machine: string;
  versions: Record<string, string>;
  figures: Figures[];
  /** Memory of ours with one AbortSignal for all calls. */
  sharedSignal: Memory;
  validation: Validation;
  /** The same where no code is made from strings. */
  validationWithoutEval: Validation;
  sweep: Record<string, Record<string, Sweep>>;
  contract: Contract;
}
