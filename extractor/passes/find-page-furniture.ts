import type { BlockType } from "../../types.ts";
import { headlineBlock } from "../headline-block.ts";
import type { Page } from "../page.ts";
import { hasToken } from "./block-shape.ts";
import type { BeforePass, Finding } from "./pass.ts";

interface Furniture {
  readonly type: BlockType;
  readonly rule: string;
  readonly matches: (element: Element) => boolean;
}

/** Names that authors of pages give the parts that are not the article, whole words of `class` and `id`. */
const NAMES: readonly {
  readonly type: BlockType;
  readonly rule: string;
  readonly tokens: readonly string[];
}[] = [
  {
    type: "comments",
    rule: "comment-section",
    tokens: words(
      "comments commentlist disqus respond kommentare commentaires comentarios commenti komentarze reacties",
    ),
  },
  {
    type: "related",
    rule: "related-container",
    tokens: words("related relatedposts relatedarticles recommended recommendations recirc outbrain taboola"),
  },
  { type: "popular", rule: "popular-container", tokens: words("popular trending mostread mostpopular") },
  { type: "newsletter", rule: "newsletter-container", tokens: words("newsletter newsletters") },
  {
    type: "share",
    rule: "share-container",
    tokens: words("sharing sharedaddy addtoany addthis sharebar sharebuttons socialshare"),
  },
  {
    type: "author-bio",
    rule: "author-container",
    tokens: words("authorbio authorbox aboutauthor autorenbox biography"),
  },
  { type: "breadcrumb", rule: "breadcrumb-container", tokens: words("breadcrumb breadcrumbs crumbs") },
  { type: "cookie-banner", rule: "cookie-container", tokens: words("cookie cookies gdpr consent") },
];

/** `author-box`, `about-author`: two words that mean it together. */
const AUTHOR_NOTE = /author[-_]?(?:bio|box|info|description|card|about)|about[-_]?(?:the[-_])?author/iu;

const NAVIGATION_ROLES = new Set(["navigation", "menu", "menubar", "tablist", "toolbar"]);
const DIALOG_ROLES = new Set(["dialog", "alertdialog"]);

function words(list: string): readonly string[] {
  return list.split(" ");
}

function hasRole(element: Element, roles: ReadonlySet<string>): boolean {
  return roles.has(element.getAttribute("role") ?? "");
}

function named({ type, rule, tokens }: (typeof NAMES)[number]): Furniture {
  const all = new Set(tokens);
  return { type, rule, matches: (element) => hasToken(element, all) };
}

/** Elements that say by tag, role or their usual name that they are not the article. */
const FURNITURE: readonly Furniture[] = [
  {
    type: "navigation",
    rule: "navigation-element",
    matches: (element) => element.localName === "nav" || hasRole(element, NAVIGATION_ROLES),
  },
  {
    type: "search",
    rule: "search-element",
    matches: (element) => element.localName === "search" || element.getAttribute("role") === "search",
  },
  {
    type: "cookie-banner",
    rule: "dialog",
    matches: (element) => element.localName === "dialog" || hasRole(element, DIALOG_ROLES),
  },
  ...NAMES.map((names) => named(names)),
  {
    type: "author-bio",
    rule: "author-container",
    matches: (element) =>
      AUTHOR_NOTE.test(`${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`),
  },
];

/** Wrappers of the whole page carry names of everything in it. */
const NEVER = new Set(["body", "main", "article"]);

/** Menus, search forms, dialogs and discussions, wherever they stand. */
export const findPageFurniture: BeforePass = {
  name: "page-furniture",
  description: "elements that say by tag, role or their usual name that they are not the article",
  find: function* find(page: Page): Iterable<Finding> {
    const headline = headlineBlock(page)?.element ?? null;
    for (const element of Array.from(page.body.getElementsByTagName("*"))) {
      const known = NEVER.has(element.localName)
        ? undefined
        : FURNITURE.find(({ matches }) => matches(element));
      if (
        known !== undefined &&
        page.blocksIn(element).length > 0 &&
        (headline === null || !element.contains(headline))
      ) {
        yield { target: element, type: known.type, rule: known.rule };
      }
    }
  },
};
