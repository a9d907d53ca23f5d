import type { OperationId } from "../../generated/operations.js";
import { serveSandbox } from "../../src/sandbox/server.js";
import differences from "../differences.json" with { type: "json" };
import type { Example } from "../examples.js";
import type { Description } from "../generate/description.js";
import { documentedSandbox } from "../layers/provider.js";
import { answeredExample, type Pact, type PactInteraction } from "../pact.js";
import { startPrism } from "../prism.js";
import type { Provider } from "../provider.js";
import { replay } from "../replay.js";
import type { Problem } from "../report.js";
import { type Judged, values } from "./values.js";

/**
 * Prism, which reads the description independently of us, agrees: as a mock it takes every request of the contract and
 * answers the documented example; as a validating proxy it lets every exchange with the sandbox through; and it refuses
 * what must be refused, but for the differences that `contracts/differences.json` explains.
 */
export async function checkPrism(
  description: Description,
  examples: readonly Example[],
  pact: Pact,
  sandbox = documentedSandbox(),
): Promise<{ figure: string; problems: Problem[] }> {
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
    // Both, so that none starts after all was stopped.
    await Promise.allSettled(starting);
    const [mock = "", proxy = ""] = await Promise.all(starting);
    const problems: Problem[] = pact.interactions
      .filter((interaction) => !examples.some(({ id }) => id === answeredExample(interaction)))
      .map((interaction) => ({ message: `"${interaction.description}" names no documented answer to play` }));
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
    problems.push(...needless(explained));
    const figure = `${pact.interactions.length} exchanges as a mock and as a proxy, ${values.length} values, ${explained.size} differences explained`;
    return { figure, problems };
  } finally {
    for (const { stop } of servers) stop();
    await upstream.close();
  }
}

/** A value by its place and why it is judged. */
const nameOf = ({ as, why }: Judged) => `${as}: ${why}`;

/** What our validators say of it. */
const ours = ({ keyword }: Judged) => (keyword === undefined ? "accepts" : "refuses");

/** What is explained, and is no difference, or not of any value. */
export function needless(explanations: ReadonlyMap<string, string>): Problem[] {
  const verdicts = new Map(values.map((value) => [nameOf(value), ours(value)]));
  return [...explanations]
    .filter(([name, prism]) => !verdicts.has(name) || verdicts.get(name) === prism)
    .map(([name]) => ({ message: `contracts/differences.json explains "${name}", which is no difference` }));
}

/** What Prism is known to say otherwise, by the name of the value. */
const explained = new Map(differences.flatMap(({ values, prism }) => values.map((name) => [name, prism] as const)));

/** The same interaction, with the answer that a mock shall give. */
function preferring(interaction: PactInteraction): PactInteraction {
  const [, status, name] = answeredExample(interaction)?.split(" ") ?? [];
  const headers = { ...interaction.request.headers, Prefer: [`code=${status}, example=${name}`] };
  return { ...interaction, request: { ...interaction.request, headers } };
}

type Asked = { path: string; init: RequestInit };

const customerTenantId = "00000000-0000-4000-8000-000000000007";

/** A request and an answer of which one is the value, and the other is well; no request where HTTP has none such. */
function exchangeOf({ as, value }: Judged, description: Description): { request?: Asked; response: Response } {
  const [id, part = ""] = as.split(" ");
  const operation = description.operations().find((row) => row.id === (id as OperationId));
  if (!operation) throw new Error(`contracts/values.json names "${id}", which is no operation`);
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

/** @returns undefined where HTTP has no such headers */
function headersOf(values: Record<string, string>): Headers | undefined {
  const always = { Authorization: "Bearer placeholder-token", "Content-Type": "application/json" };
  try {
    return new Headers({ ...values, ...always });
  } catch {
    return undefined;
  }
}

/** Prism may find other faults than with the value: those are no verdict. */
async function verdictOf(proxy: string, { path, init }: Asked): Promise<string> {
  const response = await fetch(proxy + path, init);
  if (!response.headers.get("Content-Type")?.startsWith("application/problem+json")) return "accepts";
  const { type } = (await response.json()) as { type: string };
  return /#(UNPROCESSABLE_ENTITY|VIOLATIONS)$/.test(type) ? "refuses" : type;
}

function disagreement(value: Judged, got: string): Problem[] {
  const expected = explained.get(nameOf(value)) ?? ours(value);
  if (got === expected) return [];
  return [{ message: `Prism judges otherwise, ${nameOf(value)}`, expected, got }];
}
