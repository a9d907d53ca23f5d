import { responseValidators } from "../../generated/responses.js";
import type { Finding } from "./finding.js";
import type { Exchange } from "./plan.js";

/** A response that was read. */
export interface Received {
  status: number;
  headers: Headers;
  text: string;
}

type Difference = Pick<Finding, "check" | "message" | "expected" | "got" | "pointer">;

/** Where a response differs from what is documented for an exchange. `sent` are the ids of the request. */
export function compareResponse(
  exchange: Exchange,
  sent: Record<string, string>,
  { status, headers, text }: Received,
  exact: boolean,
): { found: Difference[]; body: unknown } {
  const { operation, statuses, documented } = exchange;
  const found: Difference[] = [];
  const compare = (check: Finding["check"], message: string, expected: unknown, got: unknown, pointer?: string) => {
    if (!same(expected, got)) found.push({ check, message, expected, got, pointer });
  };
  if (!statuses.includes(status)) {
    found.push({
      check: "status",
      message: "the status is not the documented one",
      expected: statuses.length === 1 ? statuses[0] : statuses.join(" or "),
      got: status,
    });
  }
  for (const [name, example] of Object.entries(describedHeaders(exchange, status))) {
    const got = headers.get(name) ?? undefined;
    if (name in sent) compare("header", `the header ${name} does not echo the request`, sent[name], got);
    else if (exact) compare("header", `the header ${name} is not the documented one`, example, got);
  }
  if (status === 429) {
    const seconds = headers.get("Retry-After") ?? "";
    if (!/^\d+$/.test(seconds)) {
      found.push({
        check: "header",
        message: "Retry-After is not a number of seconds",
        expected: "whole seconds",
        got: seconds || undefined,
      });
    }
  }
  // The description says that these were seen without a body.
  if (text === "" && [401, 403, 404].includes(status) && !(exact && documented)) return { found, body: undefined };
  if (documented && !("body" in documented) && statuses.includes(status)) {
    if (text !== "") {
      const message = "the response has a body, but is documented without one";
      found.push({ check: "body", message, expected: "no body", got: shortened(text) });
    } else if (exact) {
      compare("media type", "a response without a body has a Content-Type", undefined, mediaType(headers));
    }
    return { found, body: undefined };
  }
  compare("media type", "the media type is not the documented one", "application/json", mediaType(headers));
  let body: unknown;
  try {
    body = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    found.push({
      check: "json",
      message: "the body is not valid JSON",
      expected: "JSON",
      got: shortened(text),
    });
    return { found, body: undefined };
  }
  const validate = responseValidators[operation][status];
  if (validate && !validate(body)) {
    const { instancePath = "", keyword, params = {}, message } = validate.errors?.[0] ?? {};
    const property = params.missingProperty ?? params.additionalProperty;
    const pointer = property === undefined ? instancePath : `${instancePath}/${property}`;
    const expected = keyword === "additionalProperties" ? "no undocumented property" : message;
    found.push({
      check: "schema",
      message: `the body does not match the schema at ${pointer || "/"}`,
      expected,
      got: shapeAt(body, instancePath),
      pointer,
    });
  }
  if (documented && statuses.includes(status)) {
    if (exact) compare("body", "the body is not the documented one", documented.body, body);
    else if (status < 300)
      compare("content", "the state does not show in the body", content(documented.body), content(body));
    else compare("error code", "the error code is not the one of this state", codeOf(documented.body), codeOf(body));
  }
  return { found, body };
}

/** The headers described for a response; for a probe, the ids, which all responses of the service itself echo. */
function describedHeaders({ headers }: Exchange, status: number): Record<string, string> {
  return headers ?? (status === 429 || status === 503 ? {} : { "MS-RequestId": "", "MS-CorrelationId": "" });
}

/** A body may have ids and free text. */
function shortened(text: string): string {
  return text === "" ? "" : `${text.length} characters`;
}

function mediaType(headers: Headers): string | undefined {
  return headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase();
}

/** What a state fixes of a successful response: which qualifications there are, and where their vetting stands. */
function content(body: unknown): unknown {
  const items = (Array.isArray(body) ? body : [body]).map((item) => {
    const { qualification, vettingStatus, validationId } = Object(item);
    // A code is a secret, and another one with each partner.
    return validationId === undefined ? { qualification, vettingStatus } : "a validation code";
  });
  return items.some((item) => item === "a validation code")
    ? "validation codes"
    : items.sort((one, other) => compareText(one, other));
}

function compareText(one: unknown, other: unknown): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}

function codeOf(body: unknown): string | undefined {
  const { code } = Object(body) as { code?: unknown };
  return code === undefined ? undefined : String(code);
}

/** The value in question, without free text and ids: only enumerations and numbers are shown. */
function shapeAt(body: unknown, pointer: string): unknown {
  let value: unknown = body;
  for (const segment of pointer.split("/").slice(1))
    value = Object(value)[segment.replaceAll("~1", "/").replaceAll("~0", "~")];
  if (typeof value === "object" && value !== null)
    return Array.isArray(value) ? "an array" : `an object with ${Object.keys(value).join(", ")}`;
  if (typeof value === "string")
    return /^[\w:.+-]{1,40}$/.test(value) && !/^[\da-f]{8}-/i.test(value) ? value : "a string";
  return value;
}

/** Deep equality of JSON values, whatever the order of properties. */
function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort())
      : part,
  );
}
