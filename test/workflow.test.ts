/** The life cycle as workflows: each broken rule of the state machine turns the workflow red that goes through it. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { assemble, print } from "../contracts/matrix.js";
import {
  executeWorkflows,
  runWorkflows,
  type WorkflowResults,
  workflowFile,
  workflowSandbox,
} from "../contracts/workflow.js";
import type { SandboxOptions } from "../src/sandbox/index.js";

/** The workflows that failed, each with what was said. */
function red({ workflows }: WorkflowResults): Record<string, string> {
  const failed = [...workflows].filter(([, problems]) => problems.length > 0);
  return Object.fromEntries(failed.map(([id, problems]) => [id, problems.map(({ message }) => message).join("\n")]));
}

test.each<[string, SandboxOptions, Record<string, RegExp>]>([
  [
    "approves at once",
    { reviewDelay: 0 },
    {
      educationApproved: /^step seeInReview: success criteria check: .*InReview/,
      educationDenied: /^step askTooEarly: /,
    },
  ],
  [
    "denies nobody, lets Government Community Cloud and Education meet, and refuses a state-owned customer",
    {
      decide: () => ({ vettingStatus: "Approved" }),
      assumptions: {
        governmentCommunityCloudExcludesEducation: false,
        governmentCommunityCloudGoesWithStateOwnedEntity: false,
      },
    },
    {
      educationDenied: /^step lookUntilDenied: /,
      governmentCommunityCloud: /^step educationIsRefused: .*409/,
      stateOwnedEntityAndCloud: /^step askForGovernmentCommunityCloud: /,
    },
  ],
])("a sandbox that %s is seen, with the step and the body that came", async (_, options, expected) => {
  const results = await executeWorkflows(workflowSandbox(options));
  const failed = red(results);
  expect(Object.keys(failed)).toEqual(Object.keys(expected));
  for (const [id, said] of Object.entries(expected)) expect(failed[id]).toMatch(said);
  const [problem] = results.workflows.get(Object.keys(expected)[0] ?? "") ?? [];
  expect(problem?.got).toMatchObject({ status: 200, body: [{ qualification: "Education" }] });
});

test("a sandbox that forgets request ids is seen", async () => {
  const forgetful = workflowSandbox();
  const fetch: typeof globalThis.fetch = (input, init) => {
    const headers = new Headers(init?.headers);
    headers.delete("MS-RequestId");
    return forgetful.fetch(input, { ...init, headers });
  };
  expect(red(await executeWorkflows({ fetch }))).toEqual({
    repeatedRequestId: expect.stringMatching(/^step repeat: /),
  });
});

test("a sandbox that answers each request id anew, and whose lists hold one qualification too many, is seen", async () => {
  const { fetch: honest } = workflowSandbox();
  const dates = Array.from({ length: 40 }, (_, second) => `2026-01-02T03:04:${String(second).padStart(2, "0")}Z`);
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const response = await honest(input, init);
    const text = await response.text();
    const more = '$&,{"qualification":"StateOwnedEntity"}';
    const changed =
      init?.method === "GET"
        ? text.replace(/\{"qualification":[^}]*\}(?=\]$)/, more)
        : text.replace(/"vettingCreateDate":"[^"]*"/, `"vettingCreateDate":"${dates.shift()}"`);
    return new Response(changed, response);
  };
  const failed = red(await executeWorkflows({ fetch }));
  expect(Object.keys(failed)).toEqual([
    "educationApproved",
    "educationDenied",
    "governmentCommunityCloud",
    "stateOwnedEntity",
    "stateOwnedEntityAndCloud",
    "repeatedRequestId",
  ]);
  expect(failed.repeatedRequestId).toMatch(/^step repeat: .*vettingCreateDate/);
});

test("a workflow that names no operation does not pass, and one that did not run is red", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "workflow-")), "life-cycle.arazzo.yaml");
  const text = readFileSync(workflowFile, "utf8").replace("../openapi.yaml", resolve("openapi.yaml"));
  writeFileSync(file, text.replace("        operationId: createQualification\n", ""));
  const { general } = await runWorkflows(workflowSandbox(), file);
  const said = general.map(({ message }) => message).join("\n");
  expect(said).toContain("redocly respect gave no result");
  expect(said).toMatch(/life-cycle\.arazzo\.yaml: error of [\w-]+: /);
  const none = { fetch: async () => Promise.reject(new Error("not there")) };
  expect(Object.keys(red(await executeWorkflows(none)))).toHaveLength(6);
  expect(
    print(assemble([], { provider: reportOf() }, new Map([["x", [{ message: "the workflow did not run" }]]]))),
  ).toMatch(/^workflow x {2,}FAILED$/m);
});

function reportOf() {
  return { checked: new Map(), general: [], skipped: new Set<string>(), check: () => {} };
}
