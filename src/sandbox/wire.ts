import { type Operation, operations, type Validate } from "../../generated/operations.js";
import { responseValidators, security } from "../../generated/responses.js";
import type { FixedResponse } from "./cases.js";

/** A response before it is serialized: `body` as JSON, `text` in its place, or neither. */
export interface PlainResponse {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
  text?: string;
  /** Whether the gateway sends the response, which has no ids then. Default: true for 429 and 503. */
  gateway?: boolean;
}

/** The operation that a method and a path name. */
export interface Route {
  /** Undefined if no operation has the path, or none with this method. */
  operation: Operation | undefined;
  parameters: Record<string, string>;
  /** The path's template; undefined if no operation has the path. */
  path: string | undefined;
  /** The methods of the path. */
  allow: string[];
}

export function findRoute(method: string, pathname: string): Route {
  const here = Object.values(operations).flatMap((operation) => {
    const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
    const values = new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, "([^/]+)")}$`).exec(pathname)?.slice(1);
    const parameters = Object.fromEntries(names.map((name, index) => [name, values?.[index] ?? ""]));
    return values ? [{ operation, parameters }] : [];
  });
  const found = here.find(({ operation }) => operation.method === method);
  return {
    operation: found?.operation,
    parameters: found?.parameters ?? {},
    path: here[0]?.operation.path,
    allow: here.map(({ operation }) => operation.method),
  };
}

/** The 404 or 405 for a request that names no operation. */
export function notFound({ path, allow }: Route): PlainResponse {
  if (path === undefined) return error(404, 1000, "No operation has this path.");
  const Allow = allow.join(", ");
  return { ...error(405, 900141, `Only ${Allow} is supported here.`), headers: { Allow } };
}

/** A description may have 1024 characters. */
export function error(status: number, code: number, description: string, data: string[] = []): FixedResponse {
  return { status, body: { code, description: description.slice(0, 1024), data, source: "PartnerFD" } };
}

/** The 500 for an error in the sandbox itself, or in a function that was passed to it. */
export function sandboxFailed(failure: unknown): FixedResponse {
  const message = failure instanceof Error ? String(failure.message) : typeof failure;
  return error(500, 800003, `The sandbox failed: ${message}`);
}

/** A token of each kind. Every other token is treated like `appAndUser`. */
export const tokens = {
  appAndUser: "sandbox-app-and-user",
  appOnly: "sandbox-app-only",
  refused: "sandbox-expired",
} as const;

const schemes = { "app-and-user": "appAndUser", "app-only": "appOnly" } as const;

/**
 * The refusal of a token that is missing, expired or not of a kind that the operation accepts; otherwise undefined. The
 * code and the status of the last are assumed: the documentation says only which kinds are accepted.
 */
export function refusedToken(request: Request, operation: Operation): PlainResponse | undefined {
  const [, token] = /^Bearer ([!-~]+)$/i.exec(request.headers.get("Authorization") ?? "") ?? [];
  const headers = { "WWW-Authenticate": "OAuth realm=urn:cpsvc:cpid:00000000-0000-0000-0000-000000000000" };
  if (token === undefined) return { ...error(401, 800001, "A bearer token is missing."), headers };
  if (token === tokens.refused) return { ...error(401, 400, "Access denied."), headers };
  const kind = token === tokens.appOnly ? "app-only" : "app-and-user";
  if (security[operation.id].includes(schemes[kind])) return undefined;
  return error(403, 900329, `This resource does not support ${kind} tokens.`);
}

const headerNames = ["MS-RequestId", "MS-CorrelationId", "MS-PartnerCenter-Application", "X-Locale"];

/** The 400 for a request that `openapi.yaml` does not allow; otherwise undefined. */
export function validateRequest(
  { request: validators }: Operation,
  parts: { path: Record<string, string>; headers: Headers; body: unknown },
): PlainResponse | undefined {
  if (validators.path && !validators.path(parts.path)) return error(400, 2000, "Tenant Id must be a GUID.");
  const sent = headerNames.filter((name) => parts.headers.has(name));
  const header = Object.fromEntries(sent.map((name) => [name, parts.headers.get(name)]));
  for (const [part, value] of Object.entries({ header, body: parts.body })) {
    const validate = validators[part as "header" | "body"];
    if (!validate || validate(value)) continue;
    const { instancePath = "", params = {} } = validate.errors?.[0] ?? {};
    // A value may be a secret in the wrong place, so only names are reported.
    const name = params.missingProperty ?? params.additionalProperty ?? params.tag ?? instancePath.split("/").at(-1);
    return error(400, 800002, `The request is not valid at /${part}${instancePath}.`, name ? [String(name)] : []);
  }
  return undefined;
}

/**
 * The JSON body of a request; undefined if it is not valid JSON. *Assumed:* a byte order mark is accepted, as .NET does.
 */
export async function readJson(request: Request): Promise<unknown> {
  const bytes = await request.arrayBuffer();
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

export function isJson(headers: Headers): boolean {
  return /^application\/json\s*(;|$)/i.test(headers.get("Content-Type") ?? "");
}

/** Whether the description lists a status for an operation. */
export function describes(operation: Operation, status: number): boolean {
  return responseValidators[operation.id][status] !== undefined;
}

/** Whether a validator of `openapi.yaml` accepts a body. A failure can come without one, whatever its `content`. */
export function accepts(validate: Validate | undefined, { status, body }: PlainResponse): boolean {
  return validate !== undefined && (validate(body) || (body === undefined && status >= 400));
}

/**
 * Checks that a response is one that `openapi.yaml` describes, so that the sandbox cannot drift from it.
 *
 * @throws Error naming operation, status and place
 */
export function assertDescribed(operation: Operation | undefined, response: PlainResponse): void {
  const { status } = response;
  // A response outside of every operation has the shape of all errors.
  const validate = operation ? responseValidators[operation.id][status] : responseValidators.getQualifications[500];
  if (accepts(validate, response)) return;
  const where = operation?.id ?? "no operation";
  throw new Error(`the sandbox breaks openapi.yaml: ${where} ${status}: ${firstError(validate)}`);
}

/** Where and what the first error of a validator is; a pattern is not repeated. */
export function firstError(validate: Validate | undefined): string {
  const { instancePath = "", keyword, message = "the status is not described" } = validate?.errors?.[0] ?? {};
  return `${instancePath || "/"} ${keyword === "pattern" ? "is not in the documented format" : message}`;
}

export function isGuid(id: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id);
}

/** The ids of a response: those of the request, or new ones if they are missing or malformed. */
export function idsOf(headers: Headers): { "MS-RequestId": string; "MS-CorrelationId": string } {
  const echoed = (name: string) => {
    const id = headers.get(name) ?? "";
    return isGuid(id) ? id : crypto.randomUUID();
  };
  return { "MS-RequestId": echoed("MS-RequestId"), "MS-CorrelationId": echoed("MS-CorrelationId") };
}

export function toResponse(
  ids: Record<string, string>,
  { status, headers, body, text, gateway }: PlainResponse,
): Response {
  const type = text?.startsWith("<") ? "text/html" : "application/json; charset=utf-8";
  const content = text ?? JSON.stringify(body);
  return new Response(content ?? null, {
    status,
    headers: {
      ...(content === undefined ? {} : { "Content-Type": type }),
      ...((gateway ?? (status === 429 || status === 503)) ? {} : ids),
      ...headers,
    },
  });
}
