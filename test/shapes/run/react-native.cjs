const assert = require("node:assert/strict");
const { createClient } = require("partner-center-qualifications");
const { createSandbox } = require("partner-center-qualifications/sandbox");

const sandbox = createSandbox();

/** As in React Native: no stream, and a body that is read as text. */
async function fetch(url, init) {
  const response = await sandbox.fetch(url, init);
  const { status, headers } = response;
  return { status, ok: response.ok, headers, url, text: () => response.text() };
}

createClient({ token: "any", fetch })
  .getQualifications("00000000-0000-4000-8000-000000000003")
  .then(({ data }) => assert.equal(data[0]?.vettingStatus, "Denied"));
