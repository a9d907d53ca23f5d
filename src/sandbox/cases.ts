import type { components } from "../../generated/api.js";

/** A qualification of a customer. */
export interface HeldQualification {
  qualification: components["schemas"]["Qualification"]["qualification"];
  vettingStatus?: components["schemas"]["VettingStatus"];
  vettingReason?: components["schemas"]["VettingReason"];
  vettingCreatedDate?: string;
  vettingCreateDate?: string;
}

/** A partner's code for GovernmentCommunityCloud. */
export type ValidationCode = components["schemas"]["ValidationCode"];

/** A response to every request of an operation that has its status. */
export interface FixedResponse {
  status: number;
  headers?: Record<string, string>;
  /** If omitted, the response has no body. */
  body?: components["schemas"]["Error"];
}

/** A customer of the sandbox. */
export interface Customer {
  /** The qualifications. A vetting in review waits for `decide`: the clock decides only vettings of a request. */
  qualifications: HeldQualification[];
  /** How often Education was requested. Default: 1 if the customer has it, otherwise 0. */
  educationRequests?: number;
  /** Whether the customer belongs to another partner, so that every operation is refused. Default: false. */
  anotherPartners?: boolean;
  /** The response of every operation that has its status. Default: the rules apply. */
  response?: FixedResponse;
}

/** A provider state: a customer, or no customer; or, with the id `all`, a state of the partner. */
export interface Case {
  customerId: string;
  customer?: Customer;
  validationCodes?: ValidationCode[];
}

/** The id in paths that name the partner and no customer. */
export const partner = "all";

/**
 * A customer for each documented case, by the name of its provider state. The bodies are not read from `openapi.yaml`, so
 * that a mistake there does not go unnoticed.
 */
