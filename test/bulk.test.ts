import { getEventListeners } from "node:events";
import { expect, test, vi } from "vitest";
import { limits } from "../bench/limits.js";
import { ApiError, type BulkResult, readQualifications } from "../src/index.js";
import { after, customerId, failureOf, idsOf as ids, never, observedClient, useFakeTimers } from "./support.js";

useFakeTimers();

const none = () => Response.json([]);
const throttled = (seconds: string | number = 1, body = {}) =>
  Response.json(body, { status: 429, headers: { "Retry-After": String(seconds) } });

/** A client that answers after 10 ms, and how many requests were in flight at the most. */
function slowClient(respond: (url: string) => Response = none) {
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

test("reads every customer once, with bounded concurrency", async () => {
  const { client, most } = slowClient();
  const items = await all(readQualifications(client, ids(100), { concurrency: 5 }));
  expect(items.map(({ customerId }) => customerId).sort()).toEqual(ids(100));
  expect(items.every((item) => item.ok && item.reply.data.length === 0)).toBe(true);
  expect(most()).toBe(5);
});

test("yields the error of a customer that fails, and goes on", async () => {
  const { client } = slowClient((url) => (url.includes("0001/") ? new Response("", { status: 404 }) : none()));
  const items = await all(readQualifications(client, ["contoso", ...ids(3)]));
  const codes = items.map((item) => [item.customerId.slice(-4), item.ok || (item.error as { code: string }).code]);
  const expected = { toso: "invalid_request", "0000": true, "0001": "api", "0002": true };
  expect(Object.fromEntries(codes)).toEqual(expected);
});

/** A client whose service refuses some requests, and when the others and the last of all was read. */
function hotClient(isRefused: (index: number, url: string) => boolean) {
  const started = performance.now();
  const times: number[] = [];
  const { client, requests } = slowClient((url) => {
    if (isRefused(Number(/(\d{12})\/qualifications/.exec(url)?.[1]), url)) return throttled();
    times.push(performance.now() - started);
    return none();
  });
  const readAll = async (count: number, options = {}) => {
    let [read, finished] = [0, 0];
    const reading = async () => {
      for await (const { ok } of readQualifications(client, ids(count), options)) read += ok ? 1 : 0;
      finished = performance.now() - started;
    };
    await after(600_000, reading());
    return { read, finished, slowest: Math.max(...times), sent: requests.length };
  };
  return { readAll };
}

test.each<[string, (index: number) => boolean, number]>([
  // 400 customers, 8 at once, 10 ms each.
  ["one", (index) => index === 3, 550],
  ["two in a row", (index) => index === 3 || index === 4, 550],
  ["two apart", (index) => index === 3 || index === 200, 550],
  // The first ones look like the partner's limit, and cost one pause.
  ["three in a row", (index) => index >= 50 && index < 53, 3000],
  ["ten in a row", (index) => index >= 50 && index < 60, 3000],
  ["nine, spread", (index) => index % 45 === 3, 3000],
])("of 400 customers, %s that are always throttled wait alone, and slow nobody down", async (_, isHot, ms) => {
  const hot = ids(400).filter((_, index) => isHot(index)).length;
  const { read, finished, slowest, sent } = await hotClient(isHot).readAll(400);
  expect([read, sent]).toEqual([400 - hot, 400 + 20 * hot]);
  expect(slowest).toBeLessThan(ms);
  // 20 retries, each after one to one and a half seconds.
  expect(finished).toBeLessThan(33_000);
});

test("a fifth of 2,000 customers, scattered, that are always throttled do not hold up the others", async () => {
  const isHot = (index: number) => Math.abs(Math.sin(index) * 10_000) % 5 < 1;
  const { slowest } = await hotClient(isHot).readAll(2000, { concurrency: 4 });
  // 10,000 requests, 4 at once, 10 ms each, are 25 seconds; the others alone 4.
  expect(slowest).toBeLessThan(15_000);
});

test("a long list whose customers are refused does not fill the memory", async () => {
  let [taken, read] = [0, 0];
  const source = function* () {
    for (const id of ids(50_000)) {
      taken += 1;
      yield id;
    }
  };
  // A whole client would take seconds more.
  const refusals = new Map<string, number>();
  const refused = new ApiError(429, {}, { attempts: 1, outcome: "not-applied" }, 100);
  const getQualifications = async (id: string) => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    const before = refusals.get(id) ?? 0;
    refusals.set(id, before + 1);
    if (before < 3) throw refused;
    return {} as never;
  };
  const given = new AbortController();
  const reading = async () => {
    for await (const _ of readQualifications({ getQualifications }, source(), { signal: given.signal })) read += 1;
  };
  const ended = reading().catch((reason) => reason);
  await vi.advanceTimersByTimeAsync(60_000);
  given.abort("enough");
  expect(await ended).toBe("enough");
  expect(taken - read).toBeLessThan(10_010);
});

