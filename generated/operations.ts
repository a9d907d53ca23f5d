// Written by `npm run generate` from openapi.yaml. Do not edit.
import * as validators from "./validators.js";

/** What a validator complains of: where (a JSON pointer), by which keyword, and what would have been right. */
export interface ValidationError {
  instancePath: string;
  keyword: string;
  message?: string;
  params: Record<string, unknown>;
}

/** Says whether a value holds; where it does not, `errors` says why until the next call. */
export interface Validate {
  (value: unknown): boolean;
  errors?: ValidationError[] | null;
}

/** One row an operation: how it is called, and what judges its request and its successful answer. */
export interface Operation {
  readonly id: OperationId;
  readonly method: string;
  /** The template: a customer's id never stands in it. */
  readonly path: string;
  /** Judge the parts of a request before it is sent; a part without a judge must be absent. */
  readonly request: Readonly<Partial<Record<"path" | "query" | "header" | "body", Validate>>>;
  /** Judges a successful answer, tolerantly. */
  readonly response: Validate;
  /** The documented properties of a successful answer, and the documented values of those that have some. */
  readonly known: Readonly<Record<string, readonly string[]>>;
}

export type OperationId = "getQualifications" | "createQualification" | "getValidationCodes";

export const operations: readonly Operation[] = [
  {
    id: "getQualifications",
    method: "GET",
    path: "/v1/customers/{customerTenantId}/qualifications",
    request: {
      path: validators.getQualifications_path as Validate,
      header: validators.getQualifications_header as Validate,
    },
    response: validators.QualificationsTolerant as Validate,
    known: {"qualification":["Education","GovernmentCommunityCloud","StateOwnedEntity"],"vettingStatus":["InReview","Approved","Denied"],"vettingReason":[],"vettingCreatedDate":[],"vettingCreateDate":[]},
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
    response: validators.QualificationTolerant as Validate,
    known: {"qualification":["Education","GovernmentCommunityCloud","StateOwnedEntity"],"vettingStatus":["InReview","Approved","Denied"],"vettingReason":[],"vettingCreatedDate":[],"vettingCreateDate":[]},
  },
  {
    id: "getValidationCodes",
    method: "GET",
    path: "/v1/customers/all/validations",
    request: {
      header: validators.getQualifications_header as Validate,
    },
    response: validators.ValidationCodesTolerant as Validate,
    known: {"partnerId":[],"organizationName":[],"validationId":[],"maxCreates":[],"remainingCreates":[],"eTag":[]},
  },
];
