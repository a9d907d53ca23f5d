/** The code samples of the HTTP reference: each sends the documented request. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { examplesOf } from "../contracts/examples.js";
import { Description, type JsonObject } from "../contracts/generate/description.js";
import { languages, sampled, sampleOf } from "../docs/reference.js";
import { createSandbox } from "../src/sandbox/index.js";
import { serveSandbox } from "../src/sandbox/server.js";
import { compileBlocks, outputsOf } from "./blocks.js";
import { customerId, requestId } from "./support.js";

const description = new Description("openapi.yaml");
const operations = description.operations();
const body = examplesOf(description).find(({ id }) => id === `createQualification request ${sampled}`)?.value;
const host = "https://api.partnercenter.microsoft.com";

const requests: { method: string; path: string; headers: Headers; body: unknown }[] = [];
const sandbox = createSandbox({ customers: { [customerId]: { qualifications: [] } } });
let server: Awaited<ReturnType<typeof serveSandbox>>;

beforeAll(async () => {
  vi.stubEnv("PARTNER_CENTER_TOKEN", "sandbox-app-and-user");
  vi.stubEnv("REQUEST_ID", requestId);
  const fetch: typeof sandbox.fetch = async (input, init) => {
    const request = new Request(input as Request, init as RequestInit);
    const text = await request.clone().text();
    const { method, url, headers } = request;
    requests.push({ method, path: new URL(url).pathname, headers, body: text === "" ? undefined : JSON.parse(text) });
    return sandbox.fetch(request);
  };
  server = await serveSandbox({ sandbox: { fetch } });
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

/** What a sample prints when it calls the sandbox, and nothing else is changed in it. */
const run = {
  ts: async (code: string) => (await outputsOf([code]))[0] ?? "",
  sh: async (code: string) =>
    (await promisify(execFile)("sh", ["-c", code.replaceAll("curl ", "curl --silent --fail "), "sh"])).stdout,
};

const pathOf = (path: string) => path.replace("{customerTenantId}", customerId);

const runnable = operations.flatMap(({ id }) => (["ts", "sh"] as const).map((extension) => [id, extension] as const));
const outputs: Record<string, string> = {
  getQualifications: "[]",
  createQualification: "InReview",
  getValidationCodes: "123456",
};

test.for(runnable)(
  "the sample %s.%s gets a response of the sandbox to the documented request",
  async ([id, extension]) => {
    const operation = operations.find((candidate) => candidate.id === id);
    if (!operation) throw new Error(`there is no ${id}`);
    sandbox.reset();
    requests.length = 0;
    const code = sampleOf(id, extension);
    expect(code).toContain(host);
    const printed = await run[extension](code.replaceAll(host, server.url));
    expect(printed).toContain(outputs[id]);
    expect(requests).toMatchObject([{ method: operation.method, path: pathOf(operation.path) }]);
    const [request] = requests;
    expect(request?.headers.get("authorization")).toBe("Bearer sandbox-app-and-user");
    expect(request?.headers.get("accept")).toBe("application/json");
    expect(request?.body).toEqual(operation.requestBody ? body : undefined);
    if (operation.requestBody) {
      expect(request?.headers.get("content-type")).toBe("application/json");
      expect(request?.headers.get("ms-requestid")).toMatch(extension === "sh" ? requestId : /^[\da-f-]{36}$/);
    }
  },
);

test("the TypeScript samples compile", async () => {
  expect(await compileBlocks({ samples: operations.map(({ id }) => sampleOf(id, "ts")) })).toBe("");
});

test("the samples that are not run say so, and have method, address, headers and body of the operation", () => {
  const calls = { cs: (name: string) => `HttpMethod.${name}`, py: (name: string) => `requests.${name.toLowerCase()}(` };
  for (const { id, method, path, requestBody } of operations) {
    for (const { extension, label } of languages) {
      if (extension === "ts" || extension === "sh") continue;
      const code = sampleOf(id, extension);
      expect(code, id).toMatch(/^(\/\/|#) Not run: /);
      expect(label).toContain("not run");
      const name = `${method[0]}${method.slice(1).toLowerCase()}`;
      const parts = [calls[extension](name), `"${host}${pathOf(path)}"`, "Authorization", "Bearer"];
      for (const part of [...parts, "Accept", "application/json"]) expect(code, `${id}.${extension}`).toContain(part);
      if (!requestBody) continue;
      expect(code).toContain("MS-RequestId");
      for (const [key, value] of Object.entries(body as JsonObject)) {
        expect(code).toMatch(new RegExp(`\\b${key}"?( =|:) "${value}"`));
      }
    }
  }
});
