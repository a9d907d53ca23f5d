import type { Validate } from "../../generated/operations.js";
import { responseValidators } from "../../generated/responses.js";
import { type Customer, cases, code, type FixedResponse, type ValidationCode } from "./cases.js";
import type { Fault } from "./faults.js";
import { type Assumptions, assumptions as assumedByDefault, type Decide, decideByWebsite } from "./rules.js";
import { accepts, firstError, isGuid } from "./wire.js";

/** The options of a sandbox. */
export interface SandboxOptions {
  /** The clock. Default: the real one. */
  now?: (() => Date) | undefined;
  /** Milliseconds from a request to its decision. Default: 60,000. */
  reviewDelay?: number | undefined;
  /**
   * Decides a vetting when the review delay is over. Default: approves, unless the website is named after a published
   * reason, such as `not-an-academic-domain.example`.
   */
  decide?: Decide | undefined;
  /** Customers by id, in addition to those of the documented cases. Default: none. */
  customers?: Record<string, Customer> | undefined;
  /**
   * What other GUIDs are: `refuse` responds 404 to them; with `hold-nothing` each is a customer without qualifications,
   * and qualifications can be requested for it. A customer in the state "the customer does not exist" is a 404 with both.
   * Default: `refuse`.
   */
  unknownCustomers?: "refuse" | "hold-nothing" | undefined;
  /**
   * The partner's codes for GovernmentCommunityCloud. Properties that are omitted are those of the documented codes.
   * Default: the two of the documented list, and 123456, which the documented request sends.
   */
  validationCodes?: readonly (Pick<ValidationCode, "validationId"> & Partial<ValidationCode>)[] | undefined;
  /** Faults of every request. Default: none. */
  faults?: readonly Fault[] | undefined;
  /** Undocumented behaviour that differs from the default. */
  assumptions?: Partial<Assumptions> | undefined;
}

/** The validated options with their defaults. */
export interface Settings extends Required<{ [Option in keyof SandboxOptions]: NonNullable<SandboxOptions[Option]> }> {
  /** By id in lower case. */
  customers: Record<string, Customer>;
  validationCodes: ValidationCode[];
  assumptions: Assumptions;
}

/** What is wrong with the value of an option; false if it is valid. */
export type Check = (value: unknown) => string | false;

const object: Check = (value) => Object.prototype.toString.call(value) !== "[object Object]" && "must be an object";
const array: Check = (value) => !Array.isArray(value) && "must be an array";
const duration: Check = (value) =>
  !(typeof value === "number" && value >= 0) && "must be a number of milliseconds of at least 0";
export const text: Check = (value) => typeof value !== "string" && "must be a string";
export const callable: Check = (value) => typeof value !== "function" && "must be a function";
export const wholeNumber: Check = (value) =>
  !(Number.isInteger(value) && Number(value) >= 0) && "must be a whole number of at least 0";
export const oneOf =
  (...values: unknown[]): Check =>
  (value) =>
    !values.includes(value) && `must be ${values.map((one) => JSON.stringify(one)).join(" or ")}`;
export const flag = oneOf(true, false);

const clock: Check = (value) => {
  const time = typeof value === "function" && value();
  return !(time instanceof Date && !Number.isNaN(time.getTime())) && "must be a function that returns a valid Date";
};

const describedBy =
  (validate: Validate | undefined): Check =>
  (value) =>
    !validate?.(value) && `must be as openapi.yaml describes: ${firstError(validate)}`;

const optionChecks: Record<keyof SandboxOptions, Check> = {
  ...{ now: clock, reviewDelay: duration, decide: callable, customers: object },
  ...{ unknownCustomers: oneOf("refuse", "hold-nothing"), validationCodes: array, faults: array },
  ...{ assumptions: object },
};

const customerChecks: Record<keyof Customer, Check> = {
  qualifications: describedBy(responseValidators.getQualifications[200]),
  educationRequests: wholeNumber,
  anotherPartners: flag,
  response: (value) => !isDescribed(value) && "must be one that openapi.yaml describes",
};

