import { InvalidRequestError, type Issue } from "./errors.js";

type Complaints = Record<string, string | false | undefined>;

/** @throws InvalidRequestError with what is wrong with which option */
export function refuse(complaints: Complaints): void {
  const issues = Object.entries(complaints).flatMap(([option, message]): Issue[] =>
    message ? [{ pointer: `/${option}`, keyword: "option", message }] : [],
  );
  if (issues.length > 0) throw new InvalidRequestError(issues);
}

/** Options that nobody reads: a slip of the pen, or what was meant to change a request, would go unseen. */
export function strangers(given: unknown, known: readonly string[], above = ""): Complaints {
  const names = typeof given === "object" ? Object.keys(given ?? {}) : [];
  const unknown = names.filter((name) => !known.includes(name));
  return Object.fromEntries(unknown.map((name) => [above + name, `is no option; there are ${known.join(", ")}`]));
}

export type Complaint = (value: unknown) => string | false | undefined;

export const noSignal: Complaint = (value) =>
  value !== undefined && typeof Object(value).throwIfAborted !== "function" && "must be an AbortSignal";

export const noFunction: Complaint = (value) =>
  value !== undefined && typeof value !== "function" && "must be a function";

/** A longer timer fires at once. */
export const noTime: Complaint = (value) =>
  !(typeof value === "number" && value >= 1 && value < 2 ** 31) && "must be a number from 1 to 2147483647";
