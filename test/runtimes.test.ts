/** The suite of `npm run test:runtimes`, here only on this Node and from the sources: each of its checks can fail. */
import { expect, test } from "vitest";
import { type Client, createClient } from "../src/index.js";
import { nodeFetch } from "../src/node.js";
import { serveProvider } from "./runtimes/provider.js";
import { runSuite } from "./runtimes/suite.js";

async function suite(create: typeof createClient, limit?: number, base = "/here") {
  const { url, close } = await serveProvider("");
  try {
    return await runSuite(create, url + base, limit ? { limit } : {});
  } finally {
    await close();
  }
}

const byNode: typeof createClient = (options) => createClient({ fetch: nodeFetch, ...options });

test.each([createClient, byNode])("all of it holds for this client %#", async (create) => {
  const checked = await suite(create);
  expect(checked.filter(({ problem }) => problem !== undefined)).toEqual([]);
  expect(checked).toHaveLength(9);
});

test("a client that keeps no promise fails what is promised, and one without a provider fails the rest", async () => {
  const naive: typeof createClient = ({ baseUrl }) => {
    const send = async (customerId: string, init: RequestInit) => {
      const url = `${baseUrl}/v1/customers/${customerId}/qualifications`;
      const headers = { Authorization: "Bearer any", "Content-Type": "application/json" };
      const response = await fetch(url, { ...init, headers });
      return { data: await response.json() };
    };
    const client = {
      getQualifications: (customerId: string) => send(customerId, {}),
      createQualification: (customerId: string, body: object) =>
        send(customerId, { method: "POST", body: JSON.stringify(body) }),
      waitForVetting: async (customerId: string) => {
        const { data } = await send(customerId, {});
        return { data: data[0] };
      },
    };
    return client as unknown as Client;
  };
  const failed = (await suite(naive, 300)).filter(({ problem }) => problem !== undefined).map(({ name }) => name);
  expect(failed).toEqual([
    "a qualification is asked for",
    "a wrong request is refused before it is sent",
    "an answer that breaks the contract is refused",
    "an attempt that failed is repeated with the same ids",
    "a call ends at its deadline, and its request",
    "a caller's abort is thrown as its reason",
    "a redirect is not followed",
    "vetting is waited for",
  ]);
  const nowhere = await suite(createClient, 300, "/here/nowhere");
  expect(nowhere.find(({ name }) => name === "qualifications are read")?.problem).toMatch(/answered 404/);
});

test("a runtime that is to make no code from strings, and does, is seen", async () => {
  const { url, close } = await serveProvider("");
  const checked = await runSuite(createClient, `${url}/here`, { noEval: true }).finally(close);
  expect(checked.filter(({ problem }) => problem)).toMatchObject([{ name: "no code is made from strings" }]);
});

test("a client that says it ended or refused a request, and sent it all the same, is seen", async () => {
  const leaky: typeof createClient = (options) => {
    const client = createClient({
      ...options,
      fetch: async (url, { signal, ...init } = {}) => {
        if (String(url).includes("/elsewhere/")) await fetch(url, { ...init, redirect: "follow" }).catch(() => {});
        return fetch(url, init);
      },
    });
    const getQualifications: Client["getQualifications"] = (customerId, asked) => {
      const sent = fetch(`${options.baseUrl}/v1/customers/${customerId}/qualifications`).catch(() => {});
      return customerId === "contoso"
        ? Promise.race([sent, new Promise((resolve) => setTimeout(resolve, 50))]).then(() =>
            client.getQualifications(customerId, asked),
          )
        : client.getQualifications(customerId, asked);
    };
    return { ...client, getQualifications };
  };
  const failed = (await suite(leaky, 1000)).filter(({ problem }) => problem !== undefined);
  expect(failed.map(({ name }) => name)).toEqual([
    "a wrong request is refused before it is sent",
    "a call ends at its deadline, and its request",
    "a caller's abort is thrown as its reason",
    "a redirect is not followed",
  ]);
});
