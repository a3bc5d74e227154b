import type { BlockType, RemovedBlock } from "../types.ts";
import type { Block } from "./blocks.ts";
import { foldSpace } from "./blocks.ts";
import { elementPath } from "./element-path.ts";
import type { Page } from "./page.ts";
import type { Reason, Selection } from "./selection.ts";

/**
 * Lists everything that was taken away. Neighbouring blocks that went for the same reason are one entry, named by the
 * largest element that went with them, so that a menu of forty links is one line of the report.
 */
export function listRemoved(page: Page, selection: Selection): RemovedBlock[] {
  const removed: RemovedBlock[] = [];
  for (let index = 0; index < page.blocks.length;) {
    const block = page.blocks[index] as Block;
    if (selection.has(block)) {
      removed.push(...listCuts(block, selection));
      index += 1;
      continue;
    }
    const reason = reasonFor(block, selection);
    const group = largestGroup(block, page, selection, reason);
    removed.push({
      ...reason,
      path: elementPath(group.element),
      text: group.blocks.map(({ text }) => text).join(" "),
    });
    index += group.blocks.length;
  }
  return removed;
}

function listCuts(block: Block, selection: Selection): RemovedBlock[] {
  const found: RemovedBlock[] = [];
  for (const [element, reason] of selection.cuts()) {
    if (block.element.contains(element) && block.textNodes.some((node) => element.contains(node))) {
      found.push({ ...reason, path: elementPath(element), text: foldSpace(element.textContent ?? "") });
    }
  }
  return found;
}

function largestGroup(
  block: Block,
  page: Page,
  selection: Selection,
  reason: Reason,
): { readonly element: Element; readonly blocks: readonly Block[] } {
  let best = { element: block.element, blocks: [block] as readonly Block[] };
  for (let up: Element | null = block.element; up !== null && up !== page.body; up = up.parentElement) {
    const blocks = page.blocksIn(up);
    const alike =
      blocks[0] === block &&
      blocks.every((other) => {
        const its = reasonFor(other, selection);
        return !selection.has(other) && its.type === reason.type && its.rule === reason.rule;
      });
    if (!alike) {
      break;
    }
    best = { element: up, blocks };
  }
  return best;
}

function reasonFor(block: Block, selection: Selection): Reason {
  return selection.reasonOf(block) ?? structuralReason(block);
}

/** Elements and roles whose name says what they hold. */
const STRUCTURE: readonly {
  readonly type: BlockType;
  readonly rule: string;
  readonly tags: readonly string[];
  readonly roles: readonly string[];
}[] = [
  { type: "navigation", rule: "in-navigation", tags: ["nav"], roles: ["navigation", "menu", "menubar"] },
  { type: "footer", rule: "in-footer", tags: ["footer"], roles: ["contentinfo"] },
  { type: "search", rule: "in-search", tags: ["search"], roles: ["search"] },
  { type: "caption", rule: "in-figure", tags: ["figcaption"], roles: [] },
];

/** What Readability left out is named by the element it stood in. */
function structuralReason(block: Block): Reason {
  if (block.hidden) {
    return { type: "hidden", rule: "hidden" };
  }
  for (let up: Element | null = block.element; up !== null; up = up.parentElement) {
    const role = up.getAttribute("role") ?? "";
    const tag = up.localName;
    const known = STRUCTURE.find(({ tags, roles }) => tags.includes(tag) || roles.includes(role));
    if (known !== undefined) {
      return { type: known.type, rule: known.rule };
    }
  }
  return { type: "boilerplate", rule: "outside-main-content" };
}
