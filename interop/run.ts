/** `npm run interop`: what other people's tools say of `openapi.yaml` and of the sandbox. Exit code 1 on a difference. */
import { createContext } from "../contracts/context.js";
import { printMatrix, runMatrix } from "../contracts/matrix.js";
import { prism } from "./prism.js";

const matrix = await runMatrix(createContext(), { columns: {}, lines: { prism } });
console.log(printMatrix({ ...matrix, rows: [] }));
process.exitCode = matrix.failed > 0 ? 1 : 0;
