import { afterEach, beforeEach, expect, test } from "vitest";
import { documentedInteractions as interactions } from "../generated/interactions.js";
import { createSandbox, tokens } from "../src/sandbox/index.js";
import { type Serving, serveSandbox } from "../src/sandbox/server.js";
import { type VerifyOptions, verify } from "../src/verify/index.js";
import { reporters } from "../src/verify/reporters.js";
import { verifyInteractions } from "../src/verify/verify.js";
import { customerId } from "./support.js";

const token = tokens.appAndUser;
let serving: Serving;

beforeEach(async () => {
  const sandbox = createSandbox({ now: () => new Date("2020-12-04T20:54:24Z") });
  serving = await serveSandbox({ sandbox, control: true });
});
afterEach(() => serving.close());

const options = (more: Partial<VerifyOptions> = {}): VerifyOptions => ({ baseUrl: serving.url, token, ...more });
const withStates = () => options({ stateChangeUrl: `${serving.url}/provider-states` });

test("without states, only probes and the given customers are run, and the rest is named", async () => {
  const { ran, findings, skipped } = await verify(options({ customers: ["00000000-0000-4000-8000-000000000003"] }));
  expect(findings).toEqual([]);
  expect(ran).toEqual([
    "probe: a customer's id that is not a GUID",
    "probe: a customer that does not exist",
    "probe: no token",
    "probe: a bad token",
    "customer 1",
  ]);
  const reason = "needs a state: give --states or --state-change-url";
  expect(skipped).toEqual(interactions.map(() => expect.objectContaining({ reason })));
});

test("with a file of states, their reads are run", async () => {
  const approved = "00000000-0000-4000-8000-000000000001";
  const states = { "Education is approved": approved, "validation codes are issued": "all" };
  const { ran, findings, skipped } = await verify(options({ states }));
  expect(findings).toEqual([]);
  expect(ran.slice(4)).toEqual(["getQualifications 200 Approved", "getValidationCodes 200 ValidationCodes"]);
  const id = "createQualification 409 CombinationRefused";
  expect(skipped).toContainEqual({ id, reason: "create requests need --state-change-url" });
});

test("with state changes, all reads are run, with writes all interactions, with exact all bodies are compared", async () => {
  const reads = await verify(withStates());
  expect(reads.findings).toEqual([]);
  expect(reads.skipped.every(({ id }) => id.startsWith("createQualification"))).toBe(true);
  const { ran, findings, skipped } = await verify({ ...withStates(), allowWrites: true, exact: true });
  expect(findings).toEqual([]);
  expect(skipped).toEqual([]);
  expect(ran).toHaveLength(4 + interactions.length);
});

const only = (id: string) => interactions.filter((interaction) => interaction.id === id);
const missing = only("getQualifications 404 CustomerNotFound");

test("a body where none is documented is a finding", async () => {
  const [{ body, ...bodiless } = {}] = missing;
  const { findings } = await verifyInteractions(withStates(), [bodiless as (typeof interactions)[number]]);
  expect(body).toBeTypeOf("object");
  const got = expect.stringMatching(/^\d+ characters$/);
  expect(findings).toMatchObject([{ check: "body", expected: "no body", got }]);
});

test("a response without a body has no Content-Type, with exact", async () => {
  const bodiless = only("getQualifications 403 NoBody");
  const typed = broken(({ headers }) => Object.assign(headers, { "content-type": "text/html" }));
  expect((await verifyInteractions({ ...withStates(), exact: true }, bodiless)).findings).toEqual([]);
  const { findings } = await verifyInteractions({ ...typed, exact: true }, bodiless);
  expect(findings).toMatchObject([{ check: "media type", expected: undefined, got: "text/html" }]);
});

test("an empty body where one is documented is tolerated in a 404, but not with exact", async () => {
  const options = broken((reply) => Object.assign(reply, { body: undefined }));
  expect((await verifyInteractions(options, missing)).findings).toEqual([]);
  const { findings } = await verifyInteractions({ ...options, exact: true }, missing);
  expect(findings).toMatchObject([{ check: "json", got: "" }]);
});

type Reply = { status: number; headers: Record<string, string>; body: unknown };
type Change = (reply: Reply, path: string) => unknown;

/** Options for a provider that is right, but for one change of each response. */
function broken(change: Change): VerifyOptions {
  const fetch: typeof globalThis.fetch = async (url, init) => {
    const response = await globalThis.fetch(url, init);
    const { pathname } = new URL(String(url));
    if (pathname === "/provider-states") return response;
    const { status, headers } = response;
    const received = await response.text();
    const body = received === "" ? undefined : JSON.parse(received);
    const reply: Reply = { status, headers: Object.fromEntries(headers), body };
    change(reply, pathname);
    const isText = typeof reply.body === "string" && reply.headers["content-type"] === "text/plain";
    return new Response(isText ? (reply.body as string) : JSON.stringify(reply.body), reply);
  };
  return { ...withStates(), allowWrites: true, fetch };
}

