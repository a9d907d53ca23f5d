/** Uses every entry in Node, as an ES module and as CommonJS; the arguments are documents that must be found. */
import assert from "node:assert/strict";
import { createRequire } from "node:module";

const name = "partner-center-qualifications";
const require = createRequire(import.meta.url);

for (const document of process.argv.slice(2)) require.resolve(`${name}/${document}`);
for (const entry of ["", "/sandbox", "/sandbox/server", "/verify", "/examples"]) {
  const exported = [require(name + entry), await import(name + entry)].map((module) => Object.keys(module).sort());
  assert.deepEqual(...exported);
}

for (const load of [require, (path) => import(path)]) {
  const { createClient } = await load(name);
  const { createSandbox } = await load(`${name}/sandbox`);
  const { serveSandbox } = await load(`${name}/sandbox/server`);
  const { verify } = await load(`${name}/verify`);
  const sandbox = createSandbox();
  const { url, close } = await serveSandbox({ sandbox });
  /** As in React Native: no stream, and a body that is read as text. */
  const reactNative = async (...request) => {
    const response = await sandbox.fetch(...request);
    return { status: response.status, headers: response.headers, text: () => response.text() };
  };
  for (const options of [{ baseUrl: url }, { fetch: reactNative }]) {
    const client = createClient({ token: "any", ...options });
    const { data } = await client.getQualifications("00000000-0000-4000-8000-000000000003");
    assert.equal(data[0]?.vettingStatus, "Denied");
  }
  assert.deepEqual((await verify({ baseUrl: url, token: "any" })).findings, []);
  await close();
}
