import { beginCutting, cut, endCutting } from "./prune/cut-text.ts";
import { rawTextEnd } from "./prune/raw-text.ts";
import { contentEnd, walkMarkup } from "./prune/walk-markup.ts";

/** Empties every style element of a page and leaves all else as it is. */
export function emptyStyles(html: string): string {
  const cutting = beginCutting(html);
  walkMarkup(html, {
    startTag: (_at, tag) =>
      tag.name === "style"
        ? cut(cutting, tag.end, rawTextEnd(html, "style", tag.end))
        : contentEnd(html, tag),
    comment: (_at, end) => end,
  });
  return endCutting(cutting);
}
