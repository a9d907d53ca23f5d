/** The command line, as a process. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runNode } from "../contracts/process.js";
import { tokens } from "../src/sandbox/index.js";
import { serveSandbox } from "../src/sandbox/server.js";
import { cli } from "./bundled.js";
import { emptyFolder, temporary } from "./files.js";

const { url, close } = await serveSandbox({ control: true });
afterAll(close);

const run = (args: string[], environment: Record<string, string> = { PARTNER_CENTER_TOKEN: tokens.appAndUser }) =>
  runNode([cli, ...args], { PARTNER_CENTER_TOKEN: "", ...environment });

test("verify prints findings and what was skipped, and writes reports, evidence and a comparison with it", async () => {
  const folder = emptyFolder();
  const [junit, evidence] = [join(folder, "junit.xml"), join(folder, "evidence.json")];
  const args = ["verify", "--base-url", url, "--state-change-url", `${url}/provider-states`];
  const first = await run([...args, "--reporter", "text", "--reporter", `junit=${junit}`, "--evidence", evidence]);
  expect(first).toMatchObject({ code: 0, stderr: "" });
  expect(first.stdout).toMatch(/^skipped \d+: create requests need --allow-writes\n/);
  expect(first.stdout).toMatch(/\d+ run, 0 findings, \d+ skipped\n$/);
  expect(readFileSync(junit, "utf8")).toContain('failures="0"');
  const changed = readFileSync(evidence, "utf8").replace('"InReview"', '"Waiting"');
  const second = await run([...args, "--allow-writes", "--baseline", temporary("baseline.json", changed)]);
  expect(second.code).toBe(1);
  expect(second.stdout).toContain("baseline: words of [].vettingStatus: gained InReview; lost Waiting");
});

test("verify takes the token from a file, and fails if fewer were run than required", async () => {
  const token = temporary("token", `${tokens.appOnly}\n`);
  const args = ["verify", "--base-url", url, "--token-file", token, "--require", "50"];
  const { code, stdout, stderr } = await run(args, {});
  expect([code, stderr]).toEqual([1, "verify: 4 were run, and --require wants 50\n"]);
  expect(stdout).toMatch(/^skipped \d+: needs a state: give --states or --state-change-url$/m);
  expect(stdout).not.toContain(tokens.appOnly);
});

const withBase = "verify --base-url https://x";

test.each<[string, string, Record<string, string>?]>([
  ["", "partner-center-qualifications: a command is missing; expected verify or sandbox"],
  ["publish", 'partner-center-qualifications: unknown command "publish"; expected verify or sandbox'],
  ["verify", "verify: --base-url is missing: give the provider's URL, without /v1"],
  ["verify --base-url", "verify: Option '--base-url <value>' argument missing"],
  ["verify --base-uri x", "verify: Unknown option '--base-uri'"],
  ["verify --base-url http://provider.example", "verify: baseUrl must begin with https://"],
  [withBase, "verify: PARTNER_CENTER_TOKEN is not set: a bearer token is needed", {}],
  [withBase, "verify: PARTNER_CENTER_TOKEN must have one token", { PARTNER_CENTER_TOKEN: "canary canary" }],
  [`${withBase} --token-file /nowhere`, "verify: --token-file /nowhere cannot be read: ENOENT"],
  [`${withBase} --states /nowhere`, "verify: --states /nowhere cannot be read: ENOENT"],
  [`${withBase} --states package.json`, 'verify: states: unknown state "name"'],
  [`${withBase} --baseline package.json`, "verify: --baseline package.json: must be a JSON document"],
  [`${withBase} --baseline README.md`, "verify: --baseline README.md: "],
  [`${withBase} --reporter tap`, 'verify: --reporter "tap" is unknown; expected one of text, json'],
  [`${withBase} --require all`, "verify: --require must be a whole number"],
  ["sandbox --port x", "sandbox: --port must be a whole number from 0 to 65535"],
  ["sandbox --port 65536", "sandbox: --port must be a whole number from 0 to 65535"],
  ["sandbox --port", "sandbox: Option '--port <value>' argument missing"],
  ["sandbox --ports 1", "sandbox: Unknown option '--ports'"],
  ["sandbox --unknown-customers create", 'sandbox: --unknown-customers must be "refuse" or "hold-nothing"'],
  ["sandbox --review-delay soon", "sandbox: --review-delay must be a number of seconds"],
])("%j is one line and exit 2: %s", async (args, message, environment) => {
  const { code, stdout, stderr } = await run(args.split(" ").filter(Boolean), environment);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^[^\n]+\n$/);
  expect(stderr).toContain(message);
  expect(stderr).not.toContain("canary");
});

test.each(["--help", "verify --help", "sandbox --help"])("%s prints its usage", async (args) => {
  const { code, stdout, stderr } = await run(args.split(" "));
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/^usage: partner-center-qualifications /);
});
