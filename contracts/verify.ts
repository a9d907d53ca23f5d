/**
 * Pact's own verifier, as a process of its own, because it prints from native code. Started by `layers/provider.ts`,
 * which it tells the results; a bearer token, where one is needed, comes in the environment.
 */

import type { IncomingMessage } from "node:http";
import { Verifier } from "@pact-foundation/pact";
import { provider } from "./pact.js";

const [providerBaseUrl = "", providerStatesSetupUrl = "", pactFile = ""] = process.argv.slice(2);
const token = process.env.PARTNER_CENTER_TOKEN;

new Verifier({
  provider,
  providerBaseUrl,
  providerStatesSetupUrl,
  pactUrls: [pactFile],
  logLevel: "error",
  ...(token
    ? {
        requestFilter: (request: IncomingMessage, _response: unknown, next: () => void) => {
          request.headers.authorization = `Bearer ${token}`;
          next();
        },
      }
    : {}),
})
  .verifyProvider()
  .catch((failure: Error) => failure.message)
  .then((result) => process.send?.(result));
