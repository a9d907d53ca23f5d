// Written by `npm run contract:write`. Do not edit.
import type { OperationId, Validate } from "./operations.js";
import * as strict from "./strict.js";

/** The strict validator of every documented response, by operation and status. */
export const responseValidators: Record<OperationId, Record<number, Validate>> = {
  getQualifications: {
    200: strict.QualificationsStrict as Validate,
    400: strict.ErrorStrict as Validate,
    401: strict.ErrorStrict as Validate,
    403: strict.ErrorStrict as Validate,
    404: strict.ErrorStrict as Validate,
    429: strict.GatewayErrorStrict as Validate,
    500: strict.ErrorStrict as Validate,
    503: strict.ErrorStrict as Validate,
  },
  createQualification: {
    201: strict.QualificationStrict as Validate,
    400: strict.ErrorStrict as Validate,
    401: strict.ErrorStrict as Validate,
    403: strict.ErrorStrict as Validate,
    404: strict.ErrorStrict as Validate,
    409: strict.ErrorStrict as Validate,
    429: strict.GatewayErrorStrict as Validate,
    500: strict.ErrorStrict as Validate,
    503: strict.ErrorStrict as Validate,
  },
  getValidationCodes: {
    200: strict.ValidationCodesStrict as Validate,
    400: strict.ErrorStrict as Validate,
    401: strict.ErrorStrict as Validate,
    403: strict.ErrorStrict as Validate,
    429: strict.GatewayErrorStrict as Validate,
    500: strict.ErrorStrict as Validate,
    503: strict.ErrorStrict as Validate,
  },
};

/** The security schemes of each operation; a request needs a token of one of them. */
export const security: Record<OperationId, readonly ("appAndUser" | "appOnly")[]> = {
  getQualifications: ["appOnly","appAndUser"],
  createQualification: ["appAndUser"],
  getValidationCodes: ["appOnly","appAndUser"],
};
