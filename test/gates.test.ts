/**
 * Each gate is fed the defect it is there for, and must turn red, on the right row. That they are green without one is
 * what `contract.test.ts` shows.
 */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { canonical, createPact, playInteraction, sent } from "../contracts/consumer.js";
import { type Example, examplesOf } from "../contracts/examples.js";
import { Description } from "../contracts/generate/description.js";
import { customerOf, type Interaction, interactions, nameOf } from "../contracts/interactions.js";
import { checkClient } from "../contracts/layers/client.js";
import { type ConsumerTest, checkContract } from "../contracts/layers/contract.js";
import { checkDescription } from "../contracts/layers/description.js";
import { checkProvider, checkSandbox, documentedSandbox } from "../contracts/layers/provider.js";
import { checkTypes } from "../contracts/layers/types.js";
import { checkValidators } from "../contracts/layers/validators.js";
import { assemble, print, readPact } from "../contracts/matrix.js";
import type { Pact } from "../contracts/pact.js";
import type { Report } from "../contracts/report.js";
import { createClient } from "../src/index.js";
import { serveSandbox } from "../src/sandbox/server.js";
import { customerId, failureOf } from "./support.js";

const source = readFileSync("openapi.yaml", "utf8");
const description = new Description("openapi.yaml");
const examples = examplesOf(description);
const pact = readPact();
const passing: ConsumerTest[] = interactions.map((interaction) => ({ title: nameOf(interaction), failure: undefined }));

/** A copy of the description, on disk, with some things changed. */
function planted(...changes: [from: string, to: string][]): Description {
  const text = changes.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`openapi.yaml does not hold ${from}`);
    return before.replace(from, to);
  }, source);
  const file = join(mkdtempSync(join(tmpdir(), "planted-")), "openapi.yaml");
  writeFileSync(file, text);
  return new Description(file);
}

function changedPact(change: (pact: Pact) => void): Pact {
  const copy = structuredClone(pact);
  change(copy);
  return copy;
}

/** The rows that failed, and what was said of no single row. */
function red(report: Report): { rows: string[]; said: string } {
  const rows = [...report.checked].filter(([, problems]) => problems.length > 0);
  const problems = [...rows.flatMap(([, problem]) => problem), ...report.general];
  return { rows: rows.map(([id]) => id), said: problems.map(({ message }) => message).join("\n") };
}

const nothing = { rows: [], said: "" };
const approved = "getQualifications 200 Approved";
const inReview = '"vettingStatus": "InReview", "vettingCreatedDate"';

describe("a documented example changed in one field", () => {
  const changed = planted([inReview, inReview.replace("InReview", "Denied")]);
  const row = "getQualifications 200 InReview";

  test("is seen by the contract, which holds the old one", async () => {
    const { rows, said } = red(await checkContract(changed, examplesOf(changed), pact, passing));
    expect(rows).toEqual([row]);
    expect(said).toContain("the interaction holds another body than is documented");
  });

  test("is seen by the provider, which answers the old one, and printed with what was expected and what came", async () => {
    const report = await checkSandbox(examplesOf(changed), pact);
    expect(red(report).rows).toEqual([row]);
    const text = print(assemble(examplesOf(changed), { provider: report }));
    expect(text).toMatch(/^getQualifications 200 InReview +FAILED$/m);
    expect(text).toMatch(/^getQualifications 200 InReview, provider\n {2}the body is not what is documented$/m);
    expect(text).toMatch(/^ {2}expected .*vettingStatus: 'Denied'/ms);
    expect(text).toMatch(/^ {2}got .*vettingStatus: 'InReview'/ms);
    expect(text).toMatch(new RegExp(`^${examples.length - 1} passed, 1 failed$`, "m"));
  });
});

