/**
 * Version of the extraction: rules, words and learned models. It is part of every event id, and of what a crawl knows of a page that
 * has not changed: raise it whenever the same page may give another article.
 */
export const EXTRACTOR_VERSION = "6";
