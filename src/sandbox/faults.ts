import type { components } from "../../generated/api.js";
import type { HeldQualification } from "./cases.js";

/**
 * What can go wrong on demand. Never at random: a fault happens when it is asked for, by its name.
 *
 * - `status=503` answers so, in the shape of the front door, and applies nothing; `customers-service=400`,
 *   `gateway=429`, `text=400`, `html=502` and `empty=403` answer in the other shapes. 400 to 599.
 * - `retry-after=2` adds the header to such an answer, in seconds.
 * - `rate-limit=5` lets so many requests of the partner through in a second, and answers 429 to the others.
 * - `latency=250` waits so many milliseconds before anything else.
 * - `lost-request` breaks the connection before anything is applied, `lost-answer` after it was.
 * - `bom` begins the body of a success with a byte order mark, as was seen on the wire until 2019.
 * - `vettingCreateDate` and `vettingCreatedDate` spell the date so, in every answer.
 * - `unknown-status` and `unknown-qualification` answer with values that nobody documented.
 */
export type Fault =
  | `${Shape}=${number}`
  | `${"retry-after" | "rate-limit" | "latency"}=${number}`
  | "lost-request"
  | "lost-answer"
  | "bom"
  | "vettingCreateDate"
  | "vettingCreatedDate"
  | "unknown-status"
  | "unknown-qualification";

type Shape = "status" | "customers-service" | "gateway" | "text" | "html" | "empty";

type FaultName = Fault extends infer Name ? (Name extends `${infer Before}=${number}` ? Before : Name) : never;

/** The numbers a fault takes, from and to; undefined where it takes none. */
export const faults: Record<FaultName, [number, number] | undefined> = {
  status: [400, 599],
  "customers-service": [400, 599],
  gateway: [400, 599],
  text: [400, 599],
  html: [400, 599],
  empty: [400, 599],
  "retry-after": [0, 2 ** 31],
  "rate-limit": [0, 1_000_000],
  latency: [0, 600_000],
  "lost-request": undefined,
  "lost-answer": undefined,
  bom: undefined,
  vettingCreateDate: undefined,
  vettingCreatedDate: undefined,
  "unknown-status": undefined,
  "unknown-qualification": undefined,
};

/** The faults that one request meets: name to number. */
export type Met = Partial<Record<FaultName, number>>;

/** Of several shapes, or several spellings, the one that is asked for later counts. */
function nearer(met: Met, more: Met): Met {
  const groups: FaultName[][] = [Object.keys(shapes) as Shape[], ["vettingCreateDate", "vettingCreatedDate"]];
  const replaced = groups.filter((group) => group.some((name) => name in more)).flat();
  return {
    ...Object.fromEntries(Object.entries(met).filter(([name]) => !replaced.includes(name as FaultName))),
    ...more,
  };
}

/** @throws Error naming the faults there are */
function readFaults(given: readonly string[]): Met {
  return Object.fromEntries(
    given.map((text) => {
      const [, name = "", value] = /^([\w-]+)(?:=(\d+))?$/.exec(text) ?? [];
      const range = Object.hasOwn(faults, name) ? faults[name as FaultName] : null;
      const fits = range
        ? value !== undefined && Number(value) >= range[0] && Number(value) <= range[1]
        : value === undefined;
      if (range === null || !fits) throw new Error(`there is no fault "${text}"; there are: ${known()}`);
      return [name, Number(value ?? 1)];
    }),
  );
}

/** Which faults a request meets: those of every request, those that were injected, those that its own header asks for. */
export class FaultDesk {
  readonly #always: Met;
  #injected: { met: Met; left: number }[] = [];
  #second = { begins: 0, taken: 0 };

  /** @throws Error naming the faults there are */
  constructor(always: readonly string[]) {
    this.#always = readFaults(always);
  }

  inject(fault: string, times: number): void {
    this.#injected.push({ met: readFaults([fault]), left: times });
  }

