export type { Evidence, ResponseShape } from "./evidence.js";
export type { Finding, Skipped } from "./finding.js";
export type { VerifyOptions } from "./options.js";
export { type VerifyResult, verify } from "./verify.js";
