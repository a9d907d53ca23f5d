import type { Assumptions } from "./rules.js";
import { type Answer, error } from "./wire.js";

/** The `MS-RequestId` of each create and how it was answered. It is documented as the key of idempotency. */
export class RequestIds {
  readonly #answers = new Map<string, { asked: string; answer: Answer }>();
  readonly #assumed: Pick<Assumptions, "reusedRequestIdIsRefused" | "rememberedRequestIds">;

  constructor(assumed: Pick<Assumptions, "reusedRequestIdIsRefused" | "rememberedRequestIds">) {
    this.#assumed = assumed;
  }

  /** Does the work for an id that is new, and gives the first answer for one that is not. */
  once(requestId: string | null, asked: string, work: () => Answer): Answer {
    if (requestId === null) return work();
    const key = requestId.toLowerCase();
    const known = this.#answers.get(key);
    if (known && known.asked !== asked && this.#assumed.reusedRequestIdIsRefused) {
      return error(400, 800002, "MS-RequestId was used for another request.", ["MS-RequestId"]);
    }
    if (known) return known.answer;
    // What is held changes later, the answer does not.
    const answer = structuredClone(work());
    this.#answers.set(key, { asked, answer });
    const [oldest = ""] = this.#answers.keys();
    if (this.#answers.size > this.#assumed.rememberedRequestIds) this.#answers.delete(oldest);
    return answer;
  }

  clear(): void {
    this.#answers.clear();
  }
}
