import { answers } from "../generated/answers.js";
import type { OperationId } from "../generated/operations.js";
import type { Example } from "./examples.js";
import { compare, type Finding, failed } from "./finding.js";
import { type PactInteraction, responseExample } from "./pact-file.js";

/** A provider that speaks HTTP, and how its customers are put into a state. */
export interface Provider {
  baseUrl: string;
  /** @throws Error if the provider cannot be in this state */
  setState(state: string, customerId: string): void;
  /** Sent instead of the placeholder. */
  token?: string;
  /** Whether responses must equal the documented ones; otherwise the strict validators check them. */
  exact: boolean;
}

/** `fetch` gives its reason only in the cause. */
export function reasonOf(failure: unknown): string {
  const { message, cause } = failure as Error;
  return cause instanceof Error ? cause.message : message;
}

/** Sends the request of an interaction once more, and compares the whole response: Pact allows undocumented properties. */
export async function replay(
  examples: readonly Example[],
  interaction: PactInteraction,
  { baseUrl, token, exact, setState }: Provider,
): Promise<Finding[]> {
  const example = examples.find(({ id }) => id === responseExample(interaction));
  if (!example) return [];
  try {
    for (const { name, params } of interaction.providerStates) setState(name, params?.customerId ?? "");
    const { method, path, body } = interaction.request;
    const headers = new Headers();
    for (const [name, values] of Object.entries(interaction.request.headers)) headers.set(name, values.join(", "));
    if (token) headers.set("Authorization", `Bearer ${token}`);
    const content = body ? JSON.stringify(body.content) : null;
    const response = await fetch(baseUrl + path, { method, headers, body: content, redirect: "manual" });
    return responseFindings(example, headers, response, await response.text(), exact);
  } catch (failure) {
    return [failed(`the provider did not respond: ${reasonOf(failure)}`, { row: example.id })];
  }
}

function responseFindings(example: Example, sent: Headers, response: Response, text: string, exact: boolean) {
  const { id: row, status, value, headers, operation } = example;
  const found = compare("the status", status, response.status, row);
  if (exact) found.push(...compare("the set of headers", [], undescribed(response, example), row));
  for (const [name, documented] of Object.entries(headers)) {
    const echoed = sent.get(name);
    if (!echoed && !exact) continue;
    found.push(...compare(`the header ${name}`, echoed ?? documented, response.headers.get(name), row));
  }
  if (value === undefined) return [...found, ...compare("the body of a response without one", "", text, row)];
  const type = response.headers.get("Content-Type")?.split(";")[0];
  found.push(...compare("the media type", "application/json", type, row));
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return [...found, failed("the body is not valid JSON", { row, got: text.slice(0, 200) })];
  }
  if (exact) found.push(...compare("the body", value, body, row));
  const validate = answers[operation.id as OperationId]?.[response.status];
  if (validate && !validate(body)) {
    const { instancePath, message } = validate.errors?.[0] ?? {};
    found.push(failed(`the strict validator at ${instancePath || "/"}: ${message}`, { row, got: body }));
  }
  return found;
}

/** The headers of HTTP itself need no description. */
const plain = ["connection", "content-length", "content-type", "date", "keep-alive", "server", "transfer-encoding"];

function undescribed(response: Response, { headers }: Example): string[] {
  const described = Object.keys(headers).map((name) => name.toLowerCase());
  return [...response.headers.keys()].filter((name) => !described.includes(name) && !plain.includes(name));
}
