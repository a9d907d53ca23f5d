import { Readable } from "node:stream";
import { runInNewContext } from "node:vm";
import { expect, test, vi } from "vitest";
import type { FetchResponse } from "../src/index.js";
import { after, create, created, customerId, read, stateOwned } from "./support.js";

const tooLarge = { code: "invalid_response", issues: [{ keyword: "size" }] };

test.each([
  ["up to the limit", { status: 201 }, { ...tooLarge, outcome: "applied" }, 20],
  ["not at all if its Content-Length is too large", { headers: { "Content-Length": "2000000" } }, tooLarge, 3],
  ["up to 64 KiB if it is a failure's", { status: 502 }, { code: "api", status: 502 }, 4],
])("an endless body is read %s, and no further", async (_, init, expected, most) => {
  const pull = vi.fn((controller) => controller.enqueue(new Uint8Array(65_536).fill(32)));
  const { error } = await create(() => new Response(new ReadableStream({ pull }), init));
  expect(error).toMatchObject(expected);
  expect(pull.mock.calls.length).toBeLessThan(most);
});

test.each([
  [() => new Response("[] "), "size", "is larger than 2 bytes"],
  [() => new Response(new Uint8Array([0xff])), "utf-8", "is not UTF-8"],
])("says what is wrong with a body, and that it may have been applied (%#)", async (respond, keyword, message) => {
  const { error } = await create(respond, { maxResponseSize: 2 });
  expect(error).toMatchObject({ status: 200, outcome: "unknown", issues: [{ pointer: "", keyword, message }] });
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
  ["text() only, as of React Native", { ...answered, text: async () => JSON.stringify(stateOwned) }],
  ["text() only, and no headers", { status: 201, text: async () => `\uFEFF${JSON.stringify(stateOwned)}` } as never],
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
const failing = () => {
  throw new Error("no body");
};

test.each<[string, object, string?]>([
  ["was read already", used, "was already read before the client received it"],
  ["is locked", locked, "is locked by another reader"],
  ["has strings as chunks", { ...answered, body: Readable.from(["{}"]) }, "has chunks that are not bytes"],
  ["has empty chunks without end", { ...answered, body: endlessly }, "has endless empty chunks"],
  ["is missing, and text() too", answered, "neither a stream as `body` nor a function `text`"],
  ["comes by a text() that returns nothing", { ...answered, text: async () => undefined }, "did not return a string"],
  ["comes by a text() that throws", { ...answered, text: failing }],
  ["was read already, of a response made of another", { ...answered, text: () => used.text() }, "was already read"],
  ["has a reader that is undefined", { ...answered, body: { getReader: () => undefined } }],
  ["has a reader without read", { ...answered, body: { getReader: () => ({}) } }],
  ["has an iterator without next", { ...answered, body: { [Symbol.asyncIterator]: () => ({}) } }],
  ["has a reader that resolves to undefined", reading(async () => undefined)],
  ["has strings, and a reader without cancel", reading(async () => ({ done: false, value: "x" }))],
])("a body that %s is one InvalidResponseError, is never retried, and was applied", async (_, response, message) => {
  const { error, requests } = await create(() => response as FetchResponse, { retry: {} });
  expect(error).toMatchObject({ code: "invalid_response", status: 201, outcome: "applied" });
  expect(error.message).toContain(message ?? "");
  expect(requests).toHaveLength(1);
});

test.each([undefined, { ok: true }])("a fetch that resolves to %j fails once, and the error says so", async (given) => {
  const { error, requests } = await create(() => given as never, { retry: {} });
  expect(error).toMatchObject({ code: "invalid_response", outcome: "unknown" });
  expect(error.message).toContain("/response has no status: `fetch` must resolve to a Response");
  expect(requests).toHaveLength(1);
});

test.each([
  [409, { code: "api", status: 409, errorCode: "1" }],
  [429, { code: "throttled", status: 429, retryAfter: 70_000 }],
])("a fetch that throws with a response (%i) is read as if it had resolved to it", async (status, expected) => {
  const headers = { "retry-after": "70" };
  const body = { code: 1, description: "a" };
  const response = () => Response.json(body, { status, headers });
  const used = (one: Response) => Object.defineProperty(one, "bodyUsed", { value: true });
  const address = `https://proxy.example/v1/customers/${customerId}/qualifications`;
  for (const thrown of [
    () => Object.assign(new Error("ky's"), { response: response() }),
    () => Object.assign(new Error("got's"), { response: { statusCode: status, headers, body: JSON.stringify(body) } }),
    () => Object.assign(new Error("got's, parsed"), { response: { statusCode: status, headers, body } }),
    () => Object.assign(new Error("axios's"), { response: { status, headers, data: body, config: { url: address } } }),
    () => Object.assign(new Error("ofetch's"), { response: used(response()), data: body }),
    () => ({ response: null, status, headers, data: new TextEncoder().encode(JSON.stringify(body)) }),
    () => ({ response: { status, headers, data: body, url: `${address}/?key=1` } }),
    () => ({
      response: { status, headers, data: body, url: `https://proxy.example/?to=${encodeURIComponent(address)}` },
    }),
    response,
  ]) {
    const cause = thrown();
    const { error, requests } = await create(() => Promise.reject(cause), { retry: {} });
    expect(error).toMatchObject({ ...expected, description: "a" });
    expect(error.cause).toBe(cause);
    expect(requests).toHaveLength(1);
  }
});

test.each([
  [
    "a stream as data",
    { response: { status: 409, data: Readable.from(["a"]) } },
    { status: 409, outcome: "not-applied" },
  ],
  ["data that is not JSON", { response: { status: 409, data: { code: 1n } } }, { status: 409, outcome: "not-applied" }],
  ["a 201 that was read", { response: { status: 201 } }, { status: 201, outcome: "applied" }],
])("a response that a wrapper throws, with %s, is not requested again", async (_, cause, expected) => {
  const { error, requests } = await create(() => Promise.reject(cause), { retry: {} });
  expect(error).toMatchObject(expected);
  expect(requests).toHaveLength(1);
});

test("a 201 that a wrapper throws is a success", async () => {
  const { reply } = await create(() => Promise.reject({ response: created() }));
  expect(reply?.data).toEqual(stateOwned);
});

const elsewhere = { status: 403, headers: {}, data: "no", config: { url: "https://audit.example/log" } };

test.each([
  ["a status alone", { status: 401 }],
  ["the response of another address", { response: elsewhere }],
])("an error with %s is not a response of Partner Center", async (_, fields) => {
  const cause = Object.assign(new Error("a"), fields);
  const { error } = await create(() => Promise.reject(cause), { token: async () => "any" });
  expect(error).toMatchObject({ code: "network", outcome: "unknown", attempts: 1, cause });
});

test("of a failure whose body stalls, the part that came is read, and the rest is given up", async () => {
  const cancel = vi.fn();
  const text = JSON.stringify({ code: 1, description: "a" });
  const start = (controller: ReadableStreamDefaultController) => controller.enqueue(new TextEncoder().encode(text));
  const stalling = () => new Response(new ReadableStream({ start, cancel }), { status: 409 });
  vi.useFakeTimers();
  const { error } = await after(5000, create(stalling)).finally(() => vi.useRealTimers());
  expect(error).toMatchObject({ code: "api", status: 409, errorCode: "1", description: "a" });
  expect(cancel).toHaveBeenCalledTimes(1);
});

test("a stream of Node's that stalls is destroyed, and an iterator that ignores it is read no further", async () => {
  vi.useFakeTimers();
  const stalled = new Readable({ read() {} });
  let count = 0;
  const endless = { next: () => new Promise((next) => setTimeout(next, 100, { value: new Uint8Array([++count]) })) };
  for (const body of [stalled, { [Symbol.asyncIterator]: () => endless }]) {
    const { error } = await after(
      5000,
      create(() => ({ status: 409, body })),
    );
    expect(error).toMatchObject({ code: "api", status: 409 });
  }
  expect(stalled.destroyed).toBe(true);
  await vi.advanceTimersByTimeAsync(5000);
  vi.useRealTimers();
  expect(count).toBeLessThan(53);
});

test("a body that breaks off while it is read is retried with the same id", async () => {
  const broken = async function* () {
    yield bytes.subarray(0, 5);
    throw new Error("aborted");
  };
  const bodies = [broken(), chunks()];
  const { reply, requests } = await create(() => ({ ...answered, body: bodies.shift() }), { retry: { baseDelay: 0 } });
  expect(reply?.data).toEqual(stateOwned);
  expect(new Set(requests.map(({ headers }) => headers.get("MS-RequestId"))).size).toBe(1);
  expect(requests).toHaveLength(2);
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
  expect(end).not.toHaveBeenCalled();
  const { error } = await read(respond, { maxResponseSize: list.length - 1 });
  expect(error).toMatchObject({ issues: [{ keyword: "size", message: `is larger than ${list.length - 1} bytes` }] });
  expect(end).toHaveBeenCalledTimes(ends ? 1 : 0);
});

test("text() that fails is a lost connection", async () => {
  const lost = new Error("aborted");
  const { error } = await create(() => ({ status: 201, text: () => Promise.reject(lost) }));
  expect(error).toMatchObject({ code: "network", outcome: "unknown", cause: lost });
});

test("joins a character that is split between two chunks", async () => {
  const single = [...new TextEncoder().encode('[{"qualification":"Ä"}]')].map((byte) => Uint8Array.of(byte));
  const { reply } = await read(() => ({ status: 200, body: Readable.from(single) }) as FetchResponse);
  expect(reply?.data).toEqual([{ qualification: "Ä" }]);
});
