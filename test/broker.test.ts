/** Sharing the contract, with Pact's own tools, through a server that speaks the routes of a Pact Broker which they use. */
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, expect, test } from "vitest";
import { share } from "../contracts/broker.js";
import { documentedSandbox } from "../contracts/layers/provider.js";
import { contractFile } from "../contracts/pact.js";
import { runNode } from "../contracts/run-node.js";
import { serveSandbox } from "../src/sandbox/server.js";
import { blocks } from "./support.js";

type Answer = { status?: number; type?: string; body: object | string };
type Asked = { method: string | undefined; url: string; authorization: string | undefined; body: string };

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** A server on a free port; what it was asked is kept. */
async function listening(answer: (request: Asked) => Answer): Promise<{ url: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    const { method, url = "", headers } = request;
    const entry = { method, url, authorization: headers.authorization, body };
    asked.push(entry);
    const { status = 200, type = "application/hal+json", body: content } = answer(entry);
    response
      .writeHead(status, { "Content-Type": type })
      .end(typeof content === "string" ? content : JSON.stringify(content));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  open.push(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** A broker whose routes beside the index answer as told. */
function broker(routes: Record<string, Answer>): ReturnType<typeof listening> {
  return listening(({ url }) => {
    const route = routes[new URL(url, "http://broker").pathname];
    const index = { _links: { "pb:publish-contracts": { href: "/contracts/publish" } } };
    return route ?? (url === "/" ? { body: index } : { status: 404, body: {} });
  });
}

const matrix = (deployable: boolean, reason: string) => ({
  "/matrix": { body: { summary: { deployable, reason, success: 1, failed: 0, unknown: 0 }, matrix: [], notices: [] } },
});

const secret = "c2VjcmV0";
const environment = (url: string) => ({
  PACT_BROKER_BASE_URL: url,
  PACT_BROKER_TOKEN: secret,
  GIT_COMMIT: "f4956ce",
  GIT_BRANCH: "main",
  PACT_ENVIRONMENT: "production",
});

test("the contract is published as it stands, with its version, branch and token", async () => {
  const { url, asked } = await broker({ "/contracts/publish": { body: { notices: [], _embedded: {}, _links: {} } } });
  const { code, said } = await share("publish", environment(url));
  expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining("published successfully") });
  const [, published] = asked;
  expect(published).toMatchObject({ method: "POST", url: "/contracts/publish", authorization: `Bearer ${secret}` });
  const { branch, pacticipantVersionNumber, contracts } = JSON.parse(published?.body ?? "");
  expect([branch, pacticipantVersionNumber]).toEqual(["main", "f4956ce"]);
  const content = JSON.parse(Buffer.from(contracts[0].content, "base64").toString());
  expect(content).toMatchObject(JSON.parse(readFileSync(contractFile, "utf8")));
  expect(said).not.toContain(secret);
});

test("a token that is set and empty does not stand in for a user name", async () => {
  const { url, asked } = await broker(matrix(true, ""));
  await share("can-i-deploy", {
    ...environment(url),
    PACT_BROKER_TOKEN: "",
    PACT_BROKER_USERNAME: "me",
    PACT_BROKER_PASSWORD: "it",
  });
  await share("can-i-deploy", { ...environment(url), PACT_BROKER_TOKEN: "" });
  expect(asked.map(({ authorization }) => authorization)).toEqual([`Basic ${btoa("me:it")}`, undefined]);
});

test("who sets no version and no branch publishes those of the clone, once the contract is committed in it", async () => {
  const { url, asked } = await broker({ "/contracts/publish": { body: { notices: [], _embedded: {}, _links: {} } } });
  const folder = mkdtempSync(join(tmpdir(), "clone-"));
  const git = (...args: string[]) => execFileSync("git", ["-C", folder, ...args], { encoding: "utf8" }).trim();
  const publish = () =>
    runNode(
      ["--import", import.meta.resolve("tsx"), resolve("contracts/broker.ts"), "publish"],
      { PACT_BROKER_BASE_URL: url, GIT_COMMIT: "", GIT_BRANCH: "" },
      folder,
    );
  cpSync(contractFile, join(folder, contractFile));
  git("init", "--quiet", "--initial-branch", "trunk");
  expect(await publish()).toMatchObject({
    code: 2,
    stderr: `${contractFile} is not committed as it stands: commit it, or set GIT_COMMIT\n`,
  });
  expect(asked).toEqual([]);
  git("add", ".");
  git(
    "-c",
    "user.name=test",
    "-c",
    "user.email=test@contoso.example",
    "commit",
    "--quiet",
    "--message",
    "Add the contract",
  );
  expect((await publish()).code).toBe(0);
  const { branch, pacticipantVersionNumber } = JSON.parse(asked[1]?.body ?? "");
  expect([branch, pacticipantVersionNumber]).toEqual(["trunk", git("rev-parse", "HEAD")]);
});

