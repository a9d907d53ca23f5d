import { openapiFetch } from "../openapi.js";

export const create = openapiFetch((value) => value);
