import { ApiError, type PartnerCenterError } from "./errors.js";

/** How a call that failed is repeated: always with the ids of the first attempt. All times are in milliseconds. */
export interface RetryOptions {
  /** How often a call is repeated at the most. Default: 2. */
  limit?: number | undefined;
  /** The longest first pause; it doubles with each repetition. Default: 500. */
  base?: number | undefined;
  /** The longest pause of all, where the service does not ask for one; none is shorter than 100. Default: 10,000. */
  cap?: number | undefined;
  /** The longest `Retry-After` that is waited for; after a longer one the call fails at once. Default: 60,000. */
  maxRetryAfter?: number | undefined;
}

export type Retry = { [Option in keyof RetryOptions]-?: number };

/** Shorter pauses would be a burst: requests during throttling count against the quota. */
const shortest = 100;

const statuses = [408, 429, 500, 502, 503, 504];

/**
 * How long to wait before a call is repeated; undefined where it must not be. Repeated is what may pass by itself:
 * network failures, attempts that took too long and the statuses above, unless the body says `isRetryable: false`.
 * `Retry-After` is obeyed to the letter; otherwise the pause is random up to a ceiling that doubles, so that callers
 * who failed together do not come back together.
 */
export function retryDelay(failure: PartnerCenterError, retries: number, retry: Retry | false): number | undefined {
  if (!retry || retries >= retry.limit || !mayPass(failure)) return undefined;
  const { retryAfter } = failure as ApiError;
  if (retryAfter !== undefined) return retryAfter <= retry.maxRetryAfter ? retryAfter : undefined;
  // No more doublings: none times infinity is no number, and a pause that is none ends no call.
  return Math.max(shortest, Math.random() * Math.min(retry.cap, retry.base * 2 ** Math.min(retries, 30)));
}

function mayPass(failure: PartnerCenterError): boolean {
  if (failure instanceof ApiError) return statuses.includes(failure.status) && failure.isRetryable !== false;
  return failure.code === "timeout" || (failure.code === "network" && failure.repeatable);
}

/** The three forms of a date that HTTP knows begin with a day's name; `Date.parse` alone takes "57" for a year. */
const httpDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? .*\d\d:\d\d:\d\d/;

/**
 * The milliseconds that `Retry-After` asks for: whole seconds, or a date, measured by the answer's own clock where it
 * has one. Undefined for anything else.
 */
export function readRetryAfter(headers: Headers): number | undefined {
  const value = headers.get("Retry-After")?.trim() ?? "";
  if (/^\d+$/.test(value)) return Math.min(Number(value) * 1000, Number.MAX_SAFE_INTEGER);
  if (!httpDate.test(value)) return undefined;
  const clock = Date.parse(headers.get("Date") ?? "");
  // The oldest form says no zone, and means GMT.
  const moment = Date.parse(value.endsWith("GMT") ? value : `${value} GMT`);
  const ms = moment - (Number.isNaN(clock) ? Date.now() : clock);
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
