/** Pact's own verifier, in a process of its own because it prints from native code. `verifier.ts` starts it. */

import type { IncomingMessage } from "node:http";
import { Verifier } from "@pact-foundation/pact";
import { provider } from "./pact.js";

export interface Verification {
  providerBaseUrl: string;
  providerStatesSetupUrl: string;
  pactUrls: string[];
  token: string | undefined;
}

async function verify({ token, ...verification }: Verification): Promise<string> {
  const verifier = new Verifier({
    ...verification,
    provider,
    logLevel: "error",
    ...(token
      ? {
          requestFilter: (request: IncomingMessage, _response: unknown, next: () => void) => {
            request.headers.authorization = `Bearer ${token}`;
            next();
          },
        }
      : {}),
  });
  return verifier.verifyProvider();
}

process.on("message", async (verification: Verification) => {
  process.send?.(await verify(verification).catch((failure: Error) => failure.message));
});
