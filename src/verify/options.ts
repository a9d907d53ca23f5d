import type { Evidence } from "./evidence.js";

/** What `verify` runs, and against which provider. */
export interface VerifyOptions {
  /** Where the provider is, without `/v1`. `https` only, except for a loopback address. */
  baseUrl: string;
  /** The bearer token. Reads take an app-only or an app+user token, create requests an app+user token only. */
  token: string;
  /** Customers to read, by their Microsoft ID. Default: none. */
  customers?: readonly string[] | undefined;
  /** Documented states, each with the id of a customer that is in it, or `all` for the partner: reads only. */
  states?: Readonly<Record<string, string>> | undefined;
  /** Takes `POST { state, params, action }`, as Pact's verifier sends it: all interactions can be run. */
  stateChangeUrl?: string | undefined;
  /** Sends create requests too. Default: false. */
  allowWrites?: boolean | undefined;
  /**
   * Compares bodies and described headers with the documented examples, for fakes that return exactly these. Default:
   * false.
   */
  exact?: boolean | undefined;
  /** Milliseconds for one response. Default: 30,000. */
  timeout?: number | undefined;
  /** Evidence of an earlier run: each difference is a finding. */
  baseline?: Evidence | undefined;
  /** Default: `globalThis.fetch`. */
  fetch?: typeof globalThis.fetch | undefined;
  /** Called before each request, with how many there are. */
  onProgress?: ((id: string, index: number, count: number) => void) | undefined;
}

const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** @throws Error naming the option that cannot be used, and why; the token is never repeated */
export function assertOptions(options: VerifyOptions, states: ReadonlySet<string>): void {
  const { baseUrl, token, customers = [], states: given = {}, stateChangeUrl, timeout } = options;
  assertUrl("baseUrl", baseUrl);
  if (/\/v1(\/customers.*)?\/*$/i.test(new URL(baseUrl).pathname)) {
    throw new Error("baseUrl must end before /v1: verify adds the path");
  }
  if (stateChangeUrl !== undefined) assertUrl("stateChangeUrl", stateChangeUrl);
  if (typeof token !== "string" || !/^[!-~]+$/.test(token)) {
    throw new Error("token must be a string of printable ASCII without spaces");
  }
  const wrong = customers.find((id) => !guid.test(id));
  if (wrong !== undefined) throw new Error(`customers: "${wrong}" must be a GUID`);
  for (const [state, id] of Object.entries(given)) {
    if (!states.has(state))
      throw new Error(`states: unknown state "${state}"; expected one of ${[...states].join(", ")}`);
    if (id !== "all" && !guid.test(String(id)))
      throw new Error(`states: the customer of "${state}" must be a GUID, or all`);
  }
  if (timeout !== undefined && !(timeout >= 1 && timeout < 2 ** 31)) {
    throw new Error("timeout must be a number of milliseconds from 1 to 2147483647");
  }
}

function assertUrl(name: string, value: unknown): void {
  const {
    protocol,
    hostname = "",
    username,
  } = URL.canParse(String(value)) ? new URL(String(value)) : ({} as Partial<URL>);
  const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  if ((protocol !== "https:" && !(protocol === "http:" && loopback)) || username) {
    throw new Error(`${name} must begin with https://, or with http:// and a loopback address: a token is sent there`);
  }
}
