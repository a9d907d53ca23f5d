import { nodeFetch } from "../../dist/src/node.js";
import type { Create } from "../contender.js";
import { create as over } from "./ours.js";

/** Ours over the package's own transport. */
export const create: Create = (baseUrl, token) => over(baseUrl, token, nodeFetch);
