import { Readable } from "node:stream";
import { runInNewContext } from "node:vm";
import { expect, onTestFinished, test, vi } from "vitest";
import type { FetchResponse } from "../src/index.js";
import { after, create, customerId, never, read, stateOwned } from "./support.js";

const tooLarge = { code: "invalid_response", issues: [{ message: "is larger than 1048576 bytes" }] };

test.each([
  ["up to the limit", { status: 201 }, { ...tooLarge, outcome: "applied" }, 20],
  ["up to 64 KiB if it is a failure's", { status: 502 }, { code: "api", status: 502 }, 4],
])("an endless body is read %s, and no further", async (_, init, expected, most) => {
  const pull = vi.fn((controller) => controller.enqueue(new Uint8Array(65_536).fill(32)));
  const { error } = await create(() => new Response(new ReadableStream({ pull }), init));
  expect(error).toMatchObject(expected);
  expect(pull.mock.calls.length).toBeLessThan(most);
});

const bytes = new TextEncoder().encode(JSON.stringify(stateOwned));
async function* chunks() {
  yield bytes.subarray(0, 5);
  yield Buffer.from(bytes.subarray(5));
}
const answered = { status: 201, headers: new Headers() };
const foreign = runInNewContext("(async function* () { yield Uint8Array.from(b) })()", { b: [...bytes] });

test.each<[string, FetchResponse]>([
  ["an async iterable, as of node-fetch", { ...answered, body: Readable.from(chunks()) }],
  ["bytes of another realm", { ...answered, body: foreign }],
  ["text() only, as of React Native", { status: 201, text: async () => `\uFEFF${JSON.stringify(stateOwned)}` }],
])("reads a body that is %s, and sends once", async (_, response) => {
  const { reply, requests } = await create(() => response, { retry: {} });
  expect(reply?.data).toEqual(stateOwned);
  expect(requests).toHaveLength(1);
});

const endlessly = {
  [Symbol.asyncIterator]: () => ({ next: async () => ({ done: false, value: new Uint8Array(0) }) }),
};
const used = Response.json(stateOwned, { status: 201 });
await used.text();
const locked = Response.json(stateOwned, { status: 201 });
locked.body?.getReader();

const reading = (read: () => Promise<unknown>) => ({ ...answered, body: { getReader: () => ({ read }) } });
test.each<[string, object, string?]>([
  ["was read already", used, "was already read before the client received it"],
  ["is locked", locked, "is locked by another reader"],
  ["is missing, and text() too", answered, "neither a stream as `body` nor a function `text`"],
  ["comes by a text() that returns nothing", { ...answered, text: async () => undefined }, "did not return a string"],
  ["was read already, of a response made of another", { ...answered, text: () => used.text() }, "was already read"],
  ["has a reader without read", { ...answered, body: { getReader: () => ({}) } }, "or cannot be read"],
  ["has empty chunks without end", { ...answered, body: endlessly }, "is larger than 1048576 bytes"],
  ["has strings", reading(async () => ({ done: false, value: "x" })), "has chunks that are not bytes"],
  ["is not UTF-8", new Response(Uint8Array.of(0xff), { status: 201 }), "is not UTF-8"],
])("a body that %s is one InvalidResponseError, is never retried, and was applied", async (_, response, message) => {
  const { error, requests } = await create(() => response as FetchResponse, { retry: {} });
  expect(error).toMatchObject({ code: "invalid_response", status: 201, outcome: "applied" });
  expect(error.message).toContain(message ?? "");
  expect(requests).toHaveLength(1);
});

test.each([undefined, { ok: true }, Response.error()])("a fetch that resolves to %s fails once", async (given) => {
  const { error, requests } = await create(() => given as never, { retry: {} });
  expect(error).toMatchObject({ code: "invalid_response", outcome: "unknown" });
  expect(error.message).toContain("/response has no status: `fetch` must resolve to a Response");
  expect(requests).toHaveLength(1);
});

const refused = () => Response.json({ code: 1, description: "a" }, { status: 429, headers: { "Retry-After": "70" } });

const gateway = `https://gateway.example/v1/customers/${customerId}/qualifications?key=1`;
const forwarded = Object.defineProperty(refused(), "url", { value: gateway });

