/** The sandbox without Node: what a bundler for browsers makes of it, run with the globals of the web alone. */
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { customerIn } from "./support.js";

const webGlobals = {
  ...{ AbortController, AbortSignal, Headers, Request, Response, TextDecoder, TypeError, URL },
  ...{ clearTimeout, crypto, setTimeout, structuredClone },
};

test("the sandbox bundles for a browser and responds without Node's modules and globals", async () => {
  const script = { bundle: true, format: "iife", globalName: "sandboxModule", platform: "browser" } as const;
  const { outputFiles } = await build({ ...script, entryPoints: ["src/sandbox/index.ts"], write: false });
  const code = outputFiles[0]?.text ?? "";
  expect(code).not.toMatch(/["']node:|\brequire\(|\bimport\(/);
  const run = createContext({ ...webGlobals });
  const { createSandbox } = runInContext(`${code}; sandboxModule`, run);
  const url = `https://x/v1/customers/${customerIn("Education is approved")}/qualifications`;
  const response = await createSandbox().fetch(url, { headers: { Authorization: "Bearer any" } });
  expect(await response.json()).toEqual([{ qualification: "Education", vettingStatus: "Approved" }]);
});
