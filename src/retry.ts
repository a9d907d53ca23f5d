import type { PartnerCenterError } from "./errors.js";

/** How a call is retried, always with the ids of its first attempt. All times are in milliseconds. */
export interface RetryOptions {
  /** Maximum number of retries of one call. Default: 2. */
  limit?: number | undefined;
  /** Ceiling of the first pause; it doubles with each retry (exponential backoff with full jitter). Default: 500. */
  baseDelay?: number | undefined;
  /** Ceiling of every pause that the service does not ask for. No pause is shorter than 100. Default: 10,000. */
  maxDelay?: number | undefined;
  /** The longest `Retry-After` that is waited for; after a longer one the call fails at once. Default: 60,000. */
  maxRetryAfter?: number | undefined;
  /**
   * Whether a 429 is retried. `false` leaves it to the caller: the call fails with it at once, and it is reported as a
   * `retry` if its `Retry-After` is at most `maxRetryAfter`. Default: true.
   */
  throttled?: boolean | undefined;
}

export type Retry = { [Option in keyof RetryOptions]-?: NonNullable<RetryOptions[Option]> };

/**
 * A shorter pause would be a burst, whatever `Retry-After` says: requests sent while throttled count against the quota.
 */
export const minDelay = 100;

const statuses = [408, 429, 500, 502, 503, 504];

/**
 * The milliseconds to wait before a retry; undefined if there must be none. Retried: network errors (except TLS
 * failures), attempt timeouts, and the statuses above, unless the body says `isRetryable: false`.
 */
export function retryDelay(error: PartnerCenterError, retries: number, retry: Retry | false): number | undefined {
  if (!retry || !isRetryable(error)) return undefined;
  const leftToCaller = isLeftToCaller(error, retry);
  if (retries >= retry.limit && !leftToCaller) return undefined;
  const { retryAfter = leftToCaller ? 0 : undefined } = error as { retryAfter?: number };
  if (retryAfter !== undefined) {
    const delay = Math.max(minDelay, retryAfter);
    return delay <= retry.maxRetryAfter ? delay : undefined;
  }
  // Clamp the exponent: 0 * Infinity is NaN.
  const ceiling = Math.min(retry.maxDelay, retry.baseDelay * 2 ** Math.min(retries, 30));
  return Math.max(minDelay, Math.random() * ceiling);
}

export function isLeftToCaller({ code }: PartnerCenterError, retry: Retry | false): boolean {
  return code === "throttled" && retry !== false && !retry.throttled;
}

function isRetryable(error: PartnerCenterError): boolean {
  if (error.code === "api" || error.code === "throttled") {
    return statuses.includes(error.status) && error.isRetryable !== false;
  }
  return error.code === "timeout" || (error.code === "network" && error.isRetryable);
}

/** The three date formats that HTTP requires a recipient to accept. `Date.parse` alone would read "57" as a year. */
const httpDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? .*\d\d:\d\d:\d\d/;

/** What is read of a response's headers. */
export interface ResponseHeaders {
  get(name: string): string | null | undefined;
}

/**
 * The milliseconds that `Retry-After` asks for: whole seconds, or a date, measured by the response's own clock if it
 * has one. Undefined for anything else.
 */
export function readRetryAfter(headers: ResponseHeaders): number | undefined {
  const value = String(headers.get("Retry-After") ?? "").trim();
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  if (!httpDate.test(value)) return undefined;
  const clock = Date.parse(headers.get("Date") ?? "") || Date.now();
  // The asctime format has no zone; it is in GMT.
  const moment = Date.parse(value.endsWith("GMT") ? value : `${value} GMT`);
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - clock);
}
