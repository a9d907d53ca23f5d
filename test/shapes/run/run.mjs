import assert from "node:assert/strict";
import { createClient } from "partner-center-qualifications";
import { createSandbox } from "partner-center-qualifications/sandbox";
import { serveSandbox } from "partner-center-qualifications/sandbox/server";
import { verify } from "partner-center-qualifications/verify";

const { url, close } = await serveSandbox({ sandbox: createSandbox() });
const client = createClient({ token: "any", baseUrl: url });
const { data } = await client.getQualifications("00000000-0000-4000-8000-000000000003");
assert.equal(data[0]?.vettingStatus, "Denied");
assert.deepEqual((await verify({ baseUrl: url, token: "any" })).findings, []);
await close();
