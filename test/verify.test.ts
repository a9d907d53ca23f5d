import { afterAll, beforeEach, expect, test } from "vitest";
import { documentedInteractions as interactions } from "../generated/interactions.js";
import { createSandbox, tokens } from "../src/sandbox/index.js";
import { serveSandbox } from "../src/sandbox/server.js";
import { type VerifyOptions, verify } from "../src/verify/index.js";
import { reporters } from "../src/verify/reporters.js";
import { customerId } from "./support.js";

const token = tokens.appAndUser;
const sandbox = createSandbox({ now: () => new Date("2020-12-04T20:54:24Z") });
const { url, close } = await serveSandbox({ sandbox, control: true });

beforeEach(() => sandbox.reset());
afterAll(close);

const options = { baseUrl: url, token };
const withStates = { ...options, stateChangeUrl: `${url}/provider-states` };

test("with a file of states, probes, the given customers and reads are run, and the rest is named", async () => {
  const approved = "00000000-0000-4000-8000-000000000001";
  const states = { "Education is approved": approved, "validation codes are issued": "all" };
  const { ran, findings, skipped } = await verify({ ...options, customers: [approved], states });
  expect(findings).toEqual([]);
  expect(ran).toEqual([
    "probe: a customer's id that is not a GUID",
    "probe: a customer that does not exist",
    "probe: no token",
    "probe: a bad token",
    "customer 1",
    "getQualifications 200 Approved",
    "getValidationCodes 200 ValidationCodes",
  ]);
  expect(skipped).toHaveLength(interactions.length - 2);
  expect(skipped).toEqual(
    expect.arrayContaining([
      { id: "getQualifications 200 Denied", reason: '--states has no customer for "Education is denied"' },
      { id: "createQualification 409 CombinationRefused", reason: "create requests need --state-change-url" },
    ]),
  );
});

test("with state changes, all reads are run, with writes all interactions, with exact all bodies are compared", async () => {
  const reads = await verify(withStates);
  expect(reads.findings).toEqual([]);
  expect(reads.skipped.every(({ id }) => id.startsWith("createQualification"))).toBe(true);
  const { ran, findings, skipped } = await verify({ ...withStates, allowWrites: true, exact: true });
  expect(findings).toEqual([]);
  expect(skipped).toEqual([]);
  expect(ran).toHaveLength(4 + interactions.length);
});

type Change = (reply: { status: number; headers: Headers; text: string }) => unknown;

/** Options for a provider that is right, but for one change of each response. */
function broken(change: Change): VerifyOptions {
  const fetch: typeof globalThis.fetch = async (url, init) => {
    const response = await globalThis.fetch(url, init);
    const { status, headers } = response;
    const reply = { status, headers: new Headers(headers), text: await response.text() };
    if (!String(url).endsWith("/provider-states")) change(reply);
    return new Response(reply.text || null, reply);
  };
  return { ...withStates, allowWrites: true, fetch };
}

function replaceText(from: RegExp, to: string): Change {
  return (reply) => Object.assign(reply, { text: reply.text.replaceAll(from, to) });
}

const [education, stateOwned] = [/"qualification":"Education"/g, /"qualification":"StateOwnedEntity"/g];
const vettingStatus = /"vettingStatus":"\w+"/g;

