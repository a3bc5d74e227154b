import type { BlockType, PageType } from "../types.ts";

/** How pages of a type differ from articles. */
export interface PagePolicy {
  /** Attempts by name, in the order they are asked. */
  readonly attempts: readonly string[];
  /** Block types that are content on such pages: answers in a forum, links in a list. */
  readonly keep: readonly BlockType[];
}

const ARTICLE: PagePolicy = {
  attempts: [
    "readability",
    "headed-article",
    "unhide",
    "ignore-names",
    "unhide-ignore-names",
    "marked-element",
    "prose-element",
    "stated-body",
    "text-element",
  ],
  keep: [],
};

/** Pages without one long text: what they mark as their content is nearer to it than what reads as an article. */
const MARKED: readonly string[] = ["marked-element", "prose-element", ...ARTICLE.attempts];

/** Pages of links: their lists are the content. */
const LISTED: readonly string[] = ["text-element", ...ARTICLE.attempts];

const LINK_TYPES: readonly BlockType[] = [
  "related",
  "inline-related",
  "popular",
  "theme-list",
  "tags",
  "caption",
];

const PAGE_POLICIES: Readonly<Record<PageType, PagePolicy>> = {
  article: ARTICLE,
  documentation: ARTICLE,
  service: { attempts: MARKED, keep: [] },
  product: { attempts: MARKED, keep: [] },
  forum: { attempts: MARKED, keep: ["comments"] },
  listing: { attempts: LISTED, keep: LINK_TYPES },
  collection: { attempts: LISTED, keep: LINK_TYPES },
  other: { attempts: ARTICLE.attempts, keep: [] },
};

/** Below this, a page is read as an article: short articles look like many things, and lose most when they are mistaken. */
const SURE = 0.6;

export function policyFor({
  pageType,
  confidence,
}: {
  readonly pageType: PageType;
  readonly confidence: number;
}): PagePolicy {
  return confidence >= SURE ? PAGE_POLICIES[pageType] : ARTICLE;
}
