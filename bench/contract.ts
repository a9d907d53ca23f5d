/** Seconds of `npm run contract`, and of each tool that it uses when run alone. Run from the folder above. */
import { spawnSync } from "node:child_process";
import { readPact } from "../contracts/pact-file.js";
import { runPactVerifier } from "../contracts/verifier.js";
import { createSandbox } from "../src/sandbox/index.js";
import type { Contract } from "./results.js";

const env = { ...process.env, REDOCLY_TELEMETRY: "off", PACT_DO_NOT_TRACK: "1" };

function run(command: string, ...parts: string[]) {
  const { status, stdout, stderr } = spawnSync(command, parts, { env, encoding: "utf8", maxBuffer: 1e8 });
  if (status !== 0) throw new Error(`${[command, ...parts].join(" ")}: ${stdout}${stderr}`);
}

const program =
  (file: string, ...parts: string[]) =>
  () =>
    run(process.execPath, `node_modules/${file}`, ...parts);

const sandbox = createSandbox({ now: () => new Date("2020-12-04T20:54:24Z") });

const tools: Record<string, () => unknown> = {
  "openapi-typescript": program("openapi-typescript/bin/cli.js", "openapi.yaml"),
  "redocly lint": program("@redocly/cli/bin/cli.js", "lint", "openapi.yaml", "--config", "contracts/redocly.yaml"),
  "tsc of the client": program("typescript/bin/tsc", "-p", "src", "--noEmit"),
  "Pact's consumer tests": () => run("npm", "run", "--silent", "contract:write"),
  "Pact's verifier": async () => {
    const failures = await runPactVerifier(readPact(), sandbox);
    if (failures.length > 0) throw new Error("Pact's verifier failed");
  },
};

async function secondsOf(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

const result: Contract = { tools: {}, whole: 0 };
for (const [name, work] of Object.entries(tools)) result.tools[name] = await secondsOf(work);
result.whole = await secondsOf(() => run("npm", "run", "--silent", "contract"));
console.log(JSON.stringify(result));
