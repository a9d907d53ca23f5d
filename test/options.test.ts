import { expect, test } from "vitest";
import { createClient, InvalidRequestError } from "../src/index.js";
import type { ClientOptions } from "../src/options.js";
import { failureOf } from "./support.js";

test.each([
  "https://host.example/v1/proxy",
  "https://host.example/%ff",
  "http://127.10.20.30:4010",
  "http://localhost",
  "http://[::1]:80",
])("accepts %s as the base URL", (baseUrl) => {
  expect(createClient({ token: "any", baseUrl })).toBeTypeOf("object");
});

test.each<[string, object, string?]>([
  ["/baseUrl", { baseUrl: "http://api.partnercenter.microsoft.com" }],
  ["/baseUrl", { baseUrl: "http://127.0.0.1.example.com" }],
  ["/baseUrl", { baseUrl: "ftp://127.0.0.1" }, "must begin with https://, or with http:// and a loopback address"],
  ["/baseUrl", { baseUrl: "https://host.example/?code=canary" }, "must be ASCII, without a user name, password, query"],
  ["/baseUrl", { baseUrl: "https://host.example/{canary}" }],
  ["/baseUrl", { baseUrl: "canary" }],
  ["/baseUrl", { baseUrl: "https://canary.example/a\n" }],
  ["/baseUrl", { baseUrl: new URL("https://canary.example") }, "must be a string"],
  ["/application", { application: { canary: 1 } }, "must be printable ASCII, and not empty"],
  ["/token", { token: "canary\r\nX: y" }],
  ["/token", { token: undefined }],
  ["/token", { token: Promise.resolve("canary") }, "must be a string, a function or a TokenCredential"],
  ["/timeout", { timeout: 0 }, "must be a number from 1 to 2147483647"],
  ["/timeout", { timeout: 2 ** 31 }],
  ["/deadline", { deadline: Number.POSITIVE_INFINITY }, "must be a number from 1 to"],
  ["/maxResponseSize", { maxResponseSize: "1000" }, "must be a number from 1 to"],
  ["/retry/maxDelay", { retry: { maxDelay: -1 } }, "must be a number from 0 to Infinity"],
  ["/retry/limit", { retry: { limit: -1 } }],
  ["/retry/limit", { retry: { limit: 1.5 } }, "must be a whole number, or Infinity"],
  ["/retry/throttled", { retry: { throttled: 1 } }, "must be true or false"],
  ["/scope", { scope: "two words" }, "must be printable ASCII without spaces"],
  ["/baseUrl", { baseUrl: "https://canary.example/proxy/v1/" }, "must end before /v1: the client adds the path"],
  ["/baseUrl", { baseUrl: "https://canary.example/v1/customers" }, "must end before /v1: the client adds the path"],
  ["/retry/baseDelay", { retry: { baseDelay: "canary" } }],
  ["/retry", { retry: "canary" }, "must be false or an object"],
  ["/baseUrl", { baseUrl: "http://canary.localhost" }],
  ["/baseUrl", { baseUrl: "https://canary@host.example" }],
  ["/retry/retries", { retry: { retries: 9 } }],
  ["/timeOut", { timeOut: "canary" }, "unknown option; expected one of token, fetch, "],
  ["/application", { application: "canary\r\nX: y" }],
  ["/onInvalidResponse", { onInvalidResponse: "canary" }, 'must be "throw" or "report"'],
  ["/onEvent", { onEvent: "canary" }, "must be a function"],
  ["/fetch", { fetch: "canary" }, "must be a function"],
])("refuses a wrong %s: %j", async (pointer, wrong, message = "") => {
  const error = await failureOf((async () => createClient({ token: "any", ...wrong } as ClientOptions))());
  expect(error).toBeInstanceOf(InvalidRequestError);
  expect(error).toMatchObject({ code: "invalid_request", issues: [{ pointer }], attempts: 0 });
  expect(error.message).toContain(`${pointer} ${message}`);
  expect(error.message).not.toContain("canary");
});

test("names every option that is wrong", () => {
  const both = /\/token must be a non-empty string; .*\/timeout must be a number from 1/;
  expect(() => createClient({ token: "", timeout: -1 })).toThrow(both);
});
