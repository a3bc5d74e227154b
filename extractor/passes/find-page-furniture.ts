import type { BlockType } from "../../types.ts";
import type { ElementSpan } from "../list-blocks.ts";
import type { Page } from "../page.ts";
import { isStandIn } from "../place-streamed.ts";
import { namesOf } from "./names-of.ts";
import { nameSet, nameTokens } from "./read-names.ts";
import type { BeforePass, Finding } from "./pass.ts";

type Known = Pick<Finding, "type" | "rule">;

/** The rule's name in the ledger. */
export const STAND_IN_RULE = "stand-in-for-late-part";
const STAND_IN: Known = { type: "loading", rule: STAND_IN_RULE };

const AUTHOR_BOX: Known = { type: "author-bio", rule: "author-container" };

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

/** What a path through the site is called in names and labels. */
const BREADCRUMB = /bread-?crumb|fil d['’]ariane|brotkrumen|\bcrumbs?\b/iu;

const NAVIGATION_ROLES = new Set(["navigation", "menu", "menubar", "tablist", "toolbar"]);
const DIALOG_ROLES = new Set(["dialog", "alertdialog"]);

function words(list: string): readonly string[] {
  return list.split(" ");
}

function hasRole(element: Element, roles: ReadonlySet<string>): boolean {
  return roles.has(element.getAttribute("role") ?? "");
}

/** Every token with what it says. */
const BY_TOKEN = new Map(
  NAMES.flatMap(({ type, rule, tokens }) => tokens.map((token) => [token, { type, rule }] as const)),
);

const FURNITURE_WORDS = nameSet(...BY_TOKEN.keys());

/** Elements that say by tag, role or their usual name that they are not the article. */
const FURNITURE: readonly Furniture[] = [
  {
    type: "breadcrumb",
    rule: "breadcrumb-navigation",
    matches: (element) =>
      element.localName === "nav" &&
      BREADCRUMB.test(
        `${element.getAttribute("aria-label") ?? ""} ${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`,
      ),
  },
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
];

/** Elements that need no name to be known. */
const SPEAKING_TAGS = new Set(["nav", "search", "dialog"]);

/** Wrappers of the whole page carry names of everything in it. */
const NEVER = new Set(["body", "main", "article"]);

/** What an element's tag and role say. */
function readRole(element: Element): Known | undefined {
  return SPEAKING_TAGS.has(element.localName) || element.getAttribute("role") !== null
    ? FURNITURE.find(({ matches }) => matches(element))
    : undefined;
}

/** What an element's names say. */
function readName(span: ElementSpan): Known | null {
  const { sets, isAboutAuthor } = namesOf(span);
  if ((sets & FURNITURE_WORDS) === 0) {
    return isAboutAuthor ? AUTHOR_BOX : null;
  }
  return BY_TOKEN.get(nameTokens(span.element).find((token) => BY_TOKEN.has(token)) ?? "") ?? null;
}

function readElement(span: ElementSpan): Known | null {
  if (isStandIn(span.element)) return STAND_IN;
  return NEVER.has(span.element.localName) ? null : (readRole(span.element) ?? readName(span));
}

/** Menus, search forms, dialogs and discussions, wherever they stand. */
export const findPageFurniture: BeforePass = {
  name: "page-furniture",
  description: "elements that say by tag, role or their usual name that they are not the article",
  find: function* find(page: Page): Iterable<Finding> {
    const headline = page.headline?.element ?? null;
    // Few elements hold blocks, and only their names matter.
    for (let at = 0; at < page.spans.length; at += 1) {
      const span = page.spans[at] as ElementSpan;
      const { element } = span;
      const known = element === page.body ? null : readElement(span);
      if (known !== null && (headline === null || !element.contains(headline))) {
        yield { target: element, type: known.type, rule: known.rule };
      }
    }
  },
};
