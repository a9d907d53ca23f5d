import type { components } from "../../generated/api.js";
import type { Customer, FixedResponse, HeldQualification, ValidationCode } from "./cases.js";
import { error } from "./wire.js";

type CreateRequest = components["schemas"]["CreateQualificationRequest"];

/** The published reasons of `Denied`. */
export const vettingReasons = [
  "Not an Education Customer",
  "No longer an Education Customer",
  "Not an Education Customer - After Review",
  "Restricted being an Education Customer",
  "Not an Academic Domain",
  "Not an eligible Library",
  "Not an eligible Museum",
] as const;

/** The result of a vetting. */
export type Decision =
  | { vettingStatus: "Approved" }
  | { vettingStatus: "Denied"; vettingReason: (typeof vettingReasons)[number] };

/** The customer and the request that a decision is about. */
export interface Vetting {
  customerId: string;
  request: CreateRequest;
}

/** Decides a vetting in place of Microsoft, when the review delay is over. */
export type Decide = (vetting: Vetting) => Decision;

/**
 * The undocumented behaviour that the sandbox assumes. Each assumption can be changed.
 *
 * Documented, and fixed: Education starts `InReview` and ends `Approved` or `Denied`, with a reason. StateOwnedEntity is
 * not vetted, and combines with either of the others. GovernmentCommunityCloud needs a validation code, and cannot be
 * requested beside Education. Education may be requested three times. An app-only token reads, and creates nothing. A
 * `MS-RequestId` is applied once.
 */
export interface Assumptions {
  /** Education that was denied may be requested again, as in the portal. Default: true. */
  deniedMayBeRequestedAgain: boolean;
  /** Education cannot be requested beside GovernmentCommunityCloud: only the other order is documented. Default: true. */
  governmentCommunityCloudExcludesEducation: boolean;
  /** Education that was denied still excludes GovernmentCommunityCloud. Default: true. */
  deniedEducationExcludesGovernmentCommunityCloud: boolean;
  /**
   * GovernmentCommunityCloud may be requested beside a StateOwnedEntity: the page requires a customer without a
   * qualification, but shows both together. Default: true.
   */
  governmentCommunityCloudGoesWithStateOwnedEntity: boolean;
  /** GovernmentCommunityCloud is approved immediately, as it was checked off-line; otherwise it is vetted. Default: true. */
  governmentCommunityCloudIsApprovedAtOnce: boolean;
  /** A validation code that is unknown, or used up, is a 400; otherwise every code is accepted. Default: true. */
  validationCodeIsChecked: boolean;
  /** A POST takes one of the code's `remainingCreates`. Default: true. */
  createTakesOneOfValidationCode: boolean;
  /** A qualification that the customer has is refused; otherwise the response is a 201 with it. Default: true. */
  heldIsRefused: boolean;
  /** The status of a refused combination, a second request or a fourth request. Default: 409. */
  refusalStatus: 400 | 409;
  /** One `MS-RequestId` for two different POSTs is a 400; otherwise the first response is repeated. Default: true. */
  reusedRequestIdIsRefused: boolean;
  /** How many `MS-RequestId`s of POSTs are remembered; the oldest is forgotten first. Default: 10,000. */
  rememberedRequestIds: number;
}

export const assumptions: Assumptions = {
  deniedMayBeRequestedAgain: true,
  governmentCommunityCloudExcludesEducation: true,
  deniedEducationExcludesGovernmentCommunityCloud: true,
  governmentCommunityCloudGoesWithStateOwnedEntity: true,
  governmentCommunityCloudIsApprovedAtOnce: true,
  validationCodeIsChecked: true,
  createTakesOneOfValidationCode: true,
  heldIsRefused: true,
  refusalStatus: 409,
  reusedRequestIdIsRefused: true,
  rememberedRequestIds: 10_000,
};

/** Documented: "at most three verification requests per customer". *Assumed:* the response to the fourth. */
const educationRequests = 3;

/** What the customer gets, and the code that pays for it; or a refusal. */
export type Outcome = { granted: HeldQualification; code?: ValidationCode } | { refused: FixedResponse };

