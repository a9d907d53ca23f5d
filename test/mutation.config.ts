import { defineConfig } from "vitest/config";

/** The tests of the client that run in one process: each mutant is met by those that reach it. */
const tests =
  "abort,body,bulk,client,errors,fault,options,qualification,retry,secrets,token,transport,validate,vetting";

export default defineConfig({ test: { include: [`test/{${tests}}.test.ts`] } });
