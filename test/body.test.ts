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

test.each([
  [() => new Response("[] "), "size", "is larger than 2 bytes"],
  [() => new Response(new Uint8Array([0xff])), "utf-8", "is no UTF-8"],
])(
  "says what is wrong with the body, and that a create which answered 200 may have been applied",
  async (answer, keyword, message) => {
    const { client } = observedClient(answer, { maxBodySize: 2 });
    const error = await failureOf(client.createQualification(customerId, stateOwned));
    expect(error).toMatchObject({ status: 200, outcome: "unknown", issues: [{ pointer: "", keyword, message }] });
  },
);

test("of a failure that is too long, the status is told", async () => {
  const { client } = observedClient(() => new Response(endless().body, { status: 502 }));
  const error = await failureOf(client.getQualifications(customerId));
  expect(error).toMatchObject({ code: "api", status: 502, description: undefined });
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
