import { InvalidRequestError, type Issue, issueAt } from "./errors.js";

/** Returns what is wrong with a value or with its parts; undefined or false if it is valid. */
export type Check = (value: unknown) => string | Issue[] | false | undefined;

/**
 * @throws InvalidRequestError naming each option that is unknown or invalid; values may be secrets and are not repeated
 */
export function assertOptions(given: unknown, checks: Record<string, Check>, required: readonly string[] = []): void {
  const issues = optionIssues(given, checks, "", required);
  if (issues.length > 0) throw new InvalidRequestError(issues);
}

/** Rejects unknown names, which are usually typos. An omitted option is valid unless it is required. */
export function optionIssues(
  given: unknown,
  checks: Record<string, Check>,
  above = "",
  required: readonly string[] = [],
): Issue[] {
  const options = Object(given ?? {}) as Record<string, unknown>;
  // A Map, or the signal itself, would pass as an object without any option.
  if (options !== (given ?? options) || Symbol.iterator in options || "addEventListener" in options)
    return [issueAt(above || "/options", "option", "must be an object of options, such as { signal }")];
  const names = Object.keys(checks);
  const unknown = Object.keys(options).filter((name) => !names.includes(name));
  return [
    ...unknown.map((name) =>
      issueAt(`${above}/${pointerSegment(name)}`, "option", `unknown option; expected one of ${names.join(", ")}`),
    ),
    ...names.flatMap((name) => {
      const isGiven = options[name] !== undefined || required.includes(name);
      const wrong = (isGiven && checks[name]?.(options[name])) || [];
      return typeof wrong === "string" ? [issueAt(`${above}/${name}`, "option", wrong)] : wrong;
    }),
  ];
}

/** A name that is not ours, for a JSON pointer: a line break in it could forge a line of a log. */
export function pointerSegment(name: unknown): string {
  return String(name)
    .slice(0, 64)
    .replaceAll(/[^!-~]/g, "?")
    .replaceAll("~", "~0")
    .replaceAll("/", "~1");
}

/** The options that a table of checks names, also inherited ones; `undefined` has its default. */
export function pick<Options extends object>(options: Options, checks: Record<string, Check>): Given<Options> {
  const given = Object(options) as Record<string, unknown>;
  const entries = Object.keys(checks).flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]]));
  return Object.fromEntries(entries) as Given<Options>;
}

type Given<Options> = { [Name in keyof Options]: Exclude<Options[Name], undefined> };

export const assertFunction: Check = (value) => typeof value !== "function" && "must be a function";

/** Some objects lack a part of a signal that we use; the call would end in an uncatchable error. */
export const assertAbortSignal: Check = (value) => {
  const { aborted, addEventListener, removeEventListener } = Object(value);
  const parts = [typeof aborted, typeof addEventListener, typeof removeEventListener];
  return String(parts) !== "boolean,function,function" && "must be an AbortSignal";
};

const numberFrom =
  (least: number, most = Number.POSITIVE_INFINITY): Check =>
  (value) =>
    !(typeof value === "number" && value >= least && value <= most) && `must be a number from ${least} to ${most}`;

/** A longer timer would fire immediately. */
export const assertDuration = numberFrom(1, 2 ** 31 - 1);

/** For values that no single timer has to wait for. */
export const assertNumber = numberFrom(0);

/** A whole number of at least 0, or Infinity. */
export const assertCount: Check = (value) =>
  assertNumber(value) || (Math.floor(value as number) !== value && "must be a whole number, or Infinity");

export const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

export const assertGuid: Check = (value) =>
  !(typeof value === "string" && guid.test(value)) && "must be a GUID, with hyphens and without braces";
