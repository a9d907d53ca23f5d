import { responseValidators } from "../../generated/responses.js";
import { type Customer, cases, code, type FixedResponse, type ValidationCode } from "./cases.js";
import type { Fault } from "./faults.js";
import { type Assumptions, assumptions as assumedByDefault, type Decide, decideByWebsite } from "./rules.js";
import { accepts, type TokenKind, tokenKindOf } from "./wire.js";

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
  /** The kind of a token. Default: by name, see `tokens`. */
  tokenKind?: ((token: string) => TokenKind) | undefined;
}

/** The validated options with their defaults; copies, so that later changes of the caller have no effect. */
export interface Settings extends Required<{ [Option in keyof SandboxOptions]: NonNullable<SandboxOptions[Option]> }> {
  /** By id in lower case. */
  customers: Record<string, Customer>;
  validationCodes: ValidationCode[];
  assumptions: Assumptions;
}

const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

const names = "now reviewDelay decide customers unknownCustomers validationCodes faults assumptions tokenKind".split(
  " ",
);

/** @throws Error naming the option that is not valid, and why */
export function readOptions(options: SandboxOptions): Settings {
  for (const name of Object.keys(options)) {
    refuseUnless(names.includes(name), `unknown option "${name}"; expected one of ${names.join(", ")}`);
  }
  const { now = () => new Date(), reviewDelay = 60_000, decide = decideByWebsite, tokenKind = tokenKindOf } = options;
  const documented = cases["validation codes are issued"]?.validationCodes ?? [];
  const { customers = {}, unknownCustomers = "refuse" } = options;
  const { validationCodes = [{ validationId: "123456" }, ...documented], faults = [] } = options;
  refuseUnless(
    typeof reviewDelay === "number" && reviewDelay >= 0,
    "reviewDelay must be a number of milliseconds of at least 0",
  );
  const time = typeof now === "function" && now();
  refuseUnless(
    time instanceof Date && !Number.isNaN(time.getTime()),
    "now must be a function that returns a valid Date",
  );
  for (const [name, given] of Object.entries({ decide, tokenKind })) {
    refuseUnless(typeof given === "function", `${name} must be a function`);
  }
  for (const [name, given] of Object.entries({ validationCodes, faults })) {
    refuseUnless(Array.isArray(given), `${name} must be an array`);
  }
  refuseUnless(
    unknownCustomers === "refuse" || unknownCustomers === "hold-nothing",
    'unknownCustomers must be "refuse" or "hold-nothing"',
  );
  refuseUnless(Object.prototype.toString.call(customers) === "[object Object]", "customers must be an object by id");
  return {
    ...{ now, reviewDelay, decide, tokenKind, faults, unknownCustomers },
    customers: readCustomers(customers),
    validationCodes: readCodes(validationCodes),
    assumptions: readAssumptions(options.assumptions ?? {}),
  };
}

/** Whether a string is a GUID, as customer ids are. */
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
    if (!isCustomerId(id)) fail("must be a GUID");
    if (customers.has(id.toLowerCase())) fail("is there twice");
    const { qualifications, educationRequests = 0, response } = Object(customer) as Customer;
    const validate = responseValidators.getQualifications[200];
    if (!validate?.(qualifications)) {
      const { instancePath, message } = validate?.errors?.[0] ?? {};
      fail(`has qualifications that openapi.yaml does not allow at ${instancePath || "/"}: ${message}`);
    }
    if (!Number.isInteger(educationRequests) || educationRequests < 0)
      fail("has educationRequests that are not a whole number of at least 0");
    if (response && !isDescribed(response)) fail("has a response that openapi.yaml does not describe");
    customers.set(id.toLowerCase(), structuredClone(customer));
  }
  return Object.fromEntries(customers);
}

function isDescribed(response: FixedResponse): boolean {
  const { status } = response;
  return status >= 400 && Object.values(responseValidators).some((validators) => accepts(validators[status], response));
}

function readCodes(given: NonNullable<SandboxOptions["validationCodes"]>): ValidationCode[] {
  const codes = given.map((one) => {
    const { validationId, ...others } = Object.fromEntries(
      Object.entries(one).filter(([, value]) => value !== undefined),
    );
    const { maxCreates = 5 } = one;
    return code(validationId as string, { remainingCreates: maxCreates, ...others });
  });
  const validate = responseValidators.getValidationCodes[200];
  const { instancePath, message } = validate?.(codes) ? {} : (validate?.errors?.[0] ?? {});
  refuseUnless(
    message === undefined,
    `validationCodes has codes that openapi.yaml does not allow at ${instancePath}: ${message}`,
  );
  const left = codes.every(({ remainingCreates }) => remainingCreates === null || remainingCreates >= 0);
  refuseUnless(left, "validationCodes: remainingCreates must be null or at least 0");
  const once = new Set(codes.map(({ validationId }) => validationId)).size === codes.length;
  refuseUnless(once, "validationCodes: each validationId must be unique");
  return structuredClone(codes);
}

/** The assumptions that are not booleans. */
const choices: Partial<Record<keyof Assumptions, { good: (value: unknown) => boolean; is: string }>> = {
  refusalStatus: { good: (value) => value === 400 || value === 409, is: "400 or 409" },
  rememberedRequestIds: {
    good: (value) => Number.isInteger(value) && Number(value) >= 0,
    is: "a whole number of at least 0",
  },
};
const flag = { good: (value: unknown) => typeof value === "boolean", is: "true or false" };

function readAssumptions(given: Partial<Assumptions>): Assumptions {
  const chosen = Object.entries(given).filter(([, value]) => value !== undefined);
  for (const [name, value] of chosen) {
    const known = Object.hasOwn(assumedByDefault, name);
    refuseUnless(
      known,
      `assumptions: unknown option "${name}"; expected one of ${Object.keys(assumedByDefault).join(", ")}`,
    );
    const { good, is } = choices[name as keyof Assumptions] ?? flag;
    refuseUnless(good(value), `assumptions: ${name} must be ${is}`);
  }
  return { ...assumedByDefault, ...Object.fromEntries(chosen) };
}
