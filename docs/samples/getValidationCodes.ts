import { createClient } from "partner-center-qualifications";

const client = createClient({
  baseUrl: "https://api.partnercenter.microsoft.com",
  token: process.env.PARTNER_CENTER_TOKEN ?? "",
});
const { data } = await client.getValidationCodes();
console.log(data);
