import { withTimeout } from "./abort.js";

/** What a token function is called with. */
export interface TokenRequest {
  /** True once after a 401: the token returned before was refused, so a cached one is of no use. */
  refresh: boolean;
  /** Aborted when the call no longer waits for the token; a refresh is shared, and aborted only after `timeout`. */
  signal: AbortSignal;
}

/** Returns a token for one attempt. What it throws becomes the `cause` of a `TokenError`. */
export type TokenProvider = (request: TokenRequest) => string | Promise<string>;

/**
 * The part of `TokenCredential` of @azure/identity that is used. It cannot be told that a token was refused, and may
 * return it again from its cache.
 */
export interface TokenCredential {
  getToken(scope: string, options: { abortSignal: AbortSignal }): Promise<{ token: string } | null>;
}

/** A place to get tokens from, shared by all calls of a client. */
export interface TokenSource {
  /** A token for one attempt. */
  get(signal: AbortSignal): Promise<unknown>;
  /** Another token than the refused one. */
  replace(refused: string): Promise<unknown>;
  /** The replacement was refused too: the next caller needs another. */
  forget(): void;
}

/**
 * Calls whose token was refused together share one refresh, and a call that comes late with a token that was replaced
 * already gets the new one without another refresh.
 */
export function createTokenSource(token: TokenProvider | TokenCredential, scope: string, timeout: number): TokenSource {
  const request = async (details: TokenRequest): Promise<unknown> =>
    typeof token === "function"
      ? token(details)
      : (await token.getToken(scope, { abortSignal: details.signal }))?.token;
  let last: { refused: string; replacement: Promise<unknown> } | undefined;
  return {
    get: (signal) => request({ refresh: false, signal }),
    replace: (refused) => {
      if (last?.refused === refused) return last.replacement;
      const late = () => new Error("the refresh took too long");
      const replacement = withTimeout(timeout, undefined, late, (signal) => request({ refresh: true, signal }));
      const pending = { refused, replacement };
      last = pending;
      // A refresh that returned no token is of no use to the next caller.
      const forget = () => {
        if (last === pending) last = undefined;
      };
      replacement.then((given) => tokenIssue(given) && forget(), forget);
      return replacement;
    },
    forget: () => {
      last = undefined;
    },
  };
}

/** What is wrong with a token; undefined if nothing is. The token itself is never repeated. */
export function tokenIssue(token: unknown): string | undefined {
  if (typeof token !== "string" || token === "") return "must be a non-empty string";
  if (/^bearer\s/i.test(token)) return 'must not begin with "Bearer ": leave that word out';
  return /^[!-~]+$/.test(token) ? undefined : "must be printable ASCII without spaces";
}
