import type { Example } from "../contracts/examples.js";
import { type TestValue, values } from "../contracts/gates/values.js";
import type { Description } from "../contracts/generate/description.js";
import { documentedSandbox } from "../contracts/layers/provider.js";
import { answeredExample, type Pact, type PactInteraction } from "../contracts/pact.js";
import type { Provider } from "../contracts/provider.js";
import { replay } from "../contracts/replay.js";
import type { Problem } from "../contracts/report.js";
import { serveSandbox } from "../src/sandbox/server.js";
import differences from "./differences.json" with { type: "json" };
import { startPrism } from "./start-prism.js";

/**
 * Prism reads the description independently of us. As a mock, it must accept every request of the contract and return the
 * documented example. As a validating proxy, it must pass every exchange with the sandbox. It must refuse the same values
 * as our validators, except for the differences that `differences.json` explains.
 */
export async function checkPrism(
  description: Description,
  examples: readonly Example[],
  pact: Pact,
  sandbox = documentedSandbox(),
): Promise<{ summary: string; problems: Problem[] }> {
  let answer = sandbox.fetch;
  const upstream = await serveSandbox({ sandbox: { fetch: (...request) => answer(...request) } });
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
    const problems: Problem[] = pact.interactions
      .filter((interaction) => !examples.some(({ id }) => id === answeredExample(interaction)))
      .map((interaction) => ({ message: `"${interaction.description}" refers to no documented response` }));
    if (pact.interactions.length === 0) problems.push({ message: "the contract has no interaction" });
    const play = async (role: string, interaction: PactInteraction, provider: Provider) => {
      const found = await replay(examples, interaction, provider);
      const place = `Prism as ${role}, ${answeredExample(interaction)}`;
      problems.push(...found.map((problem) => ({ ...problem, message: `${place}: ${problem.message}` })));
    };
    for (const interaction of pact.interactions) {
      await play("a mock", preferring(interaction), { baseUrl: mock, arrange: () => {}, exact: true });
      await play("a proxy", interaction, { baseUrl: proxy, arrange: sandbox.setState, exact: true });
    }
    for (const value of values) {
      const { request, response } = exchangeOf(value, description);
      answer = async () => response;
      problems.push(...disagreement(value, request ? await verdictOf(proxy, request) : "cannot be asked"));
    }
    problems.push(...needlessExplanations(explained));
    const summary = `${pact.interactions.length} exchanges as a mock and as a proxy, ${values.length} values, ${explained.size} differences explained`;
    return { summary, problems };
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
export function needlessExplanations(explanations: ReadonlyMap<string, string>): Problem[] {
  const verdicts = new Map(values.map((value) => [nameOf(value), ours(value)]));
  return [...explanations]
    .filter(([name, prism]) => !verdicts.has(name) || verdicts.get(name) === prism)
    .map(([name]) => ({ message: `interop/differences.json explains "${name}", which is not a difference` }));
}

/** Prism's explained verdicts, by the name of the value. */
const explained = new Map(differences.flatMap(({ values, prism }) => values.map((name) => [name, prism] as const)));

/** The same interaction, asking the mock for its example. */
function preferring(interaction: PactInteraction): PactInteraction {
  const [, status, name] = answeredExample(interaction)?.split(" ") ?? [];
  const headers = { ...interaction.request.headers, Prefer: [`code=${status}, example=${name}`] };
  return { ...interaction, request: { ...interaction.request, headers } };
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
  if (!operation) throw new Error(`contracts/values.json names "${id}", which is not an operation`);
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

function disagreement(value: TestValue, got: string): Problem[] {
  const expected = explained.get(nameOf(value)) ?? ours(value);
  if (got === expected) return [];
  return [{ message: `Prism disagrees, ${nameOf(value)}`, expected, got }];
}
