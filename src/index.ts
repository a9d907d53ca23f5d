export type { BulkItem, BulkOptions } from "./bulk.js";
export type { CallOptions, Reply } from "./call.js";
export { type Client, createClient } from "./client.js";
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
  VettingTimeoutError,
} from "./errors.js";
export { type ClientEvent, type ClientOptions, DEFAULTS } from "./options.js";
export {
  type CreateQualificationRequest,
  type Paths,
  type Qualification,
  type ValidationCode,
  vettingDate,
} from "./qualification.js";
export type { RetryOptions } from "./retry.js";
export type { TokenCredential, TokenProvider, TokenRequest } from "./token.js";
export type { VettingLook, VettingOptions } from "./vetting.js";
