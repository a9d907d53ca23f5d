import type { OperationId } from "../generated/operations.js";
import type { CallOptions, Client, CreateQualificationRequest, Reply } from "../src/index.js";

/** Calls one operation by its id, with the client's own method: the one place that tells them apart. */
export const call: Record<
  OperationId,
  (client: Client, customerId: string, request: unknown, options?: CallOptions) => Promise<Reply<unknown>>
> = {
  getQualifications: (client, customerId, _, options) => client.getQualifications(customerId, options),
  createQualification: (client, customerId, request, options) =>
    client.createQualification(customerId, request as CreateQualificationRequest, options),
  getValidationCodes: (client, _, __, options) => client.getValidationCodes(options),
};
