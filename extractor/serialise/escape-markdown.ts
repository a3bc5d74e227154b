/** What may be read as markup wherever it stands, and what only at the beginning of a text; most texts have neither. */
const MARKS = /[\\*`[\]_<&~]/;
const EACH_MARK = /[\\*`[\]<&~]|_+/g;
const OPENING_MARKS = /^[-+=#>|:\d]/;

/**
 * Escapes what a reader of Markdown (CommonMark 0.31, GitHub's tables, strikes and bare addresses) would take for markup in a
 * text that has none. A tag may begin in one text and go on in the next, so what it begins with never stays bare.
 */
export function escapeMarkdown(text: string): string {
  const marked = MARKS.test(text) ? escapeAddresses(escapeMarks(text)) : text;
  return OPENING_MARKS.test(text) ? escapeOpening(marked) : marked;
}

const ALPHANUMERIC = /^[\p{L}\p{N}]$/u;
/** A reference, or what may become one with the text that follows. */
const REFERENCE = /^&#?\w*(?:;|$)/;
/** No name of a character is longer. */
const LONGEST_REFERENCE = 40;

function escapeMarks(text: string): string {
  return text.replaceAll(EACH_MARK, (mark: string, at: number) => {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + mark.length);
    switch (mark.charAt(0)) {
      case "_":
        return ALPHANUMERIC.test(before) && ALPHANUMERIC.test(after)
          ? mark
          : mark.replaceAll("_", String.raw`\_`);
      case "&":
        return REFERENCE.test(text.slice(at, at + LONGEST_REFERENCE)) ? String.raw`\&` : mark;
      case "~":
        // In an address, and before a number, no strike ends; and where none ends none begins.
        return (before === "/" || before === " ") && ALPHANUMERIC.test(after) ? mark : String.raw`\~`;
      default:
        return `\\${mark}`;
    }
  });
}

/** GitHub makes links of bare addresses, escapes and all; one that has any in it must not become a link. */
function escapeAddresses(text: string): string {
  if (!text.includes("\\") || !(text.includes("://") || text.includes("www."))) {
    return text;
  }
  return text.replaceAll(/\S+/g, (word) =>
    word.includes("\\")
      ? word.replaceAll("://", String.raw`\://`).replaceAll("www.", String.raw`www\.`)
      : word,
  );
}

/** Lists, headings, quotations and the line under a table's head begin so. */
function escapeOpening(text: string): string {
  if (/^[|:][\s|:-]+$/.test(text) && text.includes("-")) {
    return text.replace("-", String.raw`\-`);
  }
  return text
    .replace(/^(?:-|\+(?= |$)|=+|#{1,6}(?= |$)|>)/u, String.raw`\$&`)
    .replace(/^(\d{1,9})([.)])(?=\s|$)/u, String.raw`$1\$2`);
}
