// Written by `npm run contract:write`. Do not edit.
import * as validators from "./validators.js";

/** An error of a validator: where (a JSON pointer), by which keyword, and what would have been right. */
export interface ValidationError {
  instancePath: string;
  keyword: string;
  message?: string;
  params: Record<string, unknown>;
}

/** Returns whether a value is valid; if not, `errors` says why until the next call. */
export interface Validate {
  (value: unknown): boolean;
  errors?: ValidationError[] | null;
}

/** What is documented of the objects in a response. */
export interface Documented {
  readonly discriminator?: string;
  /** The properties of each variant, by the value of the discriminator; "" if there is none. */
  readonly variants: Readonly<Record<string, { readonly required: readonly string[]; readonly optional: readonly string[] }>>;
  /** The values of the properties that have an enumeration. */
  readonly enums: Readonly<Record<string, readonly string[]>>;
  /** The properties that are an integer or null; all others are strings. */
  readonly integers: readonly string[];
}

/** One row for each operation: how it is called, and what validates its request and its successful response. */
export interface Operation {
  readonly id: OperationId;
  readonly method: "GET" | "POST";
  /** The template: a customer's id never stands in it. */
  readonly path: string;
  /** The described headers of a request. */
  readonly headers: readonly string[];
  /** Validate the parts of a request before it is sent; a part without a validator must be absent. */
  readonly request: Readonly<Partial<Record<"path" | "header" | "body", Validate>>>;
  /** Validates a successful response leniently. */
  readonly response: Validate;
  /** What is documented of the objects in a successful response. */
  readonly documented: Documented;
}

export type OperationId = "getQualifications" | "createQualification" | "getValidationCodes";

const documented = {
  "Qualification": {
    "discriminator": "qualification",
    "variants": {
      "Education": {
        "required": [
          "qualification",
          "vettingStatus"
        ],
        "optional": [
          "vettingReason",
          "vettingCreatedDate",
          "vettingCreateDate"
        ]
      },
      "GovernmentCommunityCloud": {
        "required": [
          "qualification",
          "vettingStatus"
        ],
        "optional": [
          "vettingReason",
          "vettingCreatedDate",
          "vettingCreateDate"
        ]
      },
      "StateOwnedEntity": {
        "required": [
          "qualification"
        ],
        "optional": []
      }
    },
    "enums": {
      "qualification": [
        "Education",
        "GovernmentCommunityCloud",
        "StateOwnedEntity"
      ],
      "vettingStatus": [
        "InReview",
        "Approved",
        "Denied"
      ]
    },
    "integers": []
  },
  "ValidationCode": {
    "variants": {
      "": {
        "required": [
          "partnerId",
          "organizationName",
          "validationId",
          "maxCreates",
          "remainingCreates"
        ],
        "optional": [
          "eTag"
        ]
      }
    },
    "enums": {},
    "integers": [
      "maxCreates",
      "remainingCreates"
    ]
  }
} satisfies Record<string, Documented>;

export const operations: Readonly<Record<OperationId, Operation>> = {
  getQualifications: {
    id: "getQualifications",
    method: "GET",
    path: "/v1/customers/{customerTenantId}/qualifications",
    headers: ["MS-RequestId","MS-CorrelationId","MS-PartnerCenter-Application","X-Locale"],
    request: {
      path: validators.getQualifications_path as Validate,
      header: validators.getQualifications_header as Validate,
    },
    response: validators.QualificationsLenient as Validate,
    documented: documented.Qualification,
  },
  createQualification: {
    id: "createQualification",
    method: "POST",
    path: "/v1/customers/{customerTenantId}/qualifications",
    headers: ["MS-RequestId","MS-CorrelationId","MS-PartnerCenter-Application","X-Locale"],
    request: {
      path: validators.getQualifications_path as Validate,
      header: validators.getQualifications_header as Validate,
      body: validators.CreateQualificationRequest as Validate,
    },
    response: validators.QualificationLenient as Validate,
    documented: documented.Qualification,
  },
  getValidationCodes: {
    id: "getValidationCodes",
    method: "GET",
    path: "/v1/customers/all/validations",
    headers: ["MS-RequestId","MS-CorrelationId","MS-PartnerCenter-Application","X-Locale"],
    request: {
      header: validators.getQualifications_header as Validate,
    },
    response: validators.ValidationCodesLenient as Validate,
    documented: documented.ValidationCode,
  },
};
