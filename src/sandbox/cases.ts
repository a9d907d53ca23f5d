import type { components } from "../../generated/api.js";

/** What a customer holds. */
export interface HeldQualification {
  qualification: components["schemas"]["Qualification"]["qualification"];
  vettingStatus?: components["schemas"]["VettingStatus"];
  vettingReason?: components["schemas"]["VettingReason"];
  vettingCreatedDate?: string;
  vettingCreateDate?: string;
}

/** A partner's code for GovernmentCommunityCloud. */
export type ValidationCode = components["schemas"]["ValidationCode"];

/** An answer that is given whatever is asked, by every operation that has such a status. */
export interface FixedAnswer {
  status: number;
  headers?: Record<string, string>;
  body: components["schemas"]["Error"];
}

/** A customer of the sandbox. */
export interface Customer {
  /** What is held. A vetting that is in review stays so until `decide` ends it: the clock ends those that were asked for. */
  qualifications: HeldQualification[];
  /** How often Education was asked for. Default: once where it is held, never where it is not. */
  educationRequests?: number;
  /** Whether the customer belongs to another partner, and every operation is refused. Default: false. */
  anotherPartners?: boolean;
  /** What is answered whatever is asked, by every operation that has such a status. Default: what the rules say. */
  answer?: FixedAnswer;
}

/** What a provider state is: a customer, or none; or, under `all`, what belongs to the partner. */
export interface Case {
  customerId: string;
  customer?: Customer;
  validationCodes?: ValidationCode[];
}

/** The path says `all` where it names no customer, but the partner itself. */
export const partner = "all";

/**
 * One customer for each documented case, by the name of the provider state it stands for. The bodies are written here a
 * second time, and on purpose: were they read from `openapi.yaml`, a slip there would pass unseen.
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
  "the customer id is refused": answered(9, 400, {
    code: 2000,
    description: "Tenant Id must be a GUID.",
    data: [],
    source: "PartnerApiServiceControllers",
  }),
  "fields are refused": answered(10, 400, {
    code: "2000",
    description: "Customer search only allows starts with and equals operation.",
    data: ["Field1", "Field2"],
    source: "PartnerApiServiceControllers",
  }),
  "tagging is denied": answered(11, 400, "Customer tagging denied."),
  "the token is refused": answered(
    12,
    401,
    { code: "900420", description: "The audience of the token is no longer supported." },
    { "WWW-Authenticate": "OAuth realm=urn:cpsvc:cpid:00000000-0000-0000-0000-000000000000" },
  ),
  "the token is app-only": answered(13, 403, {
    code: 900329,
    description: "This resource does not support app-only tokens.",
    data: [],
    source: "PartnerFD",
  }),
  "authorization fails": answered(14, 403, {
    code: 1002,
    description: "Authorization Failed",
    data: [],
    source: "PartnerFD",
  }),
  "Conditional Access blocks": answered(15, 403, {
    code: 900309,
    description: "Access has been blocked by Conditional Access policies.",
    source: "PartnerFD",
  }),
  "the account status is not found": answered(16, 404, {
    code: 600074,
    message: "Account Status for the customer, {customer-id} was not found.",
    description: "Account Status for the customer, {customer-id} was not found.",
    errorName: "AccountStatusNotFound",
    isRetryable: false,
    errorMessageExtended: "InternalErrorCode=600074",
  }),
  "the partner organization is not found": answered(17, 404, {
    code: 3000,
    description: "Partner Organization with partner_id 9999999 could not be found",
    data: [],
    source: "PartnerFD",
  }),
  "an agreement already exists": answered(18, 409, {
    code: 600061,
    message: "A partner confirmed agreement already exists for the customer.",
    description: "A partner confirmed agreement already exists for the customer.",
    errorName: "PartnerConfirmedAgreementAlreadyExists",
    isRetryable: false,
    parameters: {},
    errorMessageExtended: "InternalErrorCode=600061",
  }),
  "the rate limit is reached": answered(
    19,
    429,
    { statusCode: 429, message: "Rate limit is exceeded. Try again in 57 seconds." },
    { "Retry-After": "57" },
  ),
  "the service fails": answered(20, 500, {
    code: 800003,
    description: "An unexpected error occurred.",
    data: [],
    source: "PartnerFD",
  }),
  "the service is unavailable": answered(21, 503, { statusCode: 503, message: "Service unavailable." }),
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
  "the input is refused": answered(26, 400, {
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

/** A validation code of the documented partner, of which nothing was used. */
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

function answered(
  number: number,
  status: number,
  body: FixedAnswer["body"],
  headers: Record<string, string> = {},
): Case {
  return { customerId: id(number), customer: { qualifications: [], answer: { status, headers, body } } };
}
