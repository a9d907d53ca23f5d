import { createClient } from "partner-center-qualifications";
import { createSandbox } from "partner-center-qualifications/sandbox";
import { serveSandbox } from "partner-center-qualifications/sandbox/server";
import { InBrowser } from "./in-browser";

export default async function Page() {
  const { url, close } = await serveSandbox({ sandbox: createSandbox() });
  const client = createClient({ token: "any", baseUrl: url });
  const { data } = await client.getQualifications("00000000-0000-4000-8000-000000000003");
  await close();
  return (
    <main>
      {data[0]?.vettingStatus}
      <InBrowser />
    </main>
  );
}
