import { decodeBody } from "../../crawler/decode-body.ts";
import { discoverLinks } from "../../crawler/discover-links.ts";
import type { ArchivedPage } from "../../storage/page-archive.ts";
import type { Extraction } from "../../types.ts";
import type { ServerParts } from "../server-parts.ts";
import type { DocumentFormat, ReadScrapeOptions } from "./scrape-options.ts";

/** What decides how a page becomes a document. */
export type DocumentOptions = Pick<ReadScrapeOptions, "formats" | "extent" | "only" | "without">;

/** A page as Firecrawl's clients know it. Absent is what was not asked for or is not known. */
export interface ScrapeDocument {
  readonly markdown?: string;
  readonly html?: string;
  readonly rawHtml?: string;
  readonly links?: readonly string[];
  readonly images?: readonly string[];
  readonly metadata: Readonly<Record<string, unknown>>;
}

function metadataOf(extraction: Extraction, { meta }: ArchivedPage): ScrapeDocument["metadata"] {
  const facts: Readonly<Record<string, unknown>> = {
    title: extraction.headline,
    description: extraction.description,
    language: extraction.inLanguage,
    keywords: extraction.keywords.length === 0 ? null : extraction.keywords.join(", "),
    ogTitle: extraction.headline,
    ogDescription: extraction.description,
    ogUrl: extraction.canonicalUrl,
    ogImage: extraction.image[0]?.url ?? null,
    ogSiteName: extraction.publisher?.name ?? null,
    author: extraction.author.length === 0 ? null : extraction.author.map(({ name }) => name).join(", "),
    publishedTime: extraction.datePublished,
    modifiedTime: extraction.dateModified,
    articleSection: extraction.articleSection,
    pageType: extraction.extraction.pageType,
    sourceURL: meta.url,
    url: meta.finalUrl,
    statusCode: meta.status,
    contentType: meta.headers["content-type"] ?? meta.contentType,
    proxyUsed: "basic",
    cachedAt: meta.fetchedAt,
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
}

/** Makes a document of a page that was fetched. @throws as the extract pool does */
export async function toDocument(
  parts: Pick<ServerParts, "pool">,
  page: ArchivedPage,
  options: DocumentOptions,
  signal: AbortSignal,
): Promise<ScrapeDocument> {
  const { meta, body } = page;
  const narrowed = options.only.length + options.without.length > 0;
  const task = {
    source: { body, charset: meta.charset },
    url: meta.finalUrl,
    options: {},
    ...(narrowed ? { part: { only: options.only, without: options.without } } : {}),
  };
  const main = await parts.pool.extract({ ...task, extent: options.extent }, signal);
  // Where no main content stands out, all of the page is a better answer than none of it.
  const extraction =
    main.articleBody === "" && options.extent === "article"
      ? await parts.pool.extract({ ...task, extent: "page" }, signal)
      : main;
  const has = (format: DocumentFormat): boolean => options.formats.includes(format);
  const html =
    has("rawHtml") || has("links") ? decodeBody(body, `text/html; charset=${meta.charset}`).html : "";
  return {
    ...(has("markdown") ? { markdown: extraction.markdown } : {}),
    ...(has("html") ? { html: extraction.html } : {}),
    ...(has("rawHtml") ? { rawHtml: html } : {}),
    ...(has("links") ? { links: discoverLinks(html, meta.finalUrl) } : {}),
    ...(has("images") ? { images: extraction.image.map(({ url }) => url) } : {}),
    metadata: metadataOf(extraction, page),
  };
}
