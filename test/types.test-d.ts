/** What the compiler must accept and refuse. `npm run check` compiles this file; nothing here runs. */
import { expectTypeOf } from "vitest";
import type { Client, CreateQualificationRequest, PartnerCenterError, Qualification } from "../src/index.js";

declare const client: Client;
declare const error: PartnerCenterError;
declare const qualification: Qualification;
const id = "2d4f1a3c-5b6e-4c7d-8e9f-0a1b2c3d4e5f";

// Each qualification takes the fields it needs, and no others.
client.createQualification(id, { qualification: "Education", educationSegment: "K12" });
client.createQualification(id, {
  qualification: "Education",
  educationSegment: "HigherEducation",
  website: "contoso.edu",
});
client.createQualification(id, { qualification: "GovernmentCommunityCloud", validationCode: "123456" });
client.createQualification(id, { qualification: "StateOwnedEntity" });
// @ts-expect-error a segment is needed
client.createQualification(id, { qualification: "Education" });
// @ts-expect-error the segments are K12 and HigherEducation
client.createQualification(id, { qualification: "Education", educationSegment: "Kindergarten" });
// @ts-expect-error a validation code is needed
client.createQualification(id, { qualification: "GovernmentCommunityCloud" });
// @ts-expect-error a validation code exists for Government Community Cloud only
client.createQualification(id, { qualification: "StateOwnedEntity", validationCode: "123456" });
// @ts-expect-error Nonprofit cannot be asked for
client.createQualification(id, { qualification: "Nonprofit" });
expectTypeOf<CreateQualificationRequest["qualification"]>().toEqualTypeOf<
  "Education" | "GovernmentCommunityCloud" | "StateOwnedEntity"
>();

// Answers are open: what the documents do not know can be compared and assigned.
qualification.qualification = "Charity";
qualification.vettingStatus = "Pending";
expectTypeOf(qualification.vettingStatus).toExtend<string | undefined>();
expectTypeOf((await client.getQualifications(id)).data).toEqualTypeOf<Qualification[]>();
expectTypeOf(
  (await client.createQualification(id, { qualification: "StateOwnedEntity" })).data,
).toEqualTypeOf<Qualification>();
const params = { path: { customerTenantId: id } };
const read = await client.api.GET("/v1/customers/{customerTenantId}/qualifications", { params });
expectTypeOf(read.data).toExtend<Qualification[] | undefined>();
expectTypeOf(read.data?.[0]?.vettingStatus).toEqualTypeOf<string | undefined>();
// @ts-expect-error the path has a parameter
client.api.GET("/v1/customers/{customerTenantId}/qualifications", {});
// @ts-expect-error nothing is described there
client.api.GET("/v1/customers", {});

// The code tells the errors apart.
if (error.code === "throttled") expectTypeOf(error.retryAfter).toEqualTypeOf<number | undefined>();
if (error.code === "api") expectTypeOf(error.status).toEqualTypeOf<number>();
if (error.code === "invalid_request") expectTypeOf(error.issues[0]?.pointer).toEqualTypeOf<string | undefined>();
// @ts-expect-error a network failure has no status
if (error.code === "network") error.status;
expectTypeOf(error.outcome).toEqualTypeOf<"not-applied" | "unknown" | "applied">();
