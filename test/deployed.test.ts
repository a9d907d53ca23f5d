/**
 * The packed package in the places where it is deployed: each installs the tarball in an empty folder and runs one suite.
 *
 *     npm run test:runtimes                        all of them
 *     npm run test:runtimes -- -t "Bun|workerd"    some
 *
 * The runtimes come from npm, into a temporary folder. One that cannot be installed is skipped, and fails in CI.
 */
import { execFile, spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, onTestFinished, type TestContext, test } from "vitest";
import { launch } from "./browser.js";
import { bundleOf, emptyFolder, install, pack } from "./files.js";
import { serveProvider } from "./runtimes/provider.js";

/** Runs the suite in one runtime against the provider, and returns what is wrong and the runtime's version. */
type Runtime = (base: string, skip: TestContext["skip"]) => Promise<{ version: string; problems: string[] }>;

const folder = emptyFolder();
const entry = 'import * as used from "partner-center-qualifications"; import { runSuite } from "./suite.js";';
/** Refuses to make code from strings, in runtimes that have such an option. */
const noEval = "--disallow-code-generation-from-strings";

/** What cannot be installed or started says nothing of the package: its test is skipped, but not in CI. */
const orSkip = <Started>(skip: TestContext["skip"], starting: Promise<Started>) =>
  starting.catch((failure: Error) => {
    if (process.env.CI) throw failure;
    return skip(failure.message.split("\n")[0]);
  });

/** The suite and the package as one script, with what is to be done with them. */
const bundle = (code: string) => bundleOf(`${entry}\n${code}`, folder, { target: "es2022" });

/** A folder of its own with a package from npm. */
async function installed(name: string): Promise<string> {
  const own = join(folder, name.replace(/\W/g, "-"));
  mkdirSync(own);
  // Some of them choose or fetch the binary for this machine in an install script.
  await install(own, ["--fetch-retries=1", "--ignore-scripts=false", name]);
  return own;
}

/** The path and the version of a program that an npm package brings. */
async function program(name: string, command: string): Promise<{ path: string; version: string }> {
  const path = join(await installed(name), "node_modules/.bin", command);
  const { stdout } = await promisify(execFile)(path, ["--version"]);
  const version = stdout.split("\n")[0] ?? "";
  const wanted = name.split("@")[1]?.replace(/^1\.(\d{4})(\d\d)(\d\d)\..*/, "$1-$2-$3") ?? "";
  // What a shim falls back to would pass for another runtime.
  if (!version.includes(wanted)) throw new Error(`${name} is ${version}`);
  return { path, version };
}

function onCommandLine(name: string, command: string, ...args: string[]): Runtime {
  return async (base, skip) => {
    const { path, version } = await orSkip(skip, program(name, command));
    const file = join(folder, `${name.replace(/\W/g, "-")}.js`);
    writeFileSync(file, `${entry}\nconsole.log(JSON.stringify(await runSuite(used, ${JSON.stringify(base)})));`);
    const { stdout } = await promisify(execFile)(path, [...args, file], { cwd: folder });
    return { version, problems: JSON.parse(stdout) };
  };
}

const inWorkerd: Runtime = async (base, skip) => {
  const { path, version } = await orSkip(skip, program("workerd@1.20261117.1", "workerd"));
  const worker = `export default { fetch: async () => Response.json(await runSuite(used, ${JSON.stringify(base)})) };`;
  writeFileSync(join(folder, "worker.js"), await bundle(worker));
  writeFileSync(
    join(folder, "workerd.capnp"),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .worker), (name = "internet", network = (allow = ["private", "public"]))],
  sockets = [(name = "http", http = (), service = "main")]
);
const worker :Workerd.Worker = (modules = [(name = "worker.js", esModule = embed "worker.js")], compatibilityDate = "2026-11-01");`,
  );
  const child = spawn(path, ["serve", "workerd.capnp", "--socket-addr=http=127.0.0.1:0", "--control-fd=1"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill());
  for await (const line of createInterface(child.stdout)) {
    const { event, port } = JSON.parse(line);
    if (event === "listen") return { version, problems: await (await fetch(`http://127.0.0.1:${port}/`)).json() };
  }
  throw new Error("workerd did not start");
};

const inChromium: Runtime = async (base, skip) => {
  const browser = await orSkip(skip, installed("@sparticuz/chromium@143.0.4").then(launch));
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  // To look into the page would be to evaluate a string, which its policy forbids.
  const said = page.waitForEvent("console", (message) => message.type() === "log");
  const [message] = await Promise.all([said, page.goto(base)]);
  return { version: browser.version(), problems: JSON.parse(message.text()) };
};

const runtimes: Record<string, Runtime> = {
  "Node 20": onCommandLine("node@20", "node", noEval),
  "Node 22": onCommandLine("node@22", "node", noEval),
  "Node 24": onCommandLine("node@24", "node", noEval),
  "Node 26": onCommandLine("node@26", "node", noEval),
  Bun: onCommandLine("bun@1.4.5", "bun", "run"),
  Deno: onCommandLine("deno@2.9.6", "deno", "run", "--no-prompt", "--allow-net=127.0.0.1"),
  workerd: inWorkerd,
  Chromium: inChromium,
};

let script: string;

beforeAll(async () => {
  const { tarball } = await pack(folder);
  await install(folder, [tarball], { "package.json": { type: "module" } });
  await build({ entryPoints: ["test/runtimes/suite.ts"], outfile: join(folder, "suite.js"), format: "esm" });
  script = await bundle("console.log(JSON.stringify(await runSuite(used, location.origin)));");
});
// Here, and not at the end of the run: it is large, and vitest would wait for that in vain.
afterAll(() => rmSync(folder, { recursive: true }));

test.for(Object.entries(runtimes))("%s", async ([_, run], { annotate, skip }) => {
  await using provider = await serveProvider(script);
  const { version, problems } = await run(provider.url, skip);
  await annotate(version);
  expect(problems).toEqual([]);
});