test.each([
  [true, 0],
  [false, 1],
])("whether it can be deployed, %s, is asked for the version and the environment", async (deployable, expected) => {
  const { url, asked } = await broker(matrix(deployable, "as the broker says"));
  const { code, said } = await share("can-i-deploy", environment(url));
  expect(code).toBe(expected);
  const { searchParams } = new URL(asked[0]?.url ?? "", url);
  expect(Object.fromEntries(searchParams)).toMatchObject({
    ...{ "q[][pacticipant]": "partner-center-qualifications", "q[][version]": "f4956ce", environment: "production" },
  });
  expect(said).toMatch(deployable ? /Computer says yes/ : /Computer says no/);
});

test.each<[string, Record<string, Answer>, RegExp]>([
  [
    "refuses who asks",
    { "/": { status: 401, body: {} } },
    /^The broker at http:\S+ refuses who asks: look at PACT_BROKER_TOKEN/,
  ],
  ["is a page", { "/": { type: "text/html", body: "<html>" } }, /^What answers at http:\S+ is no Pact Broker/],
  [
    "is too old",
    { "/": { body: { _links: {} } } },
    /^What answers at http:\S+ is no Pact Broker of version 2\.87 or later/,
  ],
  [
    "has another contract for this version",
    {
      "/contracts/publish": {
        status: 409,
        body: { notices: [{ type: "error", text: "Cannot change the content" }], errors: {} },
      },
    },
    /^This version has another contract already/,
  ],
  [
    "fails",
    { "/": { status: 500, body: { error: { message: "out of order" } } } },
    /500 Internal Server Error[\s\S]*out of order/,
  ],
])("a broker that %s is told in a line", async (_, routes, line) => {
  const { url } = await broker(routes);
  const { code, said } = await share("publish", environment(url));
  expect([code, said]).toEqual([1, expect.stringMatching(line)]);
  expect(said).not.toContain(secret);
});

test("a broker that is not there is told in a line", async () => {
  const { url } = await broker({});
  for (const close of open.splice(0)) close();
  for (const command of ["publish", "can-i-deploy"]) {
    const { code, said } = await share(command, environment(url));
    expect([code, said]).toEqual([
      1,
      expect.stringMatching(/^No broker answers at http:\S+: look at PACT_BROKER_BASE_URL/),
    ]);
  }
});

test.each([
  [{ PACT_BROKER_BASE_URL: undefined }, "PACT_BROKER_BASE_URL is not set: such as https://contoso.pactflow.io"],
  [{ PACT_BROKER_BASE_URL: "contoso.pactflow.io" }, "PACT_BROKER_BASE_URL is no http or https URL"],
  [{ PACT_BROKER_BASE_URL: "file:///etc" }, "PACT_BROKER_BASE_URL is no http or https URL"],
  [{ PACT_BROKER_BASE_URL: `https://me:${secret}@contoso.example` }, "PACT_BROKER_BASE_URL holds who asks"],
  [
    { PACT_BROKER_USERNAME: "me", PACT_BROKER_PASSWORD: secret },
    "PACT_BROKER_TOKEN and PACT_BROKER_USERNAME are both set",
  ],
  [{ PACT_BROKER_TOKEN: "", PACT_BROKER_USERNAME: "me" }, "PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD go together"],
  [
    { PACT_BROKER_BASE_URL: `https://contoso.example/?token=${secret}` },
    "PACT_BROKER_BASE_URL holds a query or a fragment",
  ],
  [{ PACT_BROKER_TOKEN: `${secret}\n` }, "PACT_BROKER_TOKEN is not one word"],
  [{ GIT_COMMIT: "--help" }, "GIT_COMMIT is not one word"],
  [{ GIT_COMMIT: "two words" }, "GIT_COMMIT is not one word"],
  [{ PACT_ENVIRONMENT: "" }, "PACT_ENVIRONMENT is not set: such as production"],
])("%j is told before anything is sent", async (change, message) => {
  const { url, asked } = await broker({});
  const failure = await share("can-i-deploy", { ...environment(url), ...change }).catch((error: Error) => error);
  expect(failure).toMatchObject({ message: expect.stringContaining(message) });
  expect(String(failure)).not.toContain(secret);
  expect(asked).toEqual([]);
});

test("any Pact tool verifies another provider with the command of the README", async () => {
  const [command = ""] = blocks("sh").filter((block) => /pact-verifier/.test(block));
  const sandbox = documentedSandbox();
  const { url, close } = await serveSandbox({ sandbox });
  const states = await listening(({ body }) => {
    const { state, params } = JSON.parse(body);
    sandbox.setState(state, params.customerId);
    return { body: {} };
  });
  try {
    const args = command
      .replaceAll("\\\n", " ")
      .replace("node_modules/partner-center-qualifications/", "")
      .replace(/http:\S+/, states.url)
      .replace("8080", new URL(url).port);
    const [npx, from, tool, ...rest] = args.trim().split(/\s+/);
    expect([npx, from, tool]).toEqual(["npx", "--package=@pact-foundation/pact-cli", "pact-verifier"]);
    const { code, stdout, stderr } = await runNode([
      resolve("node_modules/@pact-foundation/pact-cli/bin/pact-verifier.js"),
      ...rest,
    ]);
    expect({ code, said: stdout + stderr }).toMatchObject({ code: 0 });
    const { interactions } = JSON.parse(readFileSync(contractFile, "utf8"));
    expect(states.asked).toHaveLength(interactions.length);
  } finally {
    await close();
  }
});
