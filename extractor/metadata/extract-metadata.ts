import type { ArticleFacts, Person } from "../../types.ts";
import { chooseAuthors } from "./choose-authors.ts";
import { chooseCanonical } from "./choose-canonical.ts";
import { chooseHeadline } from "./choose-headline.ts";
import { chooseImages } from "./choose-images.ts";
import { chooseLanguage } from "./choose-language.ts";
import { chooseSection } from "./choose-section.ts";
import { foldWords, squash } from "./fold-text.ts";
import { indexPage, type PageIndex } from "./index-page.ts";
import { jsonLd } from "./json-ld.ts";
import { loneDate } from "./lone-date.ts";
import { metaDate, metaTags } from "./meta-tags.ts";
import { microdata } from "./microdata.ts";
import { openGraph } from "./open-graph.ts";
import { parseDate } from "./parse-date.ts";
import { type Chosen, claimsFor, type Field, type Read } from "./ordered-claims.ts";
import { rdfa } from "./rdfa.ts";
import { relTags } from "./rel-tags.ts";
import type { Source } from "./source-claims.ts";
import { urlDate } from "./url-date.ts";
import { visibleByline } from "./visible-byline.ts";
import { visibleDate } from "./visible-date.ts";

/** Claims about what kind of page this is. */
export interface PageKind {
  /** schema.org types named anywhere in JSON-LD or microdata. */
  readonly schemaTypes: readonly string[];
  /** `og:type`, lower case. */
  readonly openGraphType: string | null;
  /** `<meta name="generator">`, lower case. */
  readonly generator: string | null;
}

export interface Metadata {
  readonly facts: ArticleFacts;
  /** For each fact that was found, the source that it was read from. */
  readonly sources: Readonly<Record<string, string>>;
  /** `articleBody` of the page's own JSON-LD node, as it stands there. */
  readonly jsonLdBody: string | null;
  /** What the page says of its own kind, for telling page types apart. */
  readonly kind: PageKind;
  /** Elements of the page that show the authors. */
  readonly bylineElements: readonly Element[];
  /** Elements of the page that show when it was published or changed. */
  readonly dateElements: readonly Element[];
}

export interface MetadataOptions {
  /** The page's URL, for relative addresses and the date in the path; null when unknown. */
  readonly url: string | null;
}

interface ChosenDate extends Chosen<string> {
  readonly raw: string;
}

/** How systems write a day of which they know no more. */
const MIDNIGHT = /T00:00/;

/** The first claim that is a day; in the words of the first other that gives the time of that day where it does not. */
function chooseDate(
  field: "published" | "modified",
  reads: readonly Read[],
  language: string | null,
): ChosenDate | null {
  const dates = claimsFor(field, reads).flatMap(({ value, source }): readonly ChosenDate[] => {
    const iso = parseDate(value, { language });
    return iso === null ? [] : [{ value: iso, raw: value, source }];
  });
  const [first] = dates;
  if (first === undefined || first.value.includes("T")) return first ?? null;
  const timed = dates.find(({ value }) => value.startsWith(`${first.value}T`) && !MIDNIGHT.test(value));
  return timed ?? first;
}

function readAll(page: PageIndex, language: string | null, heads: readonly Read[]): readonly Read[] {
  const late: readonly Source[] = [visibleByline, visibleDate(language), urlDate, loneDate(language)];
  return [...heads, ...late.map((source) => ({ name: source.name, claims: source.read(page) }))];
}

function canonicalOf(page: PageIndex, reads: readonly Read[]) {
  const link = page.links.get("canonical");
  const claims = ["open-graph", "json-ld", "meta"].flatMap((source) => {
    const href = reads.find((read) => read.name === source)?.claims.canonical;
    return href === undefined ? [] : [{ href, source }];
  });
  return chooseCanonical([...(link === undefined ? [] : [{ href: link, source: "link" }]), ...claims], page);
}

function personOn(page: PageIndex, { name, url }: Person): Person {
  const link = url === null ? null : URL.parse(url, page.base ?? undefined);
  return { name, url: link && /^https?:$/.test(link.protocol) ? link.href : null };
}

