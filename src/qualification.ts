import type { components, paths } from "../generated/api.js";

/** The known values of an enumeration, with completion in an editor, and any other the service may add. */
type Open<Known extends string> = Known | (string & {});

type Documented = components["schemas"]["Qualification"];

/**
 * One qualification of a customer, as the client hands it over: a value that the documents do not know is handed over
 * too, and what is documented as always there is checked.
 */
export interface Qualification {
  qualification: Open<Documented["qualification"]>;
  /** Where the vetting stands; absent for a StateOwnedEntity, which is not vetted. */
  vettingStatus?: Open<components["schemas"]["VettingStatus"]>;
  /** Why it was denied: free text, never to be switched on. */
  vettingReason?: string;
  /** The documents spell the date in two ways: read it with `vettingDate`. */
  vettingCreatedDate?: string;
  vettingCreateDate?: string;
}

/** What can be asked for, told apart by `qualification`. */
export type CreateQualificationRequest = components["schemas"]["CreateQualificationRequest"];

/** A code with which a partner asks for Government Community Cloud; `validationId` is what is sent as `validationCode`. */
export type ValidationCode = components["schemas"]["ValidationCode"];

/** openapi-fetch takes the type of an answer apart, and `string & {}` with it: here, an open enumeration is a string. */
type OpenQualification = { [Property in keyof Qualification]: string };

type Opened<Body> = Body extends Documented ? OpenQualification : Body extends (infer Item)[] ? Opened<Item>[] : Body;

type OpenedAnswer<Answer> = Answer extends { content: { "application/json": infer Body } }
  ? Omit<Answer, "content"> & { content: { "application/json": Opened<Body> } }
  : Answer;

type OpenedOperation<Operation> = Operation extends { responses: infer Answers }
  ? Omit<Operation, "responses"> & { responses: { [Status in keyof Answers]: OpenedAnswer<Answers[Status]> } }
  : Operation;

/** The paths of the description, with answers as the client hands them over. */
export type Paths = {
  [Path in keyof paths]: { [Key in keyof paths[Path]]: OpenedOperation<paths[Path][Key]> };
};

/** A moment that says its zone: without one, `Date` would take it for the zone of this machine. */
const moment = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/**
 * The moment a qualification was asked for, under either spelling of its name. Undefined where there is none or it is
 * no RFC 3339 date: Microsoft's change log shows `07/09/2020: 00:00:00`. A `Date` keeps milliseconds, the string keeps
 * all digits.
 */
export function vettingDate({ vettingCreatedDate, vettingCreateDate }: Qualification): Date | undefined {
  return [vettingCreatedDate, vettingCreateDate]
    .map((text = "") => new Date(moment.test(text) && isDay(text.slice(0, 10)) ? text : Number.NaN))
    .find((date) => !Number.isNaN(date.getTime()));
}

/** `Date` takes the 30th of February for the 2nd of March. */
function isDay(day: string): boolean {
  const date = new Date(day);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
