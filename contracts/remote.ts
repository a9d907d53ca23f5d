import { readFileSync } from "node:fs";
import { createClient } from "../src/index.js";
import { examplesOf } from "./examples.js";
import { Description } from "./generate/description.js";
import { checkProvider } from "./layers/provider.js";
import { assemble, type Matrix, readPact } from "./matrix.js";
import type { Pact } from "./pact.js";

/**
 * Checks what reads against a provider that cannot be arranged: only the states that the file gives a customer for are
 * checked, with that customer; the other rows are skipped.
 */
export async function runRemote(options: { baseUrl: string; token: string; states?: string }): Promise<Matrix> {
  const { baseUrl, token, states = "contracts/states.json" } = options;
  // The client's own rules for an address that a token is sent to, and for the token.
  createClient({ baseUrl, token });
  const examples = examplesOf(new Description("openapi.yaml"));
  const pact = mapped(readPact(), readStates(states), states);
  const report = await checkProvider(examples, pact, {
    baseUrl: baseUrl.replace(/\/$/, ""),
    token,
    arrange: () => {},
    exact: false,
  });
  for (const { id } of examples) if (!report.checked.has(id)) report.skipped.add(id);
  return assemble(examples, { provider: report });
}

function readStates(file: string): Record<string, string> {
  let states: unknown;
  try {
    states = JSON.parse(readFileSync(file, "utf8"));
  } catch (failure) {
    throw new Error(`${file} cannot be read: ${(failure as Error).message}`);
  }
  const entries = typeof states === "object" && states !== null ? Object.entries(states) : [];
  const wrong = entries.filter(
    ([, id]) => typeof id !== "string" || !/^(all|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.test(id),
  );
  if (entries.length === 0 || wrong.length > 0) {
    const names = wrong.map(([state]) => `"${state}"`).join(", ");
    throw new Error(
      `${file} must be a JSON object from provider state to a customer's id, a GUID, or "all" for the partner${names && `; wrong: ${names}`}`,
    );
  }
  return Object.fromEntries(entries);
}

/** The interactions that read, with the customers of the file. */
function mapped({ interactions, ...pact }: Pact, states: Record<string, string>, file: string): Pact {
  const known = new Set(interactions.flatMap(({ providerStates }) => providerStates.map(({ name }) => name)));
  const unknown = Object.keys(states).filter((state) => !known.has(state));
  if (unknown.length > 0) {
    throw new Error(
      `${file} names states that are not in the contract: ${unknown.join(", ")}. It has: ${[...known].join(", ")}`,
    );
  }
  return {
    ...pact,
    interactions: interactions.flatMap((interaction) => {
      const [state] = interaction.providerStates;
      const customerId = state && states[state.name];
      const own = state?.params?.customerId;
      // The partner's own states and a customer's do not stand in for each other.
      if (!customerId || !own || (own === "all") !== (customerId === "all") || interaction.request.method !== "GET")
        return [];
      const path = interaction.request.path.replace(own, customerId);
      return [
        {
          ...interaction,
          request: { ...interaction.request, path },
          providerStates: [{ name: state.name, params: { customerId } }],
        },
      ];
    }),
  };
}
