import type { HostTemplate, StoryLink } from "./host-template.ts";
import { escapeHtml } from "./html.ts";

/** robots.txt of an article host: the search and the print versions are closed (RFC 9309). */
export function robotsFile(origin: string): string {
  return `User-agent: *\nDisallow: /search\nDisallow: /print/\n\nSitemap: ${origin}/sitemap.xml\n`;
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
