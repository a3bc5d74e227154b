import { plainText } from "./fold-text.ts";
import { firstMeta, type PageIndex } from "./index-page.ts";
import type { Source } from "./source-claims.ts";

// Highwire Press (citation_*), Dublin Core (dc.*), Parse.ly, Sailthru, Chartbeat, Swiftype and the plain HTML names,
// each list from the most to the least specific.
const AUTHOR_KEYS = [
  "citation_author",
  "parsely-author",
  "sailthru.author",
  "author",
  "authors",
  "article.author",
  "article_author",
  "article-author",
  "dcterms.creator",
  "dc.creator",
  "dc.contributor",
  "dcsext.author",
  "cxenseparse:author",
  "byl",
  "twitter:data1",
];
const PUBLISHED_KEYS = [
  "citation_publication_date",
  "citation_date",
  "citation_online_date",
  "parsely-pub-date",
  "sailthru.date",
  "datepublished",
  "date.published",
  "published",
  "published_time",
  "date_published",
  "publish-date",
  "publishdate",
  "publish_date",
  "published-date",
  "pubdate",
  "publication_date",
  "publication-date",
  "article.published",
  "article:publish_date",
  "article_date_original",
  "cxenseparse:recs:publishtime",
  "cxenseparse:publishtime",
  "dcterms.issued",
  "dc.date.issued",
  "dcterms.created",
  "dc.date.created",
  "dcterms.date",
  "dc.date",
  "displaydate",
  "originalpublicationdate",
  "ptime",
  "release_date",
  "timestamp",
  "dcterms.available",
  "date.created",
];
const MODIFIED_KEYS = [
  "datemodified",
  "dcterms.modified",
  "dc.date.modified",
  "last-modified",
  "lastmod",
  "date.modified",
  "revised",
  "article.updated",
];

function text(page: PageIndex, keys: readonly string[]): string | undefined {
  const value = firstMeta(page, keys);
  return value === undefined ? undefined : plainText(value) || undefined;
}

/** Vocabularies of libraries, which write one person a tag, the surname first. */
const CATALOGUED = /^(?:citation_author|dc\.creator|dcterms\.creator|dc\.contributor)$/;
/** "Holm, Ida M." · "van der Wal, Greta"; two whole names with a comma between them are two people. */
const SURNAME_FIRST = /^((?:\p{Ll}[\p{L}'’]*\s+){0,3}\p{Lu}[\p{L}'’-]+),\s+(\p{Lu}[^,]*)$/u;

const inReadingOrder = (name: string): string => name.replace(SURNAME_FIRST, "$2 $1");

function people(page: PageIndex): { name: string; url: null }[] {
  for (const key of AUTHOR_KEYS) {
    if (
      key === "twitter:data1" &&
      !/^(?:written by|author|von|par|por|verfasst von|geschrieben von|écrit par|escrito por)$/i.test(
        firstMeta(page, ["twitter:label1"]) ?? "",
      )
    )
      continue;
    const said = (page.metas.get(key) ?? []).map(plainText).filter((name) => name !== "");
    const names = CATALOGUED.test(key) ? said.map(inReadingOrder) : said;
    if (names.length > 0) return names.map((name) => ({ name, url: null }));
  }
  return [];
}

function keywords(page: PageIndex): string[] | undefined {
  const value = text(page, [
    "news_keywords",
    "parsely-tags",
    "sailthru.tags",
    "keywords",
    "citation_keywords",
    "dc.subject",
  ]);
  return value?.split(/\s*[,;]\s*/);
}

/** `<meta name>` of the vocabularies that publishers and libraries use. */
export const metaTags: Source = {
  name: "meta",
  read: (page) => ({
    headline: text(page, [
      "citation_title",
      "parsely-title",
      "sailthru.title",
      "headline",
      "dc.title",
      "dcterms.title",
      "twitter:title",
      "title",
    ]),
    description: text(page, [
      "description",
      "dc.description",
      "dcterms.description",
      "twitter:description",
      "sailthru.description",
    ]),
    section: text(page, [
      "parsely-section",
      "section",
      "article.section",
      "cxenseparse:category",
      "category",
    ]),
    publisher: text(page, [
      "citation_publisher",
      "citation_journal_title",
      "dc.publisher",
      "dcterms.publisher",
      "application-name",
      "publisher",
      "copyright",
    ]),
    authors: people(page),
    published: text(page, PUBLISHED_KEYS),
    modified: text(page, MODIFIED_KEYS),
    keywords: keywords(page),
    language: text(page, [
      "content-language",
      "language",
      "dc.language",
      "dcterms.language",
      "citation_language",
    ]),
    canonical: firstMeta(page, ["twitter:url", "parsely-link"]),
    images: (
      page.metas.get("twitter:image") ??
      page.metas.get("twitter:image:src") ??
      page.metas.get("parsely-image-url") ??
      []
    ).map((url) => ({ url })),
  }),
};

/** The name of {@link metaDate}. */
export const META_DATE = "meta-date";

/** `<meta name="date">` alone: systems write the day of the page there, or the day on which they sent it. */
export const metaDate: Source = {
  name: META_DATE,
  read: (page) => ({ published: text(page, ["date"]) }),
};