test.each<[string, number, number, (index: number) => boolean, number]>([
  ["one of 2,000 is refused twice", 2000, 2, (index) => index === 3, 4],
  ["each of 400 is refused once", 400, 1, () => true, 40],
  ["each of 400 is refused twice", 400, 2, () => true, 60],
  ["nine of ten are refused once", 400, 1, (index) => index % 10 > 0, 60],
  ["a third is refused once", 1200, 1, (index) => index % 3 === 0, 30],
  ["the last hundred are refused once", 400, 1, (index) => index >= 300, 60],
])("customers with limits of their own wait alone: %s", async (_, count, times, isHot, seconds) => {
  const refusals = new Map<number, number>();
  const { read, finished } = await hotClient((index) => {
    const before = refusals.get(index) ?? 0;
    refusals.set(index, before + 1);
    return isHot(index) && before < times;
  }).readAll(count);
  expect(read).toBe(count);
  expect(finished / 1000).toBeLessThan(seconds);
});

test("customers that began after a refusal and are refused as well make all wait, and none is lost", async () => {
  const began = performance.now();
  let refused = 0;
  const { client } = slowClient(() => {
    const time = performance.now() - began;
    if (time <= 100 || time >= 30_000) return none();
    refused += 1;
    return throttled(30);
  });
  const results = await all(readQualifications(client, ids(100), { concurrency: 4 }));
  expect(results.filter(({ ok }) => ok)).toHaveLength(100);
  // Those in flight at the first refusal, and two more.
  expect(refused).toBeLessThanOrEqual(6);
});

test("a token bucket, which refuses few in a row, is the partner's limit as well", async () => {
  const takes = limits["token bucket"]?.() ?? (() => true);
  // Three at once, 10 ms each, are half as many again as the bucket takes.
  const { read, sent } = await hotClient(() => !takes()).readAll(4000, { concurrency: 3 });
  expect(read).toBe(4000);
  // A client that does not notice the limit is refused 1,500 times.
  expect(sent - read).toBeLessThan(500);
});

test("two that began in the same millisecond, one accepted and one refused: the rate is learned from the one", async () => {
  for (let run = 0; run < 100; run += 1) {
    const refused = new Map<string, number>();
    let since = 0;
    const { readAll } = hotClient((_, url) => {
      // A limit of one a second.
      const exceeds = performance.now() - since < 1000 && since > 0;
      if (exceeds) refused.set(url, (refused.get(url) ?? 0) + 1);
      else since = performance.now();
      return exceeds;
    });
    const { read } = await readAll(30, { concurrency: 30 });
    expect(read).toBe(30);
    expect(Math.max(...refused.values())).toBeLessThan(8);
  }
});

test("with `maxThrottled: 0` a throttled customer fails immediately, and its event is an error", async () => {
  const { client, events } = observedClient(() => throttled());
  const results = await all(readQualifications(client, ids(1), { maxThrottled: 0 }));
  expect(results).toMatchObject([{ ok: false, error: { code: "throttled" } }]);
  expect(events.map(({ type }) => type)).toEqual(["request", "response", "error"]);
});

test("a 429 that is retried is reported as a retry, and not as an error; null is no options", async () => {
  let left = 1;
  const { client, events } = observedClient(() => (left-- > 0 ? throttled() : none()), { retry: {} });
  expect(await all(readQualifications(client, ids(1), null as never))).toMatchObject([{ ok: true }]);
  const types = ["request", "response", "retry", "request", "response", "success"];
  expect(events.map(({ type }) => type)).toEqual(types);
});

