/** The sandbox's faults on demand, by name. */
import { expect, test, vi } from "vitest";
import { createClient } from "../src/index.js";
import { createSandbox, type Fault } from "../src/sandbox/index.js";
import { customerId, failureOf } from "./support.js";

const url = `https://x/v1/customers/${customerId}/qualifications`;
const headers = { Authorization: "Bearer any", "Content-Type": "application/json" };
const education = { qualification: "Education", educationSegment: "K12" } as const;
const customers = {
  [customerId]: {
    qualifications: [
      { qualification: "Education", vettingStatus: "Approved", vettingCreateDate: "2020-12-04T20:54:24Z" } as const,
      { qualification: "StateOwnedEntity" } as const,
    ],
  },
};

function faulty(...faults: Fault[]) {
  const sandbox = createSandbox({ customers, faults });
  return { sandbox, client: createClient({ token: "any", fetch: sandbox.fetch, retry: false }) };
}

test.each<[Fault, number, string, unknown]>([
  ["status=503", 503, "application/json", { code: 800003, description: "A fault was requested." }],
  ["customers-service=409", 409, "application/json", { errorName: "FaultOnDemand", isRetryable: false }],
  ["gateway=429", 429, "application/json", { statusCode: 429, message: "A fault was requested." }],
  ["text=400", 400, "application/json", "A fault was requested."],
])("%s responds in its error format", async (fault, status, type, body) => {
  const response = await faulty(fault).sandbox.fetch(url, { headers });
  expect([response.status, response.headers.get("Content-Type")]).toEqual([status, expect.stringContaining(type)]);
  if (typeof body === "string") expect(await response.json()).toBe(body);
  else expect(await response.json()).toMatchObject(body as object);
  expect(response.headers.has("MS-RequestId")).toBe(fault !== "gateway=429");
});

test("html and empty respond with a body that is not JSON", async () => {
  const html = await faulty("html=502").sandbox.fetch(url, { headers });
  expect([html.headers.get("Content-Type"), html.headers.has("MS-RequestId")]).toEqual(["text/html", false]);
  expect(await html.text()).toMatch(/^<html>.*502/);
  const empty = await faulty("empty=403").sandbox.fetch(url, { headers });
  expect([empty.status, await empty.text(), empty.headers.has("MS-RequestId")]).toEqual([403, "", true]);
});

test("a fault applies nothing, and adds the requested Retry-After", async () => {
  const { sandbox, client } = faulty();
  sandbox.inject("status=503");
  const busy = { ...headers, "Sandbox-Faults": "gateway=429, retry-after=7" };
  expect(await failureOf(client.createQualification(customerId, education))).toMatchObject({ status: 503 });
  const response = await sandbox.fetch(url, { headers: busy });
  expect([response.status, response.headers.get("Retry-After")]).toEqual([429, "7"]);
  expect((await sandbox.fetch(url, { headers })).headers.has("Retry-After")).toBe(false);
  expect((await client.getQualifications(customerId)).data).toHaveLength(2);
});

test("an injected fault applies to as many requests as requested", async () => {
  const { sandbox } = faulty();
  sandbox.inject("status=500", 2);
  const statuses: number[] = [];
  for (let index = 0; index < 4; index += 1) statuses.push((await sandbox.fetch(url, { headers })).status);
  expect(statuses).toEqual([500, 500, 200, 200]);
  for (const times of [0, 1.5, Number.NaN])
    expect(() => sandbox.inject("status=500", times)).toThrow("times must be a whole number");
  sandbox.inject("status=500", Number.POSITIVE_INFINITY);
  for (let index = 0; index < 3; index += 1) expect((await sandbox.fetch(url, { headers })).status).toBe(500);
});

test("of two error formats or date names the one of the request counts", async () => {
  const { sandbox } = faulty("empty=403", "retry-after=9", "vettingCreateDate");
  const asked = (names: string) => sandbox.fetch(url, { headers: { ...headers, "Sandbox-Faults": names } });
  expect((await asked("status=500")).status).toBe(500);
  sandbox.inject("html=502");
  sandbox.inject("gateway=429");
  const response = await sandbox.fetch(url, { headers });
  expect([response.status, response.headers.get("Retry-After")]).toEqual([429, "9"]);
  sandbox.inject("html=502");
  expect((await asked("gateway=503")).status).toBe(503);
  const spelled = faulty("vettingCreateDate").sandbox;
  const other = await spelled.fetch(url, { headers: { ...headers, "Sandbox-Faults": "vettingCreatedDate" } });
  expect(Object.keys((await other.json())[0])).toContain("vettingCreatedDate");
});

test("a header with an unknown fault uses up no injected fault", async () => {
  const { sandbox } = faulty();
  sandbox.inject("status=503");
  expect((await sandbox.fetch(url, { headers: { ...headers, "Sandbox-Faults": "nope" } })).status).toBe(400);
  expect((await sandbox.fetch(url, { headers })).status).toBe(503);
});

