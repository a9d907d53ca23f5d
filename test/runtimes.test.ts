/** The suite of `npm run test:runtimes`, here only on this Node and from the sources: each of its checks can fail. */
import { expect, test } from "vitest";
import * as ours from "../src/index.js";
import { serveProvider } from "./runtimes/provider.js";
import { runSuite, type Used } from "./runtimes/suite.js";

async function suite(used: Used, limit?: number, base = "/here") {
  const { url, close } = await serveProvider("");
  try {
    return await runSuite(used, url + base, limit ? { limit } : {});
  } finally {
    await close();
  }
}

test("all of it holds for this client", async () => {
  const checked = await suite(ours);
  expect(checked.filter(({ problem }) => problem !== undefined)).toEqual([]);
  expect(checked).toHaveLength(9);
});

test("a client that keeps no promise fails what is promised, and one without a provider fails the rest", async () => {
  const createClient: Used["createClient"] = ({ baseUrl }) => {
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
    };
    return client as unknown as ours.Client;
  };
  const waitForVetting: Used["waitForVetting"] = async (client, customerId) => {
    const { data, ...reply } = await client.getQualifications(customerId);
    return { ...reply, data: data[0] };
  };
  const failed = (await suite({ createClient, waitForVetting }, 300))
    .filter(({ problem }) => problem !== undefined)
    .map(({ name }) => name);
  expect(failed).toEqual([
    "a qualification is requested",
    "a wrong request is refused before it is sent",
    "a response that breaks the contract is refused",
    "a failed attempt is retried with the same ids",
    "a call ends at its deadline, and its request",
    "a caller's abort is thrown as its reason",
    "a redirect is not followed",
    "vetting is waited for",
  ]);
  const nowhere = await suite(ours, 300, "/here/nowhere");
  expect(nowhere.find(({ name }) => name === "qualifications are read")?.problem).toMatch(/responded 404/);
});

test("a runtime that should not make code from strings, and does, is seen", async () => {
  const { url, close } = await serveProvider("");
  const checked = await runSuite(ours, `${url}/here`, { noEval: true }).finally(close);
  expect(checked.filter(({ problem }) => problem)).toMatchObject([{ name: "no code is made from strings" }]);
});

test("a client that says it ended or refused a request, and sent it all the same, is seen", async () => {
  const createClient: Used["createClient"] = ({ baseUrl, ...more }) => {
    const client = ours.createClient({
      ...{ baseUrl, ...more },
      fetch: async (url, { signal, ...init }) => {
        if (url.includes("/elsewhere/")) await fetch(url, { ...init, redirect: "follow" }).catch(() => {});
        return fetch(url, init);
      },
    });
    const getQualifications: ours.Client["getQualifications"] = (customerId, options) => {
      const sent = fetch(`${baseUrl}/v1/customers/${customerId}/qualifications`).catch(() => {});
      return customerId === "contoso"
        ? Promise.race([sent, new Promise((resolve) => setTimeout(resolve, 50))]).then(() =>
            client.getQualifications(customerId, options),
          )
        : client.getQualifications(customerId, options);
    };
    return { ...client, getQualifications };
  };
  const failed = (await suite({ ...ours, createClient }, 1000)).filter(({ problem }) => problem !== undefined);
  expect(failed.map(({ name }) => name)).toEqual([
    "a wrong request is refused before it is sent",
    "a call ends at its deadline, and its request",
    "a caller's abort is thrown as its reason",
    "a redirect is not followed",
  ]);
});
