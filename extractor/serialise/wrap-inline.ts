/** What is written around text, and cannot stand around paragraphs. */
export type Wrap = (content: string) => string;

const BLANK_LINE = /\n[ \t]*\n/;

/**
 * Writes marks around an element's content. White space and breaks at its ends stay outside; where it holds paragraphs or
 * headings (a link around a teaser), each gets marks of its own; around lists, tables and the like there are none.
 */
export function wrapInline(content: string, wrap: Wrap): string {
  const core = content.trim();
  if (core === "") return content;
  const start = content.indexOf(core);
  const parts = BLANK_LINE.test(core) || core.startsWith("#") ? core.split(/\n[ \t]*\n/) : [core];
  const isBlocks = parts.length > 1 || content.startsWith("\n");
  if (isBlocks && !parts.every(isParagraph)) return content;
  const wrapped = isBlocks ? parts.map((part) => wrapParagraph(part, wrap)).join("\n\n") : wrap(core);
  return content.slice(0, start) + wrapped + content.slice(start + core.length);
}

/** Marks of lists, quotations, tables, code and rules, which no paragraph begins with. */
const OTHER_BLOCK = /^(?:[-*] {3}|\d+[.)] {2}|> |\|.*\n\||`{3}[^`\n]*\n| {4}|___$)/;

function isParagraph(part: string): boolean {
  return !OTHER_BLOCK.test(part);
}

function wrapParagraph(part: string, wrap: Wrap): string {
  const heading = /^#{1,6} /.exec(part)?.[0] ?? "";
  const text = part.slice(heading.length);
  return text.trim() === "" ? part : heading + wrap(text.trim());
}
