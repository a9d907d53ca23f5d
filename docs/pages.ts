/** The pages of the site as Markdown, in the order of `llms.txt`. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

export interface Page {
  /** Relative to `docs/`, such as `tokens.md`. */
  path: string;
  title: string;
  description: string;
  /** Without its front matter, and with the files it includes. */
  text: string;
}

/** The hand-written pages, and those of the client reference once it was built. */
export function pages(folder = "docs"): Page[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
  const client = join(folder, "client");
  const built = existsSync(client) ? readdirSync(client, { recursive: true }).map((name) => `client/${name}`) : [];
  const all = [...names, ...built.map((name) => name.replaceAll("\\", "/"))].filter((name) => name.endsWith(".md"));
  return all
    .sort((a, b) => Number(b === "index.md") - Number(a === "index.md") || (a < b ? -1 : 1))
    .map((path) => readPage(folder, path));
}

function readPage(folder: string, path: string): Page {
  const source = readFileSync(join(folder, path), "utf8");
  const [, matter = "", body = ""] = /^---\n(.*?)\n---\n(.*)$/s.exec(source) ?? ["", "", source];
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(matter)?.[1] ?? "";
  const text = withIncludes(body, join(folder, dirname(path)));
  return {
    path,
    title: field("title") || (/^# (.*)$/m.exec(text)?.[1] ?? ""),
    description: field("description"),
    text,
  };
}

/** A file that is written by the build may be missing. */
function withIncludes(text: string, folder: string): string {
  return text.replaceAll(/^<!--@include: (.*?)-->$/gm, (_, name: string) => {
    const file = join(folder, name.trim());
    return existsSync(file) ? readFileSync(file, "utf8").trim() : "";
  });
}
