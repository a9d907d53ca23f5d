import { tokens } from "../../src/sandbox/index.js";
import { verifyInteractions } from "../../src/verify/verify.js";
import { type Check, documentedTime, served } from "../context.js";
import { failed, passed } from "../finding.js";
import { documented } from "../generate/interaction-table.js";
import { checkedExamples } from "../interactions.js";
import { runPactVerifier } from "../verifier.js";

const advice = "correct src/sandbox/, or the example";

/**
 * The sandbox, served over HTTP, responds to every interaction as documented: by Pact's verifier, and by `verify`, which
 * compares whole responses.
 */
export const provider: Check = async ({ examples, interactions, pact, sandbox: create }) =>
  served(create({ now: documentedTime }), async (baseUrl) => {
    const names = new Set<string>();
    const reasons = new Set<string>();
    const recording: typeof fetch = async (...request) => {
      const response = await fetch(...request);
      for (const name of response.headers.keys()) names.add(name);
      if (response.status === 500) reasons.add((await response.clone().json()).description);
      return response;
    };
    const stateChangeUrl = `${baseUrl}/provider-states`;
    const options = { baseUrl, token: tokens.appAndUser, stateChangeUrl, allowWrites: true, exact: true };
    const { rows } = documented(interactions, examples);
    const { ran, findings } = await verifyInteractions({ ...options, fetch: recording }, rows);
    const verified = interactions.filter(({ operation, response }) => ran.includes(`${operation} ${response}`));
    const ids = new Set(verified.flatMap(checkedExamples));
    const described = examples.flatMap(({ headers }) => Object.keys(headers)).map((name) => name.toLowerCase());
    const undescribed = [...names].filter((name) => !described.includes(name) && !plain.includes(name));
    const used = new Set(interactions.map(({ state }) => state));
    const unused = create().customers.filter(({ state }) => !used.has(state));
    return [
      ...[...reasons]
        .filter((reason) => reason.startsWith("The sandbox failed"))
        .map((reason) => failed(`${reason}: correct src/sandbox/`)),
      ...(await runPactVerifier(pact, create({ now: documentedTime }))),
      ...findings.map(({ check, message, ...finding }) => failed(`${message}: ${advice}`, finding)),
      ...undescribed.map((name) =>
        failed(`openapi.yaml does not describe the header ${name}: add it, or remove it from src/sandbox/`),
      ),
      ...examples.map(({ id }) =>
        ids.has(id) ? passed(id) : failed("there is no interaction to verify: see what `pact` says", { id }),
      ),
      ...unused.map(({ state }) =>
        failed(
          `no interaction is in the state "${state}": use it in contracts/interactions.ts, or remove it from src/sandbox/cases.ts`,
        ),
      ),
    ];
  });

/** The headers of HTTP itself need no description. */
const plain = ["connection", "content-length", "content-type", "date", "keep-alive", "server", "transfer-encoding"];
