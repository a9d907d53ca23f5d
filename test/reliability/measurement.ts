/** One measured promise. */
export interface Measurement {
  name: string;
  goal: string;
  value: string;
  ok: boolean;
  /** What a naive client shows under the same conditions: a measurement without damage there would prove nothing. */
  control: { value: string; ok: boolean };
}

/** How much of it all is run: `npm run reliability` runs the full, `npm test` a short form. */
export interface Scale {
  seed: number;
  rounds: number;
  /** Milliseconds that a call may take. */
  deadline: number;
  /** Milliseconds by which a call may exceed its deadline. */
  slack: number;
  random: number;
  creates: number;
  renderings: number;
  bulk: number;
}

export const full: Omit<Scale, "seed"> = {
  rounds: 3,
  deadline: 700,
  slack: 250,
  random: 20_000,
  creates: 10_000,
  renderings: 10_000,
  bulk: 2000,
};

/** Longer times: what is tested must not depend on how busy a machine is. */
export const short: Omit<Scale, "seed"> = {
  rounds: 1,
  deadline: 700,
  slack: 20_000,
  random: 500,
  creates: 300,
  renderings: 300,
  bulk: 300,
};

/** The short form does not compare speed, which depends on the machine. */
export function judgesSpeed({ slack }: Scale): boolean {
  return slack <= full.slack;
}

/** Random numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What a promise resolves to, or `pending` if that takes longer: a client without a timer would hang the suite. */
export async function within<Value>(ms: number, promise: Promise<Value>): Promise<Value | typeof pending> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<typeof pending>((resolve) => {
    timer = setTimeout(resolve, ms, pending);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

export const pending = Symbol("pending");

export const customerId = "2d4f1a3c-5b6e-4c7d-8e9f-0a1b2c3d4e5f";
export const stateOwned = { qualification: "StateOwnedEntity" } as const;

export function customerIds(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`);
}
