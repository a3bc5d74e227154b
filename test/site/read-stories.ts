import { readFileSync } from "node:fs";
import type { Story, StoryBlock, StoryImage } from "./story.ts";

/**
 * Reads a file of stories. A story starts with `# Title`, goes on with `key: value` lines up to a blank line, and
 * then holds blocks parted by blank lines: `## subhead`, `- list item` lines, a `> quotation` line with an optional
 * `> -- attribution` line under it, `| cell | cell |` lines, or a paragraph on one line.
 * @throws Error when a story lacks a field.
 */
export function readStories(file: URL): readonly Story[] {
  const source = readFileSync(file, "utf8");
  return source
    .split(/^# /m)
    .slice(1)
    .map((text) => parseStory(text, file.pathname));
}

function parseStory(text: string, file: string): Story {
  const [head = "", ...chunks] = text.trim().split(/\n\s*\n/);
  const [title = "", ...lines] = head.split("\n");
  const fields = new Map<string, string[]>();
  for (const line of lines) {
    const colon = line.indexOf(":");
    const key = line.slice(0, colon);
    fields.set(key, [...(fields.get(key) ?? []), line.slice(colon + 1).trim()]);
  }
  const take = (key: string): string | null => {
    const value = fields.get(key)?.[0] ?? null;
    fields.delete(key);
    return value;
  };
  const need = (key: string): string => {
    const value = take(key);
    if (value === null) throw new Error(`${file}: "${title}" has no ${key}`);
    return value;
  };
  const images = (fields.get("image") ?? []).map(parseImage);
  fields.delete("image");
  return {
    slug: need("slug"),
    section: need("section"),
    title: title.trim(),
    standfirst: take("standfirst"),
    authors: need("authors").split(/\s*[;；؛]\s*/),
    published: need("published"),
    modified: take("modified"),
    keywords: (take("keywords") ?? "").split(/\s*[;,、،]\s*/).filter((word) => word !== ""),
    images,
    blocks: chunks.map(parseBlock),
    extra: Object.fromEntries([...fields].map(([key, values]) => [key, values[0] ?? ""])),
  };
}

function parseImage(text: string): StoryImage {
  const [caption = "", credit = ""] = text.split(/\s*\|\s*/);
  return { caption, credit };
}

function parseBlock(chunk: string): StoryBlock {
  const lines = chunk.trim().split("\n");
  const first = lines[0] ?? "";
  if (first.startsWith("## ")) return { kind: "heading", text: first.slice(3).trim() };
  if (first.startsWith("- ")) return { kind: "list", items: lines.map((line) => line.slice(2).trim()) };
  if (first.startsWith("> ")) {
    return { kind: "quote", text: first.slice(2).trim(), attribution: lines[1]?.slice(5).trim() ?? null };
  }
  if (first.startsWith("|")) {
    return {
      kind: "table",
      rows: lines.map((line) =>
        line
          .split("|")
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ),
    };
  }
  return { kind: "paragraph", text: lines.join(" ") };
}
