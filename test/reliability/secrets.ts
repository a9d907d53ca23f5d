import { createClient } from "../../src/index.js";
import { type Measurement, type Scale, seeded } from "./measurement.js";

const token = "c4na4y00-token";
const validationCode = "c4na4y00-code";
const customer = "c4aa4700-0000-4000-8000-000000000000";
/** Not in the request: a part of a response that is not its description. */
const bodily = "b0d1ly-canary";
const secret = new RegExp(`c4na4y00|${customer}|${bodily}`, "i");
const echo = `Bearer ${token} ${validationCode} ${customer}`;

const responses: (() => Response)[] = [
  () => Response.json({ code: 1, description: "No.", data: [bodily], trace: bodily }, { status: 400 }),
  () => new Response(`<html>${bodily}`, { status: 502 }),
  () => new Response(bodily, { status: 201 }),
  () => Response.json({ qualification: [bodily] }, { status: 201 }),
  () => Response.json({ code: echo.toUpperCase(), description: echo.toUpperCase() }, { status: 403 }),
  () => new Response("", { status: 404, headers: { "MS-CorrelationId": echo } }),
  () =>
    Response.json(
      { code: echo, description: echo, errorName: echo, data: [echo, [echo]], source: echo },
      { status: 400 },
    ),
  () => Response.json({ statusCode: 429, message: echo }, { status: 429, headers: { "Retry-After": echo } }),
  () => Response.json(echo, { status: 403 }),
  () => new Response(echo, { status: 500, headers: { "X-Echo": echo } }),
  () => new Response(echo, { status: 201 }),
  () => Response.json({ [echo]: echo, qualification: [echo] }, { status: 201 }),
  () => Response.json({ [echo]: echo, qualification: echo }, { status: 201 }),
  () => new Response(null, { status: 307, headers: { Location: `https://x.example/${token}` } }),
  () => {
    throw Object.assign(new TypeError(echo), { cause: Object.assign(new Error(echo), { code: "ECONNRESET" }) });
  },
];

/** What a message, a stack, JSON and a log's fields show of an error. Its `cause` is the original, and not redacted. */
export function renderings(error: unknown): string[] {
  const { message, stack, description } = error as Error & { description?: unknown };
  return [message, `${stack}`, String(error), `${JSON.stringify(error)}`, `${description}`];
}

/** What a client that puts request and response on its errors, as many do, makes of a response. */
async function naive(respond: () => Response): Promise<unknown> {
  const request = { url: `/v1/customers/${customer}`, headers: { Authorization: `Bearer ${token}` } };
  try {
    const response = respond();
    return Object.assign(new Error(`${response.status}`), { request, data: await response.text() });
  } catch (cause) {
    return Object.assign(new Error("no response", { cause }), { request });
  }
}

export async function leaks({ renderings: wanted, seed }: Scale): Promise<Measurement> {
  const random = seeded(seed);
  let seen = 0;
  let leaked = 0;
  const look = (texts: string[]) => {
    seen += texts.length;
    leaked += texts.filter((text) => secret.test(text)).length;
  };
  while (seen < wanted) {
    const respond = responses[Math.floor(random() * responses.length)] as () => Response;
    const tokens = [async () => token, async () => Promise.reject(new Error(token)), async () => `${token}\n`];
    const client = createClient({
      token: tokens[Math.floor(random() * 30)] ?? token,
      retry: { limit: 0 },
      fetch: async () => respond(),
      onEvent: (event) => look([JSON.stringify(event)]),
    });
    const request = { qualification: "GovernmentCommunityCloud", validationCode } as const;
    await client
      .createQualification(random() < 0.9 ? customer : `${customer}x`, request)
      .catch((error) => look(renderings(error)));
  }
  const planted = (await Promise.all(responses.map(naive))).map((error) =>
    renderings(error).some((text) => secret.test(text)),
  );
  return {
    name: "secrets in messages, stacks, descriptions, JSON and events",
    goal: `0 in ${wanted}`,
    value: `${leaked} in ${seen}`,
    ok: leaked === 0,
    control: {
      value: `errors that carry request and response: ${planted.filter(Boolean).length} of ${planted.length} leak`,
      ok: planted.every(Boolean),
    },
  };
}
