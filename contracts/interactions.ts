import type { OperationId } from "../generated/operations.js";
import { cases } from "../src/sandbox/cases.js";
import { lineOf } from "./files.js";

/** In this provider state, this operation responds to this documented request with this documented response. */
export interface Interaction {
  operation: OperationId;
  /** The name of the documented request; none for a GET. */
  request?: string;
  /** Status and name of the documented response, such as `200 Approved`; `404 NoBody` if it has no body. */
  response: string;
  /** A key of `cases` in src/sandbox/cases.ts. */
  state: string;
}

/** A state; or a state and the name of a request. */
type Given = string | { state: string; request: string };

/** Responses of every operation. */
const errors: Record<string, string> = {
  "401 TokenRefused": "the token is refused",
  "403 AuthorizationFailed": "authorization fails",
  "403 NoBody": "authorization fails without a body",
  "429 RateLimited": "the rate limit is reached",
  "500 UnexpectedError": "the service fails",
  "503 Unavailable": "the service is unavailable",
};

const customerErrors: Record<string, string> = {
  ...errors,
  "400 CustomerIdRefused": "the customer id is refused",
  "403 ConditionalAccess": "Conditional Access blocks",
  "403 OtherPartnersCustomer": "the customer is another partner's",
  "404 CustomerNotFound": "the customer does not exist",
  "404 NoBody": "the customer is not found, without a body",
  "404 AccountStatusNotFound": "the account status is not found",
  "404 OrganizationNotFound": "the partner organization is not found",
};

const getQualifications: Record<string, string> = {
  "200 Approved": "Education is approved",
  "200 InReview": "Education is in review",
  "200 Denied": "Education is denied",
  "200 StateOwnedEntity": "StateOwnedEntity is held",
  "200 EducationAndStateOwnedEntity": "Education and StateOwnedEntity are held",
  "200 GovernmentCommunityCloudAndStateOwnedEntity": "GovernmentCommunityCloud and StateOwnedEntity are held",
  "200 NoQualification": "no qualification is held",
  ...customerErrors,
};

const cloud = "GovernmentCommunityCloud";

/** Responses to a POST: the state, and the request if it is not Education. */
const createQualification: Record<string, Given> = {
  "201 Education": "no qualification is held",
  "201 StateOwnedEntity": { state: "no qualification is held", request: "StateOwnedEntity" },
  "201 GovernmentCommunityCloud": { state: "no qualification is held and a validation code is left", request: cloud },
  "400 FieldsRefused": "fields are refused",
  "400 TaggingDenied": "tagging is denied",
  "400 ValidationCodeRefused": { state: "no validation code is left", request: cloud },
  "403 AppOnlyToken": "the token is app-only",
  "409 CombinationRefused": { state: "Education is approved", request: cloud },
  "409 QualificationHeld": "Education is in review",
  "409 RequestLimitReached": "Education was denied three times",
  "409 AgreementAlreadyExists": { state: "an agreement already exists", request: "StateOwnedEntity" },
  ...customerErrors,
};

const getValidationCodes: Record<string, string> = {
  "200 ValidationCodes": "validation codes are issued",
  "400 InputRefused": "the input is refused",
  ...errors,
};

const tables: Record<OperationId, Record<string, Given>> = {
  getQualifications,
  createQualification,
  getValidationCodes,
};

/** The contract: one interaction for each documented response. */
export const interactions: readonly Interaction[] = Object.entries(tables).flatMap(([id, table]) =>
  Object.entries(table).map(([response, given]): Interaction => {
    const operation = id as OperationId;
    const { state, request = "Education" } = typeof given === "string" ? { state: given } : given;
    return { operation, ...(operation === "createQualification" ? { request } : {}), response, state };
  }),
);

/** The documented examples that an interaction checks, by their ids. */
export function checkedExamples({ operation, request, response }: Interaction): string[] {
  return [...(request ? [`${operation} request ${request}`] : []), `${operation} ${response}`];
}

/** Its description in the contract. */
export function nameOf({ operation, response }: Interaction): string {
  return `${operation} responds with ${response}`;
}

/** The provider states and their customers, as `states.json` lists them for other tools. */
export const states: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(cases).map(([state, { customerId }]) => [state, customerId]),
);

/**
 * The customer of an interaction; `all`, which stands for the partner, if its path names no customer.
 *
 * @throws Error with file, line and what to do if no customer is in the state
 */
export function customerOf({ operation, state }: Interaction): string {
  const customerId = states[state];
  if (customerId === undefined) {
    const place = lineOf("contracts/interactions.ts", `"${state}"`);
    throw new Error(`${place}: no customer is in the state "${state}": add it to \`cases\` in src/sandbox/cases.ts`);
  }
  return operation === "getValidationCodes" ? "all" : customerId;
}
