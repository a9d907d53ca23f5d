/** Nothing secret may leave the client but on the wire. */
import { expect, test } from "vitest";
import type { ClientOptions } from "../src/index.js";
import { create, observedClient, renderings } from "./support.js";

const token = "c4na4y00-token";
const code = "c4na4y00-code";
const customer = "c4aa4700-0000-4000-8000-000000000000";
/** Not in the request: a part of a response that is not its description. */
const bodily = "b0d1ly-canary";
const secrets = new RegExp(`c4na4y00|${customer.replaceAll("-", "-?")}|${bodily}`, "i");
const echo = `Bearer ${token} ${code} ${customer}`;
const echoed = { code: echo, description: echo, message: echo, errorName: echo, data: [echo, [echo]], source: echo };

type Options = Partial<ClientOptions> & { validationCode?: string; id?: string };

/** A create request with a validation code: its error, and what a log could have of it. */
async function request(respond: Parameters<typeof create>[0], given: Options = {}) {
  const { validationCode = code, id = customer, ...options } = given;
  const body = { qualification: "GovernmentCommunityCloud", validationCode };
  const { error, events } = await create(respond, { token, ...options }, body, id);
  return {
    error,
    events,
    texts: [...(error ? renderings(error) : []), `${error?.description}`, JSON.stringify(events)],
  };
}

const json = (body: unknown, status: number, headers = {}) => Response.json(body, { status, headers });
const ids = (id: string) => ({ "MS-CorrelationId": id, "MS-RequestId": id });
const lost = Object.assign(new TypeError(echo), { cause: Object.assign(new Error(echo), { code: "ECONNRESET" }) });

test.each<[string, () => Response | Promise<Response>]>([
  ["echoes them in each field", () => json(echoed, 400)],
  ["echoes them in capital letters", () => json({ code: echo.toUpperCase(), description: echo.toUpperCase() }, 403)],
  ["echoes them in text", () => new Response(echo, { status: 500, headers: { "X-Echo": echo } })],
  ["echoes the customer without dashes", () => json({ code: 1, description: customer.replaceAll("-", "") }, 400)],
  ["echoes the customer as its ids", () => new Response("", { status: 400, headers: ids(customer) })],
  ["echoes them in the reason phrase", () => new Response("", { status: 400, statusText: echo })],
  ["redirects to them", () => new Response(null, { status: 307, headers: { Location: `https://x.example/${echo}` } })],
  ["echoes them in a success", () => json({ [token]: code, qualification: echo }, 201)],
  ["names a property like them in an invalid success", () => json({ [echo]: echo, qualification: [echo] }, 201)],
  ["has something of its own in a failure", () => json({ code: 1, description: "No", data: [bodily], x: bodily }, 400)],
  ["is lost with them", () => Promise.reject(lost)],
])("no error and no event has a secret when the service %s", async (_, respond) => {
  const { texts, events } = await request(respond);
  for (const text of texts) expect(text).not.toMatch(secrets);
  expect(events.length).toBeGreaterThan(1);
});

test("a planted leak is found", () => {
  for (const text of renderings(new Error(echo)).slice(0, 3)) expect(text).toMatch(secrets);
});

const own = 'c4na4y & "77"/+=';
const jwt = "eyJ0eXAiOiJKV1QiLCJhbGciOiJ.eyJhdWQiOiJodHRwczo.c2lnbmF0dXJl";

test.each<[string, Options, string, string]>([
  ["a token that has the validation code in it", { token: `x${code}y` }, `no x${code}y`, "no [redacted]"],
  ["the beginning of a token", { token: jwt }, `bad ${jwt.slice(0, 40)}...`, "bad [redacted]"],
  ["a code that is a word", { validationCode: "6000" }, "The code 6000, x6000", "The code [redacted], x6000"],
  ["a long code in a word", { validationCode: "123456789" }, "x123456789y", "x[redacted]y"],
  ["a code with half a character", { validationCode: "abcd\ud800efgh" }, "no abcd\ud800efgh!", "no [redacted]!"],
  ["nothing, if the code is blank", { validationCode: "  " }, "no -- code", "no -- code"],
  ["a code escaped for a URL", { validationCode: own }, `no ${encodeURIComponent(own)}!`, "no [redacted]!"],
])("of a description, %s is redacted, and nothing else", async (_, options, description, redacted) => {
  const { error } = await request(() => json({ code: 1, description }, 400), options);
  expect(error?.description).toBe(redacted);
});

test.each([
  [600061, "600061"],
  [6000, "[redacted]"],
])("the error code %i beside the validation code 6000 is %s", async (given, errorCode) => {
  const { error } = await request(() => json({ code: given, data: ["6000"] }, 409), { validationCode: "6000" });
  expect(error).toMatchObject({ errorCode, data: ["[redacted]"] });
});

test("no event has the name of a property that is the token", async () => {
  const { client, events } = observedClient(() => Response.json([{ validationId: "1", "c4na4y/1": 1 }]), {
    token: "c4na4y/1",
  });
  await client.getValidationCodes();
  expect(JSON.stringify(events)).toContain("/0/[redacted]");
  expect(JSON.stringify(events)).not.toContain("c4na4y");
});