test("a reset aborts the requests in flight, which apply nothing", async () => {
  vi.useFakeTimers();
  try {
    const { sandbox } = faulty("latency=1000");
    const body = JSON.stringify({ qualification: "StateOwnedEntity" });
    const late = failureOf(
      sandbox.fetch(url.replace(customerId, "00000000-0000-4000-8000-000000000007"), { method: "POST", headers, body }),
    );
    await vi.advanceTimersByTimeAsync(500);
    sandbox.reset();
    await vi.advanceTimersByTimeAsync(500);
    expect(await late).toMatchObject({ cause: { code: "ECONNRESET" } });
    expect(sandbox.requests).toEqual([]);
    const read = sandbox.fetch(url.replace(customerId, "00000000-0000-4000-8000-000000000007"), { headers });
    await vi.advanceTimersByTimeAsync(1000);
    expect(await (await read).json()).toEqual([]);
  } finally {
    vi.useRealTimers();
  }
});

test.each([
  "status",
  "status=200",
  "status=600",
  "status=4e2",
  "bom=1",
  "toString",
  "latency=-1",
  "latency=999999",
  "",
])("%j is an unknown fault", async (fault) => {
  const { sandbox } = faulty();
  expect(() => sandbox.inject(fault as Fault)).toThrow(/^unknown fault ".*"; expected one of .*, lost-response, /);
  const response = await sandbox.fetch(url, { headers: { ...headers, "Sandbox-Faults": fault || "," } });
  expect([response.status, (await response.json()).description]).toEqual([
    400,
    expect.stringContaining("Sandbox-Faults: unknown fault"),
  ]);
  expect(sandbox.requests.map(({ status }) => status)).toEqual([400]);
});

test("lost-request applies nothing, lost-response does; both are a reset connection", async () => {
  const other = "00000000-0000-4000-8000-000000000007";
  for (const [fault, applied] of [
    ["lost-request", 0],
    ["lost-response", 1],
  ] as const) {
    const { sandbox, client } = faulty();
    sandbox.inject(fault);
    const failure = await failureOf(client.createQualification(other, education));
    expect(failure).toMatchObject({ code: "network", outcome: "unknown", cause: { cause: { code: "ECONNRESET" } } });
    expect(sandbox.requests[0]).toMatchObject({ method: "POST", status: undefined });
    expect((await client.getQualifications(other)).data).toHaveLength(applied);
  }
});

test("a POST whose response was lost is applied once when it is retried with its id", async () => {
  const { sandbox } = faulty();
  sandbox.inject("lost-response", 2);
  const client = createClient({ token: "any", fetch: sandbox.fetch, retry: { limit: 2, baseDelay: 1 } });
  const { data } = await client.createQualification("00000000-0000-4000-8000-000000000007", education);
  expect(data.vettingStatus).toBe("InReview");
  expect(sandbox.requests.map(({ status }) => status)).toEqual([undefined, undefined, 201]);
});

