/** Reads bombs and endless bodies, and reports the peak of this process over its start, in MiB. */
import { createClient } from "../../src/index.js";

const [reader, url = "", customerId = ""] = process.argv.slice(2);
// The first call loads what a process loads once.
await createClient({ token: "any", fetch: async () => Response.json([]) }).getQualifications(customerId);
const start = process.memoryUsage.rss();
let peak = start;
const sampling = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 1);
if (reader === "naive") await (await fetch(`${url}/bomb`)).text();
for (const body of reader === "naive" ? [] : Array(10).fill(["bomb", "endless"]).flat()) {
  const client = createClient({ token: "any", baseUrl: `${url}/${body}`, retry: false });
  const failure = await client.getQualifications(customerId).catch((error: unknown) => error);
  const [issue] = (failure as { issues?: { keyword: string }[] }).issues ?? [];
  if (issue?.keyword !== "size") throw new Error(`the ${body} was not read up to the limit: ${failure}`);
}
peak = Math.max(peak, process.memoryUsage.rss());
clearInterval(sampling);
process.send?.((peak - start) / 2 ** 20, () => process.exit());
