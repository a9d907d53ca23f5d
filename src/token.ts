import { within } from "./time.js";

/** What a token function is told. */
export interface TokenRequest {
  /** True once after a 401: the token given before was refused, so a cached one is of no use. */
  refresh: boolean;
  /** Aborted when nobody waits for the token any longer; of a refresh, which is shared, only after `timeout`. */
  signal: AbortSignal;
}

/** Gives a token for one attempt. What it throws becomes a `TokenError`. */
export type TokenProvider = (request: TokenRequest) => string | Promise<string>;

/**
 * The part of `TokenCredential` of @azure/identity that is used. It cannot be told that a token was refused, and may give
 * it again from its cache; and it is always asked for the scope of the global service.
 */
export interface TokenCredential {
  getToken(scope: string, options: { abortSignal: AbortSignal }): Promise<{ token: string } | null>;
}

/** The scope that a `TokenCredential` is asked for. */
export const scope = "https://api.partnercenter.microsoft.com/.default";

export interface TokenSource {
  /** A token for one attempt. */
  get(signal: AbortSignal): Promise<unknown>;
  /** Another token than the refused one. */
  replace(refused: string): Promise<unknown>;
  /** The replacement was refused too: the next one who asks needs another. */
  forget(): void;
}

/**
 * One place to ask for tokens. Calls whose token was refused together share one refresh, and a call that comes late with
 * a token that was replaced already gets the new one without another refresh.
 */
export function createTokenSource(token: TokenProvider | TokenCredential, timeout: number): TokenSource {
  const ask = async (request: TokenRequest): Promise<unknown> =>
    typeof token === "function"
      ? token(request)
      : (await token.getToken(scope, { abortSignal: request.signal }))?.token;
  let last: { refused: string; replacement: Promise<unknown> } | undefined;
  return {
    get: (signal) => ask({ refresh: false, signal }),
    replace: (refused) => {
      if (last?.refused === refused) return last.replacement;
      const late = () => new Error("the refresh took too long");
      const replacement = within(timeout, undefined, late, (signal) => ask({ refresh: true, signal }));
      const mine = { refused, replacement };
      last = mine;
      // A refresh that gave no token is not the answer for the next one who asks.
      const forget = () => {
        if (last === mine) last = undefined;
      };
      replacement.then((given) => tokenComplaint(given) && forget(), forget);
      return replacement;
    },
    forget: () => {
      last = undefined;
    },
  };
}

/** What is wrong with a token; undefined where nothing is. The token itself is never repeated. */
export function tokenComplaint(token: unknown): string | undefined {
  if (typeof token !== "string" || token === "") return "must be a string that is not empty";
  return /^[!-~]+$/.test(token) ? undefined : "must not hold a blank, a control character or any but ASCII";
}
