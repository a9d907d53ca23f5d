"use client";
import { createClient, type Qualification } from "partner-center-qualifications";
import { createSandbox } from "partner-center-qualifications/sandbox";
import { useEffect, useState } from "react";

export function InBrowser() {
  const [held, setHeld] = useState<Qualification[]>([]);
  useEffect(() => {
    const client = createClient({ token: "any", fetch: createSandbox().fetch });
    client.getQualifications("00000000-0000-4000-8000-000000000003").then(({ data }) => setHeld(data));
  }, []);
  return <p>{held[0]?.qualification}</p>;
}
