import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** @throws Error with the file and what to do if it cannot be read */
export function readText(file: string, advice = "give a file that exists"): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new Error(`${file} cannot be read: ${advice}`);
  }
}

/**
 * The content of a JSON file.
 *
 * @throws Error with file, line and what to do
 */
export function readJson<Content>(file: string, advice = "correct it"): Content {
  const text = readText(file, advice);
  try {
    return JSON.parse(text) as Content;
  } catch (failure) {
    const [reason = ""] = (failure as Error).message.split(/,? (?:\.\.\.)?"| in JSON/);
    const line = text.slice(0, positionOf((failure as Error).message, text)).split("\n").length;
    throw new Error(`${file}:${line}: not valid JSON (${reason}): ${advice}`);
  }
}

/** Where JSON.parse stopped. Node 20 quotes the text from ten characters before that place, and gives no position. */
function positionOf(message: string, text: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  const [, token = "", cut, quoted] = /'(.*?)', (\.\.\.)?"(.*?)"(\.\.\.)? is not valid JSON$/s.exec(message) ?? [];
  if (position !== undefined) return Number(position);
  if (quoted === undefined) return text.length;
  return text.indexOf(quoted) + (cut ? 10 : quoted.lastIndexOf(token));
}

/** `file:line` of the first line that contains a text. */
export function lineOf(file: string, text: string): string {
  const lines = readFileSync(file, "utf8").split("\n");
  const index = lines.findIndex((line) => line.includes(text));
  return index < 0 ? file : `${file}:${index + 1}`;
}

export function hasContent(file: string, content: string | undefined): boolean {
  return existsSync(file) && readFileSync(file, "utf8") === content;
}

/** Writes a file that has another content, and says so. */
export function writeChanged(file: string, content: string): void {
  const same = hasContent(file, content);
  if (!same) writeFileSync(file, content);
  console.log(same ? `${file} is up to date` : `wrote ${file}`);
}
