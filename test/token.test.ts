import { expect, onTestFinished, test, vi } from "vitest";
import { Description } from "../contracts/generate/description.js";
import { CHINA_BASE_URL, type Client, GLOBAL_BASE_URL, TimeoutError, type TokenRequest } from "../src/index.js";
import { after, create, customerId, failureOf, never, observedClient, read } from "./support.js";

const accept =
  (good: string) =>
  ({ headers }: { headers: Headers }) =>
    headers.get("Authorization") === `Bearer ${good}` ? Response.json([]) : new Response("", { status: 401 });
const refreshesOf = ({ mock }: { mock: { calls: [TokenRequest][] } }) =>
  mock.calls.filter(([{ refresh }]) => refresh).length;
const readAgain = async (client: Client) => (await client.getQualifications(customerId)).data;

test("after a 401, requests one other token and retries with the same ids", async () => {
  const token = vi.fn(({ refresh }: TokenRequest) => (refresh ? "token-2" : "token-1"));
  const { events, requests } = await read(accept("token-2"), { token });
  expect(events.filter(({ type }) => type === "retry")).toMatchObject([{ code: "api", delay: 0 }]);
  expect(token.mock.calls).toMatchObject([[{ refresh: false }], [{ refresh: true }]]);
  expect(requests.map(({ headers }) => headers.get("Authorization"))).toEqual(["Bearer token-1", "Bearer token-2"]);
  expect(new Set(requests.map(({ headers }) => headers.get("MS-RequestId"))).size).toBe(1);
});

test("a token that is always refused is sent twice, and its function called twice", async () => {
  const token = vi.fn(() => "refused");
  const { error, requests } = await create(accept("other"), { token });
  expect(error).toMatchObject({ code: "api", status: 401, attempts: 2, outcome: "not-applied" });
  expect([requests.length, token.mock.calls.length]).toEqual([2, 2]);
});

test("a fixed token that is refused is not sent again", async () => {
  const { error, requests } = await read(accept("other"), { token: "refused" });
  expect(error).toMatchObject({ status: 401, attempts: 1 });
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
  await Promise.all(Array.from({ length: 200 }, () => readAgain(client)));
  expect(refreshesOf(token)).toBe(1);
});

test("a late call with a token that was replaced takes the new one", async () => {
  let given = "expired";
  const token = vi.fn(({ refresh }: TokenRequest) => (refresh ? "fresh" : given));
  const { client } = await read(accept("fresh"), { token });
  await readAgain(client);
  expect(refreshesOf(token)).toBe(1);
  given = "fresh";
  await readAgain(client);
});

const failing = (failure: unknown) => () => {
  throw failure;
};

test.each<[string, () => string]>([
  ["failed with an error", failing(new Error("no network"))],
  ["failed with a string", failing("no-network")],
  ["returned no usable token", () => ""],
])("a refresh that %s is retried by the next call", async (_, first) => {
  const refresh = vi.fn(() => "fresh").mockImplementationOnce(first);
  const token = (request: TokenRequest) => (request.refresh ? refresh() : "expired");
  const { error, client } = await create(accept("fresh"), { token });
  expect(error).toMatchObject({ code: "token", attempts: 1, outcome: "not-applied" });
  expect(await readAgain(client)).toEqual([]);
});

test("a refresh that returned the refused token again is not kept", async () => {
  const answers = ["old", "old", "old", "new"];
  const token = vi.fn(() => answers.shift() ?? "new");
  const { error, client } = await read(accept("new"), { token });
  expect(error).toMatchObject({ status: 401 });
  expect(await readAgain(client)).toEqual([]);
  expect(token).toHaveBeenCalledTimes(4);
});

test("a refresh that never settles times out for all calls that share it, and the next call refreshes again", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  let refreshed: () => Promise<string> = never;
  const token = ({ refresh }: TokenRequest) => (refresh ? refreshed() : "expired");
  const { client } = observedClient(accept("fresh"), { token, timeout: 1000 });
  const failures = [1, 2].map(() => failureOf(readAgain(client)));
  for (const failure of await after(2000, Promise.all(failures))) {
    expect(failure).toMatchObject({ code: "token", message: expect.stringMatching(/failed|within 1000 ms/) });
  }
  refreshed = async () => "fresh";
  expect(await readAgain(client)).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
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

test("takes a TokenCredential of @azure/identity", async () => {
  const getToken = async () => ({ token: "of-the-credential", expiresOnTimestamp: 0 });
  const { requests } = await read(accept("of-the-credential"), { token: { getToken } });
  expect(requests[0]?.headers.get("Authorization")).toBe("Bearer of-the-credential");
});

const unavailable = Object.assign(new Error("x"), { name: "CredentialUnavailableError" });

test.each([
  ["returns nothing", async () => null, /the token must be a non-empty string$/],
  ["fails", failing(unavailable), /: getToken of the credential failed \(CredentialUnavailableError: see the cause\)$/],
])("a TokenCredential that %s is a TokenError that says so", async (_, getToken, message) => {
  const { error } = await read(accept("any"), { token: { getToken } });
  expect(error).toMatchObject({ code: "token", attempts: 0, message: expect.stringMatching(message) });
});

test.each([
  [{}, `${GLOBAL_BASE_URL}/.default`],
  [{ baseUrl: GLOBAL_BASE_URL }, `${GLOBAL_BASE_URL}/.default`],
  [{ baseUrl: `${CHINA_BASE_URL}/` }, `${CHINA_BASE_URL}/.default`],
  [{ baseUrl: "https://proxy.example/partner" }, `${GLOBAL_BASE_URL}/.default`],
  [{ baseUrl: CHINA_BASE_URL, scope: "https://other.example/.default" }, "https://other.example/.default"],
])("with the options %j, a TokenCredential gets the scope %s", async (options, scope) => {
  const getToken = vi.fn(async () => ({ token: "any" }));
  await read(accept("any"), { token: { getToken }, ...options });
  expect(getToken).toHaveBeenCalledWith(scope, { abortSignal: expect.any(AbortSignal) });
});

test("the known base URLs are the servers of the description", () => {
  const servers = new Description("openapi.yaml").root.servers as { url: string }[];
  expect(servers.map(({ url }) => url)).toEqual([GLOBAL_BASE_URL, CHINA_BASE_URL]);
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

test("a token function that throws an error of another call is a TokenError, and nothing was applied", async () => {
  const cause = new TimeoutError("timed out", { operation: "getValidationCodes", attempts: 1, outcome: "unknown" });
  const { error } = await create(accept("any"), { token: () => Promise.reject(cause), retry: {} });
  expect(error).toMatchObject({ code: "token", outcome: "not-applied", operation: "createQualification", cause });
});
