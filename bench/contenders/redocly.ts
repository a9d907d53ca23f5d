import { redocly } from "../redocly.js";

export const create = redocly([]);
