import type { components } from "../../generated/api.js";
import type { Customer, FixedAnswer, HeldQualification, ValidationCode } from "./cases.js";
import { error } from "./wire.js";

type Asked = components["schemas"]["CreateQualificationRequest"];

/** The reasons that were published for `Denied`. */
export const vettingReasons = [
  "Not an Education Customer",
  "No longer an Education Customer",
  "Not an Education Customer - After Review",
  "Restricted being an Education Customer",
  "Not an Academic Domain",
  "Not an eligible Library",
  "Not an eligible Museum",
] as const;

/** How a vetting ends. */
export type Decision =
  | { vettingStatus: "Approved" }
  | { vettingStatus: "Denied"; vettingReason: (typeof vettingReasons)[number] };

/** What a decision can rest on. */
export interface Vetting {
  customerId: string;
  request: Asked;
}

/** Decides as Microsoft would, once the review time is over. */
export type Decide = (vetting: Vetting) => Decision;

/**
 * What no page says, and the sandbox has to do one way or the other. Each can be chosen otherwise.
 *
 * Documented, and fixed: Education begins `InReview` and ends `Approved` or `Denied`, with a reason; StateOwnedEntity is
 * not vetted, and goes with either of the others; GovernmentCommunityCloud needs a validation code, and cannot be asked
 * for beside Education; Education may be asked for three times; an app-only token reads, and creates nothing; one
 * `MS-RequestId` is applied once.
 */
export interface Assumptions {
  /** Education that was denied may be asked for again, as in the portal. Default: true. */
  deniedMayBeAskedForAgain: boolean;
  /** Education cannot be asked for beside GovernmentCommunityCloud: only the other order is documented. Default: true. */
  governmentCommunityCloudExcludesEducation: boolean;
  /** Education that was denied still excludes GovernmentCommunityCloud. Default: true. */
  deniedEducationExcludesGovernmentCommunityCloud: boolean;
  /**
   * GovernmentCommunityCloud goes beside a StateOwnedEntity that is there already: the page wants a customer without a
   * qualification, but shows both together. Default: true.
   */
  governmentCommunityCloudGoesWithStateOwnedEntity: boolean;
  /** GovernmentCommunityCloud is approved at once, as it was checked off-line; otherwise it is vetted. Default: true. */
  governmentCommunityCloudIsApprovedAtOnce: boolean;
  /** A validation code that is unknown, or used up, is refused with 400; otherwise any will do. Default: true. */
  validationCodeIsChecked: boolean;
  /** A create takes one of the code's `remainingCreates`. Default: true. */
  createTakesOneOfValidationCode: boolean;
  /** What is held is refused when it is asked for again; otherwise it is answered with 201 as it stands. Default: true. */
  heldIsRefused: boolean;
  /** The status of a refused combination, repetition or fourth request. Default: 409. */
  refusalStatus: 400 | 409;
  /** One `MS-RequestId` for two different creates is refused with 400; otherwise the first answer is given. Default: true. */
  reusedRequestIdIsRefused: boolean;
  /** How many `MS-RequestId`s of creates are remembered: the oldest is forgotten first. Default: 10,000. */
  rememberedRequestIds: number;
}

export const assumptions: Assumptions = {
  deniedMayBeAskedForAgain: true,
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

/** Documented: "at most three verification requests per customer". How a fourth is answered is assumed. */
const educationRequests = 3;

/** What becomes of a request: what the customer holds then, or a refusal. `code` loses one of its creates. */
export type Outcome = { granted: HeldQualification; code?: ValidationCode } | { refused: FixedAnswer };

export function ask(
  customer: Customer,
  request: Asked,
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
  if (same && !(assumed.deniedMayBeAskedForAgain && same.vettingStatus === "Denied")) {
    if (!assumed.heldIsRefused && same.vettingStatus !== "Denied") return { granted: same };
    return refused(600061, "QualificationAlreadyExists", "The customer already has this qualification.");
  }
  if (qualification === "StateOwnedEntity") return { granted: { qualification } };
  if (qualification === "Education" && requestsOf(customer) >= educationRequests) {
    return refused(600006, "ActionNotAllowed", "Education was asked for three times already.");
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

/** How often Education was asked for. */
export function requestsOf({ educationRequests, qualifications }: Customer): number {
  return educationRequests ?? qualifications.filter(({ qualification }) => qualification === "Education").length;
}

function excluded(
  qualification: Asked["qualification"],
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

/**
 * Approves, but for a website that spells a published reason, such as `not-an-academic-domain.example`: that is denied
 * with it.
 */
export const decideByWebsite: Decide = ({ request }) => {
  const website = "website" in request ? request.website : undefined;
  const vettingReason = vettingReasons.find((reason) => website?.toLowerCase() === `${slug(reason)}.example`);
  return vettingReason ? { vettingStatus: "Denied", vettingReason } : { vettingStatus: "Approved" };
};

function slug(reason: string): string {
  return reason.toLowerCase().replaceAll(/[^a-z]+/g, "-");
}

/**
 * The qualification with its vetting ended, or reviewed once more: an approved one may be denied later.
 *
 * @throws Error for what is not vetted, and what is no decision: Approved, or Denied with a published reason
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
      `a vetting must be decided as { vettingStatus: "Approved" }, or as { vettingStatus: "Denied", vettingReason } with one of: ${vettingReasons.join("; ")}`,
    );
  }
  const { vettingReason: _, ...others } = held;
  return { ...others, vettingStatus, ...(vettingReason ? { vettingReason } : {}) };
}

/** @throws Error where the customer does not have it */
export function heldBy({ qualifications }: Customer, qualification: string): HeldQualification {
  const held = qualifications.find((item) => item.qualification === qualification);
  if (!held) throw new Error(`the customer does not have ${qualification}`);
  return held;
}

/** The vetted one first, as in every documented example. */
export function replace(customer: Customer, granted: HeldQualification): void {
  const others = customer.qualifications.filter(({ qualification }) => qualification !== granted.qualification);
  customer.qualifications = granted.qualification === "StateOwnedEntity" ? [...others, granted] : [granted, ...others];
}
