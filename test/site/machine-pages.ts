import type { HostTemplate, StoryLink } from "./host-template.ts";
import { escapeHtml } from "./html.ts";

/** robots.txt of an article host: the search and the print versions are closed (RFC 9309). */
export function robotsFile(origin: string): string {
  return `User-agent: *\nDisallow: /search\nDisallow: /print/\n\nSitemap: ${origin}/sitemap.xml\nSitemap: ${origin}/sitemap-index.xml\n`;
}

/** A sitemap (sitemaps.org protocol 0.9) of the host's articles. */
export function sitemap(links: readonly StoryLink[]): string {
  const entries = links.map(
    ({ url, story }) =>
      `<url><loc>${escapeHtml(url)}</loc><lastmod>${story.modified ?? story.published}</lastmod></url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join("\n")}
</urlset>
`;
}

/** A sitemap index of the host: its news sitemap, and all its articles in a gzip file. */
export function sitemapIndex(origin: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>${origin}/sitemaps/news.xml</loc></sitemap>
<sitemap><loc>${origin}/sitemaps/all.xml.gz</loc></sitemap>
</sitemapindex>
`;
}

/** A sitemap with Google's news extension, of the host's newest articles; it says nothing of their last change. */
export function newsSitemap(template: HostTemplate, links: readonly StoryLink[]): string {
  const newest = links.toSorted((a, b) => Date.parse(b.story.published) - Date.parse(a.story.published));
  const entries = newest
    .slice(0, 3)
    .map(
      ({ url, story }) =>
        `<url><loc>${escapeHtml(url)}</loc><news:news><news:publication><news:name>${escapeHtml(template.siteName)}</news:name><news:language>${template.language}</news:language></news:publication><news:publication_date>${story.published}</news:publication_date><news:title>${escapeHtml(story.title)}</news:title></news:news><image:image><image:loc>${new URL(url).origin}/media/${story.slug}-1.svg</image:loc></image:image></url>`,
    );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
${entries.join("\n")}
</urlset>
`;
}

/** A JSON Feed (version 1.1) of the host's articles. */
export function jsonFeed(template: HostTemplate, origin: string, links: readonly StoryLink[]): string {
  const items = links.map(({ url, story }) => ({
    id: url,
    url,
    title: story.title,
    content_text: story.standfirst ?? story.title,
    date_published: story.published,
    ...(story.modified === null ? {} : { date_modified: story.modified }),
  }));
  const feed = { version: "https://jsonfeed.org/version/1.1", title: template.siteName };
  return JSON.stringify({ ...feed, home_page_url: `${origin}/`, feed_url: `${origin}/feed.json`, items });
}

/** An Atom feed of the host's articles (RFC 4287). */
export function atomFeed(template: HostTemplate, origin: string, links: readonly StoryLink[]): string {
  const entries = links.map(
    ({ url, story }) =>
      `<entry><title>${escapeHtml(story.title)}</title><id>${escapeHtml(url)}</id><link rel="enclosure" type="image/svg+xml" href="${origin}/media/${story.slug}-1.svg"/><link rel="alternate" type="text/html" href="${escapeHtml(url)}"/><published>${story.published}</published><updated>${story.modified ?? story.published}</updated></entry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>${escapeHtml(template.siteName)}</title><id>${origin}/</id><updated>2026-03-15T06:00:00Z</updated>
${entries.join("\n")}
</feed>
`;
}

/** An RSS 2.0 feed of the host's articles; its links carry tracking parameters, as feeds' links do. */
export function rssFeed(template: HostTemplate, origin: string, links: readonly StoryLink[]): string {
  const items = links.map(({ url, story }) => {
    const link = `${url}${url.includes("?") ? "&" : "?"}utm_source=rss&utm_medium=feed`;
    const summary =
      story.standfirst === null ? "" : `<description>${escapeHtml(story.standfirst)}</description>`;
    return `<item><title>${escapeHtml(story.title)}</title><link>${escapeHtml(link)}</link>${summary}<guid isPermaLink="true">${escapeHtml(url)}</guid><pubDate>${new Date(story.published).toUTCString()}</pubDate></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>${escapeHtml(template.siteName)}</title><link>${origin}/</link><description>${escapeHtml(template.siteName)}</description><language>${template.language}</language>
${items.join("\n")}
</channel></rss>
`;
}
