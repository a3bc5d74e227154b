import type { BlockType } from "../../types.ts";
import type { Page } from "../page.ts";
import { hasToken } from "./block-shape.ts";
import type { BeforePass, Finding } from "./pass.ts";

interface Furniture {
  readonly type: BlockType;
  readonly rule: string;
  readonly matches: (element: Element) => boolean;
}

const COMMENT_TOKENS = new Set([
  "comments",
  "commentlist",
  "disqus",
  "respond",
  "kommentare",
  "commentaires",
  "comentarios",
  "commenti",
  "komentarze",
  "reacties",
]);

const NAVIGATION_ROLES = new Set(["navigation", "menu", "menubar", "tablist", "toolbar"]);

/** Elements that say by tag, role or their usual name that they are not the article. */
const FURNITURE: readonly Furniture[] = [
  {
    type: "navigation",
    rule: "navigation-element",
    matches: (element) =>
      element.localName === "nav" || NAVIGATION_ROLES.has(element.getAttribute("role") ?? ""),
  },
  {
    type: "search",
    rule: "search-element",
    matches: (element) => element.localName === "search" || element.getAttribute("role") === "search",
  },
  {
    type: "comments",
    rule: "comment-section",
    matches: (element) =>
      element.localName !== "body" &&
      hasToken(element, COMMENT_TOKENS) &&
      !/\bno-comments\b/u.test(element.className),
  },
  {
    type: "cookie-banner",
    rule: "dialog",
    matches: (element) =>
      element.localName === "dialog" ||
      element.getAttribute("role") === "dialog" ||
      element.getAttribute("role") === "alertdialog",
  },
];

/** Menus, search forms, dialogs and discussions, wherever they stand. */
export const findPageFurniture: BeforePass = {
  name: "page-furniture",
  description: "elements that say by tag, role or their usual name that they are not the article",
  find: function* find(page: Page): Iterable<Finding> {
    for (const element of Array.from(page.body.getElementsByTagName("*"))) {
      const known = FURNITURE.find(({ matches }) => matches(element));
      if (known !== undefined && page.blocksIn(element).length > 0) {
        yield { target: element, type: known.type, rule: known.rule };
      }
    }
  },
};
