/** A second allows this many. */
export const limit = 200;

/** Kinds of rate limit: each returns whether it accepts a request now. The last counts what it refuses. */
export const limits: Record<string, () => () => boolean> = {
  "fixed second": () => {
    let [second, taken] = [0, 0];
    return () => {
      const now = Math.floor(performance.now() / 1000);
      if (now !== second) [second, taken] = [now, 0];
      taken += 1;
      return taken <= limit;
    };
  },
  "token bucket": () => {
    let [tokens, last] = [limit, performance.now()];
    return () => {
      const now = performance.now();
      tokens = Math.min(limit, tokens + ((now - last) / 1000) * limit);
      last = now;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    };
  },
  "sliding second": () => {
    const begun: number[] = [];
    return () => {
      const now = performance.now();
      while ((begun[0] ?? now) < now - 1000) begun.shift();
      begun.push(now);
      return begun.length <= limit;
    };
  },
};
