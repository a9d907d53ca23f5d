import { spawn } from "node:child_process";
import { createRequire } from "node:module";

const program = createRequire(import.meta.url).resolve("@stoplight/prism-cli/dist/index.js");

/**
 * Starts Prism on a free port, as a `mock` of a description or as a validating `proxy` in front of a provider. Prism's own
 * errors have the media type `application/problem+json`.
 *
 * @throws Error with Prism's output if it exits instead of listening
 */
export function startPrism(...args: string[]): Promise<{ url: string; stop: () => void }> {
  const child = spawn(process.execPath, [program, ...args, "--port", "0", "--cors", "false"]);
  let printed = "";
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk;
      const [, url] = /listening on (http:\S+)\s/.exec(printed) ?? [];
      if (url) resolve({ url, stop: () => child.kill() });
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("error", reject).once("close", () => reject(new Error(`Prism did not start:\n${printed}`)));
  });
}