/** A longer one is a sentence. */
const LONGEST_KEYWORD = 100;

function dedupe(texts: readonly string[]): string[] {
  const known = new Set<string>();
  return texts.map(squash).filter((text) => {
    const key = foldWords(text) || text;
    if (text === "" || text.length > LONGEST_KEYWORD || known.has(key)) return false;
    known.add(key);
    return true;
  });
}

/** Head sources: cheap, and needed before the visible ones can be judged. */
const HEAD_SOURCES: readonly Source[] = [jsonLd, openGraph, metaTags, microdata, rdfa, relTags, metaDate];

/** Reads every fact about the article that its page states, each with its source. Nothing is guessed: what is absent is null. */
export function extractMetadata(document: Document, options: MetadataOptions): Metadata {
  const page = indexPage(document, options.url);
  const heads = HEAD_SOURCES.map((source) => ({ name: source.name, claims: source.read(page) }));
  const language = chooseLanguage(page, heads);
  const reads = readAll(page, language?.value ?? null, heads);

  const first = <F extends Field>(field: F) => claimsFor(field, reads)[0] ?? null;
  const siteNames = claimsFor("publisher", reads).map(({ value }) => value);
  const headline = chooseHeadline(
    page,
    claimsFor("headline", reads).map(({ value, source }) => ({ text: value, source })),
    siteNames,
  );
  const authors = chooseAuthors(claimsFor("authors", reads), siteNames, page.url);
  const published = chooseDate("published", reads, language?.value ?? null);
  const modified = chooseDate("modified", reads, language?.value ?? null);
  const canonical = canonicalOf(page, reads);
  const [type, alternative, description] = [
    first("type"),
    first("alternativeHeadline"),
    first("description"),
  ];
  const section = chooseSection(claimsFor("section", reads), reads, {
    headline: headline?.text ?? null,
    url: page.url,
    siteNames,
  });
  const [publisher, keywords, dateline, free] = [
    first("publisher"),
    first("keywords"),
    first("dateline"),
    first("free"),
  ];
  const images = chooseImages(
    page,
    heads.flatMap(({ name, claims }) => (claims.images ?? []).map((image) => ({ image, source: name }))),
  );

  const found: Record<string, { readonly source: string } | null> = {
    canonicalUrl: canonical,
    "@type": type,
    headline,
    alternativeHeadline: alternative,
    description,
    articleSection: section,
    author: authors,
    publisher,
    datePublished: published,
    dateModified: modified,
    dateline,
    inLanguage: language,
    keywords,
    image: images,
    isAccessibleForFree: free,
  };
  const sources: Record<string, string> = {};
  for (const [field, choice] of Object.entries(found)) if (choice) sources[field] = choice.source;

  return {
    facts: {
      canonicalUrl: canonical?.url ?? null,
      "@type": type?.value ?? null,
      headline: headline?.text ?? null,
      alternativeHeadline: alternative?.value ?? null,
      description: description?.value ?? null,
      articleSection: section?.value ?? null,
      author: (authors?.value ?? []).map((person) => personOn(page, person)),
      publisher: publisher === null ? null : { name: publisher.value },
      datePublished: published?.value ?? null,
      datePublishedRaw: published?.raw ?? null,
      dateModified: modified?.value ?? null,
      dateline: dateline?.value ?? null,
      inLanguage: language?.value ?? null,
      keywords: dedupe(keywords?.value ?? []),
      image: images?.value ?? [],
      isAccessibleForFree: free?.value ?? null,
    },
    sources,
    kind: {
      schemaTypes: [...new Set(heads.flatMap(({ claims }) => claims.types ?? []))],
      openGraphType: page.metas.get("og:type")?.[0]?.toLowerCase() ?? null,
      generator: page.metas.get("generator")?.[0]?.toLowerCase() ?? null,
    },
    jsonLdBody: heads[0]?.claims.body ?? null,
    bylineElements: [...new Set(reads.flatMap(({ claims }) => claims.bylineElements ?? []))],
    dateElements: [...new Set(reads.flatMap(({ claims }) => claims.dateElements ?? []))],
  };
}
