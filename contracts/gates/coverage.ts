import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Pact, PactInteraction } from "../pact.js";
import { redocly } from "../redocly.js";
import type { Problem } from "../report.js";

/** What no interaction exercises, and why that is well. */
const exceptions: Record<string, string> = {
  "parameter X-Locale": "the client does not send it: no answer shown anywhere depends on it",
};

interface Counted {
  covered: number;
  total: number;
}

interface Coverage {
  totals: Record<"operations" | "parameters" | "responses", Counted>;
  operations: { operationId: string; missing: { kind: string; name?: string; status?: string }[] }[];
}

/**
 * The contract, as recorded traffic, exercises every operation, parameter and status of the description, and redocly,
 * which judges it independently of us, finds nothing in it that the description does not say.
 */
export async function checkCoverage(api: string, pact: Pact): Promise<{ figure: string; problems: Problem[] }> {
  const folder = mkdtempSync(join(tmpdir(), "coverage-"));
  try {
    const [traffic = "", report = "", coverage = ""] = ["contract.har", "drift.json", "coverage.json"].map((name) =>
      join(folder, name),
    );
    writeFileSync(traffic, JSON.stringify(asTraffic(pact)));
    const output = ["--format", "json", "--output", report, "--coverage", "--coverage-output", coverage];
    const { stderr } = await redocly("drift", traffic, "--api", api, "--config", "contracts/redocly.yaml", ...output);
    try {
      const { totals, operations } = JSON.parse(readFileSync(coverage, "utf8")) as Coverage;
      const { problems } = JSON.parse(readFileSync(report, "utf8")) as { problems: unknown[] };
      const found = problems.map((got) => ({ message: "redocly finds in the contract what is not described", got }));
      const figure = Object.entries(totals)
        .filter(([kind]) => kind !== "properties")
        .map(([kind, { covered, total }]) => `${covered} of ${total} ${kind}`);
      return { figure: figure.join(", "), problems: [...found, ...operations.flatMap(missingIn)] };
    } catch {
      return { figure: "", problems: [{ message: `redocly drift gave no result:\n${stderr}` }] };
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Properties are left out: each error may have any of the published shapes. */
function missingIn({ operationId, missing }: Coverage["operations"][number]): Problem[] {
  return missing
    .filter(({ kind }) => kind !== "property")
    .map(({ kind, name, status }) => `${kind} ${name ?? status ?? ""}`.trim())
    .filter((what) => !(what in exceptions))
    .map((what) => ({ message: `no interaction exercises the ${what} of ${operationId}` }));
}

/** As an HTTP archive. */
function asTraffic({ interactions }: Pact): object {
  const fixed = { httpVersion: "HTTP/1.1", cookies: [], headersSize: -1, bodySize: -1 };
  const listed = (headers: PactInteraction["request"]["headers"]) =>
    Object.entries(headers).flatMap(([name, values]) => values.map((value) => ({ name, value })));
  const content = (body: { content: unknown } | undefined) => ({
    mimeType: "application/json",
    text: JSON.stringify(body?.content),
  });
  const entries = interactions.map(({ request, response }) => ({
    ...{ startedDateTime: "2020-01-01T00:00:00Z", time: 1, cache: {}, timings: { send: 0, wait: 1, receive: 0 } },
    request: {
      ...{ ...fixed, method: request.method, url: `https://api.partnercenter.microsoft.com${request.path}` },
      ...{ headers: listed(request.headers), queryString: [] },
      ...(request.body ? { postData: content(request.body) } : {}),
    },
    response: {
      ...{ ...fixed, status: response.status, statusText: "", redirectURL: "", headers: listed(response.headers) },
      content: { size: 0, ...content(response.body) },
    },
  }));
  return { log: { version: "1.2", creator: { name: "contract", version: "1" }, entries } };
}
