import { getEventListeners } from "node:events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type BulkResult, type InvalidRequestError, readQualifications } from "../src/index.js";
import { customerId, failureOf, observedClient } from "./support.js";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const ids = (count: number) =>
  Array.from({ length: count }, (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`);

/** A client that answers after 10 ms, and how many requests were in flight at the most. */
function slowClient(respond: (url: string) => Response = () => Response.json([])) {
  let open = 0;
  let most = 0;
  // The client's default: that no call retries a 429 by itself is part of what is tested.
  const options = { retry: {} };
  const { client, requests } = observedClient(async ({ url }) => {
    open += 1;
    most = Math.max(most, open);
    await new Promise((resolve) => setTimeout(resolve, 10));
    open -= 1;
    return respond(url);
  }, options);
  return { client, requests, most: () => most };
}

async function all(items: AsyncIterable<BulkResult>): Promise<BulkResult[]> {
  const collected: BulkResult[] = [];
  const collecting = (async () => {
    for await (const item of items) collected.push(item);
  })();
  collecting.catch(() => {});
  await vi.advanceTimersByTimeAsync(600_000);
  await collecting;
  return collected;
}

test("reads every customer once, with bounded concurrency", async () => {
  const { client, most } = slowClient();
  const items = await all(readQualifications(client, ids(100), { concurrency: 5 }));
  expect(items.map(({ customerId }) => customerId).sort()).toEqual(ids(100));
  expect(items.every((item) => item.ok && item.reply.data.length === 0)).toBe(true);
  expect(most()).toBe(5);
});

test("yields the error of a customer that fails, and goes on", async () => {
  const { client } = slowClient((url) =>
    url.includes("0001/") ? Response.json({}, { status: 404 }) : Response.json([]),
  );
  const items = await all(readQualifications(client, ["contoso", ...ids(3)]));
  const codes = Object.fromEntries(
    items.map((item) => [item.customerId.slice(-4), item.ok ? undefined : (item.error as { code: string }).code]),
  );
  expect(codes).toEqual({ toso: "invalid_request", "0000": undefined, "0001": "api", "0002": undefined });
});

/** A client whose service refuses some customers with `Retry-After: 1`, and when each of the others was read. */
function hotClient(isRefused: (url: string) => boolean) {
  const read = new Map<string, number>();
  const started = performance.now();
  const { client, requests } = slowClient((url) => {
    if (isRefused(url)) return Response.json({}, { status: 429, headers: { "Retry-After": "1" } });
    read.set(url, performance.now() - started);
    return Response.json([]);
  });
  return { client, requests, slowest: () => Math.max(...read.values()) };
}

test.each([[["0003/"]], [["0003/", "0004/"]], [["0003/", "0200/"]]])(
  "customers %j that are always throttled wait alone, and the others are read as fast as without them",
  async (hot) => {
    const { client, requests, slowest } = hotClient((url) => hot.some((id) => url.includes(id)));
    const results = await all(readQualifications(client, ids(400)));
    expect(results.filter(({ ok }) => !ok)).toHaveLength(hot.length);
    // 400 customers, 8 at once, 10 ms each.
    expect(slowest()).toBeLessThan(550);
    expect(requests).toHaveLength(400 - hot.length + 21 * hot.length);
  },
);

/** Read by index: which of many customers are always throttled. */
const indexOf = (url: string) => Number(/(\d{12})\/qualifications/.exec(url)?.[1]);

test.each<[string, (index: number) => boolean]>([
  ["three in a row", (index) => index >= 50 && index < 53],
  ["ten in a row", (index) => index >= 50 && index < 60],
  ["nine, spread", (index) => index % 45 === 3],
])("%s that are always throttled neither slow the others down nor each other", async (_, isHot) => {
  const { client, slowest } = hotClient((url) => isHot(indexOf(url)));
  const started = performance.now();
  let finished = Number.NaN;
  const reading = (async () => {
    let read = 0;
    for await (const { ok } of readQualifications(client, ids(400))) read += ok ? 1 : 0;
    finished = performance.now() - started;
    return read;
  })();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await reading).toBe(400 - ids(400).filter((_, index) => isHot(index)).length);
  // Of ten in a row, the first ones look like the partner's limit, and cost one pause.
  expect(slowest()).toBeLessThan(3000);
  // 20 retries, each after one to one and a half seconds.
  expect(finished).toBeLessThan(33_000);
});

test("a customer that is throttled twice slows nobody down", async () => {
  let left = 2;
  const { client, slowest } = hotClient((url) => url.includes("0003/") && left-- > 0);
  const results = await all(readQualifications(client, ids(2000)));
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect(slowest()).toBeLessThan(4000);
});

test("customers that began after a refusal and are refused as well make all wait, and none is lost", async () => {
  const times: number[] = [];
  const began = performance.now();
  const { client } = slowClient(() => {
    const time = performance.now() - began;
    times.push(time);
    const refused = time > 100 && time < 30_000;
    return refused ? Response.json({}, { status: 429, headers: { "Retry-After": "30" } }) : Response.json([]);
  });
  const results = await all(readQualifications(client, ids(100), { concurrency: 4 }));
  expect(results.filter(({ ok }) => ok)).toHaveLength(100);
  // Those in flight at the first refusal, and two more.
  expect(times.filter((time) => time > 100 && time < 30_000).length).toBeLessThanOrEqual(6);
});

test("two that began in the same millisecond, one accepted and one refused: the rate is learned from the one", async () => {
  for (let run = 0; run < 100; run += 1) {
    let second = { since: 0, taken: 0 };
    const refused = new Map<string, number>();
    const { client } = slowClient((url) => {
      if (performance.now() - second.since >= 1000) second = { since: performance.now(), taken: 0 };
      second.taken += 1;
      if (second.taken === 1) return Response.json([]);
      refused.set(url, (refused.get(url) ?? 0) + 1);
      return Response.json({}, { status: 429, headers: { "Retry-After": "1" } });
    });
    await all(readQualifications(client, ids(30), { concurrency: 30 }));
    expect(Math.max(...refused.values())).toBeLessThan(8);
  }
});

test("many customers that are refused together by the partner's limit are all read at last", async () => {
  let second = { since: 0, taken: 0 };
  const { client } = slowClient(() => {
    if (performance.now() - second.since >= 1000) second = { since: performance.now(), taken: 0 };
    second.taken += 1;
    return second.taken > 1 ? Response.json({}, { status: 429, headers: { "Retry-After": "1" } }) : Response.json([]);
  });
  const results = await all(readQualifications(client, ids(30), { concurrency: 30 }));
  expect(results.filter(({ ok }) => ok)).toHaveLength(30);
});

test("with `maxThrottled: 0` a throttled customer fails immediately, and its event is an error", async () => {
  const events: string[] = [];
  const { client, requests } = observedClient(
    () => Response.json({}, { status: 429, headers: { "Retry-After": "1" } }),
    { onEvent: ({ type }) => events.push(type) },
  );
  const results = await all(readQualifications(client, ids(1), { maxThrottled: 0 }));
  expect(results).toMatchObject([{ ok: false, error: { code: "throttled" } }]);
  expect(requests).toHaveLength(1);
  expect(events).toEqual(["request", "response", "error"]);
});

test("a 429 that is retried is reported as a retry, and not as an error", async () => {
  const events: string[] = [];
  let left = 1;
  const { client } = observedClient(
    () => (left-- > 0 ? Response.json({}, { status: 429, headers: { "Retry-After": "1" } }) : Response.json([])),
    { retry: {}, onEvent: ({ type }) => events.push(type) },
  );
  expect(await all(readQualifications(client, ids(1)))).toMatchObject([{ ok: true }]);
  expect(events).toEqual(["request", "response", "retry", "request", "response", "success"]);
});

test("a client with `retry: false` retries a throttled customer, and nothing else", async () => {
  let left = 1;
  const { client, requests } = observedClient(({ url }) => {
    if (url.includes("0001/")) return Response.json({}, { status: 503 });
    return left-- > 0 ? Response.json({}, { status: 429 }) : Response.json([]);
  });
  const results = await all(readQualifications(client, ids(2)));
  expect(results.map(({ customerId, ok }) => [customerId.slice(-4), ok]).sort()).toEqual([
    ["0000", true],
    ["0001", false],
  ]);
  expect(requests).toHaveLength(3);
});

test("a customer that is always throttled is given up after its retries", async () => {
  const { client } = slowClient(() => Response.json({}, { status: 429, headers: { "Retry-After": "1" } }));
  const [item] = await all(readQualifications(client, [customerId]));
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

test("rejects with the reason of an abort, in a pause too, and leaves no listener", async () => {
  const controller = new AbortController();
  const { client } = slowClient(() => Response.json({}, { status: 429, headers: { "Retry-After": "30" } }));
  const failure = failureOf(all(readQualifications(client, ids(10), { signal: controller.signal })));
  await vi.advanceTimersByTimeAsync(1000);
  const reason = new Error("enough");
  controller.abort(reason);
  expect(await failure).toBe(reason);
  expect(getEventListeners(controller.signal, "abort")).toEqual([]);
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

test.each([0, -1, 1.5, Number.NaN, "4"])("refuses a concurrency of %s", async (concurrency) => {
  const { client, requests } = slowClient();
  const failure = await failureOf(all(readQualifications(client, ids(2), { concurrency: concurrency as number })));
  expect(failure).toMatchObject({ code: "invalid_request", issues: [{ pointer: "/concurrency" }] });
  expect(requests).toEqual([]);
});

test("honors an abort while the source is pending", async () => {
  async function* source() {
    yield customerId;
    await new Promise<never>(() => {});
  }
  const controller = new AbortController();
  const { client } = slowClient();
  const failure = failureOf(all(readQualifications(client, source(), { signal: controller.signal })));
  await vi.advanceTimersByTimeAsync(1000);
  const reason = new Error("enough");
  controller.abort(reason);
  expect(await failure).toBe(reason);
});

test("fails immediately after a Retry-After over maxRetryAfter, and after isRetryable: false", async () => {
  for (const [seconds, body] of [
    ["99999999999", {}],
    ["61", {}],
    ["1", { isRetryable: false }],
  ] as const) {
    const { client, requests } = slowClient(() =>
      Response.json(body, { status: 429, headers: { "Retry-After": seconds } }),
    );
    const [item] = await all(readQualifications(client, [customerId]));
    expect(item).toMatchObject({ ok: false, error: { code: "throttled" } });
    expect(requests).toHaveLength(1);
  }
});

test("waits at least 100 ms for Retry-After: 0", async () => {
  const { client, requests } = slowClient(() => Response.json({}, { status: 429, headers: { "Retry-After": "0" } }));
  const reading = readQualifications(client, [customerId]).next();
  await vi.advanceTimersByTimeAsync(1000);
  expect(requests.length).toBeLessThanOrEqual(10);
  await vi.advanceTimersByTimeAsync(60_000);
  expect((await reading).value).toMatchObject({ error: { code: "throttled" } });
});

test.each<[string, () => object]>([
  ["has ended", () => ({ done: true, value: undefined })],
  [
    "failed",
    () => {
      throw new Error("no connection");
    },
  ],
])("does not close a source that %s", async (_, next) => {
  const close = vi.fn();
  const source = { [Symbol.iterator]: () => ({ next, return: close }) };
  await all(readQualifications(slowClient().client, source as never)).catch(() => {});
  expect(close).not.toHaveBeenCalled();
});

test.each([undefined, customerId, {}])("refuses %j as customerIds, and leaves no listener", async (customers) => {
  const { signal } = new AbortController();
  const { client } = slowClient();
  const failure = await failureOf(all(readQualifications(client, customers as never, { signal })));
  expect(failure).toMatchObject({ code: "invalid_request", issues: [{ pointer: "/customerIds" }] });
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test.each([
  ["/signal", { signal: {} }],
  ["/concurrency", { concurrency: 8n }],
])("refuses a wrong %s before an id is taken", async (pointer, options) => {
  const taken = vi.fn(ids(1).values.bind(ids(1)));
  const source = { [Symbol.iterator]: taken };
  const failure = await failureOf(all(readQualifications(slowClient().client, source, options as never)));
  expect(failure).toMatchObject({ code: "invalid_request" });
  expect((failure as InvalidRequestError).issues[0]?.pointer).toBe(pointer);
  expect(taken).not.toHaveBeenCalled();
});

test("accepts null as options", async () => {
  expect(await all(readQualifications(slowClient().client, ids(2), null as never))).toHaveLength(2);
});

test("an abort does not wait for a source that never closes", async () => {
  const { client } = slowClient();
  const given = new AbortController();
  const next = () => ({ done: false, value: customerId });
  const source = { [Symbol.asyncIterator]: () => ({ next, return: () => new Promise(() => {}) }) };
  const items = readQualifications(client, source as never, { concurrency: 1, signal: given.signal });
  const reading = items.next().catch((reason: unknown) => reason);
  await vi.advanceTimersByTimeAsync(5);
  given.abort("enough");
  await vi.advanceTimersByTimeAsync(1);
  expect(await Promise.race([reading, "still in flight"])).toBe("enough");
});

test("after half a minute of refusals the rate is as high as before", async () => {
  const began = Date.now();
  let refused = 0;
  const { client } = slowClient(() => {
    const second = (Date.now() - began) / 1000;
    if (second < 5 || second > 30) return Response.json([]);
    refused += 1;
    return Response.json({}, { status: 429, headers: { "Retry-After": "1" } });
  });
  let finished = Number.NaN;
  const reading = (async () => {
    for await (const { ok } of readQualifications(client, ids(10_000))) expect(ok).toBe(true);
    finished = Date.now();
  })();
  await vi.advanceTimersByTimeAsync(120_000);
  // 800 a second before; half a minute of refusals, and at most as much again until the next attempt.
  expect(finished - began).toBeLessThan(90_000);
  // From 36 to 92 in forty runs, as pauses are random; a client that knew no rate would be refused thousands of times.
  expect(refused).toBeLessThan(150);
  await reading;
});
