import type { components } from "../../generated/api.js";
import type { FixedAnswer, HeldQualification } from "./cases.js";

type Asked = components["schemas"]["CreateQualificationRequest"];

/**
 * What becomes of a request for a qualification: what the customer holds afterwards, or a refusal.
 *
 * Documented: Education begins `InReview`; StateOwnedEntity goes with either of the others and is not vetted; a sample
 * of the SDK says that Education and GovernmentCommunityCloud cannot be combined.
 * Assumed: that this holds in either order, and for an Education that was denied; GovernmentCommunityCloud is approved at
 * once, also beside a StateOwnedEntity; Education may be asked for again once it was denied, and nothing else that is
 * held; what a refusal looks like.
 */
export function ask(
  held: readonly HeldQualification[],
  { qualification }: Asked,
  now: Date,
): { granted: HeldQualification } | { refused: FixedAnswer } {
  const other = { Education: "GovernmentCommunityCloud", GovernmentCommunityCloud: "Education", StateOwnedEntity: "" };
  if (held.some((item) => item.qualification === other[qualification])) {
    return refusal(600006, "ActionNotAllowed", "Education and GovernmentCommunityCloud cannot be combined.");
  }
  if (held.some((item) => item.qualification === qualification && item.vettingStatus !== "Denied")) {
    return refusal(600061, "QualificationAlreadyExists", "The customer already has this qualification.");
  }
  if (qualification === "StateOwnedEntity") return { granted: { qualification } };
  const vettingStatus = qualification === "Education" ? "InReview" : "Approved";
  return { granted: { qualification, vettingStatus, vettingCreateDate: now.toISOString().replace(".000", "") } };
}

function refusal(code: number, errorName: string, message: string): { refused: FixedAnswer } {
  const errorMessageExtended = `InternalErrorCode=${code}`;
  const body = { code, message, description: message, errorName, isRetryable: false, errorMessageExtended };
  return { refused: { status: 409, body } };
}
