/**
 * Shares the contract through a Pact Broker, with Pact's own tool. What it needs comes in the environment, and is checked
 * before anything is sent:
 *
 *     npm run contract:publish          PACT_BROKER_BASE_URL, GIT_COMMIT, GIT_BRANCH
 *     npm run contract:can-i-deploy     PACT_BROKER_BASE_URL, GIT_COMMIT, PACT_ENVIRONMENT
 *
 * and, where the broker asks for it, PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.
 */
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { consumer, contractFile } from "./pact.js";
import { runNode } from "./run-node.js";

const tool = createRequire(import.meta.url).resolve("@pact-foundation/pact-cli/bin/pact.js");

type Environment = Record<string, string | undefined>;

/** What each command tells Pact's tool. */
const commands: Record<string, (environment: Environment) => string[]> = {
  publish: (environment) => [
    ...["publish", contractFile, "--consumer-app-version", commit(environment)],
    ...["--branch", word(environment, "GIT_BRANCH", "the branch", () => git("branch", "--show-current"))],
  ],
  "can-i-deploy": (environment) => [
    ...["can-i-deploy", "--pacticipant", consumer, "--version", commit(environment)],
    ...["--to-environment", word(environment, "PACT_ENVIRONMENT", "such as production, as the broker knows it")],
  ],
};

/** Something is missing in the environment, or wrong in it: nothing was sent. */
export class EnvironmentError extends Error {}

/**
 * Runs a command of Pact's tool, and says in front of what it prints what can be done where it fails.
 *
 * @throws EnvironmentError before anything is sent
 */
export async function share(name: string, environment: Environment): Promise<{ code: number; said: string }> {
  const command = commands[name];
  if (!command) throw new EnvironmentError(`"${name}" is none of ${Object.keys(commands).join(", ")}`);
  const broker = brokerUrl(environment);
  checkCredentials(environment);
  // Without a limit, Pact's tool asks a broker that is absent again and again for minutes.
  const args = [tool, "broker", ...command(environment), "--retries", "1"];
  // What is set and empty, as a secret of CI that is not there, would be sent as an empty token.
  const given = Object.entries(environment).map(([variable, value]) => [variable, value || undefined]);
  const { code, stdout, stderr } = await runNode(args, Object.fromEntries(given));
  const said = `${stdout}${stderr}`.trim();
  return { code: code ?? 1, said: code === 0 ? said : advice(said, broker) + said };
}

function brokerUrl(environment: Environment): string {
  const text = word(environment, "PACT_BROKER_BASE_URL", "such as https://contoso.pactflow.io");
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new EnvironmentError("PACT_BROKER_BASE_URL is no http or https URL");
  if (url.username || url.password) {
    throw new EnvironmentError("PACT_BROKER_BASE_URL holds who asks: PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD do");
  }
  if (url.search || url.hash)
    throw new EnvironmentError("PACT_BROKER_BASE_URL holds a query or a fragment: only the address");
  return url.href;
}

function checkCredentials(environment: Environment): void {
  const { PACT_BROKER_TOKEN: token, PACT_BROKER_USERNAME: username, PACT_BROKER_PASSWORD: password } = environment;
  if (token && (username || password)) {
    throw new EnvironmentError("PACT_BROKER_TOKEN and PACT_BROKER_USERNAME are both set: the broker takes one of them");
  }
  if (Boolean(username) !== Boolean(password)) {
    throw new EnvironmentError("PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD go together: one is not set");
  }
  for (const name of ["PACT_BROKER_TOKEN", "PACT_BROKER_USERNAME", "PACT_BROKER_PASSWORD"]) {
    if (environment[name]) word(environment, name, "");
  }
}

/** The version: the commit that holds the contract as it is published. */
function commit(environment: Environment): string {
  return word(environment, "GIT_COMMIT", "the version of this consumer", () => {
    if (git("status", "--porcelain", "--", contractFile)) {
      throw new EnvironmentError(`${contractFile} is not committed as it stands: commit it, or set GIT_COMMIT`);
    }
    return git("rev-parse", "HEAD");
  });
}

/** A variable that is one word, or what is known where it is not set. */
function word(environment: Environment, name: string, meaning: string, known = () => ""): string {
  const value = environment[name] || known();
  if (!value) throw new EnvironmentError(`${name} is not set: ${meaning}`);
  if (/^-|[\s\p{Cc}]/u.test(value)) throw new EnvironmentError(`${name} is not one word`);
  return value;
}

/** What git says; nothing where there is no git. */
function git(...args: string[]): string {
  try {
    return execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return "";
  }
}

/** What can be done, where it is known. */
function advice(said: string, broker: string): string {
  const known: [RegExp, string][] = [
    [
      /failed: 40[13] /,
      `The broker at ${broker} refuses who asks: look at PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.`,
    ],
    [/Failed to access/, `No broker answers at ${broker}: look at PACT_BROKER_BASE_URL and the network.`],
    [
      /valid HAL|Could not find relation|404 Not Found/,
      `What answers at ${broker} is no Pact Broker of version 2.87 or later.`,
    ],
    [/Cannot change the content/, "This version has another contract already: publish a change under its own commit."],
  ];
  const [, text] = known.find(([pattern]) => pattern.test(said)) ?? [];
  return text ? `${text}\n` : "";
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { code, said } = await share(process.argv[2] ?? "", process.env);
    (code === 0 ? console.log : console.error)(said);
    process.exitCode = code;
  } catch (failure) {
    console.error((failure as Error).message);
    process.exitCode = failure instanceof EnvironmentError ? 2 : 1;
  }
}
