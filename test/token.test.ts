import { expect, test, vi } from "vitest";
import type { Client, TokenRequest } from "../src/index.js";
import { after, create, customerId, failureOf, never, none, observedClient, read, useFakeTimers } from "./support.js";

useFakeTimers();

const accept =
  (good: string) =>
  ({ headers }: { headers: Headers }) =>
    headers.get("Authorization") === `Bearer ${good}` ? none() : new Response("", { status: 401 });
const readAgain = async (client: Client) => (await client.getQualifications(customerId)).data;

test("after a 401, requests one other token and retries with the same ids", async () => {
  const token = vi.fn(({ refresh }: TokenRequest) => (refresh ? "token-2" : "token-1"));
  const { events, requests } = await read(accept("token-2"), { token });
  expect(events.filter(({ type }) => type === "retry")).toMatchObject([{ code: "api", delay: 0 }]);
  expect(token.mock.calls).toMatchObject([[{ refresh: false }], [{ refresh: true }]]);
  expect(requests.map(({ headers }) => headers.get("Authorization"))).toEqual(["Bearer token-1", "Bearer token-2"]);
  expect(new Set(requests.map(({ headers }) => headers.get("MS-RequestId"))).size).toBe(1);
});

test.each([
  ["of a function is requested once more, and sent twice", vi.fn(() => "refused"), 2],
  ["that is fixed is sent once", "refused", 1],
])("a token that is always refused, %s", async (_, token, times) => {
  const { error, requests } = await create(accept("other"), { token });
  expect(error).toMatchObject({ code: "api", status: 401, attempts: times, outcome: "not-applied" });
  expect(requests).toHaveLength(times);
  if (typeof token === "function") expect(token).toHaveBeenCalledTimes(times);
});

test("two hundred calls with an expired token share one refresh, and so does a later one", async () => {
  const refresh = vi.fn(async () => "fresh");
  const token = async (request: TokenRequest) => (request.refresh ? refresh() : "expired");
  const { client } = observedClient(accept("fresh"), { token });
  await Promise.all(Array.from({ length: 200 }, () => readAgain(client)));
  expect(await readAgain(client)).toEqual([]);
  expect(refresh).toHaveBeenCalledTimes(1);
});

test.each<[string, () => unknown]>([
  ["failed", () => Promise.reject(new Error("no network"))],
  ["returned no usable token", () => ""],
  ["never settled", never],
])("a refresh that %s is requested again by the next call", async (_, first) => {
  const refresh = vi.fn<() => unknown>(() => "fresh").mockImplementationOnce(first);
  const token = (request: TokenRequest) => (request.refresh ? refresh() : "expired") as string;
  const { error, client } = await after(1000, create(accept("fresh"), { token, timeout: 1000 }));
  expect(error).toMatchObject({ code: "token", attempts: 1, outcome: "not-applied" });
  expect(await after(1000, readAgain(client))).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test("a refresh that fails late does not undo one that came after it", async () => {
  let [given, failFirst] = ["first", (_: Error) => {}];
  const first = new Promise<string>((_, reject) => {
    failFirst = reject;
  });
  const refresh = vi.fn(async () => "fresh").mockReturnValueOnce(first);
  const token = (request: TokenRequest) => (request.refresh ? refresh() : given);
  const { client } = observedClient(accept("fresh"), { token });
  const failed = failureOf(readAgain(client));
  await vi.advanceTimersByTimeAsync(0);
  given = "second";
  await readAgain(client);
  failFirst(new Error("no network"));
  expect(await failed).toMatchObject({ code: "token" });
  await readAgain(client);
  expect(refresh).toHaveBeenCalledTimes(2);
});

const globalScope = "https://api.partnercenter.microsoft.com/.default";
const china = "https://partner.partnercenterapi.microsoftonline.cn";

test.each([
  [{}, globalScope],
  [{ baseUrl: `${china}/` }, `${china}/.default`],
  [{ baseUrl: "https://proxy.example/partner" }, globalScope],
  [{ baseUrl: china, scope: "https://other.example/.default" }, "https://other.example/.default"],
])("with the options %j, a TokenCredential gets the scope %s, and its token is sent", async (options, scope) => {
  const getToken = vi.fn(async () => ({ token: "of-the-credential" }));
  const { requests } = await read(none, { token: { getToken }, ...options });
  expect(requests[0]?.headers.get("Authorization")).toBe("Bearer of-the-credential");
  expect(getToken).toHaveBeenCalledWith(scope, { abortSignal: expect.any(AbortSignal) });
});

test("a replacement that expires is replaced, though the function keeps returning the first token", async () => {
  let good = "minted-1";
  let minted = 0;
  const token = ({ refresh }: TokenRequest) => (refresh ? `minted-${++minted}` : "from-a-file");
  const { client } = await read((request) => accept(good)(request), { token });
  good = "minted-2";
  await failureOf(readAgain(client));
  expect(await readAgain(client)).toEqual([]);
  expect(minted).toBe(2);
});
