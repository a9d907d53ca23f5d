/** `npm run contract` as a person or a machine runs it. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Matrix } from "../contracts/matrix.js";
import { runRemote } from "../contracts/remote.js";
import { runNode } from "../contracts/run-node.js";
import { createSandbox } from "../src/sandbox/index.js";
import { serveSandbox } from "../src/sandbox/server.js";

const run = (args: string[], env: Record<string, string> = {}) =>
  runNode(["--import", "tsx", "contracts/run.ts", ...args], { PARTNER_CENTER_TOKEN: "", ...env });

test("every documented example holds in every layer, and every workflow runs", async () => {
  const { code, stdout, stderr } = await run(["--json"]);
  const { rows, general, gates, passed, failed }: Matrix = JSON.parse(stdout);
  const workflows = rows.filter(({ example }) => example.startsWith("workflow "));
  const examples = rows.filter((row) => !workflows.includes(row));
  const bad = examples.flatMap(({ cells }) => cells).filter(({ result }) => result !== "passed");
  expect({ bad, general, failed, code, stderr }).toEqual({ bad: [], general: [], failed: 0, code: 0, stderr: "" });
  expect(rows.map(({ example }) => example)).toContain("createQualification request Education");
  expect(rows[0]?.cells.map(({ layer }) => layer)).toEqual([
    "description",
    "types",
    "validators",
    "client",
    "contract",
    "provider",
  ]);
  expect(gates.map(({ gate, figure, problems }) => [gate, figure, problems])).toEqual([
    ["coverage", "3 of 3 operations, 11 of 14 parameters, 24 of 24 responses", []],
    ["release", expect.stringMatching(/^not compared: |^(none|patch|minor|major) since \S+ needs /), []],
    ["sources", expect.stringMatching(/^[1-9]\d* blocks of Microsoft's page$/), []],
    ["facts", expect.stringMatching(/^\d\d+ facts of the documents$/), []],
    ["values", expect.stringMatching(/^\d\d values that must be refused, \d that must not$/), []],
  ]);
  expect(passed).toBe(examples.length * 6 + workflows.length + gates.filter(({ skipped }) => !skipped).length);
  const ran = workflows.map(({ example, cells }) => [example, cells.map(({ result }) => result).join()]);
  const once = "skipped,skipped,skipped,skipped,skipped,passed";
  expect(ran).toEqual([
    ["workflow educationApproved", once],
    ["workflow educationDenied", once],
    ["workflow governmentCommunityCloud", once],
    ["workflow stateOwnedEntity", once],
    ["workflow stateOwnedEntityAndCloud", once],
    ["workflow repeatedRequestId", once],
  ]);
});

describe("against another provider", () => {
  const id = "aaaaaaaa-0000-4000-8000-000000000001";
  const states = (content: string) => {
    const file = join(mkdtempSync(join(tmpdir(), "states-")), "states.json");
    writeFileSync(file, content);
    return file;
  };

  /** A provider whose customers and token are its own. */
  async function withProvider(state: string, check: (baseUrl: string, methods: string[]) => Promise<void>) {
    const sandbox = createSandbox();
    sandbox.setState(state, id);
    const methods: string[] = [];
    const fetch: typeof globalThis.fetch = async (input, init) => {
      methods.push(init?.method ?? "GET");
      const { authorization } = Object.fromEntries(new Headers(init?.headers));
      if (init?.method === "GET" && authorization !== "Bearer canary-token") return new Response(null, { status: 401 });
      return sandbox.fetch(input, init);
    };
    const { url, close } = await serveSandbox({ sandbox: { fetch } });
    try {
      await check(url, methods);
    } finally {
      await close();
    }
  }

  test("checks what reads, with that provider's customers and token, and skips the rest", async () => {
    const file = states(JSON.stringify({ "Education is denied": id }));
    await withProvider("Education is denied", async (baseUrl, methods) => {
      const args = ["--base-url", baseUrl, "--states", file];
      const { code, stdout, stderr } = await run(args, { PARTNER_CENTER_TOKEN: "canary-token" });
      expect(stdout).toMatch(/^getQualifications 200 Denied +ok$/m);
      expect(stdout).toMatch(/^getQualifications 200 Approved +-$/m);
      expect(stdout).toMatch(/^1 passed, 0 failed$/m);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).not.toContain("canary");
      expect(methods).not.toContain("POST");
    });
  });

  test("fails where the customer is in another state, and shows no token", async () => {
    const file = states(JSON.stringify({ "Education is denied": id }));
    await withProvider("Education is in review", async (baseUrl) => {
      const args = ["--base-url", baseUrl, "--states", file];
      const { code, stdout } = await run(args, { PARTNER_CENTER_TOKEN: "canary-token" });
      expect(stdout).toMatch(/^getQualifications 200 Denied +FAILED$/m);
      expect(stdout).toMatch(/0 passed, 1 failed$/m);
      expect(stdout).not.toContain("canary");
      expect(code).toBe(1);
    });
  });

  test("refuses to send a token in the clear", async () => {
    const { code, stderr } = await run(["--base-url", "http://provider.example"], { PARTNER_CENTER_TOKEN: "canary" });
    expect(stderr).toMatch(/^\/baseUrl must begin with https:/);
    expect(stderr).not.toContain("canary");
    expect(code).toBe(1);
  });

  test.each([
    ["no token", [], {}, "PARTNER_CENTER_TOKEN is not set", 2],
    ["an unknown option", ["--verbose"], {}, "--verbose", 2],
  ])("refuses %s", async (_, args, env, message, exit) => {
    const { code, stderr } = await run(["--base-url", "http://127.0.0.1:40999", ...args], env);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(code).toBe(exit);
  });

  test.each([
    ["that are missing", "none.json", "none.json cannot be read"],
    ["that are none", "package.json", 'wrong: "name"'],
    ["that no interaction is in", states(`{"Education is pending":"${id}"}`), "Education is pending"],
  ])("refuses states %s", async (_, file, message) => {
    const run = runRemote({ baseUrl: "http://127.0.0.1:40999", token: "x", states: file });
    await expect(run).rejects.toThrow(message);
  });
});

test("an openapi.yaml that is no YAML is one line that says where", async () => {
  const folder = mkdtempSync(join(tmpdir(), "broken-"));
  writeFileSync(join(folder, "openapi.yaml"), readFileSync("openapi.yaml", "utf8").replace("info:\n", "info: :\n"));
  const script = `process.chdir(${JSON.stringify(folder)}); await import(${JSON.stringify(join(process.cwd(), "contracts/run.ts"))})`;
  const { code, stderr } = await runNode(["--import", "tsx", "--input-type=module", "--eval", script]);
  expect(stderr).toMatch(/^openapi\.yaml:\d+: .+\n$/);
  expect(code).toBe(1);
});
