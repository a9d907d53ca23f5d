#!/usr/bin/env node
import { runSandbox } from "./sandbox/command.js";
import { runVerify } from "./verify/command-line.js";

const usage = `usage: partner-center-qualifications verify --base-url URL [options]
       partner-center-qualifications sandbox [options]

verify   compares a provider's responses with what is documented
sandbox  serves an in-memory fake of Partner Center

Add --help for the options of a command.`;

async function main([command, ...args]: string[]): Promise<number | undefined> {
  if (command === "verify") return runVerify(args, process.env);
  if (command === "sandbox") return void (await runSandbox(args));
  if (command === "--help") {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  throw new Error(`${command ? `unknown command "${command}"` : "a command is missing"}; expected verify or sandbox`);
}

main(process.argv.slice(2)).then(
  (code) => {
    if (code !== undefined) process.exitCode = code;
  },
  (failure: NodeJS.ErrnoException) => {
    const [command = "partner-center-qualifications"] = process.argv
      .slice(2)
      .filter((name) => /^(verify|sandbox)$/.test(name));
    const inUse = failure.code === "EADDRINUSE";
    const message = inUse ? "the port is in use; choose another one with --port" : failure.message.split("\n")[0];
    process.stderr.write(`${command}: ${message}\n`);
    process.exitCode = inUse ? 1 : 2;
  },
);