test("a client with `retry: false` retries a throttled customer, and nothing else", async () => {
  let left = 1;
  const { client, requests } = observedClient(({ url }) => {
    if (url.includes("0001/")) return new Response("", { status: 503 });
    return left-- > 0 ? new Response("", { status: 429 }) : none();
  });
  const results = await all(readQualifications(client, ids(2)));
  const ended = results.map(({ customerId, ok }) => [customerId.slice(-1), ok]);
  expect(Object.fromEntries(ended)).toEqual({ 0: true, 1: false });
  expect(requests).toHaveLength(3);
});

test("a customer that is always throttled is given up after its retries", async () => {
  const [item] = await all(readQualifications(slowClient(() => throttled()).client, [customerId]));
  expect(item).toMatchObject({ ok: false, error: { code: "throttled", retryAfter: 1000 } });
});

test("takes the next id only when there is room, and closes the source when the consumer stops", async () => {
  let taken = 0;
  let closed = false;
  async function* source() {
    try {
      for (const id of ids(1000)) {
        taken += 1;
        yield id;
      }
    } finally {
      closed = true;
    }
  }
  const { client, requests } = slowClient();
  const items = readQualifications(client, source(), { concurrency: 3 });
  const first = items.next();
  await vi.advanceTimersByTimeAsync(1000);
  await first;
  expect(taken).toBeLessThanOrEqual(4);
  await items.return();
  expect(closed).toBe(true);
  await vi.advanceTimersByTimeAsync(1000);
  expect(requests.length).toBeLessThanOrEqual(4);
});

