export type { CallOptions } from "./call.js";
export { type Client, createClient, type Reply } from "./client.js";
export {
  ApiError,
  type Fault,
  InvalidRequestError,
  InvalidResponseError,
  type Issue,
  isPartnerCenterError,
  NetworkError,
  type Outcome,
  type PartnerCenterError,
  RedirectError,
  TimeoutError,
  TokenError,
} from "./errors.js";
export { type ClientEvent, type ClientOptions, DEFAULTS, type TokenProvider } from "./options.js";
export { type CreateQualificationRequest, type Paths, type Qualification, vettingDate } from "./qualification.js";
