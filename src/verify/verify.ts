import { type DocumentedInteraction, documentedInteractions } from "../../generated/interactions.js";
import { operations } from "../../generated/operations.js";
import { compareResponse, type Received } from "./check.js";
import { compareEvidence, type Evidence, EvidenceRecorder } from "./evidence.js";
import type { Finding, Skipped } from "./finding.js";
import { assertOptions, type VerifyOptions } from "./options.js";
import { type Exchange, plan, probes } from "./plan.js";

export interface VerifyResult {
  /** The interactions, probes and customers that were run. */
  ran: string[];
  findings: Finding[];
  /** What was not run, and why. */
  skipped: Skipped[];
  evidence: Evidence;
}

/**
 * Runs the documented interactions against a provider, and compares each response with what is documented: status,
 * media type, echoed ids, the strict schema, the error code and the content that its state fixes.
 *
 * Without states, only probes are run that need none and change nothing, and a read of each of `customers`. `states` adds
 * the reads of those states; `stateChangeUrl` adds all interactions, and `allowWrites` the create requests among them.
 *
 * @throws Error naming the option that cannot be used; a provider that does not respond is a finding
 */
export async function verify(options: VerifyOptions): Promise<VerifyResult> {
  return verifyInteractions(options, documentedInteractions, probes);
}

/** Runs these interactions; by default without probes. */
export async function verifyInteractions(
  options: VerifyOptions,
  documented: readonly DocumentedInteraction[],
  others: (options: VerifyOptions) => Exchange[] = () => [],
): Promise<VerifyResult> {
  assertOptions(options, new Set(documented.map(({ state }) => state)));
  const { exchanges: planned, skipped } = plan(options, documented);
  const exchanges = [...others(options), ...planned];
  const recorder = new EvidenceRecorder();
  const findings: Finding[] = [];
  for (const [index, exchange] of exchanges.entries()) {
    options.onProgress?.(exchange.id, index + 1, exchanges.length);
    findings.push(...(await run(exchange, options, recorder)));
  }
  if (options.baseline) findings.push(...compareEvidence(options.baseline, recorder.evidence));
  return { ran: exchanges.map(({ id }) => id), findings, skipped, evidence: recorder.evidence };
}

async function run(exchange: Exchange, options: VerifyOptions, recorder: EvidenceRecorder): Promise<Finding[]> {
  const { id, operation, example, source } = exchange;
  const { method, path } = operations[operation];
  const url = `${options.baseUrl.replace(/\/+$/, "")}${path.replace("{customerTenantId}", exchange.customerId ?? "")}`;
  const ids = { "MS-RequestId": crypto.randomUUID(), "MS-CorrelationId": crypto.randomUUID() };
  const headers: Record<string, string> = { Accept: "application/json", ...ids };
  if (exchange.body !== undefined) headers["Content-Type"] = "application/json";
  const curl = curlLine(method, url, headers, exchange, options.token);
  const of = (found: Pick<Finding, "check" | "message" | "expected" | "got">): Finding => ({
    id,
    ...found,
    example,
    source,
    curl,
  });
  if (exchange.token !== undefined) headers.Authorization = `Bearer ${exchange.token}`;
  const body = exchange.body === undefined ? null : JSON.stringify(exchange.body);
  let received: Received;
  try {
    if (exchange.state) await changeState(exchange.state, options);
    received = await exchangeOnce(url, { method, headers, body }, options);
  } catch (failure) {
    return [
      of({ check: "connection", message: reasonOf(failure, options.token), expected: "a response", got: undefined }),
    ];
  }
  const { found, body: value } = compareResponse(exchange, ids, received, options.exact === true);
  if (value !== undefined) recorder.record(operation, received.status, received.headers, value);
  return found.map(of);
}

async function exchangeOnce(
  url: string,
  init: RequestInit,
  { fetch = globalThis.fetch, timeout = 30_000 }: VerifyOptions,
): Promise<Received> {
  const response = await fetch(url, { ...init, redirect: "manual", signal: AbortSignal.timeout(timeout) });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** As Pact's verifier asks for a provider state. */
async function changeState(
  { name, customerId }: { name: string; customerId: string },
  options: VerifyOptions,
): Promise<void> {
  const headers = { "Content-Type": "application/json" };
  const body = JSON.stringify({ state: name, params: { customerId }, action: "setup" });
  const { status } = await exchangeOnce(String(options.stateChangeUrl), { method: "POST", headers, body }, options);
  if (status < 200 || status >= 300)
    throw new Error(`the state "${name}" cannot be set: --state-change-url responded ${status}`);
}

/** `fetch` says why only in the cause. */
function reasonOf(failure: unknown, token: string): string {
  const { message, cause } = failure as Error;
  return (cause instanceof Error ? cause.message : message).replaceAll(token, "[redacted]");
}

function curlLine(
  method: string,
  url: string,
  headers: Record<string, string>,
  { token, body }: Exchange,
  own: string,
): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  const authorization =
    token === undefined ? "" : ` -H "Authorization: Bearer ${token === own ? "$PARTNER_CENTER_TOKEN" : token}"`;
  const given = Object.entries(headers).map(([name, value]) => ` -H ${quoted(`${name}: ${value}`)}`);
  const data = body === undefined ? "" : ` -d ${quoted(JSON.stringify(body))}`;
  return `curl -i -X ${method}${authorization}${given.join("")}${data} ${quoted(url)}`;
}
