import { getEventListeners } from "node:events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { BulkItem, InvalidRequestError } from "../src/index.js";
import { customerId, failureOf, observedClient } from "./support.js";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const ids = (count: number) =>
  Array.from({ length: count }, (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`);

/** A client that answers after 10 ms, and how many requests were under way at the most. */
function slowClient(answer: (url: string) => Response = () => Response.json([])) {
  let open = 0;
  let most = 0;
  // As it is by default: that a 429 is not repeated by each call for itself is part of what is tested.
  const options = { retry: {} };
  const { client, requests } = observedClient(async ({ url }) => {
    open += 1;
    most = Math.max(most, open);
    await new Promise((resolve) => setTimeout(resolve, 10));
    open -= 1;
    return answer(url);
  }, options);
  return { client, requests, most: () => most };
}

async function all(items: AsyncIterable<BulkItem>): Promise<BulkItem[]> {
  const collected: BulkItem[] = [];
  const collecting = (async () => {
    for await (const item of items) collected.push(item);
  })();
  collecting.catch(() => {});
  await vi.advanceTimersByTimeAsync(600_000);
  await collecting;
  return collected;
}

test("reads every customer once, and no more at once than allowed", async () => {
  const { client, most } = slowClient();
  const items = await all(client.getQualificationsOf(ids(100), { concurrency: 5 }));
  expect(items.map(({ customerId }) => customerId).sort()).toEqual(ids(100));
  expect(items.every(({ reply }) => reply?.data.length === 0)).toBe(true);
  expect(most()).toBe(5);
});

test("a customer that fails comes with its error, and the others go on", async () => {
  const { client } = slowClient((url) =>
    url.includes("0001/") ? Response.json({}, { status: 404 }) : Response.json([]),
  );
  const items = await all(client.getQualificationsOf(["contoso", ...ids(3)]));
  const codes = Object.fromEntries(
    items.map(({ customerId, error }) => [customerId.slice(-4), (error as { code?: string })?.code]),
  );
  expect(codes).toEqual({ toso: "invalid_request", "0000": undefined, "0001": "api", "0002": undefined });
});

test("one 429 makes all wait, and nobody is lost", async () => {
  let limited = 1;
  const times: number[] = [];
  const started = Date.now();
  const { client } = slowClient(() => {
    times.push(Date.now() - started);
    limited -= 1;
    return limited === 0 ? Response.json({}, { status: 429, headers: { "Retry-After": "30" } }) : Response.json([]);
  });
  const items = await all(client.getQualificationsOf(ids(20), { concurrency: 4 }));
  expect(items.filter(({ reply }) => reply)).toHaveLength(20);
  expect(times.filter((time) => time > 10 && time < 30_000)).toEqual([]);
  expect(times).toHaveLength(21);
});

test("a customer that is always throttled is given up at last", async () => {
  const { client } = slowClient(() => Response.json({}, { status: 429, headers: { "Retry-After": "1" } }));
  const [item] = await all(client.getQualificationsOf([customerId]));
  expect(item?.error).toMatchObject({ code: "throttled", retryAfter: 1000 });
});

test("takes the next id only when there is room, and closes the source when its reader stops", async () => {
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
  const items = client.getQualificationsOf(source(), { concurrency: 3 });
  const first = items.next();
  await vi.advanceTimersByTimeAsync(1000);
  await first;
  expect(taken).toBeLessThanOrEqual(4);
  await items.return();
  expect(closed).toBe(true);
  await vi.advanceTimersByTimeAsync(1000);
  expect(requests.length).toBeLessThanOrEqual(4);
});

test("an abort ends it as its reason, in a pause too, and leaves no listener and no timer", async () => {
  const controller = new AbortController();
  const { client } = slowClient(() => Response.json({}, { status: 429, headers: { "Retry-After": "30" } }));
  const failure = failureOf(all(client.getQualificationsOf(ids(10), { signal: controller.signal })));
  await vi.advanceTimersByTimeAsync(1000);
  const reason = new Error("enough");
  controller.abort(reason);
  expect(await failure).toBe(reason);
  expect(getEventListeners(controller.signal, "abort")).toEqual([]);
});

test("an abort ends what is under way while its reader is busy, and nothing is sent after it", async () => {
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
  const items = client.getQualificationsOf(source(), { concurrency: 4, signal: given.signal });
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

test("a source that cannot be closed does not hide why it was closed", async () => {
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
  const aborted = client.getQualificationsOf(source, { concurrency: 1, signal: given.signal });
  const reading = aborted.next();
  await vi.advanceTimersByTimeAsync(5);
  given.abort("enough");
  await expect(reading).rejects.toBe("enough");
  const left = client.getQualificationsOf(source, { concurrency: 1 });
  const first = left.next();
  await vi.advanceTimersByTimeAsync(10);
  await first;
  await expect(left.return()).rejects.toThrow("no connection to close");
});

test("with `retry: false`, who is throttled comes with that error, and the others still wait", async () => {
  const times: number[] = [];
  const { client } = observedClient(() => {
    times.push(performance.now());
    return Response.json({}, { status: 429, headers: { "Retry-After": "5" } });
  });
  const items = await all(client.getQualificationsOf(ids(2), { concurrency: 1 }));
  expect(items.map(({ error }) => (error as { code: string }).code)).toEqual(["throttled", "throttled"]);
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(5000);
  expect(times).toHaveLength(2);
});

test("a source that fails ends it with that failure, once what is under way came in", async () => {
  function* source() {
    yield customerId;
    throw new Error("line 2 is no id");
  }
  const { client } = slowClient();
  const items = client.getQualificationsOf(source());
  const first = items.next();
  await vi.advanceTimersByTimeAsync(1000);
  expect((await first).value).toMatchObject({ customerId });
  expect((await failureOf(items.next())).message).toBe("line 2 is no id");
});

test.each([0, -1, 1.5, Number.NaN, "4"])("refuses a concurrency of %s", async (concurrency) => {
  const { client, requests } = slowClient();
  const failure = await failureOf(all(client.getQualificationsOf(ids(2), { concurrency: concurrency as number })));
  expect(failure).toMatchObject({ code: "invalid_request", issues: [{ pointer: "/concurrency" }] });
  expect(requests).toEqual([]);
});

test("an abort ends it while its source gives nothing", async () => {
  async function* source() {
    yield customerId;
    await new Promise<never>(() => {});
  }
  const controller = new AbortController();
  const { client } = slowClient();
  const failure = failureOf(all(client.getQualificationsOf(source(), { signal: controller.signal })));
  await vi.advanceTimersByTimeAsync(1000);
  const reason = new Error("enough");
  controller.abort(reason);
  expect(await failure).toBe(reason);
});

test("a pause that is longer than allowed, and a 429 that says it is final, end a customer at once", async () => {
  for (const [seconds, body] of [
    ["99999999999", {}],
    ["61", {}],
    ["1", { isRetryable: false }],
  ] as const) {
    const { client, requests } = slowClient(() =>
      Response.json(body, { status: 429, headers: { "Retry-After": seconds } }),
    );
    const [item] = await all(client.getQualificationsOf([customerId]));
    expect(item?.error).toMatchObject({ code: "throttled" });
    expect(requests).toHaveLength(1);
  }
});

test("a Retry-After of nothing is not taken for leave to hammer", async () => {
  const { client, requests } = slowClient(() => Response.json({}, { status: 429, headers: { "Retry-After": "0" } }));
  const reading = client.getQualificationsOf([customerId]).next();
  await vi.advanceTimersByTimeAsync(1000);
  expect(requests.length).toBeLessThanOrEqual(10);
  await vi.advanceTimersByTimeAsync(60_000);
  expect((await reading).value).toMatchObject({ error: { code: "throttled" } });
});

test.each([undefined, customerId, {}])("refuses %j as the customers, and leaves no listener", async (customers) => {
  const { signal } = new AbortController();
  const { client } = slowClient();
  const failure = await failureOf(all(client.getQualificationsOf(customers as never, { signal })));
  expect(failure).toMatchObject({ code: "invalid_request", issues: [{ pointer: "/customerIds" }] });
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test.each([
  ["/signal", { signal: {} }],
  ["/concurrency", { concurrency: 8n }],
])("refuses a wrong %s before an id is taken", async (pointer, options) => {
  const taken = vi.fn(ids(1).values.bind(ids(1)));
  const source = { [Symbol.iterator]: taken };
  const failure = await failureOf(all(slowClient().client.getQualificationsOf(source, options as never)));
  expect(failure).toMatchObject({ code: "invalid_request" });
  expect((failure as InvalidRequestError).issues[0]?.pointer).toBe(pointer);
  expect(taken).not.toHaveBeenCalled();
});

test("options of null are none", async () => {
  expect(await all(slowClient().client.getQualificationsOf(ids(2), null as never))).toHaveLength(2);
});

test("an abort does not wait for a source that never closes", async () => {
  const { client } = slowClient();
  const given = new AbortController();
  const next = () => ({ done: false, value: customerId });
  const source = { [Symbol.asyncIterator]: () => ({ next, return: () => new Promise(() => {}) }) };
  const items = client.getQualificationsOf(source as never, { concurrency: 1, signal: given.signal });
  const reading = items.next().catch((reason: unknown) => reason);
  await vi.advanceTimersByTimeAsync(5);
  given.abort("enough");
  await vi.advanceTimersByTimeAsync(1);
  expect(await Promise.race([reading, "still under way"])).toBe("enough");
});

test("a service that refuses for half a minute is asked as fast as before once it has ended", async () => {
  const began = Date.now();
  let refused = 0;
  const { client } = slowClient(() => {
    const second = (Date.now() - began) / 1000;
    if (second < 5 || second > 30) return Response.json([]);
    refused += 1;
    return Response.json({}, { status: 429, headers: { "Retry-After": "1" } });
  });
  let finished = Number.NaN;
  const sweep = (async () => {
    for await (const { error } of client.getQualificationsOf(ids(10_000))) expect(error).toBeUndefined();
    finished = Date.now();
  })();
  await vi.advanceTimersByTimeAsync(120_000);
  // 800 a second before; half a minute of refusals, and at the most as much again until somebody asks.
  expect(finished - began).toBeLessThan(90_000);
  expect(refused).toBeLessThan(60);
  await sweep;
});
