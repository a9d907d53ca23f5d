import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { call } from "../contracts/call.js";
import { canonical, createPact, playInteraction, sent } from "../contracts/consumer.js";
import { examplesOf } from "../contracts/examples.js";
import { Description } from "../contracts/generate/description.js";
import { customerOf, type Interaction, interactions, nameOf } from "../contracts/interactions.js";
import { consumer, contractFile, provider } from "../contracts/pact.js";
import { ApiError, createClient } from "../src/index.js";

const examples = new Map(examplesOf(new Description("openapi.yaml")).map((example) => [example.id, example]));
const dir = mkdtempSync(join(tmpdir(), "contract-"));
const pact = createPact(dir);

function example(id: string) {
  const found = examples.get(id);
  if (!found) throw new Error(`openapi.yaml has no example "${id}"`);
  return found;
}

test.for(interactions.map((interaction) => [nameOf(interaction), interaction] as const))(
  "%s",
  async ([, interaction]) => {
    let requests = 0;
    let failure: unknown;
    await playInteraction(pact, interaction, example, async ({ url }) => {
      const fetch: typeof globalThis.fetch = (...request) => {
        requests += 1;
        return globalThis.fetch(...request);
      };
      const client = createClient({
        baseUrl: url,
        token: sent.token,
        application: sent.application,
        fetch,
        retry: false,
      });
      // Kept back: where the request is wrong, Pact says which part of it.
      failure = await expectDocumented(interaction, client).catch((reason: unknown) => reason);
    });
    if (failure) throw failure;
    expect(requests).toBe(1);
  },
);

async function expectDocumented(interaction: Interaction, client: ReturnType<typeof createClient>) {
  const { operation, request, answer } = interaction;
  const { value, status, headers } = example(`${operation} ${answer}`);
  const body = request && example(`${operation} request ${request}`).value;
  const { requestId, correlationId } = sent;
  const reply = call[operation](client, customerOf(interaction), body, { requestId, correlationId });
  const echoed = { serverRequestId: headers["MS-RequestId"], serverCorrelationId: headers["MS-CorrelationId"] };
  const ids = { requestId, correlationId, ...echoed };
  if (status && status < 300) {
    const { headers: received, ...given } = await reply;
    expect(given).toEqual({ data: value, status, ...ids });
    expect(received.get("MS-RequestId")).toBe(headers["MS-RequestId"]);
  } else {
    const error = await reply.then(
      () => undefined,
      (failure: unknown) => failure,
    );
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status, ...ids, ...documentedFault(value, headers) });
  }
}

/** What the error must say, read off the documented body without the client's own reader. */
function documentedFault(value: unknown, headers: Record<string, string>) {
  const body = (typeof value === "string" ? { description: value } : value) as Record<string, unknown>;
  return {
    errorCode: body.code === undefined ? undefined : String(body.code),
    description: body.description ?? body.message,
    retryAfter: headers["Retry-After"] ? Number(headers["Retry-After"]) * 1000 : undefined,
  };
}

test("the committed contract is what these tests wrote", async () => {
  const written = readFileSync(join(dir, `${consumer}-${provider}.json`), "utf8");
  await expect(canonical(written, interactions.length)).toMatchFileSnapshot(`../${contractFile}`);
});
