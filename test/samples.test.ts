/** The code samples of the HTTP reference. `pages.test.ts` compiles those in TypeScript. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, onTestFinished, test, vi } from "vitest";
import { Description } from "../contracts/generate/description.js";
import { languages, sampleOf } from "../docs/reference.js";
import { createSandbox } from "../src/sandbox/index.js";
import { serveSandbox } from "../src/sandbox/server.js";
import { outputsOf } from "./blocks.js";
import { customerId, requestId } from "./support.js";

const operations = new Description("openapi.yaml").operations();
const host = "https://api.partnercenter.microsoft.com";

/** What these samples print, one after the other. */
const run = {
  ts: outputsOf,
  sh: async (codes: string[]) => {
    const script = codes.join("\n").replaceAll("curl ", "curl --silent --fail --write-out '\\n' ");
    return (await promisify(execFile)("sh", ["-c", script])).stdout.split("\n");
  },
};

test.each(["ts", "sh"] as const)("each sample in %s gets a response of the sandbox", async (extension) => {
  vi.stubEnv("PARTNER_CENTER_TOKEN", "sandbox-app-and-user").stubEnv("REQUEST_ID", requestId);
  onTestFinished(() => void vi.unstubAllEnvs());
  const sandbox = createSandbox({ customers: { [customerId]: { qualifications: [] } } });
  await using server = await serveSandbox({ sandbox });
  const printed = await run[extension](
    operations.map(({ id }) => sampleOf(id, extension).replaceAll(host, server.url)),
  );
  expect(printed).toEqual([/^\[\]/, /InReview/, /123456/, /^$/].map((part) => expect.stringMatching(part)));
  expect(sandbox.requests).toMatchObject(operations.map(({ method, path }) => ({ method, path })));
  if (extension === "sh") expect(sandbox.requests[1]).toMatchObject({ requestId });
});

test("each sample that is not run says so, and has the method and the address of its operation", () => {
  const notRun = languages.filter(({ extension }) => !(extension in run));
  expect(notRun.map(({ label }) => label)).toEqual(["C# (not run)", "Python (not run)"]);
  for (const { id, method, path } of operations) {
    for (const code of notRun.map(({ extension }) => sampleOf(id, extension))) {
      expect(code).toMatch(/^(\/\/|#) Not run: /);
      expect(code).toMatch(new RegExp(`HttpMethod\\.${method},|requests\\.${method}\\(`, "i"));
      expect(code).toContain(`"${host}${path.replace("{customerTenantId}", customerId)}"`);
    }
  }
});
