import type { Assumptions } from "./rules.js";
import { error, type PlainResponse } from "./wire.js";

/** The response to each POST by its `MS-RequestId`, which is documented as the idempotency key. */
export class RequestIds {
  readonly #responses = new Map<string, { content: string; response: PlainResponse }>();
  readonly #assumptions: Pick<Assumptions, "reusedRequestIdIsRefused" | "rememberedRequestIds">;

  constructor(assumptions: Pick<Assumptions, "reusedRequestIdIsRefused" | "rememberedRequestIds">) {
    this.#assumptions = assumptions;
  }

  /** Applies a request with a new id; repeats the first response for an id that was used. */
  once(requestId: string | null, content: string, work: () => PlainResponse): PlainResponse {
    if (requestId === null) return work();
    const key = requestId.toLowerCase();
    const known = this.#responses.get(key);
    if (known && known.content !== content && this.#assumptions.reusedRequestIdIsRefused) {
      return error(400, 800002, "MS-RequestId was used for another request.", ["MS-RequestId"]);
    }
    if (known) return known.response;
    const response = work();
    this.#responses.set(key, { content, response });
    const [oldest = ""] = this.#responses.keys();
    if (this.#responses.size > this.#assumptions.rememberedRequestIds) this.#responses.delete(oldest);
    return response;
  }

  clear(): void {
    this.#responses.clear();
  }
}
