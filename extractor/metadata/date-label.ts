import { markOf } from "./byline-candidate.ts";
import { OTHER_DATE, PUBLISHED, UPDATED } from "./date-line.ts";
import { spacedText } from "./fold-text.ts";

/** What a date is of: said in its own words, in words before it, or by the name of its class alone. */
export type DateOf = "other" | "published" | "updated" | "updated-by-label" | "updated-by-mark" | "unsaid";

const UPDATED_MARK =
  /(?:^|[\s_-])(?:updated?|modified|last-?mod\w*|revised|aktualisiert|actualizado)(?:[\s_-]|$)/i;
const PUBLISHED_MARK = /publish|posted|created|pub-?date|erschienen/i;

/** A label before a date has no more characters, and no date of its own. */
const LONGEST_LABEL = 30;
/** Elements that a label may be away, upwards: `<span>Updated</span> <span><time>…</time></span>`. */
const MOST_STEPS = 2;

/** The text right before an element on its line. */
function labelBefore(element: Element): string {
  let node: Node = element;
  for (let step = 0; node.previousSibling === null && step < MOST_STEPS; step++) {
    if (node.parentNode === null) return "";
    node = node.parentNode;
  }
  for (let before = node.previousSibling; before !== null; before = before.previousSibling) {
    const text =
      before.nodeType === 3
        ? (before.nodeValue ?? "").trim()
        : before.nodeType === 1
          ? spacedText(before)
          : "";
    if (text !== "") return text.length <= LONGEST_LABEL && !/\d/.test(text) ? text : "";
  }
  return "";
}

const judge = (text: string): "published" | "updated" | "unsaid" =>
  PUBLISHED.test(text) ? "published" : UPDATED.test(text) ? "updated" : "unsaid";

/** What a marked date is of, by its own words, else those before it, else its class. */
export function dateOf(element: Element, text: string): DateOf {
  const own = judge(text);
  if (own !== "unsaid") return own;
  const before = labelBefore(element);
  if (OTHER_DATE.test(before)) return "other";
  const label = judge(before);
  if (label !== "unsaid") return label === "updated" ? "updated-by-label" : label;
  const mark = markOf(element);
  return PUBLISHED_MARK.test(mark) ? "published" : UPDATED_MARK.test(mark) ? "updated-by-mark" : "unsaid";
}
