import { expect, test, vi } from "vitest";
import type { TokenRequest } from "../src/index.js";
import { scope } from "../src/token.js";
import { customerId, failureOf, observedClient } from "./support.js";

const stateOwned = { qualification: "StateOwnedEntity" } as const;
const accept =
  (good: string) =>
  ({ headers }: { headers: Headers }) =>
    headers.get("Authorization") === `Bearer ${good}` ? Response.json([]) : new Response("", { status: 401 });

test("after a 401, asks once for another token and repeats the request with the same ids", async () => {
  const asked: boolean[] = [];
  const token = ({ refresh }: TokenRequest) => {
    asked.push(refresh);
    return refresh ? "token-2" : "token-1";
  };
  const { client, requests } = observedClient(accept("token-2"), { token });
  await client.getQualifications(customerId);
  expect(asked).toEqual([false, true]);
  expect(requests.map(({ headers }) => headers.get("Authorization"))).toEqual(["Bearer token-1", "Bearer token-2"]);
  expect(new Set(requests.map(({ headers }) => headers.get("MS-RequestId"))).size).toBe(1);
});

test("a token that is always refused is sent twice, and its provider asked twice", async () => {
  const token = vi.fn(() => "refused");
  const { client, requests } = observedClient(accept("other"), { token });
  const error = await failureOf(client.createQualification(customerId, stateOwned));
  expect(error).toMatchObject({ code: "api", status: 401, attempts: 2, outcome: "not-applied" });
  expect([requests.length, token.mock.calls.length]).toEqual([2, 2]);
});

test("a fixed token that is refused is not sent again", async () => {
  const { client, requests } = observedClient(accept("other"), { token: "refused" });
  expect(await failureOf(client.getQualifications(customerId))).toMatchObject({ status: 401, attempts: 1 });
  expect(requests).toHaveLength(1);
});

test("two hundred calls with an expired token share one refresh", async () => {
  let current = "expired";
  const token = vi.fn(async ({ refresh }: TokenRequest) => {
    await null;
    if (refresh) current = "fresh";
    return current;
  });
  const { client } = observedClient(accept("fresh"), { token });
  await Promise.all(Array.from({ length: 200 }, () => client.getQualifications(customerId)));
  expect(token.mock.calls.filter(([{ refresh }]) => refresh)).toHaveLength(1);
});

test("a call that comes late with a token that was replaced takes the new one", async () => {
  let given = "expired";
  const token = vi.fn(({ refresh }: TokenRequest) => (refresh ? "fresh" : given));
  const { client } = observedClient(accept("fresh"), { token });
  await client.getQualifications(customerId);
  await client.getQualifications(customerId);
  expect(token.mock.calls.filter(([{ refresh }]) => refresh)).toHaveLength(1);
  given = "fresh";
  await client.getQualifications(customerId);
});

test.each([new Error("no network"), "no-network"])(
  "a refresh that failed with %j is tried anew by the next call",
  async (failure) => {
    let failing = true;
    const token = ({ refresh }: TokenRequest) => {
      if (refresh && failing) throw failure;
      return refresh ? "fresh" : "expired";
    };
    const { client } = observedClient(accept("fresh"), { token });
    expect(await failureOf(client.createQualification(customerId, stateOwned))).toMatchObject({
      code: "token",
      attempts: 1,
      outcome: "not-applied",
    });
    failing = false;
    expect((await client.getQualifications(customerId)).data).toEqual([]);
  },
);

test("a refresh that gave no usable token is not remembered", async () => {
  const refreshed = ["", "fresh"];
  const token = ({ refresh }: TokenRequest) => (refresh ? (refreshed.shift() ?? "") : "expired");
  const { client } = observedClient(accept("fresh"), { token });
  expect(await failureOf(client.getQualifications(customerId))).toMatchObject({ code: "token", attempts: 1 });
  expect((await client.getQualifications(customerId)).data).toEqual([]);
});

test("takes a TokenCredential of @azure/identity, for the scope of Partner Center", async () => {
  const getToken = vi.fn(async (asked: string) => ({ token: `for-${asked.length}`, expiresOnTimestamp: 0 }));
  const { client, requests } = observedClient(() => Response.json([]), { token: { getToken } });
  await client.getQualifications(customerId);
  expect(getToken).toHaveBeenCalledWith(scope, { abortSignal: expect.any(AbortSignal) });
  expect(requests[0]?.headers.get("Authorization")).toBe(`Bearer for-${scope.length}`);
});

test("a TokenCredential that gives nothing is a TokenError", async () => {
  const { client } = observedClient(() => Response.json([]), { token: { getToken: async () => null } });
  const error = await failureOf(client.getQualifications(customerId));
  expect(error).toMatchObject({ code: "token", attempts: 0 });
  expect(error.message).toContain("must be a string that is not empty");
});

test("a refresh that gave the refused token again is not remembered", async () => {
  const answers = ["old", "old", "old", "new"];
  const token = vi.fn(() => answers.shift() ?? "new");
  const { client } = observedClient(accept("new"), { token });
  expect(await failureOf(client.getQualifications(customerId))).toMatchObject({ status: 401 });
  expect((await client.getQualifications(customerId)).data).toEqual([]);
  expect(token).toHaveBeenCalledTimes(4);
});

test("a refresh that never comes is given up, by all who wait for it, and asked for anew", async () => {
  vi.useFakeTimers();
  try {
    let hangs = true;
    const token = ({ refresh }: TokenRequest) => {
      if (!refresh) return "expired";
      return hangs ? new Promise<never>(() => {}) : "fresh";
    };
    const { client } = observedClient(accept("fresh"), { token, timeout: 1000 });
    const failures = [1, 2].map(() => failureOf(client.getQualifications(customerId)));
    await vi.advanceTimersByTimeAsync(2000);
    for (const failure of await Promise.all(failures)) {
      expect(failure).toMatchObject({ code: "token", message: expect.stringMatching(/failed|within 1000 ms/) });
    }
    hangs = false;
    expect((await client.getQualifications(customerId)).data).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

test("a refresh that fails late does not undo one that came after it", async () => {
  let given = "first";
  let failFirst = () => {};
  let refreshes = 0;
  const token = ({ refresh }: TokenRequest) => {
    if (!refresh) return given;
    refreshes += 1;
    if (given === "second") return "fresh";
    return new Promise<string>((_, reject) => {
      failFirst = () => reject(new Error("no network"));
    });
  };
  const { client } = observedClient(accept("fresh"), { token });
  const failing = failureOf(client.getQualifications(customerId));
  await vi.waitFor(() => expect(refreshes).toBe(1));
  given = "second";
  await client.getQualifications(customerId);
  failFirst();
  expect(await failing).toMatchObject({ code: "token" });
  await client.getQualifications(customerId);
  expect(refreshes).toBe(2);
});

test("asks for the scope of Partner Center's own audience", () => {
  expect(scope).toBe("https://api.partnercenter.microsoft.com/.default");
});

test("a replacement that expires is replaced, though its provider keeps giving the first token", async () => {
  let good = "minted-1";
  let minted = 0;
  const token = ({ refresh }: TokenRequest) => (refresh ? `minted-${++minted}` : "from a file".replaceAll(" ", "-"));
  const { client } = observedClient((request) => accept(good)(request), { token });
  await client.getQualifications(customerId);
  good = "minted-2";
  await failureOf(client.getQualifications(customerId));
  expect((await client.getQualifications(customerId)).data).toEqual([]);
  expect(minted).toBe(2);
});
