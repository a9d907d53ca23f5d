import { type Context, documentedTime } from "../contracts/context.js";
import { readValues, type TestValue } from "../contracts/documents.js";
import { type CheckResult, failed, summary } from "../contracts/finding.js";
import type { Description } from "../contracts/generate/description.js";
import { documented } from "../contracts/generate/interaction-table.js";
import type { DocumentedInteraction } from "../generated/interactions.js";
import { tokens } from "../src/sandbox/index.js";
import { serveSandbox } from "../src/sandbox/server.js";
import type { VerifyOptions } from "../src/verify/index.js";
import { verifyInteractions } from "../src/verify/verify.js";
import differences from "./differences.json" with { type: "json" };
import { startPrism } from "./start-prism.js";

const values = readValues();

/**
 * Prism reads the description independently of us. As a mock, it must accept every request of the contract and return the
 * documented example. As a validating proxy, it must pass every exchange with the sandbox. It must refuse the same values
 * as our validators, except for the differences that `differences.json` explains.
 */
export async function prism({ description, examples, interactions, sandbox: create }: Context): Promise<CheckResult[]> {
  const sandbox = create({ now: documentedTime });
  let respond = sandbox.fetch;
  const upstream = await serveSandbox({
    sandbox: { ...sandbox, fetch: (...request) => respond(...request) },
    control: true,
  });
  const servers: Awaited<ReturnType<typeof startPrism>>[] = [];
  const start = async (...args: string[]) => {
    const server = await startPrism(...args);
    servers.push(server);
    return server.url;
  };
  try {
    const starting = [start("mock", description.file), start("proxy", description.file, upstream.url, "--errors")];
    // Wait for both: one that starts later would never be stopped.
    await Promise.allSettled(starting);
    const [mock = "", proxy = ""] = await Promise.all(starting);
    const { rows, problems } = documented(interactions, examples);
    const found = problems.map((problem) => failed(problem));
    if (rows.length === 0) found.push(failed("the contract has no interaction"));
    const stateChangeUrl = `${upstream.url}/provider-states`;
    const play = async (
      role: string,
      interaction: DocumentedInteraction,
      provider: Pick<VerifyOptions, "baseUrl" | "fetch">,
    ) => {
      const options = { token: tokens.appAndUser, allowWrites: true, exact: true, stateChangeUrl, ...provider };
      const { findings } = await verifyInteractions(options, [interaction]);
      for (const { check, message, ...finding } of findings) {
        found.push(failed(`Prism as ${role}: ${message}`, finding));
      }
    };
    for (const interaction of rows) {
      // A mock of Prism has a response without a body only where none has one.
      if ("body" in interaction) await play("a mock", interaction, { baseUrl: mock, fetch: preferring(interaction) });
      await play("a proxy", interaction, { baseUrl: proxy });
    }
    for (const value of values) {
      const { request, response } = exchangeOf(value, description);
      respond = async () => response;
      found.push(...disagreement(value, request ? await verdictOf(proxy, request) : "cannot be tested"));
    }
    const exchanges = `${rows.length} exchanges as a mock and as a proxy`;
    const text = `${exchanges}, ${values.length} values, ${explained.size} differences explained`;
    return [summary(text), ...found, ...needlessExplanations(explained)];
  } finally {
    for (const { stop } of servers) stop();
    await upstream.close();
  }
}

/** A value by its schema and its reason. */
const nameOf = ({ as, why }: TestValue) => `${as}: ${why}`;

/** What our validators must say of it. */
const ours = ({ keyword }: TestValue) => (keyword === undefined ? "accepts" : "refuses");

/** Explanations that match no value, or explain what is not a difference. */
export function needlessExplanations(explanations: ReadonlyMap<string, string>): CheckResult[] {
  const verdicts = new Map(values.map((value) => [nameOf(value), ours(value)]));
  return [...explanations]
    .filter(([name, prism]) => !verdicts.has(name) || verdicts.get(name) === prism)
    .map(([name]) => failed(`interop/differences.json explains "${name}", which is not a difference`));
}

/** Prism's explained verdicts, by the name of the value. */
const explained = new Map(differences.flatMap(({ values, prism }) => values.map((name) => [name, prism] as const)));

/** Requests the interaction's example from the mock. A mock returns the ids of the example, and not those of the request. */
function preferring({ id }: DocumentedInteraction): typeof fetch {
  const [, status, name] = id.split(" ");
  return async (url, init) => {
    const sent = new Headers(init?.headers);
    sent.set("Prefer", `code=${status}, example=${name}`);
    const response = await fetch(url, { ...init, headers: sent });
    const headers = new Headers(response.headers);
    for (const id of ["MS-RequestId", "MS-CorrelationId"]) if (headers.has(id)) headers.set(id, sent.get(id) ?? "");
    return new Response(response.body, { status: response.status, headers });
  };
}

type ProxyRequest = { path: string; init: RequestInit };

const customerTenantId = "00000000-0000-4000-8000-000000000007";

/** A request and a response: one of them is the value, the other is valid. No request if HTTP cannot carry it. */
function exchangeOf(
  { as, value }: TestValue,
  description: Description,
): { request?: ProxyRequest; response: Response } {
  const [id, part = ""] = as.split(" ");
  const operation = description.operations().find((row) => row.id === id);
  if (!operation) throw new Error(`contracts/documents/values.json names "${id}", which is not an operation`);
  const wanted = {
    request: { qualification: "StateOwnedEntity" },
    path: { customerTenantId },
    header: {},
    [part]: value,
  };
  const status = Number(part) || (operation.method === "POST" ? 201 : 200);
  const body = Number(part) ? value : operation.method === "POST" ? { qualification: "StateOwnedEntity" } : [];
  const response = Response.json(body, { status, headers: { "Retry-After": "1" } });
  const { customerTenantId: customer } = wanted.path as { customerTenantId?: string };
  const headers = headersOf(wanted.header as Record<string, string>);
  if (!customer || !headers) return { response };
  const sent = operation.method === "POST" ? JSON.stringify(wanted.request) : null;
  const path = operation.path.replace("{customerTenantId}", customer);
  return { request: { path, init: { method: operation.method, headers, body: sent } }, response };
}

/** @returns undefined if HTTP cannot carry these headers */
function headersOf(values: Record<string, string>): Headers | undefined {
  const always = { Authorization: "Bearer placeholder-token", "Content-Type": "application/json" };
  try {
    return new Headers({ ...values, ...always });
  } catch {
    return undefined;
  }
}

/** An error of Prism that is not about the value is not a verdict. */
async function verdictOf(proxy: string, { path, init }: ProxyRequest): Promise<string> {
  const response = await fetch(proxy + path, init);
  if (!response.headers.get("Content-Type")?.startsWith("application/problem+json")) return "accepts";
  const { type } = (await response.json()) as { type: string };
  return /#(UNPROCESSABLE_ENTITY|VIOLATIONS)$/.test(type) ? "refuses" : type;
}

function disagreement(value: TestValue, got: string): CheckResult[] {
  const expected = explained.get(nameOf(value)) ?? ours(value);
  if (got === expected) return [];
  return [failed(`Prism disagrees, ${nameOf(value)}`, { expected, got })];
}
