import { createClient } from "partner-center-qualifications";

const client = createClient({
  baseUrl: "https://api.partnercenter.microsoft.com",
  token: process.env.PARTNER_CENTER_TOKEN ?? "",
});
// To retry the request later, pass the same ID again.
const requestId = crypto.randomUUID();
const { data } = await client.createQualification(
  "2d4f1a3c-5b6e-4c7d-8e9f-0a1b2c3d4e5f",
  // The body is the example "Education". "Payload" shows the others.
  {
    qualification: "Education",
    educationSegment: "HigherEducation",
    website: "contoso.edu",
  },
  { requestId },
);
console.log(data);
