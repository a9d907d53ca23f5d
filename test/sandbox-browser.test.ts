/** The sandbox without Node: what a bundler for browsers makes of it, run with the globals of the web alone. */
import { createContext, runInContext } from "node:vm";
import { expect, test } from "vitest";
import { bundleOf } from "./files.js";
import { customerIn } from "./support.js";

const webGlobals = {
  ...{ AbortController, AbortSignal, Headers, Request, Response, TextDecoder, TypeError, URL },
  ...{ clearTimeout, crypto, setTimeout, structuredClone },
};

test("the sandbox bundles for a browser and responds without Node's modules and globals", async () => {
  const code = await bundleOf(`import * as made from "./index.ts"; globalThis.sandbox = made;`, "src/sandbox");
  expect(code).not.toMatch(/["']node:|\brequire\(|\bimport\(/);
  const web = createContext({ ...webGlobals });
  const { createSandbox } = runInContext(`${code}; sandbox`, web);
  const url = `https://x/v1/customers/${customerIn("Education is approved")}/qualifications`;
  const response = await createSandbox().fetch(url, { headers: { Authorization: "Bearer any" } });
  expect(await response.json()).toEqual([{ qualification: "Education", vettingStatus: "Approved" }]);
});
