const { createClient, isPartnerCenterError } = require("partner-center-qualifications");
const { createSandbox } = require("partner-center-qualifications/sandbox");

test("a customer is read from the sandbox", async () => {
  const client = createClient({ token: "any", fetch: createSandbox().fetch });
  const { data } = await client.getQualifications("00000000-0000-4000-8000-000000000003");
  expect(data[0]?.vettingStatus).toBe("Denied");
  await client.getQualifications("no-guid").catch((error) => expect(isPartnerCenterError(error)).toBe(true));
  expect.assertions(2);
});
