/** The sandbox behind MSW, as in RECIPES.md, for code with an HTTP client of its own. */
import { http } from "msw";
import { setupServer } from "msw/node";
import { expect, test } from "vitest";
import { createSandbox } from "../src/sandbox/index.js";
import { customerIn } from "./support.js";

test("responds to requests for Partner Center from any HTTP client", async () => {
  const sandbox = createSandbox();
  const server = setupServer(
    http.all("https://api.partnercenter.microsoft.com/*", ({ request }) => sandbox.fetch(request)),
  );
  server.listen({ onUnhandledRequest: "error" });
  try {
    const url = `https://api.partnercenter.microsoft.com/v1/customers/${customerIn("no qualification is held")}/qualifications`;
    const headers = { Authorization: "Bearer any", "Content-Type": "application/json" };
    const body = '{"qualification":"StateOwnedEntity"}';
    expect((await fetch(url, { method: "POST", headers, body })).status).toBe(201);
    expect(await (await fetch(url, { headers })).json()).toEqual([{ qualification: "StateOwnedEntity" }]);
    expect(sandbox.requests.map(({ method }) => method)).toEqual(["POST", "GET"]);
  } finally {
    server.close();
  }
});
