import { beginCutting, cut, endCutting, type Cutting } from "./prune/cut-text.ts";
import {
  isPlainTag,
  judgeComment,
  judgeDrawing,
  judgeElement,
  passTag,
  type Whereabouts,
} from "./prune/judge-element.ts";
import { judgeAttribute, KEPT_DATA_URL } from "./prune/prune-rules.ts";
import type { ScannedTag } from "./prune/scan-tag.ts";
import { contentEnd, walkMarkup } from "./prune/walk-markup.ts";

/**
 * Drops from a page, before any DOM is built, what no reader of its text needs: what scripts (but for JSON-LD) and styles
 * say, drawings without text, what comments say, links to resources, what stands in a `noscript` without a picture, event
 * handlers and long attributes. One pass. For DOMs that read a page themselves: ours leaves out the same while it parses.
 *
 * Outside of the head an emptied element keeps its place: a path such as `div:nth-child(3)` means the same element as before.
 * Readability finds the same text in the result as in the page. A `data:` address of more than 1,000 characters is cut
 * and no longer shows its picture.
 */
export function pruneHtml(html: string): string {
  const cutting = beginCutting(html);
  const where: Whereabouts = { begun: false, inHead: false };
  walkMarkup(html, {
    startTag(at, tag) {
      passTag(where, tag.name);
      if (!isPlainTag(tag)) return pruneElement(cutting, at, { tag, inHead: where.inHead });
      if (tag.attributeCount > 0) pruneAttributes(cutting, tag);
      return tag.end;
    },
    comment(at, end) {
      const left = judgeComment(html, at, end);
      return left === null ? end : cut(cutting, at, end, `<!--${left}-->`);
    },
  });
  return endCutting(cutting);
}

interface TagPlace {
  readonly tag: ScannedTag;
  readonly inHead: boolean;
}

function pruneElement(cutting: Cutting, at: number, { tag, inHead }: TagPlace): number {
  const html = cutting.text;
  const drop = judgeElement(html, tag, inHead);
  if (drop !== null) {
    return cut(cutting, at, drop.end, drop.keepsPlace ? `<${tag.name}></${tag.name}>` : "");
  }
  pruneAttributes(cutting, tag);
  return tag.name === "svg" && !tag.selfClosing ? pruneDrawing(cutting, tag.end) : contentEnd(html, tag);
}

function pruneDrawing(cutting: Cutting, from: number): number {
  const { close, end, blank } = judgeDrawing(cutting.text, from);
  if (blank !== null) cut(cutting, from, close, blank);
  return end;
}

function pruneAttributes(cutting: Cutting, tag: ScannedTag): void {
  for (let index = 0; index < tag.attributeCount; index++) {
    const verdict = judgeAttribute(cutting.text, tag, index);
    if (verdict === "drop") cut(cutting, tag.nameStarts[index] ?? 0, tag.attributeEnds[index] ?? 0);
    else if (verdict === "cut") {
      cut(cutting, (tag.valueStarts[index] ?? 0) + KEPT_DATA_URL, tag.valueEnds[index] ?? 0);
    }
  }
}
