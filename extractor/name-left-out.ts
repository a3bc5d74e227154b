import type { Block } from "./blocks.ts";
import type { ElementSpan } from "./list-blocks.ts";
import type { Page } from "./page.ts";
import { isCalled } from "./passes/names-of.ts";
import { nameSet, nameTokens } from "./passes/read-names.ts";
import type { Reason, Selection } from "./selection.ts";

/** Elements and roles whose name says what they hold. */
const STRUCTURE: readonly {
  readonly reason: Reason;
  readonly tags: readonly string[];
  readonly roles: readonly string[];
}[] = [
  {
    reason: { type: "navigation", rule: "in-navigation" },
    tags: ["nav"],
    roles: ["navigation", "menu", "menubar"],
  },
  { reason: { type: "footer", rule: "in-footer" }, tags: ["footer"], roles: ["contentinfo"] },
  { reason: { type: "search", rule: "in-search" }, tags: ["search"], roles: ["search"] },
  { reason: { type: "caption", rule: "in-figure" }, tags: ["figcaption"], roles: [] },
];

/** What elements are called that hold nothing of the article, whole words of `class` and `id`. */
const CALLED: ReadonlyMap<string, Reason> = new Map(
  (
    [
      ["share", "share-name", "share shares sharing sharer socialshare sharebar"],
      ["social", "social-name", "social socials socialmedia follow followus"],
      ["ad", "ad-name", "ad ads advert adverts advertisement advertorial sponsored"],
      ["tags", "tags-name", "tags taglist tagcloud"],
      ["footer", "footer-name", "footer colophon"],
      ["navigation", "navigation-name", "nav navbar navigation menu submenu megamenu topbar offcanvas"],
    ] as const
  ).flatMap(([type, rule, words]) => words.split(" ").map((word) => [word, { type, rule }] as const)),
);

const CALLED_SO = nameSet(...CALLED.keys());

const HIDDEN: Reason = { type: "hidden", rule: "hidden" };
const OUTSIDE: Reason = { type: "boilerplate", rule: "outside-main-content" };

/** What is said of a block that is not in the article and that no rule pointed at. */
export type LeftOutNamer = (block: Block) => Reason;

/** Names what was left out by the elements it stood in, nearest first; each element is asked once. */
export function createLeftOutNamer(page: Page, selection: Selection): LeftOutNamer {
  const known: (Reason | undefined)[] = page.spans.map(() => undefined);
  const keptBefore = countKept(page, selection);
  const reasonOf = (span: ElementSpan): Reason => {
    const before = known[span.index];
    if (before !== undefined) {
      return before;
    }
    const { element, parent, first, last } = span;
    // A wrapper of the article is called after anything in it.
    const isApart = keptBefore[first] === keptBefore[last + 1];
    const reason =
      ownReason(element) ??
      (isApart && isCalled(span, CALLED_SO) ? nameOf(element) : null) ??
      (parent === null ? reasonAbove(element.parentElement) : reasonOf(parent));
    known[span.index] = reason;
    return reason;
  };
  return (block) => (block.hidden ? HIDDEN : reasonOf(page.homes[block.index] as ElementSpan));
}

/** For each place among the blocks, how many before it are kept. */
function countKept({ blocks }: Page, selection: Selection): Uint32Array {
  const before = new Uint32Array(blocks.length + 1);
  for (let at = 0; at < blocks.length; at += 1) {
    before[at + 1] = (before[at] ?? 0) + (selection.has(blocks[at] as Block) ? 1 : 0);
  }
  return before;
}

function nameOf(element: Element): Reason | null {
  for (const token of nameTokens(element)) {
    const reason = CALLED.get(token);
    if (reason !== undefined) return reason;
  }
  return null;
}

function ownReason(element: Element): Reason | null {
  const role = element.getAttribute("role") ?? "";
  const tag = element.localName;
  return STRUCTURE.find(({ tags, roles }) => tags.includes(tag) || roles.includes(role))?.reason ?? null;
}

/** What the elements around the page's body say. */
function reasonAbove(element: Element | null): Reason {
  return element === null ? OUTSIDE : (ownReason(element) ?? reasonAbove(element.parentElement));
}
