import type { Body } from "./body.js";
import type { Call } from "./call.js";
import { deviations } from "./deviations.js";
import {
  ApiError,
  type ErrorDetails,
  InvalidResponseError,
  type Issue,
  issueAt,
  type PartnerCenterError,
} from "./errors.js";
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
  const { text, cut = false } = body;
  const parsed = parse(text);
  const refused = status >= 400 && status < 500 && status !== 408;
  const failed = call.failed(refused ? "not-applied" : "unknown", response.headers);
  const content = parsed === undefined ? text : parsed;
  const details = readDetails(content, response, call, cut);
  // A gateway can remove the header. The documented text repeats it: "Try again in 57 seconds."
  const [, seconds] = (status === 429 && /\bagain in (\d{1,5}) seconds?\b/i.exec(details.description ?? "")) || [];
  const retryAfter = readRetryAfter(response.headers) ?? (seconds ? Number(seconds) * 1000 : undefined);
  const error = new ApiError(status, details, failed, retryAfter);
  // openapi-fetch would take an empty body for success.
  return { error, text: content ? text : "{}" };
}

function readSuccess({ status, headers }: ReadableResponse, body: Body, call: Call, settings: Settings): Received {
  const { text } = body;
  const invalid = (issues: Issue[], parsed = false): Received => {
    call.emit({ type: "invalid_response", status, issues });
    // Anything between here and the service can respond with 200; JSON, or a 201, comes from the service.
    const outcome = parsed || status === 201 ? "applied" : "unknown";
    return { error: new InvalidResponseError(status, issues, call.failed(outcome, headers)), text };
  };
  if (body.issue) return invalid([body.issue]);
  if (text === "") return invalid([issueAt("", "json", "is empty")]);
  const value = parse(text);
  if (value === undefined) return invalid([issueAt("", "json", call.redact(notJson(headers)))]);
  const issues = issuesOf(call.operation.response, value, "", call.operation);
  if (issues.length > 0) {
    const result = invalid(issues, true);
    return settings.onInvalidResponse === "report" ? { value, text } : result;
  }
  if (settings.onEvent) reportDeviations(value, status, call);
  // Microsoft's table says that a `validationId` is an `int`; its example has a string.
  const items: { validationId?: unknown }[] = Array.isArray(value) ? value : [];
  const numeric = items.filter(({ validationId }) => typeof validationId === "number");
  for (const item of numeric) item.validationId = String(item.validationId);
  // What is nested too deeply cannot be written again.
  return { value, text: (numeric.length > 0 && tried(() => JSON.stringify(value))) || text };
}

/** More codes than a partner has; to look for each in every name would take seconds. */
const maxCodes = 1000;

/** Validation codes are secrets, even as the name of an undocumented property. */
function reportDeviations(value: unknown, status: number, call: Call): void {
  const codes = [value]
    .flat()
    .map((item) => String((item as { validationId?: unknown }).validationId ?? "").toLowerCase());
  const redact = (name: string) => {
    const written = name.toLowerCase();
    const isSecret = codes.length > maxCodes || codes.some((code) => code !== "" && written.includes(code));
    return isSecret ? "[redacted]" : call.redact(name);
  };
  const issues = deviations(value, call.operation.documented, redact);
  if (issues.length > 0) call.emit({ type: "undocumented_response", status, issues });
}

/** A page of HTML with status 200 comes from a proxy, or from the wrong address. */
function notJson(headers: ReadableResponse["headers"]): string {
  const type = /^[\w.+/-]{1,64}/.exec(String(headers.get("Content-Type") ?? ""))?.[0] ?? "";
  const isOther = type !== "" && !/json|octet-stream|^text\/plain$/i.test(type);
  return isOther ? `is not JSON, but ${type}` : "is not valid JSON (possibly truncated)";
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
 * Reads an error body in any format that was published or seen, its names in any case: Partner Center's own, the
 * customers service's, the gateway's, `{ error: { code, message } }`, ASP.NET's, problem+json, OAuth's, lists of these, a
 * bare JSON string, other text. HTML gives no description, other XML that of its `Message`. Without any,
 * `WWW-Authenticate` or the reason phrase has it: that is where "MFA required" was seen. Each string that is kept is
 * redacted here, and nowhere else.
 */
function readDetails(body: unknown, { headers, statusText }: ReadableResponse, call: Call, cut: boolean): ErrorDetails {
  const text = (value: unknown, isCut = false) =>
    typeof value === "string" && value.trim() ? call.redact(value, isCut).slice(0, maxText) : undefined;
  const [only] = [body].flat();
  const outer = lowerCased(typeof only === "string" ? fieldsOf(only, cut) : only);
  const errors = outer.errors ?? outer.modelstate;
  const [first] = [Array.isArray(errors) ? errors : Object.values(lowerCased(errors))].flat(2);
  const error = lowerCased([outer.error].flat()[0]);
  const detail = lowerCased([error.details ?? [], error.errors ?? [], error.innererror].flat()[0]);
  const inner = { ...lowerCased(first), ...lowerCased(outer["odata.error"]), ...error };
  const fields = { ...outer, ...detail, ...inner };
  const oauthCode = typeof outer.error === "string" && /^[\w.-]+$/.test(outer.error) ? outer.error : undefined;
  const codes = [fields.code, fields.errorcode, oauthCode].map((one) => (typeof one === "number" ? String(one) : one));
  const title = [fields.title, typeof first === "string" ? first : undefined, fields.detail].filter(Boolean).join(": ");
  const challenge = /error_description="((?:[^"\\]|\\.)*)"/i.exec(String(headers.get("WWW-Authenticate") ?? ""))?.[1];
  const { isretryable, data, message } = fields;
  const descriptions = [
    ...[fields.description, title ? undefined : message, lowerCased(message).value, title, message],
    ...[fields.errormessage, fields.errordescription, fields.error_description, fields.messagedetail],
    ...[fields.exceptionmessage, detail.message, oauthCode ? undefined : outer.error],
    ...[challenge?.replaceAll(/\\(.)/g, "$1"), statusText],
  ];
  return {
    errorCode: codes.map((one) => text(one)).find(Boolean),
    description: descriptions.map((one) => text(one, cut && one === only)).find(Boolean),
    errorName: text(fields.errorname),
    isRetryable: typeof isretryable === "boolean" ? isretryable : undefined,
    data: Array.isArray(data) ? data.slice(0, maxData).flatMap((one) => text(one) ?? []) : undefined,
    source: text(fields.source),
  };
}

/** The fields of an error text that is not JSON, or truncated JSON. */
function fieldsOf(text: string, cut: boolean): object {
  if (/^\s*</.test(text)) return { description: /<message>([^<]+)</i.exec(text)?.[1] };
  if (!cut || !/^\s*[[{"]/.test(text)) return { description: text };
  // From truncated JSON, the complete fields; of equal names, the first.
  const fields = [...text.matchAll(/"(\w{1,32})"\s*:\s*("(?:[^"\\]|\\.){0,4096}"|\d{1,9}|true|false)/g)].reverse();
  return Object.fromEntries(fields.map(([, name, value = ""]) => [name, parse(value)]));
}

function lowerCased(value: unknown): Record<string, unknown> {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name.toLowerCase(), part])) : {};
}
