import createOpenapiClient, { type Client as OpenapiClient } from "openapi-fetch";
import { type BulkItem, type BulkOptions, readMany } from "./bulk.js";
import { Call, type CallOptions, type Reply, receivedIds } from "./call.js";
import { isPartnerCenterError } from "./errors.js";
import { readFailure } from "./fault.js";
import { type ClientOptions, readOptions } from "./options.js";
import type { CreateQualificationRequest, Paths, Qualification, ValidationCode } from "./qualification.js";
import { refuse, strangers } from "./refuse.js";
import { OutgoingRequest } from "./send.js";
import { createTransport } from "./transport.js";
import { checkRequest, findOperation, type RequestParts, readAnswer } from "./validate.js";
import { type VettingLook, type VettingOptions, watchVetting } from "./vetting.js";

/** The operations, with what is made of them, and openapi-fetch's client over the same checks. */
export interface Client {
  /**
   * All qualifications of a customer, in no promised order; an empty list where there is none (assumed: no page shows
   * it).
   *
   * @param customerId the customer's Microsoft ID, a GUID
   * @throws PartnerCenterError — an `InvalidRequestError` before anything is sent
   */
  getQualifications(customerId: string, options?: CallOptions): Promise<Reply<Qualification[]>>;
  /**
   * Asks for one qualification of a customer, with an app+user token. Education answers `InReview`; what the other two
   * answer is assumed. After an error, its `outcome` says whether the request may have been applied.
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
   * All codes that Microsoft issued to this partner for GovernmentCommunityCloud, with what is left of each. They are
   * secrets.
   *
   * @throws PartnerCenterError
   */
  getValidationCodes(options?: CallOptions): Promise<Reply<ValidationCode[]>>;
  /**
   * Reads many customers, a few at once, and yields each as it comes in, with its reply or its error. After a 429 all
   * wait, twice as long each time that was not long enough, up to a minute, and then keep the pace that was accepted
   * before it: limits are per partner tenant, and nobody tells them.
   *
   * Each customer's call is repeated as `retry` says, but for a 429: who was throttled is asked again when the wait is
   * over, up to 20 times, in a call with ids and a deadline of its own. With `retry: false`, or a `Retry-After` over
   * `maxRetryAfter`, that customer comes with the error at once; the others wait as if it asked for that.
   *
   * @throws InvalidRequestError naming the option that cannot be used; what the source throws; the signal's reason
   */
  getQualificationsOf(
    customerIds: Iterable<string> | AsyncIterable<string>,
    options?: BulkOptions,
  ): AsyncGenerator<BulkItem, void, void>;
  /**
   * Looks at one qualification until its status is anything but exactly `InReview`, with growing pauses, and yields each
   * look. `Denied` is an answer with its reason, not an error; a customer without the qualification ends it at once.
   *
   * @throws VettingTimeoutError with the last look; waiting again goes on from there
   */
  watchVetting(
    customerId: string,
    qualification: Qualification["qualification"],
    options?: VettingOptions,
  ): AsyncGenerator<VettingLook, void, void>;
  /** The last look of `watchVetting`. */
  waitForVetting(
    customerId: string,
    qualification: Qualification["qualification"],
    options?: VettingOptions,
  ): Promise<VettingLook>;
  /**
   * openapi-fetch over the same transport and the same validation, with the methods that are described. As there, a
   * failure that was answered is returned as `error`, an empty one as `{}`; every other is thrown. A request's options
   * are `params`, `body` and `signal`: another address, serializer, parser or header would pass the checks by, and is
   * refused.
   */
  api: Pick<OpenapiClient<Paths>, "GET" | "POST">;
}

const qualifications = "/v1/customers/{customerTenantId}/qualifications";
const validations = "/v1/customers/all/validations";

/**
 * A client for the qualifications of Partner Center's customers.
 *
 * @throws InvalidRequestError naming every option that cannot be used
 */