  /** @throws Error for a header that asks for what is no fault */
  met(headers: Headers): Met {
    const asked = headers.get("Sandbox-Faults")?.split(",") ?? [];
    const own = readFaults(asked.map((fault) => fault.trim()));
    const injected = this.#injected.map((fault) => fault.met);
    for (const fault of this.#injected) fault.left -= 1;
    this.#injected = this.#injected.filter(({ left }) => left > 0);
    return [...injected, own].reduce(nearer, this.#always);
  }

  /** Whether this request is one too many in this second. */
  throttles({ "rate-limit": limit }: Met, now: number): boolean {
    if (limit === undefined) return false;
    const since = now - this.#second.begins;
    if (since < 0 || since >= 1000) this.#second = { begins: now, taken: 0 };
    this.#second.taken += 1;
    return this.#second.taken > limit;
  }

  reset(): void {
    this.#injected = [];
    this.#second = { begins: 0, taken: 0 };
  }
}

function known(): string {
  return Object.entries(faults)
    .map(([name, range]) => (range ? `${name}=${range.join("…")}` : name))
    .join(", ");
}

const shapes: Record<Shape, (status: number) => components["schemas"]["Error"] | { text: string }> = {
  status: () => ({ code: 800003, description: "A fault was asked for.", data: [], source: "PartnerFD" }),
  "customers-service": () => ({
    code: 600074,
    message: "A fault was asked for.",
    description: "A fault was asked for.",
    errorName: "FaultOnDemand",
    isRetryable: false,
    errorMessageExtended: "InternalErrorCode=600074",
  }),
  gateway: (status) => ({ statusCode: status, message: "A fault was asked for." }),
  text: () => "A fault was asked for.",
  html: (status) => ({ text: `<html><title>${status}</title>A fault was asked for.</html>` }),
  empty: () => ({ text: "" }),
};

export interface FaultyAnswer {
  status: number;
  headers: Record<string, string>;
  /** JSON; or, as it stands, a `text`. */
  body: unknown;
  text?: string;
  /** Whether the gateway answers, which sends no ids. */
  gateway: boolean;
}

/** The answer that a fault gives instead of the rules; undefined where none does. */
export function faultyAnswer(met: Met): FaultyAnswer | undefined {
  for (const [shape, make] of Object.entries(shapes)) {
    const status = met[shape as Shape];
    if (status === undefined) continue;
    const made = make(status);
    const headers = met["retry-after"] === undefined ? {} : { "Retry-After": String(met["retry-after"]) };
    const text = typeof made === "object" && "text" in made ? { text: made.text } : {};
    return { status, headers, body: made, ...text, gateway: ["gateway", "html"].includes(shape) };
  }
  return undefined;
}

/** The gateway's own answer to one request too many. */
export function tooMany(met: Met): FaultyAnswer {
  const seconds = met["retry-after"] ?? 1;
  const body = { statusCode: 429, message: `Rate limit is exceeded. Try again in ${seconds} seconds.` };
  return { status: 429, headers: { "Retry-After": String(seconds) }, body, gateway: true };
}

/** What a success becomes on its way: other spellings, other values. */
export function distorted(body: unknown, met: Met): unknown {
  if (Array.isArray(body)) return body.map((item) => distorted(item, met));
  const item = body as Partial<Record<string, unknown>> & HeldQualification;
  const { vettingCreateDate, vettingCreatedDate, ...others } = item;
  const date = vettingCreateDate ?? vettingCreatedDate;
  const spelled = (["vettingCreateDate", "vettingCreatedDate"] as const).find((name) => met[name]);
  return {
    ...(spelled ? others : item),
    ...(spelled && date ? { [spelled]: date } : {}),
    ...(met["unknown-status"] && item.vettingStatus ? { vettingStatus: "Pending" } : {}),
    ...(met["unknown-qualification"] && item.qualification ? { qualification: "Charity" } : {}),
  };
}

/** What `fetch` throws when a connection breaks. */
export function lost(): TypeError {
  const cause = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
  return new TypeError("fetch failed", { cause });
}

/** Waits, or ends as the signal's reason. */
export function latency(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    signal.addEventListener("abort", onAbort, { once: true });
  });
}
