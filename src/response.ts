import type { Body } from "./body.js";
import type { Call } from "./call.js";
import { deviations } from "./deviations.js";
import { ApiError, type ErrorDetails, InvalidResponseError, issueAt, type PartnerCenterError } from "./errors.js";
import type { Settings } from "./options.js";
import { type ReadableResponse, tried } from "./platform.js";
import { readRetryAfter } from "./retry.js";
import { issuesOf } from "./validate.js";

/** The result of reading one response: a value or an error, and the text that it was read from. */
export interface Received {
  value?: unknown;
  error?: PartnerCenterError;
  text: string;
}

/** Reads a response once. `response` is what `fetch` resolved to, `body` its body. */
export function readResponse(response: ReadableResponse, body: Body, call: Call, settings: Settings): Received {
  const { status } = response;
  if (response.ok) return readSuccess(response, body, call, settings);
  const { text } = body;
  const parsed = parse(text);
  const refused = status >= 400 && status < 500 && status !== 408;
  const failed = call.failed(refused ? "not-applied" : "unknown", response.headers);
  const content = parsed === undefined ? text : parsed;
  const details = readDetails(content, response.statusText, call);
  // A gateway can remove the header. The documented text repeats it: "Try again in 57 seconds."
  const [, seconds] = (status === 429 && /\bagain in (\d{1,5}) seconds?\b/i.exec(text.slice(0, maxText))) || [];
  const retryAfter = readRetryAfter(response.headers) ?? (seconds ? Number(seconds) * 1000 : undefined);
  const error = new ApiError(status, details, failed, retryAfter);
  // openapi-fetch would take an empty body for success.
  return { error, text: content ? text : "{}" };
}

function readSuccess({ status, headers }: ReadableResponse, body: Body, call: Call, settings: Settings): Received {
  const { text, issue } = body;
  const value = issue ? undefined : parse(text);
  const isJson = value !== undefined;
  const issues = isJson
    ? issuesOf(call.operation.response, value, "", call.operation)
    : [issue ?? issueAt("", "json", notJson(text))];
  if (issues.length > 0) {
    call.emit({ type: "invalid_response", status, issues });
    if (isJson && settings.onInvalidResponse === "report") return { value, text };
    // Anything between here and the service can respond with 200; JSON, or a 201, comes from the service.
    const outcome = isJson || status === 201 ? "applied" : "unknown";
    return { error: new InvalidResponseError(status, issues, call.failed(outcome, headers)), text };
  }
  const deviating = settings.onEvent ? deviations(value, call.operation.documented, call.redact) : [];
  if (deviating.length > 0) call.emit({ type: "undocumented_response", status, issues: deviating });
  // Microsoft's table says that a `validationId` is an `int`; its example has a string.
  const items: { validationId?: unknown }[] = Array.isArray(value) ? value : [];
  const numeric = items.filter(({ validationId }) => typeof validationId === "number");
  for (const item of numeric) item.validationId = String(item.validationId);
  // What is nested too deeply cannot be written again.
  return { value, text: (numeric.length > 0 && tried(() => JSON.stringify(value))) || text };
}

function notJson(text: string): string {
  if (text === "") return "is empty";
  // A page with status 200 comes from a proxy, or from the wrong address.
  return /^\s*</.test(text) ? "is not JSON, but HTML or XML" : "is not valid JSON (possibly truncated)";
}

/** The value of a JSON text; undefined if it is not JSON. */
function parse(text: string): unknown {
  return tried(() => JSON.parse(text));
}

/** The schema of errors allows 1,024 characters; a gateway's page can have any length. */
const maxText = 1024;
/** `data` names fields of the request, which has four at most. */
const maxData = 100;

/**
 * Reads an error body, its names in any case: Partner Center's own, the customers service's, the gateway's, an object as
 * `error`, OData's, ASP.NET's, problem+json, OAuth's, a bare JSON string, other text. HTML and truncated JSON give no
 * description. Without any, the reason phrase has it: that is where "MFA required" was seen. Each string that is kept is
 * redacted here, and nowhere else.
 */
function readDetails(body: unknown, statusText: string, call: Call): ErrorDetails {
  const text = (...values: unknown[]) => {
    const found = values.find((value) => typeof value === "string" && value.trim()) as string | undefined;
    return found && call.redact(found).slice(0, maxText);
  };
  const isForPeople = typeof body === "string" && !/^\s*(<|[{[]\s*["{[])/.test(body);
  const outer = isForPeople ? { message: body } : lowerCased(body);
  const { error } = outer;
  const fields = { ...outer, ...lowerCased(error ?? outer["odata.error"]) };
  const { code, errorcode, isretryable, data, description, message, title, detail, error_description } = fields;
  // OAuth has its code there, others a sentence.
  const [oauthCode, sentence] = typeof error === "string" && /\s/.test(error) ? [undefined, error] : [error];
  const codes = [code, errorcode, oauthCode].map((one) => (typeof one === "number" ? String(one) : one));
  const problem = [title, detail].filter((one) => typeof one === "string").join(": ");
  const { value } = lowerCased(message);
  return {
    errorCode: text(...codes),
    description: text(description, message, value, problem, error_description, sentence, statusText),
    errorName: text(fields.errorname),
    isRetryable: typeof isretryable === "boolean" ? isretryable : undefined,
    data: Array.isArray(data) ? data.slice(0, maxData).flatMap((one) => text(one) ?? []) : undefined,
    source: text(fields.source),
  };
}

function lowerCased(value: unknown): Record<string, unknown> {
  const object = typeof value === "object" && !Array.isArray(value) ? value : undefined;
  return Object.fromEntries(Object.entries(object ?? {}).map(([name, part]) => [name.toLowerCase(), part]));
}
