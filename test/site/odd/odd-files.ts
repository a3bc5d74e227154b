import { gzipSync } from "node:zlib";
import { escapeHtml } from "../html.ts";
import type { SitePage } from "../site-types.ts";
import { pdfDocument, pngImage } from "./binary-files.ts";
import { ODD_ARTICLES } from "./odd-articles.ts";
import type { OddArticle } from "./odd-articles.ts";
import { oddPages } from "./odd-pages.ts";

/** robots.txt with groups, a wildcard, an end anchor, a longer Allow and a sitemap (RFC 9309). */
const ROBOTS = (origin: string): string => `# Rules for ${origin}
User-agent: hungrybot
User-agent: greedybot
Disallow: /

User-agent: *
Disallow: /private/
Allow: /private/notice
Disallow: /*.secret$
Disallow: /*?session=

Sitemap: ${origin}/sitemap-index.xml
`;

const OPEN_ARTICLES = ODD_ARTICLES.filter(({ path }) => path.startsWith("/articles/"));
const HALF = Math.ceil(OPEN_ARTICLES.length / 2);

function sitemap(origin: string, articles: readonly OddArticle[]): string {
  const entries = articles.map(
    ({ path, datePublished }) => `<url><loc>${origin}${path}</loc><lastmod>${datePublished}</lastmod></url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join("\n")}</urlset>`;
}

function sitemapIndex(origin: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>${origin}/sitemaps/first.xml</loc></sitemap>
<sitemap><loc>${origin}/sitemaps/second.xml.gz</loc></sitemap>
</sitemapindex>`;
}

function rss(origin: string): string {
  const items = OPEN_ARTICLES.map(
    ({ path, title, datePublished }) =>
      `<item><title>${escapeHtml(title)}</title><link>${origin}${path}?utm_source=rss</link><guid>${origin}${path}</guid><pubDate>${new Date(datePublished).toUTCString()}</pubDate></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Odd &amp; Sons</title><link>${origin}/</link><description>Oddities</description>
${items.join("\n")}</channel></rss>`;
}

function atom(origin: string): string {
  const entries = OPEN_ARTICLES.map(
    ({ path, title, authors, datePublished }) =>
      `<entry><title>${escapeHtml(title)}</title><id>${origin}${path}</id><link href="${path}"/><updated>${datePublished}</updated><author><name>${escapeHtml(authors.join(", "))}</name></author></entry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="${origin}/"><title>Odd &amp; Sons</title><id>${origin}/</id><updated>2026-02-12T09:00:00Z</updated>
${entries.join("\n")}</feed>`;
}

function frontPage(): string {
  const links = oddPages.map(({ path, what }) => `<li><a href="${path}">${escapeHtml(what)}</a></li>`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Odd &amp; Sons</title>
<link rel="alternate" type="application/rss+xml" href="/feed.rss"><link rel="alternate" type="application/atom+xml" href="/feed.atom"></head>
<body><h1>Odd &amp; Sons</h1><ul>${links.join("\n")}</ul></body></html>`;
}

/** The files of the odd host that are sent whole and as they are, by path. */
export function oddFile(path: string, origin: string): SitePage | null {
  switch (path) {
    case "/":
      return { type: "text/html; charset=utf-8", body: frontPage() };
    case "/robots.txt":
      return { type: "text/plain; charset=utf-8", body: ROBOTS(origin) };
    case "/sitemap-index.xml":
      return { type: "application/xml", body: sitemapIndex(origin) };
    case "/sitemaps/first.xml":
      return { type: "application/xml", body: sitemap(origin, OPEN_ARTICLES.slice(0, HALF)) };
    case "/sitemaps/second.xml.gz":
      return { type: "application/gzip", body: gzipSync(sitemap(origin, OPEN_ARTICLES.slice(HALF))) };
    case "/feed.rss":
      return { type: "application/rss+xml; charset=utf-8", body: rss(origin) };
    case "/feed.atom":
      return { type: "application/atom+xml; charset=utf-8", body: atom(origin) };
    case "/files/minutes.pdf":
      return { type: "application/pdf", body: pdfDocument() };
    case "/files/picture.png":
      return { type: "image/png", body: pngImage() };
    case "/files/data.json":
      return { type: "application/json", body: '{"tides":[1.2,4.8]}' };
    case "/empty":
      return { type: "text/html; charset=utf-8", body: "" };
    default:
      return null;
  }
}
