// Written by `npm run generate` from openapi.yaml. Do not edit.
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

/** What is documented of an object in a response. */
export interface DocumentedObject {
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, DocumentedProperty>>;
}

export interface DocumentedProperty {
  readonly type: readonly string[];
  readonly enum?: readonly string[];
  readonly pattern?: string;
}

/** What is documented of each variant, by the value of the discriminator; "" if there is none. */
export interface Documented {
  readonly discriminator?: string;
  readonly variants: Readonly<Record<string, DocumentedObject>>;
}

/** One row for each operation: how it is called, and what validates its request and its successful response. */
export interface Operation {
  readonly id: OperationId;
  readonly method: "GET" | "POST";
  /** The template: a customer's id never stands in it. */
  readonly path: string;
  /** Validate the parts of a request before it is sent; a part without a validator must be absent. */
  readonly request: Readonly<Partial<Record<"path" | "query" | "header" | "body", Validate>>>;
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
        "properties": {
          "qualification": {
            "type": [
              "string"
            ],
            "enum": [
              "Education"
            ]
          },
          "vettingStatus": {
            "type": [
              "string"
            ],
            "enum": [
              "InReview",
              "Approved",
              "Denied"
            ]
          },
          "vettingReason": {
            "type": [
              "string"
            ]
          },
          "vettingCreatedDate": {
            "type": [
              "string"
            ],
            "pattern": "^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))T([01][0-9]|2[0-3])(:[0-5][0-9]){2}(\\.[0-9]{1,7})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"
          },
          "vettingCreateDate": {
            "type": [
              "string"
            ],
            "pattern": "^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))T([01][0-9]|2[0-3])(:[0-5][0-9]){2}(\\.[0-9]{1,7})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"
          }
        }
      },
      "GovernmentCommunityCloud": {
        "required": [
          "qualification",
          "vettingStatus"
        ],
        "properties": {
          "qualification": {
            "type": [
              "string"
            ],
            "enum": [
              "GovernmentCommunityCloud"
            ]
          },
          "vettingStatus": {
            "type": [
              "string"
            ],
            "enum": [
              "InReview",
              "Approved",
              "Denied"
            ]
          },
          "vettingReason": {
            "type": [
              "string"
            ]
          },
          "vettingCreatedDate": {
            "type": [
              "string"
            ],
            "pattern": "^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))T([01][0-9]|2[0-3])(:[0-5][0-9]){2}(\\.[0-9]{1,7})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"
          },
          "vettingCreateDate": {
            "type": [
              "string"
            ],
            "pattern": "^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))T([01][0-9]|2[0-3])(:[0-5][0-9]){2}(\\.[0-9]{1,7})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"
          }
        }
      },
      "StateOwnedEntity": {
        "required": [
          "qualification"
        ],
        "properties": {
          "qualification": {
            "type": [
              "string"
            ],
            "enum": [
              "StateOwnedEntity"
            ]
          }
        }
      }
    }
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
        "properties": {
          "partnerId": {
            "type": [
              "string"
            ],
            "pattern": "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"
          },
          "organizationName": {
            "type": [
              "string"
            ]
          },
          "validationId": {
            "type": [
              "string"
            ]
          },
          "maxCreates": {
            "type": [
              "integer",
              "null"
            ]
          },
          "remainingCreates": {
            "type": [
              "integer",
              "null"
            ]
          },
          "eTag": {
            "type": [
              "string"
            ]
          }
        }
      }
    }
  }
} satisfies Record<string, Documented>;

export const operations: readonly Operation[] = [
  {
    id: "getQualifications",
    method: "GET",
    path: "/v1/customers/{customerTenantId}/qualifications",
    request: {
      path: validators.getQualifications_path as Validate,
      header: validators.getQualifications_header as Validate,
    },
    response: validators.QualificationsLenient as Validate,
    documented: documented.Qualification,
  },
  {
    id: "createQualification",
    method: "POST",
    path: "/v1/customers/{customerTenantId}/qualifications",
    request: {
      path: validators.getQualifications_path as Validate,
      header: validators.getQualifications_header as Validate,
      body: validators.CreateQualificationRequest as Validate,
    },
    response: validators.QualificationLenient as Validate,
    documented: documented.Qualification,
  },
  {
    id: "getValidationCodes",
    method: "GET",
    path: "/v1/customers/all/validations",
    request: {
      header: validators.getQualifications_header as Validate,
    },
    response: validators.ValidationCodesLenient as Validate,
    documented: documented.ValidationCode,
  },
];
