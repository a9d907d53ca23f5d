/** One way to make the two calls: what it takes, and what of it is kept. */
export interface Contender {
  get(customerId: string, signal?: AbortSignal): Promise<unknown>;
  post(customerId: string, body: object): Promise<unknown>;
}

/** Each file in `contenders/` exports one: a client for an address and a token. */
export type Create = (baseUrl: string, token: string) => Contender;

/** What all of them send: the token and two ids. */
export function headersOf(token: string): Record<string, string> {
  return {
    Accept: "application/json",
    Authorization: `Bearer ${token}`,
    "MS-RequestId": crypto.randomUUID(),
    "MS-CorrelationId": crypto.randomUUID(),
  };
}

export const path = "/v1/customers/{customerTenantId}/qualifications";

export const urlOf = (baseUrl: string, customerId: string) => baseUrl + path.replace("{customerTenantId}", customerId);
