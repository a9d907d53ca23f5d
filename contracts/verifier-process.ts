/** Pact's own verifier, in a process of its own because it prints from native code. `verifier.ts` starts it. */
import { writeFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { Verifier } from "@pact-foundation/pact";
import { sides } from "./pact-file.js";

const [providerBaseUrl = "", providerStatesSetupUrl = "", pactFile = "", resultFile = ""] = process.argv.slice(2);
const token = process.env.PARTNER_CENTER_TOKEN;
const withToken = (request: IncomingMessage, _response: unknown, next: () => void) => {
  request.headers.authorization = `Bearer ${token}`;
  next();
};

const options = { provider: sides.provider, providerBaseUrl, providerStatesSetupUrl, pactUrls: [pactFile] };
const verifier = new Verifier({ ...options, logLevel: "error", ...(token ? { requestFilter: withToken } : {}) });
writeFileSync(resultFile, await verifier.verifyProvider().catch((failure: Error) => failure.message));
