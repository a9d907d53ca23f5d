import { answers } from "../../generated/answers.js";
import { type Customer, cases, code, type FixedAnswer, type ValidationCode } from "./cases.js";
import type { Fault } from "./faults.js";
import { type Assumptions, assumptions as assumedByDefault, type Decide, decideByWebsite } from "./rules.js";
import { kindOf, type TokenKind } from "./wire.js";

/** How a sandbox begins, and what it assumes where no page says it. */
export interface SandboxOptions {
  /** The clock. Default: the real one. */
  now?: (() => Date) | undefined;
  /** Milliseconds from a request to its decision. Default: 60,000, where the real one takes up to three business days. */
  reviewDelay?: number | undefined;
  /**
   * Decides when the review time is over. Default: approves, but for a website that spells a published reason, such as
   * `not-an-academic-domain.example`, which is denied with it.
   */
  decide?: Decide | undefined;
  /** Customers by id, beside those of the documented cases. Default: none. */
  customers?: Record<string, Customer> | undefined;
  /**
   * The partner's codes for GovernmentCommunityCloud; what is left out is that of the documented ones. Default: the two
   * of the documented list, and 123456, which the documented request sends.
   */
  validationCodes?: readonly (Pick<ValidationCode, "validationId"> & Partial<ValidationCode>)[] | undefined;
  /** Faults that every request meets. Default: none. */
  faults?: readonly Fault[] | undefined;
  /** What no page says, chosen otherwise. */
  assumptions?: Partial<Assumptions> | undefined;
  /** Tells the kinds of tokens apart. Default: by name, see `tokens`. */
  tokenKind?: ((token: string) => TokenKind) | undefined;
}

/** The options, checked and copied, with their defaults. */
export interface Settings extends Required<{ [Option in keyof SandboxOptions]: NonNullable<SandboxOptions[Option]> }> {
  /** By ids in lower case. */
  customers: Record<string, Customer>;
  validationCodes: ValidationCode[];
  assumptions: Assumptions;
}

const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

const names = "now reviewDelay decide customers validationCodes faults assumptions tokenKind".split(" ");

/** @throws Error naming the option that cannot be used, and why */
export function readOptions(options: SandboxOptions): Settings {
  for (const name of Object.keys(options)) {
    refuseUnless(names.includes(name), `there is no option "${name}"; there are: ${names.join(", ")}`);
  }
  const { now = () => new Date(), reviewDelay = 60_000, decide = decideByWebsite, tokenKind = kindOf } = options;
  const documented = cases["validation codes are issued"]?.validationCodes ?? [];
  const { customers = {}, validationCodes = [{ validationId: "123456" }, ...documented], faults = [] } = options;
  refuseUnless(
    typeof reviewDelay === "number" && reviewDelay >= 0,
    "reviewDelay must be a number of milliseconds, from 0 on",
  );
  const time = typeof now === "function" && now();
  refuseUnless(time instanceof Date && !Number.isNaN(time.getTime()), "now must be a function that gives a Date");
  for (const [name, given] of Object.entries({ decide, tokenKind })) {
    refuseUnless(typeof given === "function", `${name} must be a function`);
  }
  for (const [name, given] of Object.entries({ validationCodes, faults })) {
    refuseUnless(Array.isArray(given), `${name} must be a list`);
  }
  refuseUnless(Object.prototype.toString.call(customers) === "[object Object]", "customers must be an object by ids");
  return {
    ...{ now, reviewDelay, decide, tokenKind, faults },
    customers: readCustomers(customers),
    validationCodes: readCodes(validationCodes),
    assumptions: readAssumptions(options.assumptions ?? {}),
  };
}

/** Whether a path can name this customer. */
export function isCustomerId(id: string): boolean {
  return guid.test(id);
}

export function refuseUnless(good: boolean, reason: string): void {
  if (!good) throw new Error(reason);
}

function readCustomers(given: Record<string, Customer>): Record<string, Customer> {
  const customers = new Map<string, Customer>();
  for (const [id, customer] of Object.entries(given)) {
    const fail = (reason: string) => refuseUnless(false, `customers: "${id}" ${reason}`);
    if (!isCustomerId(id)) fail("is no GUID");
    if (customers.has(id.toLowerCase())) fail("is there twice");
    const { qualifications, educationRequests = 0, answer } = Object(customer) as Customer;
    const judge = answers.getQualifications[200];
    if (!judge?.(qualifications)) {
      fail(
        `has qualifications that break openapi.yaml at ${judge?.errors?.[0]?.instancePath || "/"}: ${judge?.errors?.[0]?.message}`,
      );
    }
    if (!Number.isInteger(educationRequests) || educationRequests < 0) fail("has educationRequests that are no count");
    if (answer && !isDescribed(answer)) fail("has an answer that no operation gives");
    customers.set(id.toLowerCase(), structuredClone(customer));
  }
  return Object.fromEntries(customers);
}

function isDescribed({ status, body }: FixedAnswer): boolean {
  return status >= 400 && Object.values(answers).some((judges) => judges[status]?.(body));
}

function readCodes(given: NonNullable<SandboxOptions["validationCodes"]>): ValidationCode[] {
  const codes = given.map((one) => {
    const { validationId, ...others } = Object.fromEntries(
      Object.entries(one).filter(([, value]) => value !== undefined),
    );
    const { maxCreates = 5 } = one;
    return code(validationId as string, { remainingCreates: maxCreates, ...others });
  });
  const judge = answers.getValidationCodes[200];
  const { instancePath, message } = judge?.(codes) ? {} : (judge?.errors?.[0] ?? {});
  refuseUnless(message === undefined, `validationCodes break openapi.yaml at ${instancePath}: ${message}`);
  const left = codes.every(({ remainingCreates }) => remainingCreates === null || remainingCreates >= 0);
  refuseUnless(left, "validationCodes: remainingCreates must be null, or from 0 on");
  const once = new Set(codes.map(({ validationId }) => validationId)).size === codes.length;
  refuseUnless(once, "validationCodes: each validationId must be there once");
  return structuredClone(codes);
}

/** What an assumption can be, where it is neither true nor false. */
const choices: Partial<Record<keyof Assumptions, { good: (value: unknown) => boolean; is: string }>> = {
  refusalStatus: { good: (value) => value === 400 || value === 409, is: "400 or 409" },
  rememberedRequestIds: { good: (value) => Number.isInteger(value) && Number(value) >= 0, is: "a count" },
};
const flag = { good: (value: unknown) => typeof value === "boolean", is: "true or false" };

function readAssumptions(given: Partial<Assumptions>): Assumptions {
  const chosen = Object.entries(given).filter(([, value]) => value !== undefined);
  for (const [name, value] of chosen) {
    const known = Object.hasOwn(assumedByDefault, name);
    refuseUnless(known, `assumptions: there is no "${name}"; there are: ${Object.keys(assumedByDefault).join(", ")}`);
    const { good, is } = choices[name as keyof Assumptions] ?? flag;
    refuseUnless(good(value), `assumptions: ${name} must be ${is}`);
  }
  return { ...assumedByDefault, ...Object.fromEntries(chosen) };
}
