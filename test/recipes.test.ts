/** The recipes that run without a browser. `pages.test.ts` compiles each block; the Jest test runs in test/shapes. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { parse } from "yaml";
import { createClient } from "../src/index.js";
import { readCommandLine } from "../src/sandbox/command-line.js";
import { createSandbox } from "../src/sandbox/index.js";
import { serveSandbox } from "../src/sandbox/server.js";
import { recipe } from "./blocks.js";
import { emptyFolder } from "./files.js";
import { blocks, failureOf } from "./support.js";

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

test("`await using` closes a served sandbox", async () => {
  const serving = await serveSandbox();
  await serving[Symbol.asyncDispose]();
  await expect(fetch(serving.url)).rejects.toThrow("fetch failed");
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
