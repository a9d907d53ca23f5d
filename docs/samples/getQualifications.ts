import { createClient } from "partner-center-qualifications";

const client = createClient({
  baseUrl: "https://api.partnercenter.microsoft.com",
  token: process.env.PARTNER_CENTER_TOKEN ?? "",
});
const { data } = await client.getQualifications("2d4f1a3c-5b6e-4c7d-8e9f-0a1b2c3d4e5f");
console.log(data);
