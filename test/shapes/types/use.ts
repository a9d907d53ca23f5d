import { type Client, createClient, isPartnerCenterError, readQualifications } from "partner-center-qualifications";
import { type ExampleId, examples } from "partner-center-qualifications/examples";
import { createSandbox, type Sandbox } from "partner-center-qualifications/sandbox";
import { type Serving, serveSandbox } from "partner-center-qualifications/sandbox/server";
import { type VerifyResult, verify } from "partner-center-qualifications/verify";

const customerTenantId = "2d4f1a3c-5b6e-4c7d-8e9f-0a1b2c3d4e5f";
const sandbox: Sandbox = createSandbox();
const client: Client = createClient({ token: "any", fetch: sandbox.fetch });

export async function use(): Promise<string | null | undefined> {
  const serving: Serving = await serveSandbox({ sandbox, control: true });
  const { findings }: VerifyResult = await verify({ baseUrl: serving.url, token: "any" });
  for await (const result of readQualifications(client, [customerTenantId])) {
    if (!result.ok && isPartnerCenterError(result.error)) return result.error.code;
  }
  const params = { path: { customerTenantId } };
  const { data } = await client.api.GET("/v1/customers/{customerTenantId}/qualifications", { params });
  return findings[0]?.example ?? data?.[0]?.vettingStatus;
}

const id: ExampleId = "getQualifications 200 Denied";
export const { status, body }: { status: 200; body: { qualification: string }[] } = examples[id];
client.createQualification(customerTenantId, examples["createQualification request Education"].body);

// What could not be resolved would be `any`, and no error.
// @ts-expect-error nothing is described there
client.api.GET("/v1/customers", {});
// @ts-expect-error a segment is missing
client.createQualification(customerTenantId, { qualification: "Education" });
// @ts-expect-error it is a string
export const port: number = (null as unknown as Serving).url;
// @ts-expect-error there is no such option
export const unknownOption = verify({ baseUrl: "https://provider.example", token: "any", unknown: true });
