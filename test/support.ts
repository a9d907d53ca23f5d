import { readFileSync } from "node:fs";
import { inspect } from "node:util";
import { afterEach, beforeEach, vi } from "vitest";
import type { Client, ClientEvent, ClientOptions, Fetch, FetchResponse } from "../src/index.js";
import { createClient } from "../src/index.js";
import { createSandbox, type SandboxOptions } from "../src/sandbox/index.js";

export const customerId = "2d4f1a3c-5b6e-4c7d-8e9f-0a1b2c3d4e5f";
export const requestId = "037db222-6d8e-4d7f-ba78-df3dca33fb68";
export const correlationId = "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745";

export const idsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`);
export const education = { qualification: "Education", educationSegment: "K12" } as const;
export const stateOwned = { qualification: "StateOwnedEntity" } as const;
export const created = () => Response.json(stateOwned, { status: 201 });
export const never = () => new Promise<never>(() => {});

type Sent = { url: string; method: string; headers: Headers; body: string | null };
type Handler = (request: Sent, init: Parameters<Fetch>[1]) => FetchResponse | Promise<FetchResponse>;

type Options = Partial<ClientOptions>;

/** A client that retries nothing by default, whose requests and events are kept. Nothing is mocked. */
export function observedClient(handler: Handler, { onEvent, ...options }: Options = {}) {
  const requests: Sent[] = [];
  const events: ClientEvent[] = [];
  const client = createClient({
    token: "secret-token",
    retry: false,
    fetch: async (url, init) => {
      const { method, body } = init;
      const request = { url, method, headers: new Headers(init.headers), body };
      requests.push(request);
      return handler(request, init);
    },
    onEvent: (event) => {
      events.push(event);
      return onEvent?.(event);
    },
    ...options,
  });
  return { client, requests, events };
}

/** What a call ended with, an error or a reply, and what its client sent and reported. */
async function observed<Reply>(handler: Handler, options: Options, call: (client: Client) => Promise<Reply>) {
  const seen = observedClient(handler, options);
  const [ended] = await Promise.allSettled([call(seen.client)]);
  const error = ended.status === "rejected" ? ended.reason : undefined;
  return { ...seen, error, reply: ended.status === "fulfilled" ? ended.value : undefined };
}

/** A read, with options of the call that may be wrong. */
export const read = (handler: Handler, options: Options = {}, call: unknown = {}) =>
  observed(handler, options, (client) => client.getQualifications(customerId, call as object));

/** A create request, which may be wrong. */
export const create = (handler: Handler, options: Options = {}, request: unknown = stateOwned, id = customerId) =>
  observed(handler, options, (client) => client.createQualification(id, request as never));

/** Each test of the file has its own clock, and pauses that are not random. */
export function useFakeTimers({ random }: { random?: number } = {}): void {
  beforeEach(() => {
    vi.useFakeTimers();
    if (random !== undefined) vi.spyOn(Math, "random").mockReturnValue(random);
  });
  // In this order: a spy on a timer that is not real, restored later, would leave that timer to every test that follows.
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });
}

/** What a promise resolves to once so much of the fake time is over. */
export async function after<Value>(ms: number, pending: Promise<Value>): Promise<Value> {
  pending.catch(() => {});
  await vi.advanceTimersByTimeAsync(ms);
  return pending;
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

/** Makes sandboxes, with these options, whose responses are changed. */
export const changedSandbox =
  (change: (response: Response) => Response | Promise<Response>, more: SandboxOptions = {}) =>
  (options: SandboxOptions = {}) => {
    const made = createSandbox({ ...options, ...more });
    const fetch: typeof globalThis.fetch = async (...request) => change(await made.fetch(...request));
    return { ...made, fetch };
  };

export const readme = readFileSync("README.md", "utf8");

/** The code blocks of one language, in order; of the README, unless another text is given. */
export function blocks(language: string, text = readme): string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}(?: \\[.*?\\])?\\n(.*?)^\`\`\`$`, "gms"))].map(
    ([, code = ""]) => code,
  );
}

export type Answer = () => Response | Promise<Response>;

export const none = () => Response.json([]);
/** A failed response without a body. */
export const failing =
  (status: number, headers = {}): Answer =>
  () =>
    new Response("", { status, headers });

/** Answers in turn, and the last answer for all that follow. */
export function inTurn(...answers: Answer[]): Answer {
  return () => ((answers.length > 1 ? answers.shift() : answers[0]) as Answer)();
}
