import type { ArticleFacts } from "../types.ts";

/** What is known of a page that says nothing of itself. */
export const NO_FACTS: ArticleFacts = {
  canonicalUrl: null,
  "@type": null,
  headline: null,
  alternativeHeadline: null,
  description: null,
  articleSection: null,
  author: [],
  publisher: null,
  datePublished: null,
  datePublishedRaw: null,
  dateModified: null,
  dateline: null,
  inLanguage: null,
  keywords: [],
  image: [],
  isAccessibleForFree: null,
};
