import { getEventListeners } from "node:events";
import { expect, test, vi } from "vitest";
import { limit, limits } from "../bench/limits.js";
import { ApiError, type BulkResult, readQualifications } from "../src/index.js";
import { after, customerId, failing, idsOf, inTurn, never, none, observedClient, useFakeTimers } from "./support.js";

useFakeTimers();

const throttled =
  (seconds: string | number = 1, body = {}) =>
  () =>
    Response.json(body, { status: 429, headers: { "Retry-After": String(seconds) } });

/** A client that answers after 10 ms, and how many requests were in flight at the most. */
function slowClient(respond: (url: string) => Response | Promise<Response> = none) {
  let open = 0;
  let most = 0;
  const slowly = async ({ url }: { url: string }) => {
    open += 1;
    most = Math.max(most, open);
    await new Promise((resolve) => setTimeout(resolve, 10));
    open -= 1;
    return respond(url);
  };
  // The client's default: that no call retries a 429 by itself is part of what is tested.
  const { client, requests } = observedClient(slowly, { retry: {} });
  return { client, requests, most: () => most };
}

async function all(items: AsyncIterable<BulkResult>): Promise<BulkResult[]> {
  const collected: BulkResult[] = [];
  const collecting = async () => {
    for await (const item of items) collected.push(item);
    return collected;
  };
  return after(600_000, collecting());
}

/** So many ids, how many of them were taken, and whether their source was closed. */
function countedIds(count: number) {
  const seen = { taken: 0, closed: false };
  function* source() {
    try {
      for (const id of idsOf(count)) {
        seen.taken += 1;
        yield id;
      }
    } finally {
      seen.closed = true;
    }
  }
  return { source: source(), seen };
}

test("reads every customer once, with bounded concurrency, and goes on after one that fails", async () => {
  const { client, most } = slowClient((url) => (url.includes("0001/") ? failing(404)() : none()));
  const items = await all(readQualifications(client, ["contoso", ...idsOf(100)], { concurrency: 5 }));
  expect(items.map(({ customerId }) => customerId).sort()).toEqual([...idsOf(100), "contoso"]);
  const errors = items.flatMap((item) => (item.ok ? [] : [[item.customerId.slice(-4), item.error]]));
  expect(Object.fromEntries(errors)).toMatchObject({ toso: { code: "invalid_request" }, "0001": { status: 404 } });
  expect(items.flatMap((item) => (item.ok ? [item.reply.data] : []))).toEqual(Array(99).fill([]));
  expect(most()).toBe(5);
});

/**
 * Reads so many customers, and returns how many were read and sent, and after how many milliseconds the last of them was
 * read and all was finished.
 */
async function readAll(count: number, isRefused: (index: number) => boolean, options = {}) {
  const started = performance.now();
  let lastRead = 0;
  const { client, requests } = slowClient((url) => {
    if (isRefused(Number(/(\d{12})\/qualifications/.exec(url)?.[1]))) return throttled()();
    lastRead = performance.now() - started;
    return none();
  });
  let [read, finished] = [0, 0];
  const reading = async () => {
    for await (const { ok } of readQualifications(client, idsOf(count), options)) read += ok ? 1 : 0;
    finished = performance.now() - started;
  };
  await after(600_000, reading());
  return { read, sent: requests.length, lastRead, finished };
}

