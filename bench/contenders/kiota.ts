import {
  AllowedHostsValidator,
  BaseBearerTokenAuthenticationProvider,
  HttpMethod,
  type Parsable,
  type ParseNode,
  RequestInformation,
  type SerializationWriter,
} from "@microsoft/kiota-abstractions";
import { DefaultRequestAdapter } from "@microsoft/kiota-bundle";
import { type Create, headersOf, path } from "../contender.js";

interface Qualification extends Parsable {
  qualification?: string | undefined;
  vettingStatus?: string | undefined;
  vettingReason?: string | undefined;
  vettingCreatedDate?: Date | undefined;
}

const createQualification =
  () =>
  (qualification: Partial<Qualification> = {}) => ({
    qualification: (node: ParseNode) => {
      qualification.qualification = node.getStringValue();
    },
    vettingStatus: (node: ParseNode) => {
      qualification.vettingStatus = node.getStringValue();
    },
    vettingReason: (node: ParseNode) => {
      qualification.vettingReason = node.getStringValue();
    },
    vettingCreatedDate: (node: ParseNode) => {
      qualification.vettingCreatedDate = node.getDateValue();
    },
  });

const serialize = (writer: SerializationWriter, request: Partial<Qualification> | null | undefined = {}) =>
  writer.writeStringValue("qualification", request?.qualification);

/** Its generator is a program for .NET that npm does not bring, so this is written after its output, on its runtime. */
export const create: Create = (baseUrl, token) => {
  const authorization = new BaseBearerTokenAuthenticationProvider({
    getAuthorizationToken: async () => token,
    getAllowedHostsValidator: () => new AllowedHostsValidator(),
  });
  const adapter = new DefaultRequestAdapter(authorization);
  adapter.baseUrl = baseUrl;
  const requestOf = (method: HttpMethod, customerTenantId: string) => {
    const request = new RequestInformation(method, `{+baseurl}${path}`, { baseurl: baseUrl, customerTenantId });
    const { Authorization, ...headers } = headersOf(token);
    for (const [name, value] of Object.entries(headers)) request.headers.tryAdd(name, value);
    return request;
  };
  return {
    get: (id) => adapter.sendCollection<Qualification>(requestOf(HttpMethod.GET, id), createQualification, undefined),
    post: (id, body) => {
      const request = requestOf(HttpMethod.POST, id);
      request.setContentFromParsable(adapter, "application/json", body as Qualification, serialize);
      return adapter.send<Qualification>(request, createQualification, undefined);
    },
  };
};
