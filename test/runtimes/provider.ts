import { createSandbox } from "../../src/sandbox/index.js";
import { type Serving, serveSandbox } from "../../src/sandbox/server.js";

/** Responds to one request of a scenario; `url` is what Partner Center would see. */
type Scenario = (url: string, init: RequestInit) => Response | Promise<Response>;

/**
 * What the suite requests, over HTTP: `/{runtime}/{scenario}/v1/…`, each runtime with its own state; and `/{runtime}/` and
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
    // Otherwise it would wait for a client that gave up without closing its connection.
    for (const respond of waiting) respond();
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
  /** What must not be sent, and what must be ended. */
  const seen = { wrong: 0, followed: 0, aborted: 0 };
  let first: string | undefined;
  let checks = 0;
  return {
    sandbox: sandbox.fetch,
    broken: () => Response.json([{ vettingStatus: "Approved" }]),
    "busy-once": (url, init) => {
      const headers = new Headers(init.headers);
      const ids = ["MS-RequestId", "MS-CorrelationId"].map((name) => headers.get(name) ?? "none");
      const sent = JSON.stringify([ids, init.body ? new TextDecoder().decode(init.body as Uint8Array) : ""]);
      if (first === undefined) {
        first = sent;
        return Response.json({ code: 3000, description: "Busy." }, { status: 503, headers: { "Retry-After": "0" } });
      }
      return sent === first && !ids.includes("none") ? sandbox.fetch(url, init) : new Response(null, { status: 418 });
    },
    pending: (url, { signal }) => {
      if (url.includes("/contoso/")) seen.wrong += 1;
      signal?.addEventListener("abort", () => {
        seen.aborted += 1;
      });
      return new Promise((resolve) => waiting.push(() => resolve(new Response(null, { status: 503 }))));
    },
    elsewhere: (url) => {
      if (url.endsWith("/followed")) seen.followed += 1;
      return new Response(null, { status: 302, headers: { Location: "followed" } });
    },
    seen: () => Response.json(seen),
    vetting: () => {
      checks += 1;
      const vettingStatus = checks < 3 ? "InReview" : "Approved";
      return Response.json([
        { qualification: "Education", vettingStatus, vettingCreatedDate: "2020-12-03T10:37:38.885Z" },
      ]);
    },
  };
}
