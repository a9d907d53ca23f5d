import { readFileSync } from "node:fs";
import { inspect } from "node:util";
import { type ClientOptions, createClient, type Fetch, type FetchResponse } from "../src/index.js";
import { createSandbox } from "../src/sandbox/index.js";

export const customerId = "2d4f1a3c-5b6e-4c7d-8e9f-0a1b2c3d4e5f";
export const requestId = "037db222-6d8e-4d7f-ba78-df3dca33fb68";
export const correlationId = "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745";

type Sent = { url: string; method: string; headers: Headers; body: string | null };

/** A client that retries nothing by default, whose requests are kept and answered by `handler`. Nothing is mocked. */
export function observedClient(
  handler: (request: Sent, init: Parameters<Fetch>[1]) => FetchResponse | Promise<FetchResponse>,
  options: Partial<ClientOptions> = {},
) {
  const requests: Sent[] = [];
  const client = createClient({
    token: "secret-token",
    retry: false,
    fetch: async (url, init) => {
      const { method, body } = init;
      const request = { url, method, headers: new Headers(init.headers), body };
      requests.push(request);
      return handler(request, init);
    },
    ...options,
  });
  return { client, requests };
}

/** The error that a call must end in; a call that succeeds fails the test. */
export async function failureOf(call: Promise<unknown>): Promise<Error> {
  const value = await call.catch((failure: unknown) => failure);
  if (value instanceof Error) return value;
  throw new Error(`the call did not fail, but gave ${JSON.stringify(value)}`);
}

/** Everything a log could print of an error, except its cause: that is what `fetch` or a token function threw, as it is. */
export function renderings(error: unknown): string[] {
  const { message, stack } = error as Error;
  const written = [message, `${stack}`, String(error), `${JSON.stringify(error)}`];
  delete (error as Error).cause;
  return [...written, inspect(error, { depth: 9 })];
}

/** The customer of a fresh sandbox who is in a provider state. */
export function customerIn(state: string): string {
  const found = createSandbox().customers.find((customer) => customer.state === state);
  if (!found) throw new Error(`the sandbox has no state "${state}"`);
  return found.customerId;
}

export const readme = readFileSync("README.md", "utf8");

/** The code blocks of one language, in order; of the README, unless another text is given. */
export function blocks(language: string, text = readme): string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}(?: \\[.*?\\])?\\n(.*?)^\`\`\`$`, "gms"))].map(
    ([, code = ""]) => code,
  );
}
