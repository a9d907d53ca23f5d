/** What is compared, and which promises each keeps as it is set up here. */
export interface Row {
  /** The file in `contenders/`. */
  name: string;
  title: string;
  /** Validates the responses. */
  validates: boolean;
  /** Ends a call that takes too long. */
  deadline: boolean;
  /** Retries a call after a failure that may pass. */
  repeats: boolean;
}

const row = (name: string, title: string, validates: boolean, deadline: boolean, repeats: boolean): Row => ({
  name,
  title,
  validates,
  deadline,
  repeats,
});

export const rows: readonly Row[] = [
  row("fetch", "raw fetch and JSON.parse", false, false, false),
  row("fetch-deadline", "raw fetch with a deadline", false, true, false),
  row("ours", "ours", true, true, true),
  row("openapi-fetch", "openapi-fetch", false, false, false),
  row("openapi-fetch-zod", "openapi-fetch + zod", true, false, false),
  row("openapi-fetch-valibot", "openapi-fetch + valibot", true, false, false),
  row("openapi-fetch-ajv-clone", "openapi-fetch + ajv in a cloning middleware", true, false, false),
  row("orval-zod", "orval + zod", true, false, false),
  row("hey-api-zod", "hey-api + zod", true, false, false),
  row("redocly", "Redocly's generated client", false, true, false),
  row("redocly-zod", "Redocly's generated client + zod", true, true, false),
  row("kiota", "Kiota's runtime, written after its output", false, false, true),
  row("ky-zod", "ky + zod", true, true, true),
  row("axios-zod", "axios on fetch + zod", true, true, false),
];
