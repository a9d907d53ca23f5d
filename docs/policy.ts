/** What the content security policies of the pages are made of. */
import { createHash } from "node:crypto";

/** The first group of each match. */
export function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found = ""]) => found);
}

export function hashes(texts: Iterable<string>): string {
  return [...texts].map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`).join(" ");
}
