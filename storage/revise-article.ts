import type { StoredArticle } from "../types.ts";
import type { StorableArticle } from "./article-store.ts";

/** Fields whose change at the source makes a revision. The body is compared by contentHash: white space is no news. */
export const NEWS_FIELDS = [
  "@type",
  "canonicalUrl",
  "headline",
  "alternativeHeadline",
  "description",
  "articleSection",
  "author",
  "publisher",
  "datePublished",
  "dateline",
  "inLanguage",
  "keywords",
  "isAccessibleForFree",
] as const;

/**
 * Fields that many sites change on every request (a "modified" stamped with now, "3 hours ago", image URLs with
 * signatures) or that follow the markup. Alone they make no revision; when there is one they are listed in it.
 */
const QUIET_FIELDS = ["datePublishedRaw", "dateModified", "image", "markdown", "html"] as const;

/** Fields of the extractor's own making: after its rules changed (a new version), their change makes a revision. */
const RENDERED_FIELDS = ["markdown", "html", "pageType"] as const;

/**
 * An article's comparable fields, each as one string. Kept in place of an article where only changes are asked for;
 * the strings may be replaced by digests as long as it is done to both sides.
 */
export type ArticleTraits = Readonly<Record<string, string>>;

export interface PreviousRevision {
  readonly n: number;
  readonly traits: ArticleTraits;
}

export type Revised =
  | { readonly outcome: "unchanged" }
  | { readonly outcome: "new" | "changed"; readonly article: StoredArticle };

/** The comparable fields of an article. */
export function articleTraits(article: StorableArticle): ArticleTraits {
  const traits: Record<string, string> = {
    articleBody: article.dedup.contentHash,
    pageType: article.extraction.pageType,
    version: article.extraction.version,
  };
  for (const field of [...NEWS_FIELDS, ...QUIET_FIELDS]) traits[field] = JSON.stringify(article[field]) ?? "";
  traits["imageText"] = JSON.stringify(imageText(article));
  return traits;
}

/** What images say; their addresses change with signatures and sizes. */
export function imageText(article: StorableArticle): readonly (readonly (string | null)[])[] {
  return article.image.map((image) => [image.caption, image.creditText]);
}

/**
 * Says what a put of `incoming` does to the version before it: the whole rule of what counts as a change. `given` are
 * the traits of `incoming` where the caller has them already.
 */
export function reviseArticle(
  previous: PreviousRevision | null,
  incoming: StorableArticle,
  given?: ArticleTraits,
): Revised {
  if (previous === null) return { outcome: "new", article: { ...incoming, revision: { n: 1, changed: [] } } };
  const before = previous.traits;
  const traits = given ?? articleTraits(incoming);
  const differs = (field: string): boolean => before[field] !== traits[field];
  const news = ["articleBody", "imageText", ...NEWS_FIELDS];
  if (differs("version")) news.push(...RENDERED_FIELDS);
  if (!news.some(differs)) return { outcome: "unchanged" };
  const changed = ["articleBody", "pageType", ...NEWS_FIELDS, ...QUIET_FIELDS].filter(differs);
  return { outcome: "changed", article: { ...incoming, revision: { n: previous.n + 1, changed } } };
}

/** A stored version as the one to compare with. */
export function previousRevision(stored: StoredArticle): PreviousRevision {
  return { n: stored.revision.n, traits: articleTraits(stored) };
}
