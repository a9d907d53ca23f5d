/** Sends one create, and tells how it ended: which authorities a process trusts is settled when it starts. */
import { createClient, isPartnerCenterError } from "../../src/index.js";
import { customerId, stateOwned } from "./figure.js";

/** Empty after a success. */
export interface Ended {
  code?: string;
  cause?: unknown;
  outcome?: string;
  attempts?: number;
}

const [baseUrl = ""] = process.argv.slice(2);
const client = createClient({ token: "any", baseUrl, retry: { limit: 1, base: 1 } });
const failure = await client.createQualification(customerId, stateOwned).then(
  () => undefined,
  (error: unknown) => error,
);
const ended: Ended = isPartnerCenterError(failure)
  ? {
      code: failure.code,
      cause: (failure.cause as { code?: unknown }).code,
      outcome: failure.outcome,
      attempts: failure.attempts,
    }
  : failure
    ? { code: String(failure) }
    : {};
process.send?.(ended, () => process.exit());
