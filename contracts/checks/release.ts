import type { Check } from "../context.js";
import { compareWith, lastRelease } from "../releases.js";

/** The version, the changelog and the old contract agree with the change since the last release. */
export const release: Check = async (context) => {
  const last = await lastRelease(context.history);
  return "missing" in last
    ? [{ result: "skipped", message: `not compared: ${last.missing}` }]
    : compareWith(last, context);
};
