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
  /** Judges `{ path, query, header, body }` before anything is sent. */
  readonly request: Validate;
  /** Judges a successful answer tolerantly. */
  readonly response: Validate;
  /** Judges a successful answer strictly. */
  readonly documented: Validate;
}

export type OperationId = "getQualifications" | "createQualification";

export const operations: readonly Operation[] = [
  {
    id: "getQualifications",
    method: "GET",
    path: "/v1/customers/{customerTenantId}/qualifications",
    request: validators.getQualificationsRequest as Validate,
    response: validators.QualificationsTolerant as Validate,
    documented: validators.QualificationsStrict as Validate,
  },
  {
    id: "createQualification",
    method: "POST",
    path: "/v1/customers/{customerTenantId}/qualifications",
    request: validators.createQualificationRequest as Validate,
    response: validators.QualificationTolerant as Validate,
    documented: validators.QualificationStrict as Validate,
  },
];

/** The strict validator of every documented answer, by operation and status. */
export const answers: Record<OperationId, Record<number, Validate>> = {
  getQualifications: {
    200: validators.QualificationsStrict as Validate,
    400: validators.ErrorStrict as Validate,
    401: validators.ErrorStrict as Validate,
    403: validators.ErrorStrict as Validate,
    404: validators.ErrorStrict as Validate,
    429: validators.GatewayErrorStrict as Validate,
    500: validators.ErrorStrict as Validate,
    503: validators.ErrorStrict as Validate,
  },
  createQualification: {
    201: validators.QualificationStrict as Validate,
    400: validators.ErrorStrict as Validate,
    401: validators.ErrorStrict as Validate,
    403: validators.ErrorStrict as Validate,
    404: validators.ErrorStrict as Validate,
    409: validators.ErrorStrict as Validate,
    429: validators.GatewayErrorStrict as Validate,
    500: validators.ErrorStrict as Validate,
    503: validators.ErrorStrict as Validate,
  },
};
