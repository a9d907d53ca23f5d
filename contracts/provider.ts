/** A provider that speaks HTTP, and how its customers are put into a state. */
export interface Provider {
  baseUrl: string;
  /** @throws Error where the state cannot be had */
  arrange(state: string, customerId: string): void;
  /** Sent instead of the placeholder. */
  token?: string;
  /** Whether answers are the documented ones to the letter; otherwise the strict validators judge them. */
  exact: boolean;
}

/** `fetch` says why only in the cause. */
export function reasonOf(failure: unknown): string {
  const { message, cause } = failure as Error;
  return cause instanceof Error ? cause.message : message;
}
