/** `npm run sandbox`, as a process. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { runNode } from "../contracts/run-node.js";
import { serveSandbox } from "../src/sandbox/index.js";

const command = ["--import", "tsx", "src/sandbox/main.ts"];

test("prints where it listens, its customers and a line that works, and stops on SIGTERM", async () => {
  const child = spawn(process.execPath, [...command, "--port", "0"]);
  let stdout = "";
  for await (const chunk of child.stdout.setEncoding("utf8")) {
    stdout += chunk;
    if (stdout.includes("curl")) break;
  }
  expect(stdout).toMatch(/00000000-0000-4000-8000-000000000003 {2}Education is denied/);
  const [, url = ""] = /curl -H "Authorization: Bearer any" (http\S+)/.exec(stdout) ?? [];
  const response = await fetch(url, { headers: { Authorization: "Bearer any" } });
  expect(await response.json()).toEqual([{ qualification: "Education", vettingStatus: "Approved" }]);
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
});

test("says in a line that a port is taken, or that an option is wrong", async () => {
  const { url, close } = await serveSandbox();
  try {
    const taken = await runNode([...command, "--port", new URL(url).port]);
    expect(taken.stderr).toBe(
      "sandbox: this port is taken: choose another with --port\nusage: npm run sandbox -- [--port 4010]\n",
    );
    expect(taken.code).toBe(1);
    for (const wrong of [
      ["--port", "x"],
      ["--host", "0.0.0.0"],
    ]) {
      const { stderr, code } = await runNode([...command, ...wrong]);
      expect(stderr).toMatch(/^sandbox: .*\nusage: /);
      expect(code).toBe(2);
    }
  } finally {
    await close();
  }
});
