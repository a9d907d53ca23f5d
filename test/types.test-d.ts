/** What the compiler must accept and refuse. `npm run check` compiles this file; nothing here runs. */
import { expectTypeOf } from "vitest";
import type { components } from "../generated/lenient.js";
import {
  type Client,
  type CreateQualificationRequest,
  createClient,
  type EducationSegment,
  type Fetch,
  type OperationId,
  type PartnerCenterError,
  type Qualification,
  readQualifications,
  type ValidationCode,
  type VettingStatus,
  waitForVetting,
} from "../src/index.js";

declare const client: Client;
declare const error: PartnerCenterError;
const id = "2d4f1a3c-5b6e-4c7d-8e9f-0a1b2c3d4e5f";

// Each qualification takes the fields it needs, and no others.
client.createQualification(id, { qualification: "Education", educationSegment: "HigherEducation", website: "a.edu" });
client.createQualification(id, { qualification: "GovernmentCommunityCloud", validationCode: "123456" });
const omitted = { website: undefined, validationCode: undefined };
client.createQualification(id, { qualification: "Education", educationSegment: "K12", ...omitted });
const created = await client.createQualification(id, { qualification: "StateOwnedEntity" });
expectTypeOf(created.data).toEqualTypeOf<Qualification>();
// @ts-expect-error a segment is needed
client.createQualification(id, { qualification: "Education" });
// @ts-expect-error a validation code is needed
client.createQualification(id, { qualification: "GovernmentCommunityCloud" });
// @ts-expect-error a validation code exists for Government Community Cloud only
client.createQualification(id, { qualification: "StateOwnedEntity", validationCode: "123456" });
expectTypeOf<CreateQualificationRequest["qualification"]>().toEqualTypeOf<
  "Education" | "GovernmentCommunityCloud" | "StateOwnedEntity"
>();

// Responses are open: everything that lenient validation lets pass can be assigned, here and through `api`.
const tolerated = [
  { qualification: "Education" },
  { qualification: "Education", vettingStatus: null, vettingReason: null, vettingCreatedDate: null },
  { qualification: "Charity", vettingStatus: "Pending", vettingCreateDate: null },
];
expectTypeOf(tolerated).toExtend<Qualification[]>();
expectTypeOf(tolerated).toExtend<components["schemas"]["QualificationsLenient"]>();
const codes = [{ validationId: "1" }, { validationId: "1", maxCreates: null, partnerId: null, eTag: null }];
expectTypeOf(codes).toExtend<ValidationCode[]>();
expectTypeOf<ValidationCode["validationId"]>().toEqualTypeOf<string>();
expectTypeOf((await client.getQualifications(id)).data).toEqualTypeOf<Qualification[]>();
const params = { path: { customerTenantId: id } };
const read = await client.api.GET("/v1/customers/{customerTenantId}/qualifications", { params });
expectTypeOf(read.data).toExtend<Qualification[] | undefined>();
expectTypeOf(read.data?.[0]?.vettingStatus).toEqualTypeOf<string | null | undefined>();
// The error of `api` is what is described, another text, or empty.
expectTypeOf<string>().toExtend<NonNullable<typeof read.error>>();
expectTypeOf<Record<string, never>>().toExtend<NonNullable<typeof read.error>>();
expectTypeOf<{ statusCode: number; message: string }>().toExtend<NonNullable<typeof read.error>>();
// @ts-expect-error the path has a parameter
client.api.GET("/v1/customers/{customerTenantId}/qualifications", {});
// @ts-expect-error nothing is described there
client.api.GET("/v1/customers", {});

// Results narrow by `ok`.
for await (const result of readQualifications(client, [id])) {
  if (!result.ok) continue;
  expectTypeOf(result.reply.data).toEqualTypeOf<Qualification[]>();
}
readQualifications(client, new Set([id]));
// @ts-expect-error one id is not a list of ids
readQualifications(client, id);
// @ts-expect-error a typo is not a qualification
waitForVetting(client, id, "Educaton");
// @ts-expect-error a StateOwnedEntity is not vetted
waitForVetting(client, id, "StateOwnedEntity");
// @ts-expect-error a typo would lose the idempotency key
client.getQualifications(id, { requestID: id });
expectTypeOf<VettingStatus>().toEqualTypeOf<"InReview" | "Approved" | "Denied">();
expectTypeOf<EducationSegment>().toEqualTypeOf<"K12" | "HigherEducation">();
expectTypeOf<OperationId>().toEqualTypeOf<"getQualifications" | "createQualification" | "getValidationCodes">();

// Any fetch fits: the platform's, and one that takes a string and returns less than a Response.
const reduced = async (url: string, init: { method?: string; headers?: Record<string, string>; signal?: unknown }) => ({
  status: url.length,
  text: async () => String(init.headers),
});
createClient({ token: "any", fetch: reduced });
createClient({ token: "any", fetch: async () => ({ ok: true, status: 200, text: async () => "[]" }) });
expectTypeOf<typeof globalThis.fetch>().toExtend<Fetch>();
expectTypeOf<typeof import("undici-types").fetch>().toExtend<Fetch>();

// `code` discriminates the errors.
if (error.code === "throttled") expectTypeOf(error.retryAfter).toEqualTypeOf<number | undefined>();
if (error.code === "api") expectTypeOf(error.status).toEqualTypeOf<number>();
if (error.code === "invalid_request") expectTypeOf(error.issues[0]?.pointer).toEqualTypeOf<string | undefined>();
// @ts-expect-error a network failure has no status
if (error.code === "network") error.status;
if (error.code === "redirect") expectTypeOf(error.status).toEqualTypeOf<number>();
if (error.code === "vetting_timeout") expectTypeOf(error.last?.data).toEqualTypeOf<Qualification | undefined>();
if (error.code === "timeout" || error.code === "token") expectTypeOf(error.attempts).toEqualTypeOf<number>();
expectTypeOf(error.outcome).toEqualTypeOf<"not-applied" | "unknown" | "applied">();
