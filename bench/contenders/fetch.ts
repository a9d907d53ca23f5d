import { type Create, headersOf, urlOf } from "../contender.js";

/** The floor: no validation, no look at the status. */
export const create: Create = (baseUrl, token) => {
  const send = async (customerId: string, init: RequestInit) => {
    const response = await fetch(urlOf(baseUrl, customerId), init);
    return JSON.parse(await response.text());
  };
  return {
    get: (customerId) => send(customerId, { headers: headersOf(token) }),
    post: (customerId, body) =>
      send(customerId, {
        method: "POST",
        headers: { ...headersOf(token), "Content-Type": "application/json" },
        body: JSON.stringify(body),
      }),
  };
};
