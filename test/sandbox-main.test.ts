/** The command `sandbox`, as a process. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, test, vi } from "vitest";
import { runNode } from "../contracts/process.js";
import { tokens } from "../src/sandbox/index.js";
import { serveSandbox } from "../src/sandbox/server.js";
import { cli } from "./bundled.js";
import { customerIn, requestId } from "./support.js";

const command = [cli, "sandbox"];
let child: ChildProcess | undefined;

afterEach(() => child?.kill("SIGKILL"));

/** Starts the sandbox on a free port, and collects its output. */
async function start(...options: string[]): Promise<{ url: string; printed: () => string; warned: () => string }> {
  child = spawn(process.execPath, [...command, "--port", "0", ...options]);
  let stdout = "";
  let stderr = "";
  child.stderr?.setEncoding("utf8").on("data", (chunk) => (stderr += chunk));
  await new Promise<void>((resolve, reject) => {
    child?.once("exit", () => reject(new Error(stderr)));
    child?.stdout?.setEncoding("utf8").on("data", (chunk) => {
      stdout += chunk;
      if (stdout.includes("/validations\n")) resolve();
    });
  });
  return { url: /listening on (\S+)/.exec(stdout)?.[1] ?? "", printed: () => stdout, warned: () => stderr };
}

/** Runs a printed line in a shell. The server is another process, so that waiting for it blocks nothing. */
const pasted = (line: string) =>
  JSON.parse(spawnSync("sh", ["-c", `${line} --silent`], { encoding: "utf8" }).stdout) as unknown;

test("prints tokens, customers and three curl commands that work, logs requests, and exits on SIGTERM", async () => {
  const { printed } = await start();
  expect(printed()).toMatch(/^ {2}00000000-0000-4000-8000-000000000003 {2}Education is denied$/m);
  for (const token of Object.values(tokens)) expect(printed()).toContain(`\n  ${token} `);
  const lines = printed().match(/curl .*/g) ?? [];
  expect(lines.map(pasted)).toEqual([
    [{ qualification: "Education", vettingStatus: "Approved" }],
    { qualification: "Education", vettingStatus: "InReview", vettingCreateDate: expect.any(String) },
    expect.arrayContaining([expect.objectContaining({ validationId: "123456" })]),
  ]);
  const ids = "MS-RequestId=[\\da-f-]{36} MS-CorrelationId=[\\da-f-]{36}";
  const path = "/v1/customers/\\{customerTenantId\\}/qualifications";
  const log = `^GET ${path} 200 ${ids}\\nPOST ${path} 201 ${ids}\\nGET /v1/customers/all/validations 200 ${ids}$`;
  await vi.waitFor(() => expect(printed()).toMatch(new RegExp(log, "m")));
  expect(printed().split("/validations\n")[1]).not.toContain("sandbox-app");
  child?.kill("SIGTERM");
  expect(await once(child as ChildProcess, "exit")).toEqual([0, null]);
});

const customer = customerIn("no qualification is held");

test("accepts its options: quiet, faults, the review delay, another host", async () => {
  const options =
    "--quiet --faults --review-delay 0 --host 0.0.0.0 --allow-host a.test --unknown-customers hold-nothing";
  const { url, printed, warned } = await start(...options.split(" "));
  expect(warned()).toBe("sandbox: warning: listening on 0.0.0.0, which other machines can reach\n");
  const local = `${url.replace("0.0.0.0", "127.0.0.1")}/v1/customers/${customer}/qualifications`;
  const headers = { Authorization: "Bearer any", "Content-Type": "application/json", "MS-RequestId": requestId };
  const body = '{"qualification":"Education","educationSegment":"K12"}';
  expect((await fetch(local, { headers: { ...headers, "Sandbox-Faults": "status=503" } })).status).toBe(503);
  expect((await fetch(local.replace(customer, requestId), { headers })).status).toBe(200);
  expect((await fetch(local, { method: "POST", headers, body })).status).toBe(201);
  expect(await (await fetch(local, { headers })).json()).toMatchObject([{ vettingStatus: "Approved" }]);
  expect(printed()).not.toContain(requestId);
});

test("a reset connection is logged as such, and a second signal exits immediately", async () => {
  const { url, printed } = await start("--faults");
  const ask = (faults: string) => {
    const headers = { Authorization: "Bearer any", "Sandbox-Faults": faults };
    return fetch(`${url}/v1/customers/${customer}/qualifications`, { headers }).catch(() => {});
  };
  await ask("lost-request");
  await vi.waitFor(() => expect(printed()).toMatch(/ connection reset MS-RequestId=/));
  const waiting = ask("latency=600000");
  // The response to a later request shows that the waiting one is in flight.
  await ask("latency=0");
  const exited = once(child as ChildProcess, "exit");
  child?.kill("SIGINT");
  child?.kill("SIGTERM");
  await Promise.all([waiting, exited]);
  expect(child?.exitCode).toBe(1);
});

test("keeps running when its log is closed", async () => {
  const { url } = await start();
  child?.stdout?.destroy();
  for (let round = 0; round < 3; round += 1) expect((await fetch(`${url}/x`)).status).toBe(404);
  child?.kill("SIGTERM");
  expect(await once(child as ChildProcess, "exit")).toEqual([0, null]);
});

test("a port in use is one line", async () => {
  const { url, close } = await serveSandbox();
  const taken = await runNode([...command, "--port", new URL(url).port]).finally(close);
  expect(taken).toMatchObject({ code: 1, stderr: "sandbox: the port is in use; choose another one with --port\n" });
});
