/** Elements that draw. Anything else in an `svg` (a link, a foreignObject, a script) may matter to the text around it. */
const DRAWING_TAGS: ReadonlySet<string> = new Set(
  (
    "svg g path circle ellipse rect line polyline polygon defs use symbol lineargradient radialgradient stop clippath mask " +
    "pattern marker filter animate animatetransform animatemotion set mpath view text tspan textpath title desc metadata"
  ).split(" "),
);
const TAG = /<(\/?)([a-z][^\t\n\f\r />]*)[^>]*>/gi;

/** Past the end tag that matches an `svg` or `math` whose content begins at `from`; the page's end when there is none. */
export function foreignEnd(html: string, name: string, from: number): number {
  const mark = new RegExp(`<(/?)${name}(?=[\\t\\n\\f\\r />])[^>]*>`, "gi");
  mark.lastIndex = from;
  let depth = 1;
  for (let match = mark.exec(html); match !== null; match = mark.exec(html)) {
    if (match[1] === "/") depth--;
    else if (!match[0].endsWith("/>")) depth++;
    if (depth === 0) return match.index + match[0].length;
  }
  return html.length;
}

/**
 * The text of a drawing that says nothing: its white space, which still parts the words around it. null when the content
 * has text or elements that do not draw; it then stays as it is, for a title inside an icon counts as text of the page.
 */
export function blankDrawing(content: string): string | null {
  const text = content.replaceAll(TAG, (tag, _slash: string, name: string) => {
    const lower = name.toLowerCase();
    return DRAWING_TAGS.has(lower) || lower.startsWith("fe") ? "" : tag;
  });
  return /^[\t\n\f\r ]*$/.test(text) ? text : null;
}
