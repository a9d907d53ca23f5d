import { longestTimer, sleep, withTimeout } from "./abort.js";
import {
  assertAbortSignal,
  assertDuration,
  assertFunction,
  assertNumber,
  assertOptions,
  type Check,
} from "./checks.js";
import type { Client, Reply } from "./client.js";
import {
  type ApiError,
  type FailedCall,
  isPartnerCenterError,
  type PartnerCenterError,
  VettingTimeoutError,
} from "./errors.js";
import { DEFAULTS } from "./options.js";
import type { Qualification } from "./qualification.js";

/** How to wait for vetting. All times are in milliseconds. */
export interface VettingOptions {
  /** Ends the wait, which rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /**
   * The first pause between two checks. It doubles after each check, with up to 10 % jitter. Default: 60,000. No
   * interval is documented, and the throttling guidance asks to poll sparingly.
   */
  interval?: number | undefined;
  /** The longest pause, also after a `Retry-After`. Default: 900,000 (15 minutes), or `interval` if that is longer. */
  maxInterval?: number | undefined;
  /**
   * How long to wait in all; one final check runs at the end. A check that does not end is given up then, or after
   * 100,000 if that is later. Default: 432,000,000 (five days). Microsoft gives no figure; one partner platform reports
   * up to three business days.
   */
  timeout?: number | undefined;
}

/** One check of the status: `data` is the qualification, or undefined if the customer does not have it. */
export type VettingUpdate = Reply<Qualification | undefined>;

/** The qualifications that are vetted. StateOwnedEntity is not. */
export type VettedQualification = "Education" | "GovernmentCommunityCloud";

/**
 * Checks one qualification until its status is no longer exactly `InReview`, with growing pauses, and yields each
 * update. `Denied` is a normal update with its reason. It also ends if the customer does not have the qualification, or
 * on an undocumented status. A wait lives only as long as its process: after a restart, call again.
 *
 * A check that fails in a way that may pass (network, timeout, 408, 429, 5xx, token) is skipped. The next check runs at
 * its time, and the client's events report the failure.
 *
 * @throws InvalidRequestError naming what is wrong with the arguments; the error of a check that cannot pass
 * @throws VettingTimeoutError with the last update, and the last failure as its `cause`; call again to resume
 */
export async function* watchVetting(
  client: Pick<Client, "getQualifications">,
  customerId: string,
  qualification: VettedQualification,
  options?: VettingOptions,
): AsyncGenerator<VettingUpdate, void, void> {
  assertOptions({ client, qualification }, argumentChecks, ["client", "qualification"]);
  assertOptions(options, optionChecks);
  const { signal, interval = 60_000, maxInterval = Math.max(interval, 900_000), timeout = 432_000_000 } = options ?? {};
  const started = performance.now();
  let pause = Math.min(interval, maxInterval);
  const left = () => timeout - (performance.now() - started);
  let last: VettingUpdate | undefined;
  let failure: PartnerCenterError | undefined;
  for (let checks = 1; ; checks += 1) {
    try {
      // A caller's wrapper may not pass the signal on, and may throw before it returns a promise.
      const reply = await withTimeout(
        Math.min(longestTimer, Math.max(left(), DEFAULTS.deadline)),
        signal,
        () => timedOut(timeout, checks, last, failure),
        async (own) => client.getQualifications(customerId, { signal: own }),
      );
      // With `onInvalidResponse: "report"`, the data can be anything.
      const items: (Qualification | null | undefined)[] = Array.isArray(reply.data) ? reply.data : [];
      const matching = items.filter((item): item is Qualification => item?.qualification === qualification);
      const data = matching.find(({ vettingStatus }) => vettingStatus === "InReview") ?? matching[0];
      last = { ...reply, data };
      failure = undefined;
    } catch (error) {
      if (!mayPass(error)) throw error;
      failure = error;
    }
    if (last && !failure) {
      yield last;
      if (last.data?.vettingStatus !== "InReview") return;
    }
    const { retryAfter = 0 } = (failure ?? {}) as Partial<ApiError>;
    // Up to 10 % jitter.
    const delay = Math.max(pause * (1 - Math.random() / 10), Math.min(retryAfter, maxInterval));
    if (left() <= 0) throw timedOut(timeout, checks, last, failure);
    await sleep(Math.min(delay, left()), signal);
    pause = Math.min(pause * 2, maxInterval);
  }
}

/** Whether a later check may succeed. */
function mayPass(error: unknown): error is PartnerCenterError {
  if (!isPartnerCenterError(error) || (error as Partial<ApiError>).isRetryable === false) return false;
  if (error.code === "api") return error.status >= 500 || error.status === 408;
  return ["network", "timeout", "throttled", "token"].includes(error.code);
}

function timedOut(timeout: number, attempts: number, last?: VettingUpdate, cause?: PartnerCenterError): Error {
  const { requestId, correlationId, serverRequestId, serverCorrelationId }: Partial<FailedCall> = last ?? cause ?? {};
  const ids = { requestId, correlationId, serverRequestId, serverCorrelationId };
  const call = { operation: "getQualifications", ...ids, attempts, outcome: "not-applied" as const };
  const reason = last
    ? `still InReview after ${timeout} ms`
    : `no check succeeded within ${timeout} ms${cause ? `: ${cause.message}` : ""}`;
  return new VettingTimeoutError(reason, call, { last, ...(cause && { cause }) });
}

/** The last update of `watchVetting`. */
export async function waitForVetting(
  client: Pick<Client, "getQualifications">,
  customerId: string,
  qualification: VettedQualification,
  options?: VettingOptions,
): Promise<VettingUpdate> {
  let last: VettingUpdate | undefined;
  for await (const update of watchVetting(client, customerId, qualification, options)) last = update;
  return last as VettingUpdate;
}

export const assertClient: Check = (value) =>
  assertFunction(Object(value).getQualifications) && "must be a client, with a function getQualifications";

const argumentChecks: Record<string, Check> = {
  client: assertClient,
  qualification: (value) =>
    value !== "Education" &&
    value !== "GovernmentCommunityCloud" &&
    "must be Education or GovernmentCommunityCloud: nothing else is vetted",
};

const optionChecks: Record<keyof VettingOptions, Check> = {
  signal: assertAbortSignal,
  interval: assertDuration,
  maxInterval: assertDuration,
  timeout: assertNumber,
};