export function createClient(options: ClientOptions): Client {
  const settings = readOptions(options);
  const transport = createTransport(settings);
  const engine = createOpenapiClient<Paths>({
    baseUrl: settings.baseUrl,
    headers: { "MS-PartnerCenter-Application": settings.application },
    // A plain record with what openapi-fetch and the transport read of a `Request`.
    Request: OutgoingRequest as unknown as typeof Request,
  });
  // The operation is looked up at run time, so that the types of each single one are of no use here.
  const request = engine.request as unknown as (
    method: string,
    path: string,
    init: object,
  ) => Promise<{ data?: string; error?: unknown; response: Response }>;

  async function perform(method: string, path: string, init: RequestParts = {}, leaveThrottled = false) {
    const header = (init.params?.header ?? {}) as Record<string, string | undefined>;
    const ids = { requestId: header["MS-RequestId"], correlationId: header["MS-CorrelationId"] };
    const call = new Call(findOperation(method, path), ids, settings.onEvent, leaveThrottled);
    // What is checked is what is sent, whatever a getter, a prototype or a `toJSON` would make of it.
    const body =
      Object(init.body) === init.body && !Array.isArray(init.body) ? Object.assign({}, init.body) : init.body;
    call.hide(...Object.values(Object(init.params?.path)), Object(body).validationCode);
    try {
      checkRequest(call, { params: init.params, body, signal: init.signal });
      const { data, error, response } = await request(method, path, {
        params: init.params,
        body,
        signal: init.signal,
        parseAs: "text",
        fetch: (outgoing: OutgoingRequest) => transport(outgoing, call),
      });
      if (response.ok) return { call, response, data: readAnswer(data, response, call, settings) };
      const failure = readFailure(error, response, call);
      call.tell({ type: "error", code: failure.code, ms: call.ms });
      return { call, response, error, failure };
    } catch (failure) {
      const ours = isPartnerCenterError(failure);
      call.tell({ type: "error", code: ours ? failure.code : "aborted", ms: call.ms });
      // openapi-fetch takes a reason such as `null` for no failure at all.
      throw !ours && init.signal?.aborted ? init.signal.reason : failure;
    }
  }

  async function reply<Data>(
    method: string,
    path: string,
    parameters: object | undefined,
    body: unknown,
    options: CallOptions = {},
    leaveThrottled = false,
  ) {
    const { requestId, correlationId, signal } = options ?? {};
    const header = { "MS-RequestId": requestId, "MS-CorrelationId": correlationId };
    const parts = { params: { path: parameters, header }, body, signal };
    const { call, response, data, failure } = await perform(method, path, parts, leaveThrottled);
    if (failure) throw failure;
    const sent = { requestId: call.requestId, correlationId: call.correlationId };
    return { data: data as Data, ...sent, ...receivedIds(response), response };
  }

  async function exchange(method: string, path: string, init?: RequestParts) {
    refuse(strangers(init, ["params", "body", "signal"]));
    const { response, data, error, failure } = await perform(method, path, init ?? {});
    // What is empty would look like success.
    return failure ? { error: error || {}, response } : { data, response };
  }

  const api = {
    GET: (path: string, init?: RequestParts) => exchange("GET", path, init),
    POST: (path: string, init?: RequestParts) => exchange("POST", path, init),
  };

  const of = (customerTenantId: string) => ({ customerTenantId });

  const getQualifications: Client["getQualifications"] = (customerId, callOptions) =>
    reply("GET", qualifications, of(customerId), undefined, callOptions);

  const read = (customerId: string, callOptions: CallOptions) =>
    reply<Qualification[]>("GET", qualifications, of(customerId), undefined, callOptions, true);

  const watch: Client["watchVetting"] = (...asked) => watchVetting(getQualifications, ...asked);

  return {
    getQualifications,
    createQualification: (customerId, body, callOptions) =>
      reply("POST", qualifications, of(customerId), body, callOptions),
    getValidationCodes: (callOptions) => reply("GET", validations, undefined, undefined, callOptions),
    getQualificationsOf: (...asked) => readMany(read, settings.retry, ...asked),
    watchVetting: watch,
    waitForVetting: async (...asked) => {
      let last: VettingLook | undefined;
      for await (const look of watch(...asked)) last = look;
      return last as VettingLook;
    },
    api: api as unknown as Client["api"],
  };
}
