/** Sends one create request to each address, and reports how it ended: a process reads what it trusts when it starts. */
import { createClient, isPartnerCenterError } from "../../src/index.js";
import { customerId, stateOwned } from "./measurement.js";

/** Empty after a success. */
export interface Ended {
  code?: string;
  /** The code that the message has of the cause. */
  cause?: string | undefined;
  outcome?: string;
  attempts?: number;
}

async function ended(baseUrl: string): Promise<Ended> {
  const client = createClient({ token: "any", baseUrl, retry: { limit: 1, baseDelay: 1 } });
  try {
    await client.createQualification(customerId, stateOwned);
    return {};
  } catch (error) {
    if (!isPartnerCenterError(error)) return { code: String(error) };
    const { code, outcome, attempts, message } = error;
    const [, cause] = /response was complete \((\w+)\)/.exec(message) ?? [];
    return { code, cause, outcome, attempts };
  }
}

const all = process.argv.slice(2).map(ended);
process.send?.(await Promise.all(all), () => process.exit());
