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
  "echoes the customer without dashes": () =>
    Response.json({ code: 1, description: customer.replaceAll("-", "") }, { status: 400 }),
  "echoes the customer as its ids": () =>
    new Response("", { status: 400, headers: { "MS-CorrelationId": customer, "MS-RequestId": customer } }),
  "echoes them in the reason phrase": () => new Response("", { status: 400, statusText: echo }),
  "is cut in the middle of one": () => new Response(`${canary} `.repeat(20_000), { status: 400 }),
  "redirects to them": () => new Response(null, { status: 302, headers: { Location: `https://x.example/${echo}` } }),
  "echoes them in a success": () => Response.json({ [canary]: code, qualification: echo }, { status: 201 }),
  "sends them as the type of a page": () =>
    new Response("x", { status: 201, headers: { "Content-Type": `text/${customer}` } }),
  "breaks the contract with them": () => Response.json([echo], { status: 201 }),
  "fails with them": () => Promise.reject(Object.assign(new TypeError(echo), { cause: new Error(echo) })),
};

test.each(Object.keys(answers))("no error and no event has a secret when the service %s", async (name) => {
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
])("no error has a secret when a token function %s", async (_, token) => {
  const { client } = observedClient(() => Response.json([]), { token });
  const error = await failureOf(client.getQualifications(customer));
  for (const text of renderings(error)) expect(text).not.toMatch(secrets);
});

test("what the service says can be read by name, with the secrets redacted", async () => {
  const { client } = observedClient(
    () => Response.json({ code: 1, description: `no ${canary}`, data: [code] }, { status: 400 }),
    { token: canary },
  );
  const request = { qualification: "GovernmentCommunityCloud", validationCode: code } as const;
  const error = await failureOf(client.createQualification(customer, request));
  expect(error).toMatchObject({ description: "no [redacted]", data: ["[redacted]"] });
});

test("a secret is redacted whole, if another one is a part of it", async () => {
  const longer = `x${code}y`;
  const { client } = observedClient(() => Response.json({ code: 1, description: `no ${longer}` }, { status: 400 }), {
    token: longer,
  });
  const request = { qualification: "GovernmentCommunityCloud", validationCode: code } as const;
  expect(await failureOf(client.createQualification(customer, request))).toMatchObject({
    description: "no [redacted]",
  });
});

test.each([
  [
    "6000",
    { code: 600061, description: "The code 6000 exists, x6000 too." },
    "600061",
    "The code [redacted] exists, x6000 too.",
  ],
  ["6000", { code: 6000, description: "InternalErrorCode=600061" }, "[redacted]", "InternalErrorCode=600061"],
  ["123456789", { code: 1, description: "x123456789y" }, "1", "x[redacted]y"],
])(
  "the validation code %s is redacted, and nothing that only contains its digits",
  async (own, body, errorCode, description) => {
    const { client } = observedClient(() => Response.json(body, { status: 409 }));
    const request = { qualification: "GovernmentCommunityCloud", validationCode: own } as const;
    expect(await failureOf(client.createQualification(customer, request))).toMatchObject({ errorCode, description });
  },
);

test("no event has a validation code that is the name of a property", async () => {
  const events: ClientEvent[] = [];
  const { client } = observedClient(() => Response.json([{ validationId: "98765", "98765": 1 }]), {
    onEvent: (event) => events.push(event),
  });
  await client.getValidationCodes();
  expect(events.map(({ type }) => type)).toContain("undocumented_response");
  expect(JSON.stringify(events)).not.toContain("98765");
});

test("a planted leak is found", () => {
  for (const text of renderings(new Error(`Bearer ${canary}`)).slice(0, 3)) expect(text).toMatch(secrets);
});

test.each([
  ["for a URL", (secret: string) => encodeURIComponent(secret)],
  ["for HTML", (secret: string) => secret.replaceAll("&", "&amp;").replaceAll('"', "&quot;")],
  ["for JSON", (secret: string) => JSON.stringify(secret).slice(1, -1)],
  ["for HTML by numbers", (secret: string) => secret.replaceAll("&", "&#38;").replaceAll('"', "&#x22;")],
  ["for JSON by numbers", (secret: string) => secret.replaceAll("&", "\\u0026").replaceAll('"', "\\u0022")],
  ["without a space at its end", (secret: string) => secret.trim()],
])("a validation code is redacted when it is escaped %s", async (_, escaped) => {
  const own = 'c4na4y & "77"/+= ';
  const { client } = observedClient(() =>
    Response.json({ code: 1, description: `no ${escaped(own)}!` }, { status: 400 }),
  );
  const request = { qualification: "GovernmentCommunityCloud", validationCode: own } as const;
  const error = await failureOf(client.createQualification(customer, request));
  expect(error).toMatchObject({ description: expect.stringMatching(/^no \[redacted\] ?!$/) });
});

test("the beginning of a token is redacted", async () => {
  const token = "eyJ0eXAiOiJKV1QiLCJhbGciOiJ.eyJhdWQiOiJodHRwczo.c2lnbmF0dXJl";
  const { client } = observedClient(
    () => Response.json({ code: 1, description: `bad ${token.slice(0, 40)}...` }, { status: 401 }),
    { token },
  );
  expect(await failureOf(client.getQualifications(customer))).toMatchObject({ description: "bad [redacted]" });
});

test.each(["c4na4y/1", "c4na4y~1"])("no event has the token %s as the name of a property", async (token) => {
  const events: ClientEvent[] = [];
  const { client } = observedClient(() => Response.json([{ qualification: "StateOwnedEntity", [token]: 1 }]), {
    token,
    onEvent: (event) => events.push(event),
  });
  await client.getQualifications(customer);
  expect(JSON.stringify(events)).toContain("/0/[redacted]");
  expect(JSON.stringify(events)).not.toContain("c4na4y");
});

test("of a response with many validation codes, no name of a property is reported", async () => {
  const events: ClientEvent[] = [];
  const items = Array.from({ length: 20_000 }, (_, index) => ({ validationId: `code-${index}` }));
  const { client } = observedClient(() => Response.json(items), { onEvent: (event) => events.push(event) });
  await client.getValidationCodes();
  expect(JSON.stringify(events)).not.toContain("code-1");
});
