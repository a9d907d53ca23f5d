export type { Customer, FixedResponse, HeldQualification, ValidationCode } from "./cases.js";
export { createStateHandler, type StateChange } from "./control.js";
export type { Fault } from "./faults.js";
export type { SandboxOptions } from "./options.js";
export { type Assumptions, type Decide, type Decision, type Vetting, vettingReasons } from "./rules.js";
export { createSandbox, type RecordedRequest, type Sandbox } from "./sandbox.js";
export { tokens } from "./wire.js";
