import { answers, security } from "../../generated/answers.js";
import { type Operation, operations } from "../../generated/operations.js";
import type { FixedAnswer } from "./cases.js";

/** An answer before it is written: `body` is JSON, or `text` stands in its place. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body: unknown;
  text?: string;
  /** Whether the gateway answers, which sends no ids. Default: it does 429 and 503. */
  gateway?: boolean;
}

/** What a method and a path, as they stand on the wire, mean. */
export interface Route {
  /** Undefined where there is none of this method, or none at this path. */
  operation: Operation | undefined;
  parameters: Record<string, string>;
  /** The path's template; undefined where nothing has such a path. */
  path: string | undefined;
  /** The methods at this path. */
  allow: string[];
}

export function findRoute(method: string, pathname: string): Route {
  const here = operations.flatMap((operation) => {
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

/** What is answered where there is no operation. */
export function unrouted({ path, allow }: Route): Answer {
  if (path === undefined) return error(404, 1000, "There is nothing at this path.");
  const Allow = allow.join(", ");
  return { ...error(405, 900141, `Only ${Allow} is supported here.`), headers: { Allow } };
}

export function error(status: number, code: number, description: string, data: string[] = []): FixedAnswer {
  return { status, body: { code, description, data, source: "PartnerFD" } };
}

/** What is answered where the sandbox itself fails. */
export function failed(failure: unknown): FixedAnswer {
  const message = failure instanceof Error ? String(failure.message) : typeof failure;
  return error(500, 800003, `The sandbox failed: ${message}`.slice(0, 1024));
}

/** Whether a token stands for an application and a user, for an application alone, or for nobody any longer. */
export type TokenKind = "app-and-user" | "app-only" | "refused";

/** A token of each kind; every other is taken for one of `appAndUser`. */
export const tokens = {
  appAndUser: "sandbox-app-and-user",
  appOnly: "sandbox-app-only",
  refused: "sandbox-expired",
} as const;

export function kindOf(token: string): TokenKind {
  if (token === tokens.appOnly) return "app-only";
  return token === tokens.refused ? "refused" : "app-and-user";
}

const schemes = { "app-and-user": "appAndUser", "app-only": "appOnly" } as const;

/**
 * The refusal of a token that is missing, expired or not of a kind that the operation accepts; otherwise undefined. The
 * code and the status of the last are assumed: the documentation says only which kinds are accepted.
 */
export function refusedToken(
  request: Request,
  operation: Operation,
  tokenKind: (token: string) => TokenKind,
): Answer | undefined {
  const [, token] = /^Bearer ([A-Za-z0-9._~+/-]+=*)$/i.exec(request.headers.get("Authorization") ?? "") ?? [];
  const headers = { "WWW-Authenticate": "OAuth realm=urn:cpsvc:cpid:00000000-0000-0000-0000-000000000000" };
  if (token === undefined) return { ...error(401, 800001, "A bearer token is missing."), headers };
  const kind = tokenKind(token);
  if (kind === "refused") return { ...error(401, 400, "Access denied."), headers };
  if (security[operation.id].includes(schemes[kind])) return undefined;
  return error(403, 900329, `This resource does not support ${kind} tokens.`);
}

const headerNames = ["MS-RequestId", "MS-CorrelationId", "MS-PartnerCenter-Application", "X-Locale"];

/** What is wrong with a request by the description; undefined where nothing is. */
export function malformed(
  { request: judges }: Operation,
  parts: { path: Record<string, string>; headers: Headers; body: unknown },
): Answer | undefined {
  if (judges.path && !judges.path(parts.path)) return error(400, 2000, "Tenant Id must be a GUID.");
  const sent = headerNames.filter((name) => parts.headers.has(name));
  const header = Object.fromEntries(sent.map((name) => [name, parts.headers.get(name)]));
  for (const [part, value] of Object.entries({ header, body: parts.body })) {
    const judge = judges[part as "header" | "body"];
    if (!judge || judge(value)) continue;
    const { instancePath = "", params = {} } = judge.errors?.[0] ?? {};
    // Names only: a value may be a secret in the wrong place.
    const named = params.missingProperty ?? params.additionalProperty ?? params.tag ?? instancePath.split("/").at(-1);
    return error(400, 800002, `The request is not valid at /${part}${instancePath}.`, named ? [String(named)] : []);
  }
  return undefined;
}

/**
 * Reads a JSON body; one that is no JSON is `undefined`, and judged like one that is none at all. A byte order mark is
 * taken, as .NET does, *assumed*.
 */
export async function readJson(request: Request): Promise<unknown> {
  const bytes = await request.arrayBuffer();
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

export function isJson(request: Request): boolean {
  return /^application\/json\s*(;|$)/i.test(request.headers.get("Content-Type") ?? "");
}

/** Whether an operation answers with a status. */
export function describes(operation: Operation, status: number): boolean {
  return answers[operation.id][status] !== undefined;
}

/**
 * The sandbox cannot drift from `openapi.yaml`: what breaks it never leaves.
 *
 * @throws Error naming operation, status and place
 */
export function judge(operation: Operation | undefined, { status, body }: Answer): void {
  // What no operation answers has the shape of every error.
  const validate = operation ? answers[operation.id][status] : answers.getQualifications[500];
  if (validate?.(body)) return;
  const { instancePath = "", message = "its status is not described" } = validate?.errors?.[0] ?? {};
  const where = operation?.id ?? "no operation";
  throw new Error(`the sandbox breaks openapi.yaml: ${where} ${status}: ${instancePath} ${message}`);
}

/** The ids of an answer: those of the request, or new ones where they are missing or malformed. */
export function idsOf(headers: Headers): { "MS-RequestId": string; "MS-CorrelationId": string } {
  const echoed = (name: string) => {
    const id = headers.get(name) ?? "";
    return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id) ? id : crypto.randomUUID();
  };
  return { "MS-RequestId": echoed("MS-RequestId"), "MS-CorrelationId": echoed("MS-CorrelationId") };
}

export function respond(ids: Record<string, string>, { status, headers, body, text, gateway }: Answer): Response {
  return new Response(text ?? JSON.stringify(body), {
    status,
    headers: {
      "Content-Type": text?.startsWith("<") ? "text/html" : "application/json; charset=utf-8",
      ...((gateway ?? (status === 429 || status === 503)) ? {} : ids),
      ...headers,
    },
  });
}