test("an abort while the consumer is busy ends what is in flight, and nothing is sent after it", async () => {
  const aborts: unknown[] = [];
  const { client, requests } = observedClient(({ url }, { signal }) => {
    if (/000[01]\//.test(url)) return Response.json([]);
    return new Promise((_, reject) => {
      signal?.addEventListener("abort", () => reject(aborts.push(signal.reason)));
    });
  });
  const given = new AbortController();
  let taken = 0;
  function* source() {
    for (const id of ids(9)) {
      taken += 1;
      yield id;
    }
  }
  const items = readQualifications(client, source(), { concurrency: 4, signal: given.signal });
  expect((await items.next()).value).toMatchObject({ customerId: ids(1)[0] });
  await vi.advanceTimersByTimeAsync(0);
  const [sent, asked] = [requests.length, taken];
  expect(sent).toBeGreaterThan(2);
  given.abort("enough");
  await vi.advanceTimersByTimeAsync(0);
  expect(aborts).toEqual(Array(sent - 2).fill("enough"));
  await expect(items.next()).rejects.toBe("enough");
  expect([requests.length, taken]).toEqual([sent, asked]);
});

test("a source that fails to close does not hide why it was closed", async () => {
  const { client } = slowClient();
  const given = new AbortController();
  const source = {
    [Symbol.iterator]: () => ({
      next: () => ({ done: false, value: customerId }),
      return: () => {
        throw new Error("no connection to close");
      },
    }),
  } as Iterable<string>;
  const aborted = readQualifications(client, source, { concurrency: 1, signal: given.signal });
  const reading = aborted.next();
  await vi.advanceTimersByTimeAsync(5);
  given.abort("enough");
  await expect(reading).rejects.toBe("enough");
  const left = readQualifications(client, source, { concurrency: 1 });
  const first = left.next();
  await vi.advanceTimersByTimeAsync(10);
  await first;
  await expect(left.return()).rejects.toThrow("no connection to close");
});

test("a source that fails ends it with that error, once what is in flight has completed", async () => {
  function* source() {
    yield customerId;
    throw new Error("line 2 is no id");
  }
  const { client } = slowClient();
  const items = readQualifications(client, source());
  const first = items.next();
  await vi.advanceTimersByTimeAsync(1000);
  expect((await first).value).toMatchObject({ customerId });
  expect((await failureOf(items.next())).message).toBe("line 2 is no id");
});

async function* silent() {
  yield customerId;
  await never();
}
const unclosable = {
  [Symbol.asyncIterator]: () => ({ next: () => ({ done: false, value: customerId }), return: never }),
} as never;

test.each<[string, Iterable<string> | AsyncIterable<string>, () => Response]>([
  ["in a pause", ids(10), () => throttled(30)],
  ["while the source is pending", silent(), none],
  ["without waiting for a source that never closes", unclosable, none],
])("rejects with the reason of an abort %s, and leaves no listener", async (_, source, respond) => {
  const given = new AbortController();
  const items = readQualifications(slowClient(respond).client, source, { concurrency: 1, signal: given.signal });
  const collecting = async () => {
    for await (const _ of items);
  };
  const ended = collecting().catch((reason: unknown) => reason);
  await vi.advanceTimersByTimeAsync(1005);
  given.abort("enough");
  await vi.advanceTimersByTimeAsync(1);
  expect(await Promise.race([ended, "still in flight"])).toBe("enough");
  expect(getEventListeners(given.signal, "abort")).toEqual([]);
});

test.each([
  ["99999999999", {}],
  ["61", {}],
  ["1", { isRetryable: false }],
])("fails immediately after a 429 with Retry-After: %s and the body %j", async (seconds, body) => {
  const { client, requests } = slowClient(() => throttled(seconds, body));
  const [item] = await all(readQualifications(client, [customerId]));
  expect(item).toMatchObject({ ok: false, error: { code: "throttled" } });
  expect(requests).toHaveLength(1);
});

const ended = () => ({ done: true, value: undefined });
const failing = vi.fn(ended).mockThrow(new Error("no connection"));

test.each([
  ["has ended", ended],
  ["failed", failing],
])("does not close a source that %s", async (_, next) => {
  const close = vi.fn();
  const source = { [Symbol.iterator]: () => ({ next, return: close }) };
  await all(readQualifications(slowClient().client, source as never)).catch(() => {});
  expect(close).not.toHaveBeenCalled();
});

test("waits at least 100 ms for Retry-After: 0", async () => {
  const { client, requests } = slowClient(() => throttled(0));
  const reading = readQualifications(client, [customerId]).next();
  await vi.advanceTimersByTimeAsync(1000);
  expect(requests.length).toBeLessThanOrEqual(10);
  expect((await after(60_000, reading)).value).toMatchObject({ error: { code: "throttled" } });
});

test.each<[string, unknown, object?]>([
  ["/customerIds", undefined],
  ["/customerIds", customerId],
  ["/customerIds", {}],
  ...[0, -1, 1.5, Number.NaN, "4", 8n].map((concurrency): [string, null, object] => [
    "/concurrency",
    null,
    { concurrency },
  ]),
  ["/signal", null, { signal: {} }],
  ["/maxThrottled", null, { maxThrottled: 1.5 }],
])("refuses a wrong %s before an id is taken (%#)", async (pointer, customers, wrong) => {
  const taken = vi.fn(() => ids(1).values());
  const { signal } = new AbortController();
  const { client, requests } = slowClient();
  const source = customers === null ? { [Symbol.iterator]: taken } : customers;
  const failure = await failureOf(all(readQualifications(client, source as never, { signal, ...wrong } as object)));
  expect(failure).toMatchObject({ code: "invalid_request", issues: [{ pointer }] });
  expect([taken.mock.calls, requests]).toEqual([[], []]);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("after half a minute of refusals the rate is as high as before", async () => {
  const began = Date.now();
  let refused = 0;
  const { readAll } = hotClient(() => {
    const second = (Date.now() - began) / 1000;
    const isRefused = second >= 5 && second <= 30;
    if (isRefused) refused += 1;
    return isRefused;
  });
  const { read, finished } = await readAll(10_000);
  expect(read).toBe(10_000);
  // 800 a second before; half a minute of refusals, and at most as much again until the next attempt.
  expect(finished).toBeLessThan(90_000);
  // From 36 to 92 in forty runs, as pauses are random; a client that knew no rate would be refused thousands of times.
  expect(refused).toBeLessThan(150);
});
