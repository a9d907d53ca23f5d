import { defineConfig } from "vitest/config";

/** The tests of the client and the sandbox that run in one process: each mutant is run against those that reach it. */
const client =
  "abort,api,body,client,errors,options,qualification,retry,response,secrets,token,transport,validate,vetting";
const sandbox = "sandbox,sandbox-faults,sandbox-serve,verify";

export default defineConfig({
  test: {
    include: [`test/{${client},${sandbox}}.test.ts`],
    testTimeout: 20_000,
    // They wait for five seconds, which is too long for each of hundreds of mutants.
    testNamePattern: /^(?!.*slow clients)/,
  },
});
