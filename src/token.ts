import { withTimeout } from "./abort.js";

/** What a token function is called with. */
export interface TokenRequest {
  /** True once after a 401: the token returned before was refused, so do not return it again from a cache. */
  refresh: boolean;
  /** Aborted when the call no longer waits for the token. A refresh is shared, and aborted only after `timeout`. */
  signal: AbortSignal;
}

/** Returns a token for one attempt. An error that it throws becomes the `cause` of a `TokenError`. */
export type TokenProvider = (request: TokenRequest) => string | Promise<string>;

/**
 * The part of `TokenCredential` of @azure/identity that is used. A credential cannot be notified that its token was
 * refused, and may return the same one from its cache.
 */
export interface TokenCredential {
  getToken(scope: string, options: { abortSignal: AbortSignal }): Promise<{ token: string } | null>;
}

/** A source of tokens, shared by all calls of a client. */
export type TokenSource = ReturnType<typeof createTokenSource>;

/**
 * Calls whose token was refused together share one refresh. A later call whose token was already replaced gets the new
 * one without another refresh.
 */
export function createTokenSource(token: TokenProvider | TokenCredential, scope: string, timeout: number) {
  const request = async (details: TokenRequest): Promise<unknown> =>
    typeof token === "function"
      ? token(details)
      : (await token.getToken(scope, { abortSignal: details.signal }))?.token;
  let last: { refused: string; replacement: Promise<unknown> } | undefined;
  return {
    /** A token for one attempt. */
    get: (signal: AbortSignal) => request({ refresh: false, signal }),
    /** A token to replace the refused one. */
    replace: (refused: string): Promise<unknown> => {
      if (last?.refused === refused) return last.replacement;
      const late = () => new Error("the token refresh timed out");
      const replacement = withTimeout(timeout, undefined, late, (signal) => request({ refresh: true, signal }));
      last = { refused, replacement };
      // A refresh that returned no usable token is of no use to the next caller.
      const forget = () => {
        if (last?.replacement === replacement) last = undefined;
      };
      replacement.then((given) => tokenIssue(given) && forget(), forget);
      return replacement;
    },
    /** The replacement was refused too: the next caller needs another. */
    forget: () => {
      last = undefined;
    },
  };
}

/** What is wrong with a token; undefined if it is valid. Messages never repeat the token. */
export function tokenIssue(token: unknown): string | undefined {
  if (typeof token !== "string" || token === "") return "must be a non-empty string";
  if (/^bearer\s/i.test(token)) return 'must not begin with "Bearer ": leave that word out';
  return /^[!-~]+$/.test(token) ? undefined : "must be printable ASCII without spaces";
}
