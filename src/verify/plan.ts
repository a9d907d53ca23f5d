import type { DocumentedInteraction } from "../../generated/interactions.js";
import { type OperationId, operations } from "../../generated/operations.js";
import type { Skipped } from "./finding.js";
import type { VerifyOptions } from "./options.js";

/** One request, and what its response must be. */
export interface Exchange {
  id: string;
  operation: OperationId;
  /** The customer's id; undefined if the path names none. */
  customerId: string | undefined;
  /** What stands in `Authorization`; undefined for none. */
  token: string | undefined;
  body?: unknown;
  /** The state that the provider must be put into before. */
  state?: { name: string; customerId: string };
  /** The statuses of which one is right. */
  statuses: readonly number[];
  /** The documented response, if the state fixes it; without `body`, it has none. */
  documented?: { body?: unknown };
  /** The described headers, with their examples. */
  headers?: Readonly<Record<string, string>>;
  example?: string;
  source?: string;
}

/** Refused by any provider, by the sandbox too. */
const badToken = "sandbox-expired";

/** Requests that need no state and change nothing, and a read of each customer. */
export function probes({ token, customers = [] }: VerifyOptions): Exchange[] {
  const probe = (id: string, customerId: string, statuses: number[], own: string | undefined = token): Exchange => {
    return {
      id: `probe: ${id}`,
      operation: "getQualifications",
      customerId,
      token: own,
      statuses,
      source: "assumed of the documented statuses",
    };
  };
  return [
    probe("a customer's id that is not a GUID", "not-a-guid", [400]),
    probe("a customer that does not exist", crypto.randomUUID(), [403, 404]),
    { ...probe("no token", crypto.randomUUID(), [401]), token: undefined },
    probe("a bad token", crypto.randomUUID(), [401], badToken),
    ...customers.map((customerId, index) => ({ ...probe("", customerId, [200]), id: `customer ${index + 1}` })),
  ];
}

/** Which of the interactions are run, and which are not. */
export function plan(
  { token, states = {}, stateChangeUrl, allowWrites = false }: VerifyOptions,
  interactions: readonly DocumentedInteraction[],
): { exchanges: Exchange[]; skipped: Skipped[] } {
  const exchanges: Exchange[] = [];
  const skipped: Skipped[] = [];
  for (const interaction of interactions) {
    const { id, operation, state, status, headers, example, source } = interaction;
    const write = operations[operation].method !== "GET";
    const known = Object.hasOwn(states, state) ? states[state] : undefined;
    const customerId = stateChangeUrl ? interaction.customerId : known;
    if (customerId === undefined) skipped.push({ id, reason: stateReason(state, states) });
    else if (write && !stateChangeUrl) skipped.push({ id, reason: "create requests need --state-change-url" });
    else if (write && !allowWrites) skipped.push({ id, reason: "create requests need --allow-writes" });
    else if ((customerId === "all") !== (interaction.customerId === "all")) {
      skipped.push({
        id,
        reason: `"${state}" is a state of ${interaction.customerId === "all" ? "the partner: all" : "a customer"}`,
      });
    } else {
      exchanges.push({
        ...{ id, operation, token, statuses: [status], headers, example, source },
        documented: "body" in interaction ? { body: interaction.body } : {},
        customerId: customerId === "all" ? undefined : customerId,
        ...(interaction.request === undefined ? {} : { body: interaction.request }),
        ...(stateChangeUrl ? { state: { name: state, customerId } } : {}),
      });
    }
  }
  return { exchanges, skipped };
}

function stateReason(state: string, states: object): string {
  if (Object.keys(states).length > 0) return `--states has no customer for "${state}"`;
  return "needs a state: give --states or --state-change-url";
}
