import { createSandbox, type Serving, serveSandbox } from "../../src/sandbox/index.js";

/** Answers one request of a scenario; `url` is what Partner Center would see. */
type Scenario = (url: string, init: RequestInit) => Response | Promise<Response>;

/**
 * What the suite asks, over HTTP: `/{runtime}/{scenario}/v1/…`, each runtime with its own state; and `/{runtime}/` and
 * `/{runtime}/suite.js`, a page that runs it under a strict content security policy.
 */
export async function serveProvider(script: string): Promise<Pick<Serving, "url" | "close">> {
  const waiting: (() => void)[] = [];
  const runtimes = new Map<string, Record<string, Scenario>>();
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const [, runtime = "", scenario = "", rest] =
      /^\/([^/]+)\/([^/]*)(\/.*)?$/.exec(new URL(String(input)).pathname) ?? [];
    if (scenario === "") return page();
    if (scenario === "suite.js") return new Response(script, { headers: { "Content-Type": "text/javascript" } });
    const scenarios = runtimes.get(runtime) ?? scenariosOf(waiting);
    runtimes.set(runtime, scenarios);
    return scenarios[scenario]?.(`https://provider${rest}`, init) ?? new Response(null, { status: 404 });
  };
  const { url, close } = await serveSandbox({ sandbox: { fetch } });
  const end = () => {
    // Otherwise it would wait for a client that gave up and did not say so.
    for (const answer of waiting) answer();
    return close();
  };
  return { url, close: end };
}

function page(): Response {
  const policy = "default-src 'none'; script-src 'self'; connect-src 'self'";
  const html = '<!doctype html><title>…</title><script type="module" src="suite.js"></script>';
  return new Response(html, { headers: { "Content-Type": "text/html", "Content-Security-Policy": policy } });
}

function scenariosOf(waiting: (() => void)[]): Record<string, Scenario> {
  const sandbox = createSandbox();
  let first: string | null | undefined;
  let looks = 0;
  return {
    sandbox: sandbox.fetch,
    broken: () => Response.json([{ qualification: "Education" }]),
    "busy-once": (url, init) => {
      const id = new Headers(init.headers).get("MS-RequestId");
      if (first === undefined) {
        first = id;
        return Response.json({ code: 3000, description: "Busy." }, { status: 503, headers: { "Retry-After": "0" } });
      }
      return id === first ? sandbox.fetch(url, init) : new Response(null, { status: 418 });
    },
    unanswered: () => new Promise((resolve) => waiting.push(() => resolve(new Response(null, { status: 503 })))),
    elsewhere: () => new Response(null, { status: 302, headers: { Location: "/elsewhere" } }),
    vetting: () => {
      looks += 1;
      const vettingStatus = looks < 3 ? "InReview" : "Approved";
      return Response.json([
        { qualification: "Education", vettingStatus, vettingCreatedDate: "2020-12-03T10:37:38.885Z" },
      ]);
    },
  };
}
