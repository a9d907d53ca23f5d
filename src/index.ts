export type { OperationId } from "../generated/operations.js";
export { type BulkOptions, type BulkResult, readQualifications } from "./bulk.js";
export { type Client, createClient, type Reply } from "./client.js";
export {
  ApiError,
  type ErrorDetails,
  type FailedCall,
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
export {
  type CallOptions,
  CHINA_BASE_URL,
  type ClientEvent,
  type ClientOptions,
  DEFAULTS,
  type Fetch,
  type FetchResponse,
  GLOBAL_BASE_URL,
} from "./options.js";
export {
  type CreateQualificationRequest,
  type EducationSegment,
  type Paths,
  type Qualification,
  type ValidationCode,
  type VettingStatus,
  vettingDate,
} from "./qualification.js";
export type { RetryOptions } from "./retry.js";
export type { TokenCredential, TokenProvider, TokenRequest } from "./token.js";
export { type VettingOptions, type VettingUpdate, waitForVetting, watchVetting } from "./vetting.js";
