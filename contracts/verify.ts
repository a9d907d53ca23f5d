/**
 * Pact's own verifier, as a process of its own, because it prints from native code. Started by `verification.ts`, which
 * asks for one verification after the other and is told the results; a bearer token comes with what is asked.
 */

import type { IncomingMessage } from "node:http";
import { Verifier } from "@pact-foundation/pact";
import { provider } from "./pact.js";

export interface Asked {
  providerBaseUrl: string;
  providerStatesSetupUrl: string;
  pactUrls: string[];
  token: string | undefined;
}

async function verify({ token, ...asked }: Asked): Promise<string> {
  const verifier = new Verifier({
    ...asked,
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

process.on("message", async (asked: Asked) => {
  process.send?.(await verify(asked).catch((failure: Error) => failure.message));
});
