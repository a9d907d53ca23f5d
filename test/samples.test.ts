/** The code samples of the HTTP reference, and the recipes that run without a browser. `pages.test.ts` compiles them all. */
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test, vi } from "vitest";
import { parse } from "yaml";
import { Description } from "../contracts/generate/description.js";
import { languages, sampleOf } from "../docs/reference.js";
import { createClient } from "../src/index.js";
import { readCommandLine } from "../src/sandbox/command-line.js";
import { createSandbox } from "../src/sandbox/index.js";
import { serveSandbox } from "../src/sandbox/server.js";
import { outputsOf, recipe } from "./blocks.js";
import { emptyFolder } from "./files.js";
import { blocks, customerId, failureOf, requestId } from "./support.js";

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

test("many customers go into a file, each once, after a stop, a line that was cut and a read that failed", async () => {
  const { readIntoFile } = await recipe("export async function readIntoFile");
  const sandbox = createSandbox({ unknownCustomers: "hold-nothing" });
  const client = createClient({ token: "any", fetch: sandbox.fetch, retry: false });
  const ids = Array.from({ length: 40 }, (_, index) => `2d4f1a3c-5b6e-4c7d-8e9f-${String(index).padStart(12, "0")}`);
  const file = join(emptyFolder(), "qualifications.ndjson");
  const stop = (done: number) => {
    if (done === 15) throw new Error("stopped");
  };
  expect(await failureOf(readIntoFile(client, ids, file, stop))).toMatchObject({ message: "stopped" });
  const before = readFileSync(file, "utf8");
  expect(before.trim().split("\n")).toHaveLength(15);
  writeFileSync(file, `${before}{"customerId":"2d4f1a3c-`);
  const read = sandbox.requests.length;

  const progress = vi.fn();
  sandbox.inject("status=503");
  await readIntoFile(client, ids, file, progress);
  expect(progress.mock.calls).toContainEqual([expect.any(Number), 40, expect.objectContaining({ status: 503 })]);
  expect(progress.mock.lastCall).toEqual([39, 40, undefined]);
  await readIntoFile(client, ids, file, progress);
  expect(progress.mock.lastCall).toEqual([40, 40, undefined]);
  expect(sandbox.requests.length - read).toBe(25 + 1);
  const text = readFileSync(file, "utf8");
  expect(text.startsWith(before)).toBe(true);
  const lines = text.trim().split("\n");
  expect(lines.map((line) => JSON.parse(line).customerId).sort()).toEqual(ids);
});

test("the container's command line is the sandbox's, and it serves the hosts and the port that the page names", () => {
  const sandboxPage = readFileSync("src/sandbox/README.md", "utf8");
  const [dockerfile = ""] = blocks("dockerfile", sandboxPage);
  const lists = [...dockerfile.matchAll(/^(?:ENTRYPOINT|CMD) (\[.*\])$/gm)];
  const [program, command, ...options] = lists.flatMap(([, words = ""]) => JSON.parse(words));
  expect([program, command]).toEqual(["partner-center-qualifications", "sandbox"]);
  const [compose, actions] = blocks("yaml", sandboxPage).map((text) => parse(text));
  const hosts = Object.keys(actions.jobs.test.services);
  expect(readCommandLine(options)).toMatchObject({ host: "0.0.0.0", allowedHosts: hosts, control: true, port: 4010 });
  expect(dockerfile).toContain("EXPOSE 4010\n");
  expect(compose.services[String(hosts)].ports).toEqual(["127.0.0.1:4010:4010"]);
});
