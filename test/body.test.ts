import { expect, test } from "vitest";
import { customerId, failureOf, observedClient } from "./support.js";

const stateOwned = { qualification: "StateOwnedEntity" } as const;
const endless = () => {
  let pulled = 0;
  const body = new ReadableStream({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(65_536).fill(32));
    },
  });
  return { body, pulled: () => pulled };
};

test("an endless body is read up to the limit, and no further", async () => {
  const { body, pulled } = endless();
  const { client } = observedClient(() => new Response(body, { status: 201 }));
  const error = await failureOf(client.createQualification(customerId, stateOwned));
  expect(error).toMatchObject({ code: "invalid_response", outcome: "applied", issues: [{ keyword: "size" }] });
  expect(pulled()).toBeLessThan(20);
});

test("a body that says that it is too long is not read", async () => {
  const { body, pulled } = endless();
  const headers = { "Content-Length": "2000000" };
  const { client } = observedClient(() => new Response(body, { headers }));
  expect(await failureOf(client.getQualifications(customerId))).toMatchObject({ issues: [{ keyword: "size" }] });
  expect(pulled()).toBeLessThan(3);
});

test("of a failure that is too long, the status is told", async () => {
  const { client } = observedClient(() => new Response(endless().body, { status: 502 }));
  expect(await failureOf(client.getQualifications(customerId))).toMatchObject({ code: "api", status: 502 });
});

test("the limit can be set", async () => {
  const { client } = observedClient(() => Response.json([]), { maxBodySize: 1 });
  expect(await failureOf(client.getQualifications(customerId))).toMatchObject({ issues: [{ keyword: "size" }] });
});

test("bytes that are no UTF-8 are not taken for text", async () => {
  const { client } = observedClient(() => new Response(new Uint8Array([0x5b, 0xff, 0x5d])));
  expect(await failureOf(client.getQualifications(customerId))).toMatchObject({ issues: [{ keyword: "utf-8" }] });
});

test("a character that is cut between two pieces is whole again", async () => {
  const bytes = new TextEncoder().encode('[{"qualification":"Ä"}]');
  const body = new ReadableStream({
    start(controller) {
      for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
      controller.close();
    },
  });
  const { client } = observedClient(() => new Response(body));
  expect((await client.getQualifications(customerId)).data).toEqual([{ qualification: "Ä" }]);
});
