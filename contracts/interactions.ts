import states from "./states.json" with { type: "json" };

/** What one interaction of the contract checks: in this provider state, this operation gives these examples. */
export interface Interaction {
  operation: "getQualifications" | "createQualification";
  /** The name of the documented request that is sent; reads send none. */
  request?: string;
  /** Status and name of the documented answer, such as `200 Approved`. */
  answer: string;
  state: keyof typeof states;
}

const errors: Record<string, keyof typeof states> = {
  "400 CustomerIdRefused": "the customer id is refused",
  "401 TokenRefused": "the token is refused",
  "403 AuthorizationFailed": "authorization fails",
  "403 ConditionalAccess": "Conditional Access blocks",
  "404 CustomerNotFound": "the customer does not exist",
  "404 AccountStatusNotFound": "the account status is not found",
  "404 OrganizationNotFound": "the partner organization is not found",
  "429 RateLimited": "the rate limit is reached",
  "500 UnexpectedError": "the service fails",
  "503 Unavailable": "the service is unavailable",
};

const reads: Record<string, keyof typeof states> = {
  "200 Approved": "Education is approved",
  "200 InReview": "Education is in review",
  "200 Denied": "Education is denied",
  "200 StateOwnedEntity": "StateOwnedEntity is held",
  "200 EducationAndStateOwnedEntity": "Education and StateOwnedEntity are held",
  "200 GovernmentCommunityCloudAndStateOwnedEntity": "GovernmentCommunityCloud and StateOwnedEntity are held",
  "200 NoQualification": "no qualification is held",
  ...errors,
};

const creates: Record<string, { request: string; state: keyof typeof states }> = {
  "201 Education": { request: "Education", state: "no qualification is held" },
  "201 StateOwnedEntity": { request: "StateOwnedEntity", state: "no qualification is held" },
  "201 GovernmentCommunityCloud": { request: "GovernmentCommunityCloud", state: "no qualification is held" },
  "400 FieldsRefused": { request: "Education", state: "fields are refused" },
  "400 TaggingDenied": { request: "Education", state: "tagging is denied" },
  "403 AppOnlyToken": { request: "Education", state: "the token is app-only" },
  "409 CombinationRefused": { request: "GovernmentCommunityCloud", state: "Education is approved" },
  "409 AgreementAlreadyExists": { request: "StateOwnedEntity", state: "an agreement already exists" },
  ...Object.fromEntries(Object.entries(errors).map(([answer, state]) => [answer, { request: "Education", state }])),
};

/** The contract: one interaction for each documented answer. */
export const interactions: readonly Interaction[] = [
  ...Object.entries(reads).map(([answer, state]): Interaction => ({ operation: "getQualifications", answer, state })),
  ...Object.entries(creates).map(
    ([answer, asked]): Interaction => ({ operation: "createQualification", answer, ...asked }),
  ),
];

/** The documented examples that an interaction checks, by their ids. */
export function checkedExamples({ operation, request, answer }: Interaction): string[] {
  return [...(request ? [`${operation} request ${request}`] : []), `${operation} ${answer}`];
}

/** Its description in the contract, and the name of its test. */
export function nameOf({ operation, answer }: Interaction): string {
  return `${operation} answered with ${answer}`;
}

/** The customer who is in a provider state. */
export function customerIn(state: keyof typeof states): string {
  return states[state];
}
