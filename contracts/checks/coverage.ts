import { existsSync, writeFileSync } from "node:fs";
import type { Check } from "../context.js";
import { readJson } from "../files.js";
import { type CheckResult, failed, summary } from "../finding.js";
import type { Pact } from "../pact-file.js";
import { inFolder, redocly } from "../process.js";

/** What no interaction exercises, and why that is accepted. */
const exceptions: Record<string, string> = {
  "parameter X-Locale": "the client does not send it: no documented response depends on it",
};

interface Coverage {
  totals: Record<"operations" | "parameters" | "responses", { covered: number; total: number }>;
  operations: { operationId: string; missing: { kind: string; name?: string; status?: string }[] }[];
}

/** The contract, as recorded traffic, exercises every operation, parameter and status, and redocly accepts it. */
export const coverage: Check = async ({ description, pact }) =>
  inFolder(async (file) => {
    writeFileSync(file("contract.har"), JSON.stringify(asTraffic(pact)));
    const output = ["--format", "json", "--output", file("drift.json"), "--coverage"];
    const counted = ["--coverage-output", file("coverage.json")];
    const { stderr } = await redocly("drift", file("contract.har"), "--api", description.file, ...output, ...counted);
    if (!existsSync(file("coverage.json"))) return [failed(`redocly drift gave no result:\n${stderr}`)];
    const { totals, operations } = readJson<Coverage>(file("coverage.json"));
    const { problems } = readJson<{ problems: unknown[] }>(file("drift.json"));
    // Properties are left out: an error may have any of the documented formats.
    const counts = Object.entries(totals).filter(([kind]) => kind !== "properties");
    return [
      summary(counts.map(([kind, { covered, total }]) => `${covered} of ${total} ${kind}`).join(", ")),
      ...problems.map((got) => failed("redocly finds something undescribed in the contract", { got })),
      ...operations.flatMap(missingIn),
    ];
  });

function missingIn({ operationId, missing }: Coverage["operations"][number]): CheckResult[] {
  return missing
    .filter(({ kind }) => kind !== "property")
    .map(({ kind, name, status }) => `${kind} ${name ?? status ?? ""}`.trim())
    .filter((what) => !(what in exceptions))
    .map((what) =>
      failed(`no interaction exercises the ${what} of ${operationId}: add one to contracts/interactions.ts`),
    );
}

/** As an HTTP archive. */
function asTraffic({ interactions }: Pact): object {
  const fixed = { httpVersion: "HTTP/1.1", cookies: [], headersSize: -1, bodySize: -1 };
  const listed = (headers: Record<string, string[]> = {}) =>
    Object.entries(headers).flatMap(([name, values]) => values.map((value) => ({ name, value })));
  const content = (body: { content: unknown } | undefined) =>
    body ? { mimeType: "application/json", text: JSON.stringify(body.content) } : {};
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
