"use client";
import { createClient } from "partner-center-qualifications";
import { createSandbox } from "partner-center-qualifications/sandbox";

export function InBrowser() {
  const client = createClient({ token: "any", fetch: createSandbox().fetch });
  const read = () => client.getQualifications("00000000-0000-4000-8000-000000000003");
  return <button type="button" onClick={read} />;
}
