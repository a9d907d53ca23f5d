import type { components } from "../../generated/api.js";
import type { HeldQualification } from "./cases.js";

/**
 * A fault on demand. Faults never happen at random.
 *
 * - `status=503` responds with this status, 400 to 599, in the error format of the front door, and applies nothing.
 *   `customers-service=400`, `gateway=429`, `text=400`, `html=502` and `empty=403` use the other formats.
 * - `retry-after=2` adds the header to such a response, in seconds.
 * - `rate-limit=5` responds 429 to all but the first five requests of the partner in a second, and `customer-rate-limit=5`
 *   to all but the first five for one customer. With both, a request must be within both.
 * - `latency=250` waits this number of milliseconds before anything else.
 * - `lost-request` resets the connection before the request is applied, `lost-response` after it was.
 * - `bom` puts a byte order mark before the body of a success, as was seen until 2019.
 * - `vettingCreateDate` and `vettingCreatedDate` use this name for every vetting date.
 * - `unknown-status` and `unknown-qualification` respond with undocumented values.
 */
export type Fault =
  | `${Shape}=${number}`
  | `${"retry-after" | "rate-limit" | "customer-rate-limit" | "latency"}=${number}`
  | "lost-request"
  | "lost-response"
  | "bom"
  | "vettingCreateDate"
  | "vettingCreatedDate"
  | "unknown-status"
  | "unknown-qualification";

type Shape = "status" | "customers-service" | "gateway" | "text" | "html" | "empty";

type FaultName = Fault extends infer Name ? (Name extends `${infer Before}=${number}` ? Before : Name) : never;

/** The smallest and the largest number of a fault; undefined if it has no number. */
export const faults: Record<FaultName, [number, number] | undefined> = {
  status: [400, 599],
  "customers-service": [400, 599],
  gateway: [400, 599],
  text: [400, 599],
  html: [400, 599],
  empty: [400, 599],
  "retry-after": [0, 2 ** 31],
  "rate-limit": [0, 1_000_000],
  "customer-rate-limit": [0, 1_000_000],
  latency: [0, 600_000],
  "lost-request": undefined,
  "lost-response": undefined,
  bom: undefined,
  vettingCreateDate: undefined,
  vettingCreatedDate: undefined,
  "unknown-status": undefined,
  "unknown-qualification": undefined,
};

/** The faults of one request: the number by the name. */
export type ActiveFaults = Partial<Record<FaultName, number>>;

/** Of several error formats, or several date names, the last one counts. */
function mergeFaults(active: ActiveFaults, more: ActiveFaults): ActiveFaults {
  const groups: FaultName[][] = [Object.keys(shapes) as Shape[], ["vettingCreateDate", "vettingCreatedDate"]];
  const replaced = groups.filter((group) => group.some((name) => name in more)).flat();
  return {
    ...Object.fromEntries(Object.entries(active).filter(([name]) => !replaced.includes(name as FaultName))),
    ...more,
  };
}

/** @throws Error naming the known faults */
function readFaults(given: readonly string[]): ActiveFaults {
  return Object.fromEntries(
    given.map((text) => {
      const [, name = "", value] = /^([\w-]+)(?:=(\d+))?$/.exec(text) ?? [];
      const range = Object.hasOwn(faults, name) ? faults[name as FaultName] : null;
      const fits = range ? Number(value) >= range[0] && Number(value) <= range[1] : value === undefined;
      if (range === null || !fits) throw new Error(`unknown fault "${text}"; expected one of ${known()}`);
      return [name, Number(value ?? 1)];
    }),
  );
}

/** Collects the faults of a request: those of every request, the injected ones and those in its own header. */
export class FaultInjector {
  readonly #always: ActiveFaults;
  #injected: { faults: ActiveFaults; left: number }[] = [];
  /** The requests of this second by customer; all of the partner under an empty id, which no path can have. */
  #second = { begins: 0, taken: new Map<string, number>() };

  /** @throws Error naming the known faults */
  constructor(always: readonly string[]) {
    this.#always = readFaults(always);
  }

  inject(fault: string, times: number): void {
    this.#injected.push({ faults: readFaults([fault]), left: times });
  }

