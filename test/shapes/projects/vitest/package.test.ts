import { createClient } from "partner-center-qualifications";
import { createSandbox } from "partner-center-qualifications/sandbox";
import { expect, test } from "vitest";

test("a customer is read from the sandbox", async () => {
  const client = createClient({ token: "any", fetch: createSandbox().fetch });
  const { data } = await client.getQualifications("00000000-0000-4000-8000-000000000003");
  expect(data[0]?.vettingStatus).toBe("Denied");
});
