import { type Create, headersOf, urlOf } from "../contender.js";

/** The floor with a time limit for the whole response, as it is usually written. What it costs is the AbortSignal. */
export const create: Create = (baseUrl, token) => {
  const send = async (customerId: string, init: RequestInit) => {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), 30_000);
    try {
      const response = await fetch(urlOf(baseUrl, customerId), { ...init, signal: controller.signal });
      return JSON.parse(await response.text());
    } finally {
      clearTimeout(timer);
    }
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
