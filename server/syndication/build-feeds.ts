import { generateJsonFeed, generateRssFeed } from "feedsmith";
import { cleanHtml } from "../../extractor/serialise/clean-html.ts";
import type { StoredArticle } from "../../types.ts";

/** What a feed is of. */
export interface FeedOptions {
  readonly title: string;
  /** The page that shows the same articles. */
  readonly home: string;
  /** The feed's own address. */
  readonly self: string;
  readonly articles: readonly StoredArticle[];
}

function dateOf(text: string | null): Date | undefined {
  const date = text === null ? new Date(Number.NaN) : new Date(text);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** XML 1.0 §2.2 has no room for most control characters and none for half a character. */
function xmlText(text: string): string {
  return text.toWellFormed().replaceAll(/[^\P{Cc}\t\n\r]|[\u{FFFE}\u{FFFF}]/gu, "\u{FFFD}");
}

const isWeb = (url: string): boolean => URL.canParse(url) && /^https?:$/u.test(new URL(url).protocol);

/** RSS 2.0 (https://www.rssboard.org/rss-specification) with the whole text in content:encoded. */
export function rssFeed({ title, home, self, articles }: FeedOptions): string {
  return generateRssFeed(
    {
      title: xmlText(title),
      link: home,
      description: xmlText(`${title}: whole articles, stripped by Galley`),
      atom: { links: [{ href: self, rel: "self", type: "application/rss+xml" }] },
      items: articles.map((article) => ({
        title: xmlText(article.headline ?? article.url),
        ...(isWeb(article.url) ? { link: article.url } : {}),
        guid: { value: `${article.id}.${article.revision.n}`, isPermaLink: false },
        description: xmlText(article.description ?? ""),
        pubDate: dateOf(article.datePublished ?? article.fetch?.fetchedAt ?? null),
        categories: article.keywords.map((name) => ({ name: xmlText(name) })),
        dc: { creators: article.author.map(({ name }) => xmlText(name)) },
        content: { encoded: xmlText(cleanHtml(article.html, { images: true })) },
      })),
    },
    { lenient: true },
  );
}

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed({ title, home, self, articles }: FeedOptions): string {
  const feed = generateJsonFeed(
    {
      title,
      home_page_url: home,
      feed_url: self,
      items: articles.map((article) => ({
        id: `${article.id}.${article.revision.n}`,
        ...(isWeb(article.url) ? { url: article.url } : {}),
        title: article.headline ?? article.url,
        content_html: cleanHtml(article.html, { images: true }),
        content_text: article.articleBody,
        summary: article.description ?? undefined,
        date_published: dateOf(article.datePublished ?? article.fetch?.fetchedAt ?? null),
        date_modified: dateOf(article.dateModified),
        authors: article.author.map(({ name, url }) => ({ name, ...(url === null ? {} : { url }) })),
        tags: [...article.keywords],
        language: article.inLanguage ?? undefined,
        image: article.image[0]?.url,
      })),
    },
    { lenient: true },
  );
  // The library leaves an empty list out, which the format asks for.
  return JSON.stringify({ items: [], ...(feed as object) });
}
