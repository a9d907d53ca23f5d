import { type Api, createApi } from "./fetch.js";
import { type CallOptions, type ClientOptions, readOptions } from "./options.js";
import type { CreateQualificationRequest, Qualification, ValidationCode } from "./qualification.js";
import { createSend, type Result } from "./send.js";

/** A successful call. */
export interface Reply<Data> {
  data: Data;
  status: number;
  /** The headers of the response, as `fetch` returned them; those of a mock may have `get` only. */
  headers: Headers;
  /** The ids that were sent; the service echoes them. */
  requestId: string;
  correlationId: string;
  /** The ids on the response. */
  serverRequestId: string | undefined;
  serverCorrelationId: string | undefined;
}

/** The three operations, and the openapi-fetch client over the same pipeline. */
export interface Client {
  /**
   * All qualifications of a customer; order not guaranteed. *Assumed:* the list is empty if there are none; no page
   * shows it.
   *
   * @param customerId the customer's Microsoft ID, a GUID
   * @throws PartnerCenterError — an `InvalidRequestError` before anything is sent
   */
  getQualifications(customerId: string, options?: CallOptions): Promise<Reply<Qualification[]>>;
  /**
   * Requests one qualification for a customer. Requires an app+user token. Education returns `InReview`; what the other
   * two return is not documented. After an error, `outcome` says whether the request may have been applied.
   *
   * @param customerId the customer's Microsoft ID, a GUID
   * @throws PartnerCenterError — an `InvalidRequestError` before anything is sent
   */
  createQualification(
    customerId: string,
    request: CreateQualificationRequest,
    options?: CallOptions,
  ): Promise<Reply<Qualification>>;
  /**
   * All codes that Microsoft issued to this partner for GovernmentCommunityCloud, with their remaining uses. Keep them
   * secret.
   *
   * @throws PartnerCenterError
   */
  getValidationCodes(options?: CallOptions): Promise<Reply<ValidationCode[]>>;
  /**
   * The complete openapi-fetch client, with the same checks, retries and validation. As openapi-fetch documents, a
   * failed response is returned as `error`; every other failure is thrown. Check `response.ok`: an error body can be
   * any text, and an empty one is `{}`. The body of a failed response is cut at 65,536 bytes.
   *
   * Middleware runs once per call, not once per attempt, and must not change the operation. Not validated: responses of a
   * `fetch` that is passed with a single request, a `Response` that `onRequest` returns, and changes that `onResponse`
   * makes.
   */
  api: Api;
}

/**
 * Creates a client for the qualifications of Partner Center customers.
 *
 * @throws InvalidRequestError naming each option that is unknown or invalid
 */
export function createClient(options: ClientOptions): Client {
  const settings = readOptions(options);
  const send = createSend(settings);
  return {
    getQualifications: async (customerId, options) =>
      replyOf(await send({ operation: "getQualifications", path: { customerTenantId: customerId }, options })),
    createQualification: async (customerId, body, options) =>
      replyOf(await send({ operation: "createQualification", path: { customerTenantId: customerId }, body, options })),
    getValidationCodes: async (options) => replyOf(await send({ operation: "getValidationCodes", options })),
    api: createApi(send, settings),
  };
}

/** @throws the error of a call that failed */
function replyOf<Data>({ call, value, error, response, ids }: Result): Reply<Data> {
  if (error || !response || !ids) throw error;
  const { requestId, correlationId } = call;
  return {
    data: value as Data,
    status: response.status,
    headers: response.headers as Headers,
    requestId,
    correlationId,
    ...ids,
  };
}