describe("the description", () => {
  test("without a value of an enumeration contradicts its example", async () => {
    const changed = planted(["enum: [InReview, Approved, Denied]", "enum: [InReview, Approved]"]);
    const { rows, said } = red(await checkDescription(changed, examplesOf(changed)));
    expect(rows).toEqual(["getQualifications 200 Denied"]);
    expect(said).toMatch(/error of no-invalid-media-type-examples, .*openapi\.yaml:\d+ at #\/paths/);
  });

  test("with an example that is no JSON, and one that says no source, is red", async () => {
    const changed = planted(
      ['"vettingStatus": "Approved" }]', '"vettingStatus": "Approved", }]'],
      ["Source: *Partner Center API throttling guidance*", "From *Partner Center API throttling guidance*"],
    );
    const { rows } = red(await checkDescription(changed, examplesOf(changed)));
    const throttled = ["getQualifications", "createQualification", "getValidationCodes"].map(
      (id) => `${id} 429 RateLimited`,
    );
    expect(rows).toEqual([approved, ...throttled]);
  });

  test("with what only lint sees is red, on no row", async () => {
    const changed = planted(
      ["  schemas:\n", "  schemas:\n    Unused: { type: string, description: Nobody refers to it. }\n"],
      ["      operationId: getQualifications\n", ""],
    );
    const { rows, said } = red(await checkDescription(changed, examples));
    expect(rows).toEqual([]);
    expect(said).toContain("no-unused-components");
    expect(said).toContain("operation-operationId");
  });
});

describe("an example that the description does not allow", () => {
  const wrong = examples.map(
    (example): Example => (example.id === approved ? { ...example, value: [{ qualification: "Education" }] } : example),
  );

  test("has not the generated type", async () => {
    const { rows, said } = red(await checkTypes(wrong));
    expect(rows).toEqual([approved]);
    expect(said).toContain("vettingStatus");
  });

  test("is refused by the validators", () => {
    expect(red(checkValidators(examples))).toEqual(nothing);
    const { rows, said } = red(checkValidators(wrong));
    expect(rows).toEqual([approved]);
    expect(said).toContain("the strict validator at /0: must have required property 'vettingStatus'");
  });

  test("is refused by the client", async () => {
    expect(red(await checkClient(examples, customerId))).toEqual(nothing);
    expect(red(await checkClient(wrong, customerId)).rows).toEqual([approved]);
  });
});

describe("the contract", () => {
  const check = (changed: Pact, tests = passing) => checkContract(description, examples, changed, tests).then(red);

  test("is as it should be", async () => expect(await check(pact)).toEqual(nothing));

  test("with an interaction dropped has a hole", async () => {
    const dropped = changedPact(({ interactions }) => {
      interactions.splice(
        interactions.findIndex((interaction) => interaction.description.endsWith("200 Approved")),
        1,
      );
    });
    const { rows, said } = await check(dropped);
    expect(rows).toEqual([approved]);
    expect(said).toContain("no interaction of the contract refers to it");
  });

  test("that lacks a row leaves a hole with the provider", async () => {
    const only = changedPact((changed) => changed.interactions.splice(1));
    const { rows } = assemble(examples, { provider: await checkSandbox(examples, only) });
    expect(rows.filter(({ cells }) => cells[0]?.result === "failed")).toHaveLength(examples.length - 2);
    const hole = rows.find(({ example }) => example === approved)?.cells[0];
    expect(hole).toMatchObject({ result: "failed", problems: [{ message: "was not checked" }] });
  });

  test("with an interaction of no example has a hole", async () => {
    const renamed = changedPact(({ interactions: [first] }) => {
      if (first) first.comments = { references: { "openapi.yaml": { "createQualification 201 Charity": "" } } };
    });
    expect((await check(renamed)).rows).toContain("createQualification 201 Charity");
    const bare = changedPact(({ interactions: [first] }) => delete first?.comments);
    expect((await check(bare)).said).toContain("refers to no documented example");
  });

  test.each<[string, (interaction: Pact["interactions"][number]) => void, string]>([
    ["pending", (interaction) => Object.assign(interaction, { pending: true }), "is pending"],
    [
      "without a state",
      (interaction) => Object.assign(interaction, { providerStates: [] }),
      "exactly one provider state",
    ],
    [
      "with a real token",
      ({ request }) => Object.assign(request.headers, { Authorization: ["Bearer eyJ0"] }),
      "another token than the placeholder",
    ],
    ["of another status", ({ response }) => Object.assign(response, { status: 200 }), "has another status"],
    [
      "with a header nobody described",
      ({ response }) => Object.assign(response.headers, { "X-Other": ["1"] }),
      "disagree",
    ],
    ["renamed by hand", (interaction) => Object.assign(interaction, { description: "another" }), "it is stale"],
  ])("with an interaction %s is red", async (_, change, message) => {
    const changed = changedPact(({ interactions: [first] }) => first && change(first));
    expect((await check(changed)).said).toContain(message);
  });

  test("is red when a consumer test failed, and when none ran", async () => {
    const failing = passing.map((played) =>
      played.title.endsWith("200 Approved") ? { ...played, failure: "no" } : played,
    );
    expect(await check(pact, failing)).toMatchObject({ rows: [approved] });
    const stale = [
      ...passing,
      { title: "the committed contract is what these tests wrote", failure: "Snapshot mismatched" },
    ];
    expect((await check(pact, stale)).said).toContain("Snapshot mismatched");
    expect((await check(pact, [])).said).toContain("no consumer test ran");
  });

  test("cannot be read where it is missing, and says how to write it", () => {
    expect(() => readPact("contracts/none.json")).toThrow(/none\.json cannot be read: .*`npm run contract:write`/);
  });
});

describe("a consumer test", () => {
  const [interaction] = interactions as [Interaction];
  const example = (id: string) => examples.find((known) => known.id === id) as Example;
  const play = (change: (headers: Headers) => void) => {
    const dir = mkdtempSync(join(tmpdir(), "pact-"));
    return playInteraction(createPact(dir), interaction, example, async ({ url }) => {
      const fetch: typeof globalThis.fetch = (input, init) => {
        const headers = new Headers(init?.headers);
        change(headers);
        return globalThis.fetch(input, { ...init, headers });
      };
      const client = createClient({
        baseUrl: url,
        token: sent.token,
        application: sent.application,
        fetch,
        retry: false,
      });
      const { requestId, correlationId } = sent;
      await client.getQualifications(customerOf(interaction), { requestId, correlationId }).catch(() => {});
    });
  };

  test.each(["MS-RequestId", "MS-CorrelationId", "Authorization", "Accept", "MS-PartnerCenter-Application"])(
    "fails for a client that drops the header %s",
    async (header) => {
      await play(() => {});
      expect((await failureOf(play((headers) => headers.delete(header)))).message).toMatch(`header '${header}'`);
    },
  );

  test("that loses an interaction does not pass for the contract", () => {
    const written = JSON.stringify({ ...pact, metadata: {} });
    expect(() => canonical(written, pact.interactions.length + 1)).toThrow(
      `${pact.interactions.length + 1} interactions were played, and Pact wrote ${pact.interactions.length}`,
    );
  });
});

describe("the provider", () => {
  /** The documented sandbox, with one thing changed in each answer's body. */
  const broken = (change: (text: string) => string) => {
    const sandbox = documentedSandbox();
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const { status, headers, ...response } = await sandbox.fetch(input, init).then(async (answer) => ({
        status: answer.status,
        headers: answer.headers,
        text: await answer.text(),
      }));
      return new Response(change(response.text), { status, headers });
    };
    return { ...sandbox, fetch };
  };

  /** The answers that most defects concern: all of them would take a second more each time. */
  const reads = changedPact((changed) => {
    changed.interactions = changed.interactions.filter(({ description }) =>
      /^getQualifications .* 200/.test(description),
    );
  });

  test("that answers without vettingStatus is seen by Pact and by the whole comparison", async () => {
    const sandbox = broken((text) => text.replace('"Education","vettingStatus":"Approved"', '"Education"'));
    const { rows, said } = red(await checkSandbox(examples, reads, sandbox));
    expect(rows).toEqual([approved, "getQualifications 200 EducationAndStateOwnedEntity"]);
    expect(said).toContain("Pact's verifier at $[0]: Actual map is missing the following keys: vettingStatus");
    expect(said).toContain("the body is not what is documented");
    expect(said).toContain("the strict validator at /0: must have required property 'vettingStatus'");
  });

  test("that adds a property, which Pact lets pass, is seen by the whole comparison", async () => {
    const sandbox = broken((text) => text.replace('[{"qualification"', '[{"level":3,"qualification"'));
    const { said } = red(await checkSandbox(examples, reads, sandbox));
    expect(said).toContain("the body is not what is documented");
    expect(said).not.toContain("Pact's verifier");
  });

  test("that sends a header nobody described is seen by the whole comparison", async () => {
    const sandbox = documentedSandbox();
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const response = await sandbox.fetch(input, init);
      response.headers.set("Location", "/elsewhere");
      return response;
    };
    const only = changedPact((changed) => changed.interactions.splice(1));
    const { rows, said } = red(await checkSandbox(examples, only, { ...sandbox, fetch }));
    expect(rows).toEqual(["createQualification 201 Education"]);
    expect(said).toContain("the set of headers is not what is documented");
    expect(said).toContain('no interaction is in the state "Education is denied"');
  });

  test("that answers no JSON is red, and nothing breaks", async () => {
    expect(
      red(
        await checkSandbox(
          examples,
          reads,
          broken(() => "<html>"),
        ),
      ).said,
    ).toContain("the body is no JSON");
  });

  test("that cannot be put into a state is red, though Pact may let it pass", async () => {
    const sandbox = documentedSandbox();
    const { url, close } = await serveSandbox({ sandbox });
    const arrange = (state: string, customer: string) => {
      if (state === "Education is denied") throw new Error("no such customer");
      sandbox.setState(state, customer);
    };
    const only = changedPact((changed) => {
      changed.interactions = changed.interactions.filter(({ description }) => description.endsWith("200 Denied"));
    });
    try {
      const { said } = red(await checkProvider(examples, only, { baseUrl: url, arrange, exact: true }));
      expect(said).toContain('the provider cannot be put into the state "Education is denied": no such customer');
      expect(said).toContain('the state "Education is denied" was never asked for');
    } finally {
      await close();
    }
  });

  test("is red when Pact's verifier does not start, with what it said, and the next time one is started", async () => {
    // A module of its own: a verifier that an earlier test started would do.
    const own = "../contracts/verification.js?own";
    const { verify }: typeof import("../contracts/verification.js") = await import(own);
    const sandbox = documentedSandbox();
    const { url, close } = await serveSandbox({ sandbox });
    const said = async () => {
      const { general } = await verify(reads, { baseUrl: url, arrange: sandbox.setState, exact: true });
      return general.map(({ message }) => message);
    };
    try {
      vi.stubEnv("NODE_OPTIONS", "--no-such-option");
      expect(await said()).toContainEqual(
        expect.stringMatching(/^Pact's verifier gave no result: .*--no-such-option is not allowed in NODE_OPTIONS/),
      );
      vi.unstubAllEnvs();
      expect(await said()).toEqual([]);
    } finally {
      vi.unstubAllEnvs();
      await close();
    }
  });

  test("is red for a contract of no interactions, and when it is not there", async () => {
    const { said } = red(await checkSandbox(examples, { interactions: [] }));
    expect(said).toContain("the contract has no interaction");
    const gone = { baseUrl: "http://127.0.0.1:40999", arrange: () => {}, exact: true };
    const report = await checkProvider(examples, pact, gone);
    expect(red(report).said).toMatch(
      /^the provider at http:\/\/127\.0\.0\.1:40999 gives no answer: connect ECONNREFUSED/,
    );
    expect(assemble(examples, { provider: report }).failed).toBe(examples.length + 1);
  });
});

test("a description without examples does not pass for one that holds", () => {
  expect(assemble([], {}).failed).toBe(1);
});
