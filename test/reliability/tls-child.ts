/**
 * Sends one create over each transport to each address, and tells how it ended: whom a process trusts is settled when it
 * starts.
 */
import { createClient, isPartnerCenterError } from "../../src/index.js";
import { nodeFetch } from "../../src/node.js";
import { customerId, stateOwned } from "./figure.js";

/** Empty after a success. */
export interface Ended {
  code?: string;
  cause?: unknown;
  outcome?: string;
  attempts?: number;
}

async function ended(baseUrl: string, fetch: typeof globalThis.fetch): Promise<Ended> {
  const client = createClient({ fetch, token: "any", baseUrl, retry: { limit: 1, base: 1 } });
  try {
    await client.createQualification(customerId, stateOwned);
    return {};
  } catch (error) {
    if (!isPartnerCenterError(error)) return { code: String(error) };
    const { code, outcome, attempts } = error;
    return { code, cause: (error.cause as { code?: unknown }).code, outcome, attempts };
  }
}

const all = process.argv.slice(2).map(async (url) => ({
  fetch: await ended(url, globalThis.fetch),
  nodeFetch: await ended(url, nodeFetch),
}));
process.send?.(await Promise.all(all), () => process.exit());
