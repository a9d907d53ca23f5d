/** Reads a bomb and an endless body, and tells the peak of this process over its start, in MiB. */
import { createClient } from "../../src/index.js";
import { nodeFetch } from "../../src/node.js";
import { customerId } from "./figure.js";

const [kind, url = ""] = process.argv.slice(2);
// The first call loads what a process loads once.
const warm = createClient({ token: "any", fetch: async () => Response.json([]), retry: false });
await warm.getQualifications(customerId);
const start = process.memoryUsage.rss();
let peak = start;
const sampling = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 1);
if (kind === "naive") {
  await (await fetch(`${url}/bomb`)).text();
} else {
  for (const transport of Array(5).fill([fetch, nodeFetch]).flat()) {
    for (const body of ["bomb", "endless"]) {
      const client = createClient({ token: "any", baseUrl: `${url}/${body}`, fetch: transport, retry: false });
      const failure = await client.getQualifications(customerId).catch((error: unknown) => error);
      const [issue] = (failure as { issues?: { keyword: string }[] }).issues ?? [];
      if (issue?.keyword !== "size") throw new Error(`the ${body} was not met: ${failure}`);
    }
  }
}
peak = Math.max(peak, process.memoryUsage.rss());
clearInterval(sampling);
process.send?.((peak - start) / 2 ** 20, () => process.exit());
