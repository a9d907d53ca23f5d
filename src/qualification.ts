import type { components, paths } from "../generated/lenient.js";

/** The known values of an enumeration, with completion in an editor, and any other the service may add. */
type Open<Known extends string> = Known | (string & {});

export type VettingStatus = components["schemas"]["VettingStatus"];
export type EducationSegment = components["schemas"]["EducationRequest"]["educationSegment"];

/**
 * One qualification of a customer, as lenient validation lets it pass: only `qualification` is always present, and
 * every property may have an undocumented value.
 */
export interface Qualification {
  qualification: Open<components["schemas"]["Qualification"]["qualification"]>;
  /** The status of vetting. Not documented for a StateOwnedEntity, which is not vetted. */
  vettingStatus?: Open<VettingStatus> | null;
  /** Why it was denied: free text whose wording varies. Show it, never branch on it. */
  vettingReason?: string | null;
  /** When it was requested. Microsoft uses both names: read it with `vettingDate`. */
  vettingCreatedDate?: string | null;
  vettingCreateDate?: string | null;
}

/** What can be requested, discriminated by `qualification`. */
export type CreateQualificationRequest = Omittable<Described, NameOf<Described>>;

type Described = components["schemas"]["CreateQualificationRequest"];
type NameOf<Request> = Request extends object ? keyof Request : never;

/**
 * Optional properties, and those of the other requests, may be `undefined`, also under `exactOptionalPropertyTypes`: they
 * are not sent.
 */
type Omittable<Request, Names extends PropertyKey> = Request extends object
  ? { [Name in keyof Request]: object extends Pick<Request, Name> ? Request[Name] | undefined : Request[Name] } & {
      [Name in Exclude<Names, keyof Request>]?: undefined;
    }
  : never;

/**
 * A code for requesting Government Community Cloud, as lenient validation lets it pass. Send its `validationId` as
 * `validationCode`. Keep it secret.
 */
export type ValidationCode = components["schemas"]["ValidationCodeLenient"];

/** The paths of the description, with responses as lenient validation lets them pass. */
export type Paths = paths;

const moment = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)?$/;

/**
 * When a qualification was requested, under either of its names; undefined if there is no readable date. *Assumed:* a
 * date without a zone is UTC; Microsoft's pages write `// UTC` beside their dates. A `Date` keeps only milliseconds;
 * the string has all digits. Dates before 1970 are ignored: .NET writes the year 1 for a date that was never set.
 */
export function vettingDate({ vettingCreatedDate, vettingCreateDate }: Qualification): Date | undefined {
  return [vettingCreatedDate, vettingCreateDate]
    .map((text) => {
      const [, seconds, fraction = "", zone = "Z"] = moment.exec(text ?? "") ?? [];
      return new Date(`${seconds}${fraction}${zone}`);
    })
    .find((date) => date.getTime() > 0);
}