test.each([
  ["as ky does", { response: refused() }],
  ["as ky does, of a gateway", { response: forwarded }],
  ["itself", refused()],
])("a fetch that throws a failed response, %s, is read as if it had resolved to it", async (_, thrown) => {
  const { error, requests } = await create(() => Promise.reject(thrown), { retry: {} });
  expect(error).toMatchObject({ code: "throttled", retryAfter: 70_000, errorCode: "1", description: "a" });
  expect(requests).toHaveLength(1);
});

const elsewhere = Object.defineProperty(refused(), "url", { value: "https://audit.example/log" });

test.each([
  ["a status alone", { status: 401 }],
  ["the response of another address", { response: elsewhere }],
])("an error with %s is not a response of Partner Center", async (_, fields) => {
  const cause = Object.assign(new Error("a"), fields);
  const { error } = await create(() => Promise.reject(cause), { token: async () => "any" });
  expect(error).toMatchObject({ code: "network", outcome: "unknown", attempts: 1, cause });
});

test("of a failure whose body stalls, the status is read, and the rest is given up", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const cancel = vi.fn();
  const stream = new Readable({ read() {} });
  const bodies = [new ReadableStream({ cancel }), stream, { [Symbol.asyncIterator]: () => ({ next: never }) }];
  const ended = Promise.all(bodies.map((body) => create(() => ({ status: 409, body }), { timeout: 1000 })));
  const conflict = { error: { code: "api", status: 409, outcome: "not-applied" }, requests: { length: 1 } };
  expect(await after(500, ended)).toMatchObject([conflict, conflict, conflict]);
  expect(cancel).toHaveBeenCalledTimes(1);
  expect(stream.destroyed).toBe(true);
});

async function* broken() {
  yield bytes.subarray(0, 5);
  throw new Error("aborted");
}

test.each<[string, object]>([
  ["a stream", { body: broken() }],
  ["text()", { text: () => Promise.reject(new Error("aborted")) }],
])("a body that breaks off while %s is read is a lost connection, retried with the same id", async (_, lost) => {
  const left = [lost, { body: chunks() }];
  const { reply, requests, events } = await create(() => ({ ...answered, ...left.shift() }), {
    retry: { baseDelay: 0 },
  });
  expect(reply?.data).toEqual(stateOwned);
  expect(events.find(({ type }) => type === "retry")).toMatchObject({ code: "network" });
  expect(requests.map(({ headers }) => headers.get("MS-RequestId"))).toEqual(Array(2).fill(reply?.requestId));
});

const list = JSON.stringify([{ qualification: "Education" }]);
/** What reads the list in one chunk, and is told if the rest is not wanted. */
const chunk = (end: () => void) => {
  const left = [{ value: new TextEncoder().encode(list) }];
  const next = async () => left.shift() ?? { done: true };
  return { next, read: next, return: end, cancel: end };
};

test.each<[string, boolean, (end: () => void) => object]>([
  ["text()", false, () => ({ text: async () => list })],
  ["a stream that only has a reader", true, (end) => ({ body: { getReader: () => chunk(end) } })],
  ["an async iterable", true, (end) => ({ body: { [Symbol.asyncIterator]: () => chunk(end) } })],
])("reads exactly maxResponseSize bytes of %s, and of a longer body not the rest", async (_, ends, given) => {
  const end = vi.fn();
  const respond = () => ({ status: 200, ...given(end) });
  expect((await read(respond, { maxResponseSize: list.length })).reply?.data).toHaveLength(1);
  end.mockClear();
  const { error } = await read(respond, { maxResponseSize: list.length - 1 });
  expect(error).toMatchObject({ issues: [{ message: `is larger than ${list.length - 1} bytes` }] });
  expect(end).toHaveBeenCalledTimes(ends ? 1 : 0);
});

test("joins a character that is split between two chunks, and accepts one byte order mark", async () => {
  const text = new TextEncoder().encode('\uFEFF[{"qualification":"Ä"}]');
  const { reply } = await read(() => ({
    status: 200,
    body: Readable.from([...text].map((byte) => Uint8Array.of(byte))),
  }));
  expect(reply?.data).toEqual([{ qualification: "Ä" }]);
});
