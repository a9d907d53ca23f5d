/** One difference between a response and what is documented. */
export interface Finding {
  /** The documented interaction, such as `getQualifications 200 Approved`, or the name of a probe. */
  id: string;
  /** What was checked. */
  check:
    | "connection"
    | "status"
    | "media type"
    | "header"
    | "json"
    | "schema"
    | "content"
    | "error code"
    | "body"
    | "baseline";
  /** A sentence without a subject's secrets: no token, no customer's id. */
  message: string;
  expected: unknown;
  got: unknown;
  /** Where in the response. */
  pointer?: string | undefined;
  /** The example, or the response, in `openapi.yaml`, as a JSON pointer. */
  example?: string | undefined;
  /** Where the rule comes from. */
  source?: string | undefined;
  /** A command that sends the same request; the token is left to `$PARTNER_CENTER_TOKEN`. */
  curl?: string | undefined;
}

/** An interaction that was not run, and why. */
export interface Skipped {
  id: string;
  reason: string;
}
