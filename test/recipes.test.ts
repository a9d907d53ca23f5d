/** The recipes that can run here. `pages.test.ts` compiles each block; the Jest test runs in test/shapes. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test, vi } from "vitest";
import { parse } from "yaml";
import { createClient } from "../src/index.js";
import { readCommandLine } from "../src/sandbox/command-line.js";
import { createSandbox } from "../src/sandbox/index.js";
import { serveSandbox } from "../src/sandbox/server.js";
import { packageWith } from "./blocks.js";
import { emptyFolder } from "./files.js";
import { blocks, failureOf } from "./support.js";

const page = readFileSync("RECIPES.md", "utf8");
/** The block that holds this text, as a module. */
async function recipe(mark: string) {
  const code = blocks("ts", page).find((block) => block.includes(mark)) ?? "";
  return import(pathToFileURL(join(packageWith({ "recipe.ts": code }), "recipe.ts")).href);
}

test("many customers go into a file, in two runs and with a line that was cut, each once", async () => {
  const { readIntoFile } = await recipe("export async function readIntoFile");
  const sandbox = createSandbox({ unknownCustomers: "hold-nothing" });
  const client = createClient({ token: "any", fetch: sandbox.fetch });
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
  await readIntoFile(client, ids, file, progress);
  expect(progress.mock.calls[0]).toEqual([16, 40, undefined]);
  expect(progress.mock.lastCall).toEqual([40, 40, undefined]);
  const lines = readFileSync(file, "utf8").trim().split("\n");
  expect(lines.map((line) => JSON.parse(line).customerId).sort()).toEqual(ids);
  expect(lines.slice(0, 15).join("\n")).toBe(before.trim());
  expect(sandbox.requests.length - read).toBe(25);
});

test("customers whose read failed are read again by the next run", async () => {
  const { readIntoFile } = await recipe("export async function readIntoFile");
  const sandbox = createSandbox();
  const client = createClient({ token: "any", fetch: sandbox.fetch, retry: false });
  const id = "2d4f1a3c-5b6e-4c7d-8e9f-0a1b2c3d4e5f";
  const file = join(emptyFolder(), "qualifications.ndjson");
  const progress = vi.fn();
  await readIntoFile(client, [id], file, progress);
  expect(progress.mock.calls).toEqual([[0, 1, expect.objectContaining({ status: 404 })]]);
  sandbox.setState("Education is approved", id);
  await readIntoFile(client, [id], file, progress);
  expect(progress.mock.lastCall).toEqual([1, 1, undefined]);
});

test("a page's requests for Partner Center reach the sandbox by Playwright's route", async () => {
  const { routeToSandbox } = await recipe("export async function routeToSandbox");
  const sandbox = createSandbox();
  const route = vi.fn();
  await routeToSandbox({ route }, sandbox);
  const [pattern, handler] = route.mock.calls[0] ?? [];
  expect(pattern).toBe("https://api.partnercenter.microsoft.com/**");
  const url = `https://api.partnercenter.microsoft.com/v1/customers/${sandbox.customers[0]?.customerId}/qualifications`;
  const allHeaders = async () => ({ authorization: "Bearer any" });
  const fulfill = vi.fn();
  const request = { url: () => url, method: () => "GET", allHeaders, postData: () => null };
  await handler({ request: () => request, fulfill });
  const [{ status, body }] = fulfill.mock.calls[0] ?? [{}];
  expect([status, JSON.parse(body)]).toEqual([200, [{ qualification: "Education", vettingStatus: "Approved" }]]);
});

test("a served sandbox is closed at the end of the block that uses it", async () => {
  let url: string;
  {
    await using serving = await serveSandbox();
    url = serving.url;
    expect((await fetch(url)).status).toBe(404);
  }
  await expect(fetch(url)).rejects.toThrow("fetch failed");
});

test("the container's command line is the sandbox's, and it serves the hosts and the port that the page names", () => {
  const sandboxPage = readFileSync("src/sandbox/README.md", "utf8");
  const [dockerfile = ""] = blocks("dockerfile", sandboxPage);
  const lists = [...dockerfile.matchAll(/^(?:ENTRYPOINT|CMD) (\[.*\])$/gm)];
  const [program, command, ...options] = lists.flatMap(([, words = ""]) => JSON.parse(words));
  expect(Object.keys(JSON.parse(readFileSync("package.json", "utf8")).bin)).toContain(program);
  expect(command).toBe("sandbox");
  const { host, port, allowedHosts, control } = readCommandLine(options);
  const [compose, actions] = blocks("yaml", sandboxPage).map((text) => parse(text));
  expect([host, control]).toEqual(["0.0.0.0", true]);
  expect(dockerfile).toContain(`EXPOSE ${port}\n`);
  expect(allowedHosts).toEqual(Object.keys(actions.jobs.test.services));
  expect(Object.keys(compose.services)).toContain(allowedHosts[0]);
  expect(compose.services.sandbox.ports).toEqual([`127.0.0.1:${port}:${port}`]);
});
