/** Pact's own verifier, in a process of its own because it prints from native code. `verifier.ts` starts it. */
import { writeFileSync } from "node:fs";
import { Verifier } from "@pact-foundation/pact";
import { sides } from "./pact-file.js";

const [providerBaseUrl = "", providerStatesSetupUrl = "", pactFile = "", resultFile = ""] = process.argv.slice(2);
const options = { provider: sides.provider, providerBaseUrl, providerStatesSetupUrl, pactUrls: [pactFile] };
const verifier = new Verifier({ ...options, logLevel: "error" });
writeFileSync(resultFile, await verifier.verifyProvider().catch((failure: Error) => failure.message));
