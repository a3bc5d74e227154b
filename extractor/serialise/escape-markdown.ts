/** What may be read as markup wherever it stands, and what only at the beginning of a text; most texts have neither. */
const MARKS = /[\\*`[\]_<&~]/;
const OPENING_MARKS = /^(?:-|\+ |=|#|>|\d)/;

/**
 * Escapes what a reader of Markdown (CommonMark 0.31, GitHub's tables and strikes) would take for markup in a text that has
 * none. A tag may begin in one text and go on in the next, so what it begins with never stays bare.
 */
export function escapeMarkdown(text: string): string {
  const marked = MARKS.test(text) ? escapeMarks(text) : text;
  return OPENING_MARKS.test(text) ? escapeOpening(marked) : marked;
}

function escapeMarks(text: string): string {
  return text
    .replace(/[\\*`[\]_<]/g, String.raw`\$&`)
    .replace(/&(?=[#\w]|$)/gu, String.raw`\&`)
    .replace(/~(?=~|$)|(?<=~|^)~/gu, String.raw`\~`);
}

/** Lists, headings and quotations begin so. */
function escapeOpening(text: string): string {
  return text
    .replace(/^(?:-|\+ |=+|#{1,6} |>)/u, String.raw`\$&`)
    .replace(
      /^(\d+)(?:\. |\)(?=\s|$))/u,
      (opening, number: string) => `${number}\\${opening.slice(number.length)}`,
    );
}
