const assert = require("node:assert/strict");
const { createClient } = require("partner-center-qualifications");
const { createSandbox } = require("partner-center-qualifications/sandbox");
const { serveSandbox } = require("partner-center-qualifications/sandbox/server");
const { verify } = require("partner-center-qualifications/verify");

async function main() {
  const { url, close } = await serveSandbox({ sandbox: createSandbox() });
  const client = createClient({ token: "any", baseUrl: url });
  const { data } = await client.getQualifications("00000000-0000-4000-8000-000000000003");
  assert.equal(data[0]?.vettingStatus, "Denied");
  assert.deepEqual((await verify({ baseUrl: url, token: "any" })).findings, []);
  await close();
}

main();
