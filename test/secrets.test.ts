/** Nothing secret may leave the client but on the wire. */
import { expect, test } from "vitest";
import type { ClientEvent, ClientOptions } from "../src/index.js";
import { failureOf, observedClient, renderings } from "./support.js";

const canary = "c4na4y00-token";
const code = "c4na4y00-code";
const customer = "c4aa4700-0000-4000-8000-000000000000";
const secrets = new RegExp(`c4na4y00|${customer}`, "i");
const echo = `${canary} ${code} ${customer}`;

const answers: Record<string, () => Response | Promise<Response>> = {
  "echoes them in each field": () =>
    Response.json(
      { code: echo, description: echo, message: echo, errorName: echo, data: [echo], source: echo },
      { status: 400 },
    ),
  "echoes them in a string": () => Response.json(echo, { status: 403 }),
  "echoes them in text": () => new Response(echo, { status: 500 }),
  "echoes the customer in another case": () =>
    Response.json({ code: customer.toUpperCase(), description: "x", source: customer.toUpperCase() }, { status: 400 }),
  "echoes them as ids": () =>
    new Response("", { status: 400, headers: { "MS-CorrelationId": echo, "MS-RequestId": echo } }),
  "redirects to them": () => new Response(null, { status: 302, headers: { Location: `https://x.example/${echo}` } }),
  "echoes them in a success": () => Response.json({ [canary]: code, qualification: echo }, { status: 201 }),
  "breaks the contract with them": () => Response.json([echo], { status: 201 }),
  "fails with them": () => Promise.reject(Object.assign(new TypeError(echo), { cause: new Error(echo) })),
};

test.each(Object.keys(answers))("no error and no event holds a secret when the service %s", async (name) => {
  const events: ClientEvent[] = [];
  const onEvent = (event: ClientEvent) => events.push(event);
  const { client } = observedClient(answers[name] as () => Response, { token: canary, onEvent });
  const request = { qualification: "GovernmentCommunityCloud", validationCode: code } as const;
  const call = client.createQualification(customer, request);
  const error = await call.then(
    () => undefined,
    (failure: Error) => failure,
  );
  for (const text of [...(error ? renderings(error) : []), JSON.stringify(events)]) expect(text).not.toMatch(secrets);
  expect(events.length).toBeGreaterThan(1);
});

test.each<[string, ClientOptions["token"]]>([
  ["throws it", () => Promise.reject(new Error(canary))],
  ["gives it with a line break", () => `${canary}\\r\\nX: y`],
  ["rejects with it as a string", () => Promise.reject(canary)],
])("no error holds a secret when a token function %s", async (_, token) => {
  const { client } = observedClient(() => Response.json([]), { token });
  const error = await failureOf(client.getQualifications(customer));
  for (const text of renderings(error)) expect(text).not.toMatch(secrets);
});

test("what the service says can be read by its name, without the secrets it echoes", async () => {
  const { client } = observedClient(
    () => Response.json({ code: 1, description: `no ${canary}`, data: [code] }, { status: 400 }),
    { token: canary },
  );
  const request = { qualification: "GovernmentCommunityCloud", validationCode: code } as const;
  const error = await failureOf(client.createQualification(customer, request));
  expect(error).toMatchObject({ description: "no [hidden]", data: ["[hidden]"] });
});

test("a secret is hidden whole, where another one is a part of it", async () => {
  const longer = `x${code}y`;
  const { client } = observedClient(() => Response.json({ code: 1, description: `no ${longer}` }, { status: 400 }), {
    token: longer,
  });
  const request = { qualification: "GovernmentCommunityCloud", validationCode: code } as const;
  expect(await failureOf(client.createQualification(customer, request))).toMatchObject({ description: "no [hidden]" });
});

test("a planted leak is found", () => {
  for (const text of renderings(new Error(`Bearer ${canary}`)).slice(0, 4)) expect(text).toMatch(secrets);
});