  /** @throws Error naming the known faults, if the header has an unknown one */
  next(headers: Headers): ActiveFaults {
    const requested = headers.get("Sandbox-Faults")?.split(",") ?? [];
    const own = readFaults(requested.map((fault) => fault.trim()));
    const injected = this.#injected.map(({ faults }) => faults);
    for (const fault of this.#injected) fault.left -= 1;
    this.#injected = this.#injected.filter(({ left }) => left > 0);
    return [...injected, own].reduce(mergeFaults, this.#always);
  }

  /**
   * Counts a request; true if it exceeds a rate limit of this second.
   *
   * @param customerId Undefined if the path names no customer: only the limit of the partner applies then
   */
  throttles(active: ActiveFaults, now: number, customerId: string | undefined): boolean {
    const { "rate-limit": partnerLimit, "customer-rate-limit": customerLimit } = active;
    if (partnerLimit === undefined && customerLimit === undefined) return false;
    if (now - this.#second.begins >= 1000) this.#second = { begins: now, taken: new Map() };
    const exceeds = (limit: number | undefined, key: string | undefined) => {
      if (limit === undefined || key === undefined) return false;
      const taken = (this.#second.taken.get(key) ?? 0) + 1;
      this.#second.taken.set(key, taken);
      return taken > limit;
    };
    return exceeds(partnerLimit, "") || exceeds(customerLimit, customerId?.toLowerCase());
  }

  reset(): void {
    this.#injected = [];
    this.#second = { begins: 0, taken: new Map() };
  }
}

function known(): string {
  return Object.entries(faults)
    .map(([name, range]) => (range ? `${name}=${range.join("…")}` : name))
    .join(", ");
}

const shapes: Record<Shape, (status: number) => components["schemas"]["Error"] | { text: string }> = {
  status: () => ({ code: 800003, description: "A fault was requested.", data: [], source: "PartnerFD" }),
  "customers-service": () => ({
    code: 600074,
    message: "A fault was requested.",
    description: "A fault was requested.",
    errorName: "FaultOnDemand",
    isRetryable: false,
    errorMessageExtended: "InternalErrorCode=600074",
  }),
  gateway: (status) => ({ statusCode: status, message: "A fault was requested." }),
  text: () => "A fault was requested.",
  html: (status) => ({ text: `<html><title>${status}</title>A fault was requested.</html>` }),
  empty: () => ({ text: "" }),
};

export interface FaultResponse {
  status: number;
  headers: Record<string, string>;
  /** Sent as JSON, unless there is a `text`. */
  body: unknown;
  text?: string;
  /** Whether the gateway sends the response, which has no ids then. */
  gateway: boolean;
}

/** The response of a fault, in place of that of the rules; undefined if there is none. */
export function faultResponse(active: ActiveFaults): FaultResponse | undefined {
  for (const [shape, make] of Object.entries(shapes)) {
    const status = active[shape as Shape];
    if (status === undefined) continue;
    const made = make(status);
    const headers: Record<string, string> =
      active["retry-after"] === undefined ? {} : { "Retry-After": String(active["retry-after"]) };
    const text = typeof made === "object" && "text" in made ? { text: made.text } : {};
    return { status, headers, body: made, ...text, gateway: ["gateway", "html"].includes(shape) };
  }
  return undefined;
}

/** The 429 of the gateway. */
export function tooManyRequests(active: ActiveFaults): FaultResponse {
  const seconds = active["retry-after"] ?? 1;
  const body = { statusCode: 429, message: `Rate limit is exceeded. Try again in ${seconds} seconds.` };
  return { status: 429, headers: { "Retry-After": String(seconds) }, body, gateway: true };
}

/** The body of a success, with other date names and other values. */
export function transformBody(body: unknown, active: ActiveFaults): unknown {
  if (Array.isArray(body)) return body.map((item) => transformBody(item, active));
  const item = body as Partial<Record<string, unknown>> & HeldQualification;
  const { vettingCreateDate, vettingCreatedDate, ...others } = item;
  const date = vettingCreateDate ?? vettingCreatedDate;
  const dateName = (["vettingCreateDate", "vettingCreatedDate"] as const).find((name) => active[name]);
  return {
    ...(dateName ? others : item),
    ...(dateName && date ? { [dateName]: date } : {}),
    ...(active["unknown-status"] && item.vettingStatus ? { vettingStatus: "Pending" } : {}),
    ...(active["unknown-qualification"] && item.qualification ? { qualification: "Charity" } : {}),
  };
}

/** The error of `fetch` if a connection is reset. */
export function connectionReset(): TypeError {
  const cause = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
  return new TypeError("fetch failed", { cause });
}

/** Waits; rejects with the signal's reason if it aborts. */
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
