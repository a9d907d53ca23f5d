import { createClient } from "partner-center-qualifications";
import { createSandbox } from "partner-center-qualifications/sandbox";

const client = createClient({ token: "any", fetch: createSandbox().fetch });
globalThis.read = client.getQualifications("00000000-0000-4000-8000-000000000003");