test("latency waits before anything else, and ends when the caller aborts", async () => {
  vi.useFakeTimers();
  try {
    const { sandbox } = faulty("latency=1000");
    let status: number | undefined;
    const answered = sandbox.fetch(url, { headers }).then((response) => {
      status = response.status;
    });
    await vi.advanceTimersByTimeAsync(999);
    expect(status).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    await answered;
    expect(status).toBe(200);
    const given = new AbortController();
    const ended = failureOf(sandbox.fetch(url, { headers, signal: given.signal }));
    await vi.advanceTimersByTimeAsync(1);
    given.abort(new Error("enough"));
    expect((await ended).message).toBe("enough");
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

test.each([
  ["while the latency lasts", "latency=1000"],
  ["while its body is read", undefined],
] as const)("a request that is aborted %s is not applied, and not kept", async (_, fault) => {
  vi.useFakeTimers();
  try {
    const { sandbox, client } = faulty();
    if (fault) sandbox.inject(fault);
    const other = "00000000-0000-4000-8000-000000000007";
    const given = new AbortController();
    const content = JSON.stringify(education);
    const aborting = () =>
      new ReadableStream({
        pull: (controller) => {
          controller.enqueue(new TextEncoder().encode(content));
          controller.close();
          given.abort(new Error("enough"));
        },
      });
    const body = fault ? content : aborting();
    const init = { method: "POST", headers, body, signal: given.signal, duplex: "half" } as RequestInit;
    const ended = failureOf(sandbox.fetch(url.replace(customerId, other), init));
    await vi.advanceTimersByTimeAsync(999);
    given.abort(new Error("enough"));
    expect((await ended).message).toBe("enough");
    await vi.advanceTimersByTimeAsync(1);
    expect(sandbox.requests).toEqual([]);
    expect((await client.getQualifications(other)).data).toEqual([]);
  } finally {
    vi.useRealTimers();
  }
});

test("bom adds a byte order mark to successes only", async () => {
  const { sandbox } = faulty("bom");
  const first = async (target: string) =>
    new Uint8Array(await (await sandbox.fetch(target, { headers })).arrayBuffer())[0];
  expect(await first(url)).toBe(0xef);
  expect(await first(url.replace(customerId, "contoso"))).toBe("{".charCodeAt(0));
});

test.each(["vettingCreateDate", "vettingCreatedDate"] as const)("%s renames every date", async (spelling) => {
  const { client } = faulty(spelling);
  const { data } = await client.getQualifications(customerId);
  expect(data).toEqual([
    { qualification: "Education", vettingStatus: "Approved", [spelling]: "2020-12-04T20:54:24Z" },
    { qualification: "StateOwnedEntity" },
  ]);
  const documented = await client.getQualifications("00000000-0000-4000-8000-000000000001");
  expect(documented.data).toEqual([{ qualification: "Education", vettingStatus: "Approved" }]);
  const created = await client.createQualification("00000000-0000-4000-8000-000000000007", education);
  expect(Object.keys(created.data)).toContain(spelling);
});

test("unknown-status and unknown-qualification change the response only", async () => {
  const { sandbox, client } = faulty();
  const asked = { ...headers, "Sandbox-Faults": "unknown-status,unknown-qualification" };
  const strange = await (await sandbox.fetch(url, { headers: asked })).json();
  expect(strange).toEqual([
    { qualification: "Charity", vettingStatus: "Pending", vettingCreateDate: "2020-12-04T20:54:24Z" },
    { qualification: "Charity" },
  ]);
  expect((await client.getQualifications(customerId)).data[0]?.vettingStatus).toBe("Approved");
  const codes = await sandbox.fetch("https://x/v1/customers/all/validations", { headers: asked });
  expect(await codes.json()).toEqual((await client.getValidationCodes()).data);
});

test("customer-rate-limit counts the requests for one customer, beside the rate-limit of the partner", async () => {
  let now = 0;
  const at = (faults: Fault[]) => createSandbox({ customers, faults, now: () => new Date(now) });
  const ask = async (sandbox: ReturnType<typeof at>, path: string) => {
    const response = await sandbox.fetch(`https://x/v1/customers/${path}`, { headers });
    return [response.status, response.headers.get("Retry-After")];
  };
  const [first, second] = [`${customerId}/qualifications`, "00000000-0000-4000-8000-000000000007/qualifications"];
  const [ok, throttled] = [
    [200, null],
    [429, "1"],
  ];
  const ofCustomer = at(["customer-rate-limit=1"]);
  const upperCase = `${customerId.toUpperCase()}/qualifications`;
  expect([await ask(ofCustomer, first), await ask(ofCustomer, upperCase)]).toEqual([ok, throttled]);
  expect([await ask(ofCustomer, first), await ask(ofCustomer, second)]).toEqual([throttled, ok]);
  for (let round = 0; round < 3; round += 1) expect(await ask(ofCustomer, "all/validations")).toEqual(ok);
  now = 1000;
  expect(await ask(ofCustomer, first)).toEqual(ok);
  ofCustomer.reset();
  expect(await ask(ofCustomer, first)).toEqual(ok);

  const both = at(["rate-limit=2", "customer-rate-limit=1"]);
  expect([await ask(both, first), await ask(both, first)]).toEqual([ok, throttled]);
  expect(await ask(both, second)).toEqual(throttled);
  now = 2000;
  expect([await ask(both, first), await ask(both, second), await ask(both, "all/validations")]).toEqual([
    ok,
    ok,
    throttled,
  ]);
});

test("rate-limit counts the requests of the partner in a second, for all customers", async () => {
  let now = 0;
  const sandbox = createSandbox({ customers, faults: ["rate-limit=2", "retry-after=3"], now: () => new Date(now) });
  const ask = async (id = customerId) => {
    const response = await sandbox.fetch(url.replace(customerId, id), { headers });
    return [response.status, response.headers.get("Retry-After"), response.headers.has("MS-RequestId")];
  };
  expect([await ask(), await ask("contoso")]).toEqual([
    [200, null, true],
    [400, null, true],
  ]);
  expect(await ask()).toEqual([429, "3", false]);
  now = 999;
  expect(await ask()).toEqual([429, "3", false]);
  now = 1000;
  expect([await ask(), await ask(), (await ask())[0]]).toEqual([[200, null, true], [200, null, true], 429]);
  sandbox.reset();
  expect((await ask())[0]).toBe(200);
  now = -5000;
  expect((await ask())[0]).toBe(200);
  const hasty = createSandbox({ customers, faults: ["rate-limit=0"], now: () => new Date(0) });
  const refused = await hasty.fetch(url, { headers });
  expect([refused.headers.get("Retry-After"), await refused.json()]).toEqual([
    "1",
    { statusCode: 429, message: "Rate limit is exceeded. Try again in 1 seconds." },
  ]);
});