test.each<[string, number, number, (index: number) => boolean, number]>([
  // 400 customers, 8 at once, 10 ms each, are half a second.
  ["one of 400 is always refused", 400, Infinity, (index) => index === 3, 0.55],
  ["two of 400 in a row are always refused", 400, Infinity, (index) => index === 3 || index === 4, 0.55],
  // The first ones look like the partner's limit, and cost one pause.
  ["ten of 400 in a row are always refused", 400, Infinity, (index) => index >= 50 && index < 60, 3],
  ["nine of 400, spread, are always refused", 400, Infinity, (index) => index % 45 === 3, 3],
  ["one of 2,000 is refused twice", 2000, 2, (index) => index === 3, 4],
  ["each of 400 is refused once", 400, 1, () => true, 40],
  ["a third is refused once", 1200, 1, (index) => index % 3 === 0, 30],
  ["the last hundred are refused once", 400, 1, (index) => index >= 300, 60],
])(
  "customers with limits of their own wait alone, and slow nobody down: %s",
  async (_, count, times, isHot, seconds) => {
    const hot = idsOf(count).filter((_, index) => isHot(index)).length;
    const refusals = new Map<number, number>();
    const { read, sent, lastRead, finished } = await readAll(count, (index) => {
      const before = refusals.get(index) ?? 0;
      refusals.set(index, before + 1);
      return isHot(index) && before < times;
    });
    expect(read).toBe(times > 20 ? count - hot : count);
    expect(sent).toBe(count + hot * Math.min(times, 20));
    expect(lastRead / 1000).toBeLessThan(seconds);
    // 20 retries, each after one to one and a half seconds.
    expect(finished / 1000).toBeLessThan(seconds + 33);
  },
);

test("a fifth of 2,000 customers, scattered, that are always refused do not hold up the others", async () => {
  const isHot = (index: number) => Math.abs(Math.sin(index) * 10_000) % 5 < 1;
  const { lastRead } = await readAll(2000, isHot, { concurrency: 4 });
  // 10,000 requests, 4 at once, 10 ms each, are 25 seconds; the others alone 4.
  expect(lastRead).toBeLessThan(15_000);
});

test("a long list whose customers are refused does not fill the memory", async () => {
  // A whole client would take seconds more.
  const refusals = new Map<string, number>();
  const getQualifications = async (id: string) => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    const before = refusals.get(id) ?? 0;
    refusals.set(id, before + 1);
    if (before < 3) throw new ApiError(429, {}, { attempts: 1, outcome: "not-applied" }, 100);
    return {} as never;
  };
  const { source, seen } = countedIds(50_000);
  let read = 0;
  const reading = async () => {
    for await (const _ of readQualifications({ getQualifications }, source)) read += 1;
  };
  reading();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(read).toBeGreaterThan(0);
  expect(seen.taken - read).toBeLessThan(10_010);
});

test.each([
  // Refused are those in flight at the first refusal, and five that begin after it.
  ["fixed second", 1000, 32, 37],
  ["token bucket", 1000, 32, 37],
  ["sliding second", 1000, 32, 37],
  // Three at once, 10 ms each, are half as many again as the bucket takes. A client that does not notice is refused 1,500 times.
  ["token bucket", 4000, 3, 500],
])(
  "keeps the rate of an undocumented %s limit of the partner: of %i, %i at once",
  async (name, count, concurrency, most) => {
    const takes = limits[name]?.() ?? (() => true);
    const { read, sent, finished } = await readAll(count, () => !takes(), { concurrency });
    expect(read).toBe(count);
    expect(sent - read).toBeLessThanOrEqual(most);
    const ideal = 1000 * (count / limit - 1);
    expect(ideal / finished).toBeGreaterThan(0.75);
  },
);

test("after half a minute of refusals the rate is as high as before", async () => {
  const began = Date.now();
  const isRefused = () => Date.now() - began >= 5000 && Date.now() - began <= 30_000;
  const { read, sent, finished } = await readAll(10_000, isRefused);
  expect(read).toBe(10_000);
  // 800 a second before; half a minute of refusals, and at most as much again until the next attempt.
  expect(finished).toBeLessThan(90_000);
  // Six after each pause of a second, and retries. A client that pauses nothing would be refused thousands of times.
  expect(sent - read).toBeLessThan(500);
});

test("after a pause only a few begin, until one is accepted", async () => {
  const began = Date.now();
  const { read, sent } = await readAll(2000, () => Date.now() - began <= 10_000, { concurrency: 64 });
  expect(read).toBe(2000);
  // Six in each of ten seconds, and retries; all that there is room for would be over 700.
  expect(sent - read).toBeLessThan(400);
});