export const cases: Record<string, Case> = {
  "Education is approved": held(1, { qualification: "Education", vettingStatus: "Approved" }),
  "Education is in review": held(2, {
    qualification: "Education",
    vettingStatus: "InReview",
    vettingCreatedDate: "2020-12-03T10:37:38.885Z",
  }),
  "Education is denied": held(3, {
    qualification: "Education",
    vettingStatus: "Denied",
    vettingReason: "Not an Education Customer",
    vettingCreatedDate: "2020-12-03T10:37:38.885Z",
  }),
  "StateOwnedEntity is held": held(4, { qualification: "StateOwnedEntity" }),
  "Education and StateOwnedEntity are held": held(
    5,
    { qualification: "Education", vettingStatus: "Approved" },
    { qualification: "StateOwnedEntity" },
  ),
  "GovernmentCommunityCloud and StateOwnedEntity are held": held(
    6,
    {
      qualification: "GovernmentCommunityCloud",
      vettingStatus: "Approved",
      vettingCreateDate: "2021-05-06T19:59:56.6832021+00:00",
    },
    { qualification: "StateOwnedEntity" },
  ),
  "no qualification is held": held(7),
  "the customer does not exist": { customerId: id(8) },
  "the customer id is refused": fixed(9, 400, {
    code: 2000,
    description: "Tenant Id must be a GUID.",
    data: [],
    source: "PartnerApiServiceControllers",
  }),
  "fields are refused": fixed(10, 400, {
    code: "2000",
    description: "Customer search only allows starts with and equals operation.",
    data: ["Field1", "Field2"],
    source: "PartnerApiServiceControllers",
  }),
  "tagging is denied": fixed(11, 400, "Customer tagging denied."),
  "the token is refused": fixed(
    12,
    401,
    { code: "900420", description: "The audience of the token is no longer supported." },
    { "WWW-Authenticate": "OAuth realm=urn:cpsvc:cpid:00000000-0000-0000-0000-000000000000" },
  ),
  "the token is app-only": fixed(13, 403, {
    code: 900329,
    description: "This resource does not support app-only tokens.",
    data: [],
    source: "PartnerFD",
  }),
  "authorization fails": fixed(14, 403, {
    code: 1002,
    description: "Authorization Failed",
    data: [],
    source: "PartnerFD",
  }),
  "Conditional Access blocks": fixed(15, 403, {
    code: 900309,
    description: "Access has been blocked by Conditional Access policies.",
    source: "PartnerFD",
  }),
  "authorization fails without a body": fixed(27, 403),
  "the account status is not found": fixed(16, 404, {
    code: 600074,
    message: "Account Status for the customer, {customer-id} was not found.",
    description: "Account Status for the customer, {customer-id} was not found.",
    errorName: "AccountStatusNotFound",
    isRetryable: false,
    errorMessageExtended: "InternalErrorCode=600074",
  }),
  "the customer is not found, without a body": fixed(28, 404),
  "the partner organization is not found": fixed(17, 404, {
    code: 3000,
    description: "Partner Organization with partner_id 9999999 could not be found",
    data: [],
    source: "PartnerFD",
  }),
  "an agreement already exists": fixed(18, 409, {
    code: 600061,
    message: "A partner confirmed agreement already exists for the customer.",
    description: "A partner confirmed agreement already exists for the customer.",
    errorName: "PartnerConfirmedAgreementAlreadyExists",
    isRetryable: false,
    parameters: {},
    errorMessageExtended: "InternalErrorCode=600061",
  }),
  "the rate limit is reached": fixed(
    19,
    429,
    { statusCode: 429, message: "Rate limit is exceeded. Try again in 57 seconds." },
    { "Retry-After": "57" },
  ),
  "the service fails": fixed(20, 500, {
    code: 800003,
    description: "An unexpected error occurred.",
    data: [],
    source: "PartnerFD",
  }),
  "the service is unavailable": fixed(21, 503, { statusCode: 503, message: "Service unavailable." }),
  "no qualification is held and a validation code is left": {
    ...held(22),
    validationCodes: [code("123456", { remainingCreates: 1 })],
  },
  "no validation code is left": { ...held(23), validationCodes: [code("123456", { remainingCreates: 0 })] },
  "the customer is another partner's": {
    customerId: id(24),
    customer: { qualifications: [], anotherPartners: true },
  },
  "Education was denied three times": {
    customerId: id(25),
    customer: {
      qualifications: [
        {
          qualification: "Education",
          vettingStatus: "Denied",
          vettingReason: "Not an Education Customer - After Review",
        },
      ],
      educationRequests: 3,
    },
  },
  "the input is refused": fixed(26, 400, {
    code: 800002,
    description: "The request is not valid at /header/MS-RequestId.",
    data: ["MS-RequestId"],
    source: "PartnerFD",
  }),
  "validation codes are issued": {
    customerId: partner,
    validationCodes: [
      code("12345", { remainingCreates: 4, eTag: "W/\"datetime'2018-10-10T18%3A49%3A58.727348Z'\"" }),
      code("987654", {
        organizationName: "Contoso, Inc. Finance Department",
        eTag: "W/\"datetime'2018-10-19T17%3A51%3A45.6584512Z'\"",
      }),
    ],
  },
};

/** A validation code of the documented partner that was not used yet. */
export function code(validationId: string, others: Partial<ValidationCode> = {}): ValidationCode {
  const partnerId = "9daaeb1c-4195-4db5-9f1d-509eb70c8c2d";
  return { partnerId, organizationName: "Contoso, Inc.", validationId, maxCreates: 5, remainingCreates: 5, ...others };
}

function id(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

function held(number: number, ...qualifications: HeldQualification[]): Case {
  return { customerId: id(number), customer: { qualifications } };
}

function fixed(
  number: number,
  status: number,
  body?: FixedResponse["body"],
  headers: Record<string, string> = {},
): Case {
  const response = body === undefined ? { status, headers } : { status, headers, body };
  return { customerId: id(number), customer: { qualifications: [], response } };
}
