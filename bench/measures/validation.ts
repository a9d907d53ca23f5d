import { QualificationsLenient } from "../../generated/validators.js";
import { items } from "../answers.js";
import { ajvJudge } from "../judges/ajv.js";
import { valibotJudge } from "../judges/valibot.js";
import { zodJudge } from "../judges/zod.js";
import { ratioOf } from "../ratio.js";
import type { Ratio, Validation } from "../results.js";

/** Validation of lists of 1 to 10,000 items alone, as a ratio to `JSON.parse` of the same text. */
export async function measure(): Promise<Validation> {
  const judges: Record<string, () => (value: unknown) => unknown> = {
    ours: () => (value) => {
      if (!QualificationsLenient(value)) throw new Error("invalid response");
    },
    zod: () => zodJudge,
    valibot: () => valibotJudge,
    "ajv, compiled at run time": ajvJudge,
  };
  const result: Validation = {};
  for (const [name, create] of Object.entries(judges)) {
    const ratios: Record<string, Ratio | null> = {};
    for (const length of [1, 2, 100, 10_000]) ratios[length] = await ratioFor(create, length).catch(blocked);
    result[name] = ratios;
  }
  return result;
}

async function ratioFor(create: () => (value: unknown) => unknown, length: number): Promise<Ratio> {
  const judge = create();
  const text = JSON.stringify(Array.from({ length }, (_, index) => items[index % items.length]));
  const value: unknown = JSON.parse(text);
  const times = Math.ceil(100_000 / length);
  const spent = (work: () => unknown) => () => {
    const started = performance.now();
    for (let count = 0; count < times; count += 1) work();
    return performance.now() - started;
  };
  return ratioOf(
    11,
    spent(() => judge(value)),
    spent(() => JSON.parse(text)),
  );
}

/** Only for what needs code from strings where there is none. */
function blocked(failure: unknown): null {
  if (failure instanceof EvalError) return null;
  throw failure;
}