test("a customer that waits has no place of `concurrency`", async () => {
  const { read, lastRead } = await readAll(100, (index) => index === 3, { concurrency: 1 });
  expect(read).toBe(99);
  // 100 customers, one at a time, 10 ms each.
  expect(lastRead).toBeLessThan(1050);
});

test("a limit of the partner and customers with limits of their own, at once", async () => {
  const takes = limits["fixed second"]?.() ?? (() => true);
  const { read, lastRead } = await readAll(2000, (index) => index % 100 === 3 || !takes());
  expect(read).toBe(1980);
  // 200 a second are 9 seconds, and the 20 are retried 400 times.
  expect(lastRead).toBeLessThan(16_000);
});

test("some customers always refused and others once are no reason to crawl", async () => {
  const retried = new Set<number>();
  const isRefused = (index: number) => {
    const isFirst = !retried.has(index);
    retried.add(index);
    return index % 10 === 3 || (index % 10 === 6 && isFirst);
  };
  const { read, lastRead } = await readAll(2000, isRefused);
  expect(read).toBe(1800);
  // 2,000 customers and 4,200 retries, 8 at once, 10 ms each, are 8 seconds.
  expect(lastRead).toBeLessThan(40_000);
});

const retried = ["request", "response", "retry", "request", "response", "success"];
const failed = ["request", "response", "error"];

test.each<[string, () => Response | Promise<Response>, object | null, string[]]>([
  ["a 429 is retried, also without options", throttled(), null, retried],
  ["a 429 without Retry-After is retried", failing(429), {}, retried],
  ["a Retry-After of a minute is waited for", throttled(60), {}, retried],
  ["a Retry-After above a minute fails", throttled(61), {}, failed],
  ["a Retry-After above maxRetryAfter fails", throttled(2), { maxRetryAfter: 1000 }, failed],
  ["a Retry-After that is longer than any timer fails", throttled("99999999999"), {}, failed],
  ["a 429 with isRetryable: false fails", throttled(1, { isRetryable: false }), {}, failed],
  ["a 429 fails with maxThrottled: 0", throttled(), { maxThrottled: 0 }, failed],
  ["a 503 fails, if the client retries nothing", failing(503), {}, failed],
])("%s; it is reported as a retry, or as an error", async (_, first, options, types) => {
  const { client, events } = observedClient(inTurn(first, none), { retry: false });
  const [item] = await all(readQualifications(client, [customerId], options as never));
  expect(events.map(({ type }) => type)).toEqual(types);
  expect(item?.ok).toBe(types === retried);
});

test("waits at least 100 ms for Retry-After: 0", async () => {
  const { client, requests } = slowClient(throttled(0));
  const reading = readQualifications(client, [customerId]).next();
  await vi.advanceTimersByTimeAsync(1000);
  expect(requests.length).toBeLessThanOrEqual(10);
  expect((await after(60_000, reading)).value).toMatchObject({ error: { code: "throttled" } });
});

test("takes the next id only when there is room, and closes the source when the consumer stops", async () => {
  const { source, seen } = countedIds(1000);
  const { client, requests } = slowClient();
  const items = readQualifications(client, source, { concurrency: 3 });
  await after(1000, items.next());
  expect(seen.taken).toBeLessThanOrEqual(4);
  await items.return();
  expect(seen.closed).toBe(true);
  await vi.advanceTimersByTimeAsync(1000);
  expect(requests.length).toBeLessThanOrEqual(4);
});

test("an abort while the consumer is busy discards what was read, and nothing is sent or taken after it", async () => {
  const { client, requests } = observedClient(none);
  const given = new AbortController();
  const { source, seen } = countedIds(9);
  const items = readQualifications(client, source, { concurrency: 4, signal: given.signal });
  expect((await items.next()).value).toMatchObject({ customerId: idsOf(1)[0] });
  await vi.advanceTimersByTimeAsync(0);
  const before = [requests.length, seen.taken];
  given.abort("enough");
  await expect(items.next()).rejects.toBe("enough");
  await vi.advanceTimersByTimeAsync(1000);
  expect([requests.length, seen.taken]).toEqual(before);
});