test.each<[string, Change, string]>([
  ["a missing vettingStatus", replaceText(/,"vettingStatus":"\w+"/g, ""), "schema"],
  ["an unknown word", replaceText(vettingStatus, '"vettingStatus":"Pending"'), "schema"],
  ["an impossible date", replaceText(/(CreatedDate":)"[^"]+"/g, '$1"2021-02-30T00:00:00Z"'), "schema"],
  ["a StateOwnedEntity with a status", replaceText(stateOwned, '$&,"vettingStatus":"Approved"'), "schema"],
  ["Approved in every state", replaceText(vettingStatus, '"vettingStatus":"Approved"'), "content"],
  ["an undocumented property", replaceText(education, '$&,"level":1'), "schema"],
  ["4.5 creates", replaceText(/"maxCreates":\d+/g, '"maxCreates":4.5'), "schema"],
  ["another request id", ({ headers }) => headers.set("ms-requestid", customerId), "header"],
  ["a missing correlation id", ({ headers }) => headers.delete("ms-correlationid"), "header"],
  ["a Retry-After in words", ({ status, headers }) => status === 429 && headers.set("retry-after", "soon"), "header"],
  ["text/plain", ({ headers }) => headers.set("content-type", "text/plain"), "media type"],
  ["a page of HTML", replaceText(/^.+$/gs, "<html>canary"), "json"],
  ["a body where none is documented", replaceText(/^$/g, '{"code":"canary"}'), "body"],
  ["404 for 400", (reply) => reply.status === 400 && Object.assign(reply, { status: 404 }), "status"],
  ["200 for 201", (reply) => reply.status === 201 && Object.assign(reply, { status: 200 }), "status"],
  ["another format of errors", replaceText(/^.*"code".*$/gs, '{"error":{"code":1,"message":"x"}}'), "schema"],
  ["other error codes", replaceText(/"code":"?\w+"?/g, '"code":1'), "error code"],
])("a provider with %s is a finding", async (_, change, check) => {
  const { findings } = await verify(broken(change));
  expect(findings.map((finding) => finding.check)).toContain(check);
  for (const { id, message, got, example, source, curl } of findings) {
    expect(String(got)).not.toContain("canary");
    expect(`${id} ${message}`).not.toContain(token);
    if (!id.startsWith("probe")) expect(example).toMatch(/^#\/(paths|components)\//);
    expect(source).toBeTruthy();
    expect(curl).toMatch(/^curl -i -X (GET|POST) /);
    expect(curl).not.toContain(token);
  }
});

const typeWithoutBody: Change = ({ headers, text }) => text === "" && headers.set("content-type", "text/html");
const emptyNotFound: Change = (reply) => reply.status === 404 && Object.assign(reply, { text: "" });

test.each<[string, Change, string]>([
  ["another Retry-After", ({ status, headers }) => status === 429 && headers.set("retry-after", "58"), "header"],
  ["no WWW-Authenticate", ({ headers }) => headers.delete("www-authenticate"), "header"],
  ["a Content-Type of a response without a body", typeWithoutBody, "media type"],
  ["an empty body in a 404 that is documented with one", emptyNotFound, "json"],
])("%s is a finding with exact, and only then", async (_, change, check) => {
  const options = broken(change);
  expect((await verify(options)).findings).toEqual([]);
  const { findings } = await verify({ ...options, exact: true });
  expect(new Set(findings.map((finding) => finding.check))).toEqual(new Set([check]));
});

test("a provider that does not respond is a finding for each request", async () => {
  const { findings, ran } = await verify({ ...options, fetch: () => Promise.reject(new TypeError("fetch failed")) });
  expect(findings.map(({ check }) => check)).toEqual(ran.map(() => "connection"));
});

test("evidence has shapes only, and a baseline that differs is a finding", async () => {
  const { evidence } = await verify(withStates);
  const text = JSON.stringify(evidence);
  expect(text).not.toMatch(/[\da-f]{8}-[\da-f]{4}|Not an Education Customer|123456|2020-12|Contoso/);
  expect(evidence.responses["getQualifications 200"]).toMatchObject({
    headers: ["content-type", "ms-correlationid", "ms-requestid"],
    properties: { "[].vettingStatus": { types: ["string"], words: ["Approved", "Denied", "InReview"] } },
  });
  expect((await verify({ ...withStates, baseline: evidence })).findings).toEqual([]);
  const before = structuredClone(evidence);
  const properties = before.responses["getQualifications 200"]?.properties ?? {};
  properties["[].vettingStatus"]?.words?.splice(1, 1);
  properties["[].level"] = { types: ["number"] };
  const { findings } = await verify({ ...withStates, baseline: before });
  expect(findings.map(({ id, check, message }) => [id, check, message])).toEqual([
    ["getQualifications 200", "baseline", "properties: lost [].level"],
    ["getQualifications 200", "baseline", "words of [].vettingStatus: gained Denied"],
  ]);
});

test("every reporter shows expected, got, the rule and a command, and no token", async () => {
  const options = broken(replaceText(vettingStatus, '"vettingStatus":"<Pending>"'));
  const result = await verify({ ...options, allowWrites: false });
  for (const report of Object.values(reporters)) {
    const output = report(result);
    expect(output).toMatch(/InReview/);
    expect(output).toMatch(/curl -i -X GET/);
    expect(output).not.toContain(token);
  }
  expect(reporters.text(result)).toMatch(
    /^ {2}expected .*\n {2}got {6}.*\n {2}at {7}\/0\/vettingStatus\n {2}rule {5}openapi.yaml#\/paths\/.*\/examples\/Approved\n/m,
  );
  expect(reporters.github(result)).toMatch(/^::error title=getQualifications 200 Approved::schema: /m);
  const xml = reporters.junit(result);
  expect(xml).toMatch(
    /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuite name="partner-center-qualifications verify" tests="\d+" failures="\d+" skipped="\d+">/,
  );
  expect(xml).not.toContain("<Pending>");
  expect(JSON.parse(reporters.json(result))).toEqual(JSON.parse(JSON.stringify({ ...result, evidence: undefined })));
});

test.each<[string, Partial<VerifyOptions>]>([
  ["baseUrl must begin with https://", { baseUrl: "http://provider.example" }],
  ["baseUrl must end before /v1", { baseUrl: "https://provider.example/v1" }],
  ["stateChangeUrl must begin with https://", { stateChangeUrl: "ftp://x" }],
  ["token must be a string of printable ASCII", { token: "canary canary" }],
  ['customers: "x" must be a GUID', { customers: ["x"] }],
  ['states: unknown state "x"', { states: { x: customerId } }],
  ['states: the customer of "Education is approved" must be a GUID', { states: { "Education is approved": "x" } }],
  ["timeout must be a number", { timeout: 0 }],
])("refuses before anything is sent: %s", async (message, wrong) => {
  const fetch = () => Promise.reject(new Error("sent"));
  const failure = await verify({ ...options, fetch, ...wrong }).catch((error: Error) => error.message);
  expect(failure).toContain(message);
  expect(failure).not.toContain("canary");
});
