import type { OperationId } from "../generated/operations.js";
import states from "./states.json" with { type: "json" };

type State = keyof typeof states;

/** What one interaction of the contract checks: in this provider state, this operation gives these examples. */
export interface Interaction {
  operation: OperationId;
  /** The name of the documented request that is sent; reads send none. */
  request?: string;
  /** Status and name of the documented answer, such as `200 Approved`. */
  answer: string;
  state: State;
}

/** What every operation may answer. */
const errors: Record<string, State> = {
  "401 TokenRefused": "the token is refused",
  "403 AuthorizationFailed": "authorization fails",
  "429 RateLimited": "the rate limit is reached",
  "500 UnexpectedError": "the service fails",
  "503 Unavailable": "the service is unavailable",
};

const customerErrors: Record<string, State> = {
  ...errors,
  "400 CustomerIdRefused": "the customer id is refused",
  "403 ConditionalAccess": "Conditional Access blocks",
  "403 OtherPartnersCustomer": "the customer is another partner's",
  "404 CustomerNotFound": "the customer does not exist",
  "404 AccountStatusNotFound": "the account status is not found",
  "404 OrganizationNotFound": "the partner organization is not found",
};

const reads: Record<string, State> = {
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

/** The answers to a create: in which state, and what is asked for; Education, unless it says otherwise. */
const creates: Record<string, { state: State; request?: string }> = {
  "201 Education": { state: "no qualification is held" },
  "201 StateOwnedEntity": { state: "no qualification is held", request: "StateOwnedEntity" },
  "201 GovernmentCommunityCloud": { state: "no qualification is held and a validation code is left", request: cloud },
  "400 FieldsRefused": { state: "fields are refused" },
  "400 TaggingDenied": { state: "tagging is denied" },
  "400 ValidationCodeRefused": { state: "no validation code is left", request: cloud },
  "403 AppOnlyToken": { state: "the token is app-only" },
  "409 CombinationRefused": { state: "Education is approved", request: cloud },
  "409 QualificationHeld": { state: "Education is in review" },
  "409 RequestLimitReached": { state: "Education was denied three times" },
  "409 AgreementAlreadyExists": { state: "an agreement already exists", request: "StateOwnedEntity" },
  ...Object.fromEntries(Object.entries(customerErrors).map(([answer, state]) => [answer, { state }])),
};

const codes: Record<string, State> = {
  "200 ValidationCodes": "validation codes are issued",
  "400 InputRefused": "the input is refused",
  ...errors,
};

/** The contract: one interaction for each documented answer. */
export const interactions: readonly Interaction[] = [
  ...Object.entries(reads).map(([answer, state]): Interaction => ({ operation: "getQualifications", answer, state })),
  ...Object.entries(creates).map(
    ([answer, asked]): Interaction => ({ operation: "createQualification", answer, request: "Education", ...asked }),
  ),
  ...Object.entries(codes).map(([answer, state]): Interaction => ({ operation: "getValidationCodes", answer, state })),
];

/** The documented examples that an interaction checks, by their ids. */
export function checkedExamples({ operation, request, answer }: Interaction): string[] {
  return [...(request ? [`${operation} request ${request}`] : []), `${operation} ${answer}`];
}

/** Its description in the contract, and the name of its test. */
export function nameOf({ operation, answer }: Interaction): string {
  return `${operation} answered with ${answer}`;
}

/** The customer of an interaction; where its path names none, the partner itself, whom the path calls `all`. */
export function customerOf({ operation, state }: Interaction): string {
  return operation === "getValidationCodes" ? "all" : states[state];
}