const items = (reply: Reply) => (Array.isArray(reply.body) ? reply.body : [reply.body]) as Record<string, unknown>[];
const ok = ({ status }: Reply) => status < 300;
const set =
  (name: string, of: string, value: unknown): Change =>
  (reply) => {
    const held = items(reply).filter((item) => ok(reply) && item.qualification === of);
    for (const item of held) item[name] = value;
  };
const setCreates: Change = (reply, path) => {
  if (path.endsWith("/validations") && ok(reply)) for (const item of items(reply)) item.maxCreates = 4.5;
};
function setHeader(name: string, value: string): Change {
  return ({ headers }) => headers[name] && Object.assign(headers, { [name]: value });
}
function dropHeader(name: string): Change {
  return ({ headers }) => delete headers[name];
}
function setStatus(from: number, status: number): Change {
  return (reply) => reply.status === from && Object.assign(reply, { status });
}
function setError(change: (body: object) => object): Change {
  return (reply) => ok(reply) || Object.assign(reply, { body: change(Object(reply.body)) });
}
const setPage: Change = (reply) => {
  reply.body = "<html>";
  reply.headers["content-type"] = "text/plain";
};

test.each<[string, Change, string]>([
  ["a missing vettingStatus", set("vettingStatus", "Education", undefined), "schema"],
  ["an unknown word", set("vettingStatus", "Education", "Pending"), "schema"],
  ["an impossible date", set("vettingCreateDate", "Education", "2021-02-30T00:00:00Z"), "schema"],
  ["a StateOwnedEntity with a status", set("vettingStatus", "StateOwnedEntity", "Approved"), "schema"],
  ["Approved in every state", set("vettingStatus", "Education", "Approved"), "content"],
  ["an undocumented property", set("level", "Education", 1), "schema"],
  ["4.5 creates", setCreates, "schema"],
  ["another request id", setHeader("ms-requestid", customerId), "header"],
  ["an empty correlation id", setHeader("ms-correlationid", ""), "header"],
  ["a missing correlation id", dropHeader("ms-correlationid"), "header"],
  ["a Retry-After that is not a number", setHeader("retry-after", "soon"), "header"],
  ["text/plain", setHeader("content-type", "text/plain"), "media type"],
  ["a page of HTML", setPage, "json"],
  ["404 for 400", setStatus(400, 404), "status"],
  ["200 for 201", setStatus(201, 200), "status"],
  ["another format of errors", setError(() => ({ error: { code: 1, message: "x" } })), "schema"],
  ["other error codes", setError((body) => ({ ...body, code: 1 })), "error code"],
])("a provider with %s is a finding", async (_, change, check) => {
  const { findings } = await verify(broken(change));
  expect(findings.map((finding) => finding.check)).toContain(check);
  for (const { id, message, example, source, curl } of findings) {
    expect(`${id} ${message}`).not.toContain(token);
    if (!id.startsWith("probe")) expect(example).toMatch(/^#\/(paths|components)\//);
    expect(source).toBeTruthy();
    expect(curl).toMatch(/^curl -i -X (GET|POST) /);
    expect(curl).not.toContain(token);
  }
});

test.each<[string, Change]>([
  ["another Retry-After", setHeader("retry-after", "58")],
  ["no WWW-Authenticate", dropHeader("www-authenticate")],
])("%s is a finding with exact, and only then", async (_, change) => {
  const options = broken(change);
  expect((await verify(options)).findings).toEqual([]);
  const { findings } = await verify({ ...options, exact: true });
  expect(new Set(findings.map(({ check }) => check))).toEqual(new Set(["header"]));
});

test("a provider that does not respond is a finding for each request", async () => {
  await serving.close();
  const { findings, ran } = await verify(options());
  expect(findings.map(({ check }) => check)).toEqual(ran.map(() => "connection"));
});

test("evidence has shapes only, and a baseline that differs is a finding", async () => {
  const { evidence } = await verify(withStates());
  const text = JSON.stringify(evidence);
  expect(text).not.toMatch(/[\da-f]{8}-[\da-f]{4}|Not an Education Customer|123456|2020-12|Contoso/);
  expect(evidence.responses["getQualifications 200"]).toMatchObject({
    headers: ["content-type", "ms-correlationid", "ms-requestid"],
    properties: { "[].vettingStatus": { types: ["string"], words: ["Approved", "Denied", "InReview"] } },
  });
  expect((await verify({ ...withStates(), baseline: evidence })).findings).toEqual([]);
  const before = structuredClone(evidence);
  const properties = before.responses["getQualifications 200"]?.properties ?? {};
  properties["[].vettingStatus"]?.words?.splice(1, 1);
  properties["[].level"] = { types: ["number"] };
  const { findings } = await verify({ ...withStates(), baseline: before });
  expect(findings.map(({ id, check, message }) => [id, check, message])).toEqual([
    ["getQualifications 200", "baseline", "properties: lost [].level"],
    ["getQualifications 200", "baseline", "words of [].vettingStatus: gained Denied"],
  ]);
});

test("every reporter shows expected, got, the rule and a command, and no token", async () => {
  const options = broken(set("vettingStatus", "Education", "<Pending>"));
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
  const failure = await verify({ ...options({ fetch }), ...wrong }).catch((error: Error) => error.message);
  expect(failure).toContain(message);
  expect(failure).not.toContain("canary");
});
