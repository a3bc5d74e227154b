import type { JudgedText } from "./judge-lines.ts";

/** What was kept, as the dump had it: paragraphs on lines, blank lines between them where the dump has some. */
export function stretchesToText(kept: readonly JudgedText[]): string {
  let out = "";
  for (const [at, { text, line }] of kept.entries()) {
    const before = kept[at - 1]?.line;
    if (before === undefined) {
      out = text;
    } else {
      out += (before === line ? " " : isApart(before.index, line, kept) ? "\n\n" : "\n") + text;
    }
  }
  return out;
}

/** A blank line stood between the two, or something that was removed. */
function isApart(before: number, line: JudgedText["line"], kept: readonly JudgedText[]): boolean {
  return line.gapBefore || (line.index - before > 1 && kept.some((other) => other.line.gapBefore));
}

/** Characters that would make Markdown of plain text. */
const MARKS = /[\\`*_{}[\]<>#|~]/gu;
/** The same where they count only at the start of a line: lists, numbered lists, rules. */
const LEADING_MARKS = /^([-+=]|\d{1,9}[.)](?=\s))/u;

/** A paragraph for each line, with nothing in it that Markdown reads as markup. */
export function stretchesToMarkdown(kept: readonly JudgedText[]): string {
  return paragraphsOf(kept)
    .map((text) =>
      text.replace(MARKS, "\\$&").replace(LEADING_MARKS, (mark) => mark.replace(/([-+=.)])$/u, "\\$1")),
    )
    .join("\n\n");
}

/** A `<p>` for each line. */
export function stretchesToHtml(kept: readonly JudgedText[]): string {
  return paragraphsOf(kept)
    .map((text) => `<p>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")}</p>`)
    .join("\n");
}

function paragraphsOf(kept: readonly JudgedText[]): string[] {
  return [...Map.groupBy(kept, ({ line }) => line).values()].map((stretches) =>
    stretches.map(({ text }) => text).join(" "),
  );
}
