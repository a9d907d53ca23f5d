import type { Decision } from "./rules.js";
import type { Sandbox } from "./sandbox.js";
import { error, type PlainResponse } from "./wire.js";

/** What Pact's verifier sends before an interaction; `teardown` after it. */
export interface StateChange {
  state: string;
  params?: { customerId?: string } | undefined;
  action?: "setup" | "teardown" | undefined;
}

/** The methods of a sandbox that can be called over HTTP. */
export type Controlled = Pick<Sandbox, "setState" | "decide" | "advance" | "reset" | "customers">;

/**
 * Puts a sandbox into the provider states of the contract, as Pact's protocol names them: for a state change URL of your
 * own, or a state handler of Pact's verifier.
 *
 * @throws Error naming the known states if there is no such state
 */
export function createStateHandler(sandbox: Pick<Sandbox, "setState">): (change: StateChange) => void {
  return ({ state, params, action = "setup" }) => {
    if (action === "setup") sandbox.setState(state, params?.customerId);
  };
}

/** The routes that control a sandbox, by path: what each does with the JSON it gets. */
const routes: Record<string, (sandbox: Controlled, given: Record<string, unknown>) => unknown> = {
  "/provider-states": (sandbox, given) => {
    createStateHandler(sandbox)(given as unknown as StateChange);
    return {};
  },
  "/sandbox/customers": (sandbox, { state, customerId }) => {
    if (state !== undefined) sandbox.setState(String(state), customerId === undefined ? undefined : String(customerId));
    return sandbox.customers;
  },
  "/sandbox/decisions": (sandbox, { customerId, qualification, ...decision }) => {
    sandbox.decide(String(customerId), qualification as "Education", decision as Decision);
    return undefined;
  },
  "/sandbox/advance": (sandbox, { milliseconds }) => {
    sandbox.advance(Number(milliseconds));
    return undefined;
  },
  "/sandbox/reset": (sandbox) => {
    sandbox.reset();
    return undefined;
  },
};

/**
 * Responds to a request that controls the sandbox; undefined for any other. A page of another origin can send a simple
 * POST, but neither a header of its own nor JSON.
 */
export function control(
  sandbox: Controlled,
  url: string,
  headers: Headers,
  body: Uint8Array,
): PlainResponse | undefined {
  const { pathname, searchParams } = new URL(`http://sandbox${url}`);
  const route = Object.hasOwn(routes, pathname) ? routes[pathname] : undefined;
  if (!route) return undefined;
  const sendsJson = /^application\/json\s*(;|$)/i.test(headers.get("Content-Type") ?? "");
  if (headers.get("Sandbox-Control") !== "1" && !sendsJson) {
    return error(403, 1002, "The header Sandbox-Control: 1, or a body of JSON, is required.", ["Sandbox-Control"]);
  }
  try {
    const given = {
      ...Object.fromEntries(searchParams),
      ...(body.length > 0 ? JSON.parse(new TextDecoder().decode(body)) : {}),
    };
    const value = route(sandbox, given);
    return value === undefined ? { status: 204, body: undefined, text: "" } : { status: 200, body: value };
  } catch (failure) {
    return error(400, 800002, `${(failure as Error).message}.`.slice(0, 1024));
  }
}
