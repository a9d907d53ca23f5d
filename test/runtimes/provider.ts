import { createSandbox } from "../../src/sandbox/index.js";
import { type Serving, serveSandbox } from "../../src/sandbox/server.js";

/**
 * The sandbox over HTTP, with faults on demand. Beside it, `/` is a page that runs a script under a strict content security
 * policy, after `/busy` the next request gets a 503, and `/elsewhere/…` redirects to the sandbox.
 */
export function serveProvider(script: string): Promise<Serving> {
  const sandbox = createSandbox({ reviewDelay: 100 });
  const others: Record<string, () => Response> = {
    "": page,
    "suite.js": () => new Response(script, { headers: { "Content-Type": "text/javascript" } }),
    busy: () => {
      sandbox.inject("status=503");
      return new Response();
    },
    elsewhere: () => new Response(null, { status: 302, headers: { Location: "/v1/customers/all/validations" } }),
  };
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const [, name = ""] = new URL(String(input)).pathname.split("/");
    return others[name]?.() ?? sandbox.fetch(input, init);
  };
  return serveSandbox({ sandbox: { fetch }, faults: true });
}

function page(): Response {
  const policy = "default-src 'none'; script-src 'self'; connect-src 'self'";
  const html = '<!doctype html><title>…</title><script type="module" src="suite.js"></script>';
  return new Response(html, { headers: { "Content-Type": "text/html", "Content-Security-Policy": policy } });
}
