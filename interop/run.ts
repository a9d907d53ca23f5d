/** `npm run interop`: what other people's tools say of `openapi.yaml` and of the sandbox. Exit code 1 on a difference. */
import { fileURLToPath } from "node:url";
import { examplesOf } from "../contracts/examples.js";
import { Description } from "../contracts/generate/description.js";
import { readPact } from "../contracts/matrix.js";
import { complaint } from "../contracts/report.js";
import { checkPrism } from "./prism.js";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const description = new Description("openapi.yaml");
const { summary, problems } = await checkPrism(description, examplesOf(description), readPact());
for (const problem of problems) console.log(complaint("prism", problem));
console.log(`prism: ${problems.length === 0 ? "ok" : `${problems.length} FAILED`}, ${summary}`);
process.exitCode = problems.length > 0 ? 1 : 0;
