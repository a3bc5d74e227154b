import type { BlockTags } from "./host-template.ts";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** A script element with JSON in it; `<` is escaped so that no value can close the element. */
export function jsonScript(type: string, value: unknown, attributes = ""): string {
  const json = JSON.stringify(value).replaceAll("<", "\\u003c");
  return `<script type="${type}"${attributes === "" ? "" : ` ${attributes}`}>${json}</script>`;
}

function tableRow(tag: "th" | "td", cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
}

/** White space folded to single spaces (ideographic and no-break spaces too), ends trimmed. */
export function foldSpace(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Blocks as plain HTML elements, without classes. */
export const SEMANTIC_TAGS: BlockTags = {
  paragraph: (html) => `<p>${html}</p>`,
  heading: (html) => `<h2>${html}</h2>`,
  list: (items) => `<ul>\n${items.map((item) => `<li>${item}</li>`).join("\n")}\n</ul>`,
  quote: (html, attribution) =>
    `<blockquote><p>${html}</p>${attribution === null ? "" : `<footer>${attribution}</footer>`}</blockquote>`,
  table: ([head = [], ...body]) =>
    `<table><thead>${tableRow("th", head)}</thead><tbody>${body.map((cells) => tableRow("td", cells)).join("\n")}</tbody></table>`,
};

/** Puts each of `inserts` after the block with that index (or after the last one). */
export function interleave(blocks: readonly string[], inserts: Readonly<Record<number, string>>): string {
  const last = blocks.length - 1;
  const after = new Map<number, string>();
  for (const [key, html] of Object.entries(inserts)) {
    const index = Math.min(Number(key), last);
    after.set(index, (after.get(index) ?? "") + html);
  }
  return blocks.map((block, index) => block + (after.get(index) ?? "")).join("\n");
}

/** A date as people of `locale` write it, in the offset that the ISO date itself names. */
export function displayDate(iso: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  const offset = /([+-]\d\d:\d\d)$/.exec(iso)?.[1] ?? "UTC";
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: offset }).format(new Date(iso));
}

/** A number that depends on the text alone: for view counters and picture colours. */
export function textNumber(text: string, limit: number): number {
  let hash = 7;
  for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return hash % limit;
}