export function requestQualification(
  customer: Customer,
  request: CreateRequest,
  codes: readonly ValidationCode[],
  now: Date,
  assumed: Assumptions,
): Outcome {
  const { qualification } = request;
  const held = (name: string) => customer.qualifications.find((item) => item.qualification === name);
  const refused = (code: number, errorName: string, message: string) =>
    refusal(assumed.refusalStatus, code, errorName, message);
  if (excluded(qualification, held, assumed)) {
    return refused(600006, "ActionNotAllowed", "Education and GovernmentCommunityCloud cannot be combined.");
  }
  const same = held(qualification);
  if (same && !(assumed.deniedMayBeRequestedAgain && same.vettingStatus === "Denied")) {
    if (!assumed.heldIsRefused && same.vettingStatus !== "Denied") return { granted: same };
    return refused(600061, "QualificationAlreadyExists", "The customer already has this qualification.");
  }
  if (qualification === "StateOwnedEntity") return { granted: { qualification } };
  if (qualification === "Education" && requestsOf(customer) >= educationRequests) {
    return refused(600006, "ActionNotAllowed", "Education was already requested three times.");
  }
  const vettingCreateDate = now.toISOString().replace(".000", "");
  if (qualification === "Education")
    return { granted: { qualification, vettingStatus: "InReview", vettingCreateDate } };
  if (held("StateOwnedEntity") && !assumed.governmentCommunityCloudGoesWithStateOwnedEntity) {
    return refused(600006, "ActionNotAllowed", "GovernmentCommunityCloud needs a customer without a qualification.");
  }
  const code = codes.find(({ validationId }) => validationId === request.validationCode);
  if (assumed.validationCodeIsChecked && (!code || code.remainingCreates === 0)) {
    return { refused: error(400, 800002, "The validation code is unknown, or used up.", ["validationCode"]) };
  }
  const vettingStatus = assumed.governmentCommunityCloudIsApprovedAtOnce ? "Approved" : "InReview";
  const granted = { qualification, vettingStatus, vettingCreateDate } as const;
  return code && assumed.createTakesOneOfValidationCode ? { granted, code } : { granted };
}

/** How often Education was requested. */
export function requestsOf({ educationRequests, qualifications }: Customer): number {
  return educationRequests ?? qualifications.filter(({ qualification }) => qualification === "Education").length;
}

function excluded(
  qualification: CreateRequest["qualification"],
  held: (name: string) => HeldQualification | undefined,
  assumed: Assumptions,
): boolean {
  if (qualification === "Education") {
    return assumed.governmentCommunityCloudExcludesEducation && held("GovernmentCommunityCloud") !== undefined;
  }
  const education = held("Education");
  if (qualification !== "GovernmentCommunityCloud" || !education) return false;
  return education.vettingStatus !== "Denied" || assumed.deniedEducationExcludesGovernmentCommunityCloud;
}

function refusal(status: 400 | 409, code: number, errorName: string, message: string): Outcome {
  const errorMessageExtended = `InternalErrorCode=${code}`;
  const body = { code, message, description: message, errorName, isRetryable: false, errorMessageExtended };
  return { refused: { status, body } };
}

/** Approves, unless the website is named after a published reason, such as `not-an-academic-domain.example`. */
export const decideByWebsite: Decide = ({ request }) => {
  const website = "website" in request ? request.website : undefined;
  const vettingReason = vettingReasons.find((reason) => website?.toLowerCase() === `${slug(reason)}.example`);
  return vettingReason ? { vettingStatus: "Denied", vettingReason } : { vettingStatus: "Approved" };
};

function slug(reason: string): string {
  return reason.toLowerCase().replaceAll(/[^a-z]+/g, "-");
}

/**
 * The qualification after a decision, which may be the second one: an approved customer can be denied later.
 *
 * @throws Error if the qualification is not vetted, or the decision is not valid
 */
export function decided(held: HeldQualification, decision: Decision): HeldQualification {
  const { qualification } = held;
  if (qualification === "StateOwnedEntity") throw new Error("StateOwnedEntity is not vetted");
  const { vettingStatus, vettingReason } = { vettingReason: undefined, ...decision };
  const known =
    vettingStatus === "Denied"
      ? vettingReasons.some((reason) => reason === vettingReason)
      : vettingStatus === "Approved" && vettingReason === undefined;
  if (!known) {
    throw new Error(
      `a decision must be { vettingStatus: "Approved" }, or { vettingStatus: "Denied", vettingReason } with one of ${vettingReasons.join("; ")}`,
    );
  }
  const { vettingReason: _, ...others } = held;
  return { ...others, vettingStatus, ...(vettingReason ? { vettingReason } : {}) };
}

/** @throws Error if the customer does not have the qualification */
export function heldBy({ qualifications }: Customer, qualification: string): HeldQualification {
  const held = qualifications.find((item) => item.qualification === qualification);
  if (!held) throw new Error(`the customer does not have ${qualification}`);
  return held;
}

/** Puts the vetted qualification first, as in every documented example. */
export function replace(customer: Customer, granted: HeldQualification): void {
  const others = customer.qualifications.filter(({ qualification }) => qualification !== granted.qualification);
  customer.qualifications = granted.qualification === "StateOwnedEntity" ? [...others, granted] : [granted, ...others];
}
