import { createClient } from "../src/index.js";
import { type Context, createContext } from "./context.js";
import { readJson } from "./finding.js";
import { type Pact, readPact, statesOf } from "./pact-file.js";

/**
 * The context for a provider whose state cannot be set: only GETs, only in the states that the file has a customer for.
 *
 * @throws Error for an address or a token that the client would refuse, or a file that does not fit the contract
 */
export function remoteContext(baseUrl: string, token: string, file = "contracts/states.json"): Context {
  createClient({ baseUrl, token });
  const pact = readPact();
  return createContext({ remote: { baseUrl, token }, pact: mapped(pact, readStates(file, pact)) });
}

function readStates(file: string, pact: Pact): Record<string, string> {
  const states = Object(readJson<unknown>(file)) as Record<string, unknown>;
  const guid = /^(all|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
  const wrong = Object.keys(states).filter((state) => typeof states[state] !== "string" || !guid.test(states[state]));
  if (Object.keys(states).length === 0 || wrong.length > 0) {
    const names = wrong.map((state) => `"${state}"`).join(", ");
    const expected = 'a JSON object from provider state to a customer\'s id, a GUID, or "all" for the partner';
    throw new Error(`${file} must be ${expected}${names && `; wrong: ${names}`}`);
  }
  const known = statesOf(pact);
  const unknown = Object.keys(states).filter((state) => !known.has(state));
  if (unknown.length > 0) {
    throw new Error(`${file} has states that are not in contracts/states.json: ${unknown.join(", ")}`);
  }
  return states as Record<string, string>;
}

/** The interactions with a GET, with the customers of the file. */
function mapped({ interactions, ...pact }: Pact, states: Record<string, string>): Pact {
  return {
    ...pact,
    interactions: interactions.flatMap((interaction) => {
      const [state] = interaction.providerStates;
      const customerId = state && states[state.name];
      const own = state?.params?.customerId;
      if (!customerId || !own || interaction.request.method !== "GET") return [];
      // A state of the partner is not one of a customer.
      if ((own === "all") !== (customerId === "all")) return [];
      const request = { ...interaction.request, path: interaction.request.path.replace(own, customerId) };
      return [{ ...interaction, request, providerStates: [{ name: state.name, params: { customerId } }] }];
    }),
  };
}