const endless = () => ({ done: false, value: customerId });
const sourceOf = (next: () => unknown, close: () => unknown) =>
  ({ [Symbol.asyncIterator]: () => ({ next, return: close }) }) as AsyncIterable<string>;

const unclosable = sourceOf(endless, vi.fn().mockThrow(new Error("no connection to close")));

test("a consumer that stops gets the error of a source that fails to close", async () => {
  const items = readQualifications(slowClient().client, unclosable, { concurrency: 1 });
  await after(10, items.next());
  await expect(items.return()).rejects.toThrow("no connection to close");
});

test("a source that fails ends it with that error, once what is in flight has completed, and is not closed", async () => {
  const close = vi.fn();
  const next = vi.fn<() => unknown>(endless).mockImplementationOnce(endless).mockThrow(new Error("line 2 is no id"));
  const items = readQualifications(slowClient().client, sourceOf(next, close));
  expect((await after(1000, items.next())).value).toMatchObject({ customerId });
  await expect(items.next()).rejects.toThrow("line 2 is no id");
  expect(close).not.toHaveBeenCalled();
});

test.each([
  ["while the source is pending", sourceOf(vi.fn<() => unknown>(never).mockImplementationOnce(endless), vi.fn())],
  ["without waiting for a source that never closes", sourceOf(endless, never)],
  ["and not with the error of a source that fails to close", unclosable],
])("rejects with the reason of an abort %s, and leaves no listener", async (_, source) => {
  const given = new AbortController();
  const items = readQualifications(slowClient().client, source, { concurrency: 1, signal: given.signal });
  const readingTwo = async () => [await items.next(), await items.next()];
  const ended = readingTwo().catch((reason: unknown) => reason);
  await vi.advanceTimersByTimeAsync(15);
  given.abort("enough");
  await vi.advanceTimersByTimeAsync(1);
  expect(await Promise.race([ended, "still in flight"])).toBe("enough");
  expect(getEventListeners(given.signal, "abort")).toEqual([]);
});

test.each<[string, object, string]>([
  ["/client", { client: {} }, "must be a client, with a function getQualifications"],
  ["/customerIds", { customerIds: undefined }, "must be a list or another iterable of ids"],
  ["/customerIds", { customerIds: customerId }, "must be a list or another iterable of ids"],
  ["/concurrency", { options: { concurrency: 0 } }, "must be a whole number of at least 1, or Infinity"],
  ["/concurrency", { options: { concurrency: 1.5 } }, "must be a whole number of at least 1, or Infinity"],
  ["/concurrency", { options: { concurrency: 8n } }, "must be a whole number of at least 1, or Infinity"],
  ["/signal", { options: { signal: {} } }, "must be an AbortSignal"],
  ["/maxThrottled", { options: { maxThrottled: 1.5 } }, "must be a whole number, or Infinity"],
  ["/maxRetryAfter", { options: { maxRetryAfter: -1 } }, "must be a number from 0 to Infinity"],
])("refuses a wrong %s before an id is taken: %o", async (pointer, wrong, message) => {
  const customerIds = { [Symbol.iterator]: vi.fn(() => idsOf(1).values()) };
  const { client, requests } = slowClient();
  const given = { client, customerIds, options: {}, ...wrong };
  const reading = all(readQualifications(given.client, given.customerIds, given.options));
  const told = expect.stringContaining(`${pointer} ${message}`);
  await expect(reading).rejects.toMatchObject({ code: "invalid_request", issues: [{ pointer }], message: told });
  expect(customerIds[Symbol.iterator]).not.toHaveBeenCalled();
  expect(requests).toEqual([]);
});
