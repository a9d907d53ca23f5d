import { isDeepStrictEqual } from "node:util";
import { answers } from "../generated/answers.js";
import type { OperationId } from "../generated/operations.js";
import type { Example } from "./examples.js";
import { answeredExample, type PactInteraction } from "./pact.js";
import { type Provider, reasonOf } from "./provider.js";
import type { Problem } from "./report.js";

/** Sends the request of an interaction once more, and compares the whole answer. */
export async function replay(
  examples: readonly Example[],
  interaction: PactInteraction,
  provider: Provider,
): Promise<Problem[]> {
  const example = examples.find(({ id }) => id === answeredExample(interaction));
  if (!example) return [];
  try {
    for (const { name, params } of interaction.providerStates) provider.arrange(name, params?.customerId ?? "");
    const sent = headersOf(interaction, provider);
    const { method, path, body } = interaction.request;
    const content = body ? JSON.stringify(body.content) : null;
    const response = await fetch(provider.baseUrl + path, { method, headers: sent, body: content, redirect: "manual" });
    return differences(example, sent, response, await response.text(), provider.exact);
  } catch (failure) {
    return [{ message: `the provider gave no answer: ${reasonOf(failure)}` }];
  }
}

function headersOf({ request }: PactInteraction, { token }: Provider): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(request.headers)) headers.set(name, values.join(", "));
  if (token) headers.set("Authorization", `Bearer ${token}`);
  return headers;
}

function differences(example: Example, sent: Headers, response: Response, text: string, exact: boolean): Problem[] {
  const problems: Problem[] = [];
  const compare = (what: string, expected: unknown, got: unknown) => {
    if (!isDeepStrictEqual(expected, got))
      problems.push({ message: `${what} is not what is documented`, expected, got });
  };
  compare("the status", example.status, response.status);
  compare("the media type", "application/json", response.headers.get("Content-Type")?.split(";")[0]);
  if (exact) compare("the set of headers", [], undescribed(response, example));
  for (const [name, value] of Object.entries(example.headers)) {
    const echoed = sent.get(name);
    if (echoed || exact) compare(`the header ${name}`, echoed ?? value, response.headers.get(name));
  }
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return [...problems, { message: "the body is no JSON", got: text.slice(0, 200) }];
  }
  if (exact) compare("the body", example.value, body);
  const judge = answers[example.operation.id as OperationId]?.[response.status];
  if (judge && !judge(body)) {
    const { instancePath, message } = judge.errors?.[0] ?? {};
    problems.push({ message: `the strict validator at ${instancePath || "/"}: ${message}`, got: body });
  }
  return problems;
}

/** The headers of HTTP itself need no description. */
const plain = ["connection", "content-length", "content-type", "date", "keep-alive", "server", "transfer-encoding"];

function undescribed(response: Response, { headers }: Example): string[] {
  const described = Object.keys(headers).map((name) => name.toLowerCase());
  return [...response.headers.keys()].filter((name) => !described.includes(name) && !plain.includes(name));
}
