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
const page = new Response("x", { status: 201, headers: { "Content-Type": `text/${customer}` } });

test.each<[string, () => Response | Promise<Response>]>([
  ["echoes them in each field", () => json(echoed, 400)],
  ["echoes them in capital letters", () => json({ code: echo.toUpperCase(), description: echo.toUpperCase() }, 403)],
  ["echoes them in text", () => new Response(echo, { status: 500, headers: { "X-Echo": echo } })],
  ["echoes the customer without dashes", () => json({ code: 1, description: customer.replaceAll("-", "") }, 400)],
  ["echoes the customer as its ids", () => new Response("", { status: 400, headers: ids(customer) })],
  ["echoes them in the reason phrase", () => new Response("", { status: 400, statusText: echo })],
  ["redirects to them", () => new Response(null, { status: 307, headers: { Location: `https://x.example/${echo}` } })],
  ["echoes them in a success", () => json({ [token]: code, qualification: echo }, 201)],
  ["sends them as the type of a page", () => page],
  ["names a property like them in an invalid success", () => json({ [echo]: echo, qualification: [echo] }, 201)],
  ["has something of its own in a failure", () => json({ code: 1, description: "No", data: [bodily], x: bodily }, 400)],
  ["is lost with them", () => Promise.reject(lost)],
])("no error and no event has a secret when the service %s", async (_, respond) => {
  const { texts, events } = await request(respond);
  for (const text of texts) expect(text).not.toMatch(secrets);
  expect(events.length).toBeGreaterThan(1);
});

test("of a failure that is cut in the middle of a secret, no part of it is shown", async () => {
  const text = `${"No. ".repeat(20)}${code}`;
  const { error } = await request(() => new Response(text, { status: 400 }), { maxResponseSize: 90 });
  expect(error?.description).toMatch(/^(No\. ){10,15}(No)?$/);
});

test("a planted leak is found", () => {
  for (const text of renderings(new Error(echo)).slice(0, 3)) expect(text).toMatch(secrets);
});

const own = 'c4na4y & "77"/+= ';
const jwt = "eyJ0eXAiOiJKV1QiLCJhbGciOiJ.eyJhdWQiOiJodHRwczo.c2lnbmF0dXJl";
const gone = /^no \[redacted\] ?!$/;

test.each<[string, Options, string, string | RegExp]>([
  ["a token that has the validation code in it", { token: `x${code}y` }, `no x${code}y`, "no [redacted]"],
  ["the beginning of a token", { token: jwt }, `bad ${jwt.slice(0, 40)}...`, "bad [redacted]"],
  ["a code that is a word", { validationCode: "6000" }, "The code 6000, x6000", "The code [redacted], x6000"],
  ["a long code in a word", { validationCode: "123456789" }, "x123456789y", "x[redacted]y"],
  ["nothing, if the code is blank", { validationCode: "  " }, "no -- code", "no -- code"],
  ["a code escaped for a URL", { validationCode: own }, `no ${encodeURIComponent(own)}!`, /^no \[redacted\](%20)?!$/],
  ["a code escaped for HTML", { validationCode: own }, "no c4na4y &amp; &quot;77&quot;/+= !", gone],
  ["a code escaped for JSON", { validationCode: own }, 'no c4na4y & \\"77\\"/+= !', gone],
  ["a code in numbers for HTML", { validationCode: own }, "no c4na4y &#38; &#x22;77&#x22;/+= !", gone],
  ["a code in numbers for JSON", { validationCode: own }, "no c4na4y \\u0026 \\u002277\\u0022/+= !", gone],
  ["a backslash, escaped for JSON", { validationCode: "abcd\\efgh" }, '{"c":"abcd\\\\efgh"}', '{"c":"[redacted]"}'],
  ["a code escaped for a form", { validationCode: "GCC 2024 KEY" }, "no GCC+2024+KEY!", "no [redacted]!"],
  ["a code without the space at its end", { validationCode: own }, `no ${own.trim()}!`, "no [redacted]!"],
])("of a description, %s is redacted, and nothing else", async (_, options, description, redacted) => {
  const { error } = await request(() => json({ code: 1, description }, 400), options);
  expect(error?.description).toEqual(typeof redacted === "string" ? redacted : expect.stringMatching(redacted));
});

test.each([
  ["{{1234}}", "%41"],
  ["<<code>>", "&lt;"],
  ["ключ1234", "%D0"],
  [`${"\\".repeat(30)}x`, "\\"],
])("a body of escapes is searched for the code %s in time", { timeout: 3000 }, async (validationCode, escaped) => {
  const respond = () => json({ code: 1, description: escaped.repeat(20_000) }, 400);
  expect((await request(respond, { validationCode })).error).toMatchObject({ errorCode: "1" });
});

test.each([
  [600061, "600061"],
  [6000, "[redacted]"],
])("the error code %i beside the validation code 6000 is %s", async (given, errorCode) => {
  const { error } = await request(() => json({ code: given, data: ["6000"] }, 409), { validationCode: "6000" });
  expect(error).toMatchObject({ errorCode, data: ["[redacted]"] });
});

// To look for each of them in each name would take seconds.
const many = Array.from({ length: 2000 }, (_, index) => ({ validationId: `code-${index}`, [`code-${index}`]: 1 }));

test.each<[string, string, unknown[], string?]>([
  ["a validation code of the response", "any", [{ validationId: "98765", "98765": 1 }, { validationId: "1" }], "98765"],
  ["one of many validation codes", "any", many, "code-1"],
  ["the token, with a slash", "c4na4y/1", [{ validationId: "1", "c4na4y/1": 1 }], "c4na4y"],
])("no event has the name of a property that is %s", async (_, token, items, secret) => {
  const { client, events } = observedClient(() => Response.json(items), { token });
  await client.getValidationCodes();
  expect(JSON.stringify(events)).toContain("/0/[redacted]");
  expect(JSON.stringify(events)).not.toContain(secret);
});
