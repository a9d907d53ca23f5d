/** The suite of `npm run test:runtimes`, here only on this Node and from the sources: each of its checks can fail. */
import { expect, test } from "vitest";
import * as ours from "../src/index.js";
import { serveProvider } from "./runtimes/provider.js";
import { runSuite, type Used } from "./runtimes/suite.js";

async function suite(used: Used, options: Parameters<typeof runSuite>[2] = {}, base = "/here") {
  const { url, close } = await serveProvider("");
  const checked = await runSuite(used, url + base, options).finally(close);
  return { checked: checked.length, failed: checked.filter(({ problem }) => problem !== undefined) };
}

test("all of it holds for this client", async () => {
  expect(await suite(ours)).toEqual({ checked: 9, failed: [] });
});

test("where no code may be made from strings, that it is made all the same is seen", async () => {
  expect((await suite(ours, { noEval: true })).failed).toMatchObject([{ name: "no code is made from strings" }]);
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
  const { failed } = await suite({ createClient, waitForVetting }, { limit: 300 });
  expect(failed.map(({ name }) => name)).toEqual([
    "a qualification is requested",
    "a wrong request is refused before it is sent",
    "a response that breaks the contract is refused",
    "a failed attempt is retried with the same ids",
    "a call ends at its deadline, and its request",
    "a caller's abort is thrown as its reason",
    "a redirect is not followed",
    "vetting is waited for",
  ]);
  const nowhere = await suite(ours, { limit: 300 }, "/here/nowhere");
  expect(nowhere.failed[0]).toEqual({
    name: "qualifications are read",
    problem: expect.stringMatching(/responded 404/),
  });
});