const assumptionChecks: Record<string, Check> = {
  ...Object.fromEntries(Object.keys(assumedByDefault).map((name) => [name, flag])),
  ...{ refusalStatus: oneOf(400, 409), rememberedRequestIds: wholeNumber },
};

/** @throws Error naming the option that is unknown, or not valid; an omitted one is valid unless it is required */
export function assertOptions(given: unknown, checks: Record<string, Check>, above = "", required = ""): void {
  refuseUnless(!object(given), `${above || "the options "}must be an object`);
  const options = given as Record<string, unknown>;
  const names = Object.keys(checks);
  const expected = names.length > 0 ? `one of ${names.join(", ")}` : "none";
  for (const name of Object.keys(options)) {
    refuseUnless(names.includes(name), `${above}unknown option "${name}"; expected ${expected}`);
  }
  for (const [name, check] of Object.entries(checks)) {
    const wrong = (options[name] !== undefined || name === required) && check(options[name]);
    refuseUnless(!wrong, `${above}${name} ${wrong}`);
  }
}

/** @throws Error naming the option that is not valid, and why */
export function readOptions(options: SandboxOptions): Settings {
  assertOptions(options, optionChecks);
  const { now = () => new Date(), reviewDelay = 60_000, decide = decideByWebsite } = options;
  const documented = cases["validation codes are issued"]?.validationCodes ?? [];
  const { customers = {}, unknownCustomers = "refuse", assumptions = {} } = options;
  const { validationCodes = [{ validationId: "123456" }, ...documented], faults = [] } = options;
  return {
    ...{ now, reviewDelay, decide, faults, unknownCustomers },
    customers: readCustomers(customers),
    validationCodes: readCodes(validationCodes),
    assumptions: readAssumptions(assumptions),
  };
}

export function refuseUnless(good: boolean, reason: string): void {
  if (!good) throw new Error(reason);
}

function readCustomers(given: Record<string, Customer>): Record<string, Customer> {
  const customers = new Map<string, Customer>();
  for (const [id, customer] of Object.entries(given)) {
    refuseUnless(isGuid(id), `customers: "${id}" must be a GUID`);
    refuseUnless(!customers.has(id.toLowerCase()), `customers: "${id}" is listed twice`);
    assertOptions(customer, customerChecks, `customers: "${id}": `, "qualifications");
    customers.set(id.toLowerCase(), customer);
  }
  return Object.fromEntries(customers);
}

function isDescribed(given: unknown): boolean {
  const response = Object(given) as FixedResponse;
  const { status } = response;
  return status >= 400 && Object.values(responseValidators).some((validators) => accepts(validators[status], response));
}

function readCodes(given: NonNullable<SandboxOptions["validationCodes"]>): ValidationCode[] {
  const codes = given.map((one) => {
    const { validationId, ...others } = Object.fromEntries(
      Object.entries(one ?? {}).filter(([, value]) => value !== undefined),
    );
    const { maxCreates = 5 } = one ?? {};
    return code(validationId as string, { remainingCreates: maxCreates, ...others });
  });
  const wrong = describedBy(responseValidators.getValidationCodes[200])(codes);
  refuseUnless(!wrong, `validationCodes ${wrong}`);
  const left = codes.every(({ remainingCreates }) => remainingCreates === null || remainingCreates >= 0);
  refuseUnless(left, "validationCodes: remainingCreates must be null or at least 0");
  const once = new Set(codes.map(({ validationId }) => validationId)).size === codes.length;
  refuseUnless(once, "validationCodes: each validationId must be unique");
  return codes;
}

function readAssumptions(given: Partial<Assumptions>): Assumptions {
  assertOptions(given, assumptionChecks, "assumptions: ");
  const chosen = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...assumedByDefault, ...Object.fromEntries(chosen) };
}
