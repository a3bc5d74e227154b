/** Elements whose content is text up to their end tag (HTML Standard §13.1.2: raw text and escapable raw text). */
const END_TAGS: ReadonlyMap<string, RegExp> = new Map(
  ["style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"].map((name) => [
    name,
    new RegExp(`</${name}[\\t\\n\\f\\r />]`, "gi"),
  ]),
);

/** What matters inside a script (HTML Standard §13.2.5.15 to §13.2.5.31). */
const SCRIPT_MARKS = /<!--|-->|<\/?script[\t\n\f\r />]/gi;
const SCRIPT_END = /<\/script[\t\n\f\r />]/gi;

const COMMENT_END = /--!?>/g;

export function hasRawText(name: string): boolean {
  return END_TAGS.has(name);
}

/** Where the end tag of a raw text element begins, or the end of the page when there is none. */
export function rawTextEnd(html: string, name: string, from: number): number {
  return indexOf(html, END_TAGS.get(name) ?? SCRIPT_END, from);
}

/**
 * Where the end tag of a script begins, or the end of the page. Inside `<!-- <script>` an end tag closes only that inner
 * script, so a script that holds a comment is read mark by mark.
 */
export function scriptEnd(html: string, from: number): number {
  const plain = indexOf(html, SCRIPT_END, from);
  if (!html.slice(from, plain).includes("<!--")) return plain;
  let state: "script" | "escaped" | "double-escaped" = "script";
  SCRIPT_MARKS.lastIndex = from;
  for (let match = SCRIPT_MARKS.exec(html); match !== null; match = SCRIPT_MARKS.exec(html)) {
    const [mark] = match;
    if (mark === "<!--") {
      if (state === "script") state = "escaped";
      // `<!-->` opens and closes: its dashes count twice.
      SCRIPT_MARKS.lastIndex = match.index + 2;
    } else if (mark === "-->") state = "script";
    else if (mark.startsWith("</")) {
      if (state !== "double-escaped") return match.index;
      state = "escaped";
    } else if (state === "escaped") state = "double-escaped";
  }
  return html.length;
}

/** Where a comment that begins at `at` with `<!--` ends: just past it. */
export function commentEnd(html: string, at: number): number {
  const body = at + 4;
  if (html.startsWith(">", body)) return body + 1;
  if (html.startsWith("->", body)) return body + 2;
  COMMENT_END.lastIndex = body;
  return COMMENT_END.exec(html) === null ? html.length : COMMENT_END.lastIndex;
}

function indexOf(html: string, pattern: RegExp, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(html)?.index ?? html.length;
}
