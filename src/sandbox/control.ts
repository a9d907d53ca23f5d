import { assertOptions, type Check, oneOf, text } from "./options.js";
import type { Decision } from "./rules.js";
import type { Sandbox } from "./sandbox.js";
import { error, isJson, type PlainResponse } from "./wire.js";

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
 * @throws Error naming the known states if there is no such state, or the property that is not valid
 */
export function createStateHandler(sandbox: Pick<Sandbox, "setState">): (change: StateChange) => void {
  return (change) => {
    // Verifiers send further properties, and null in place of an omitted one.
    const { state, params, action } = Object(change) as StateChange;
    assertOptions(
      { state, action: action ?? "setup" },
      { state: text, action: oneOf("setup", "teardown") },
      "",
      "state",
    );
    assertOptions(params ?? {}, { customerId: (id) => id !== null && text(id) }, "params: ");
    if (action !== "teardown") sandbox.setState(state, params?.customerId ?? undefined);
  };
}

type Given = { state: string; customerId: string; qualification: "Education"; milliseconds: number } & Decision;

/** What controls a sandbox, by path: the checks of the JSON it gets, and what it does with it. */
const routes: Record<string, [Record<string, Check> | undefined, (sandbox: Controlled, given: Given) => unknown]> = {
  "/provider-states": [
    undefined,
    (sandbox, given) => {
      createStateHandler(sandbox)(given);
      return {};
    },
  ],
  "/sandbox/customers": [
    { state: text, customerId: text },
    (sandbox, { state, customerId }) => {
      if (state !== undefined) sandbox.setState(state, customerId);
      return sandbox.customers;
    },
  ],
  "/sandbox/decisions": [
    { customerId: text, qualification: text, vettingStatus: text, vettingReason: text },
    (sandbox, { customerId, qualification, ...decision }) => sandbox.decide(customerId, qualification, decision),
  ],
  // The sandbox checks the milliseconds itself.
  "/sandbox/advance": [{ milliseconds: () => false }, (sandbox, { milliseconds }) => sandbox.advance(milliseconds)],
  "/sandbox/reset": [{}, (sandbox) => sandbox.reset()],
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
  const { pathname } = new URL(`http://sandbox${url}`);
  const route = Object.hasOwn(routes, pathname) ? routes[pathname] : undefined;
  if (!route) return undefined;
  if (headers.get("Sandbox-Control") !== "1" && !isJson(headers)) {
    return error(403, 1002, "The header Sandbox-Control: 1, or a body of JSON, is required.", ["Sandbox-Control"]);
  }
  try {
    const given = body.length > 0 ? JSON.parse(new TextDecoder().decode(body)) : {};
    const [checks, apply] = route;
    if (checks) assertOptions(given, checks, "body: ");
    const value = apply(sandbox, given);
    return value === undefined ? { status: 204 } : { status: 200, body: value };
  } catch (failure) {
    return error(400, 800002, `${(failure as Error).message}.`);
  }
}
