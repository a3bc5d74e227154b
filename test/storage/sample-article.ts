import { createHash } from "node:crypto";
import type { StorableArticle } from "../../storage/article-store.ts";

/** An article with every field filled. `text` decides the contentHash as the extractor would: white space folded. */
export function sampleArticle(
  name: string,
  text: string = `The ${name} left the quay at noon.`,
): StorableArticle {
  const url = `https://lighthouse.example/${encodeURIComponent(name.toWellFormed())}`;
  return {
    schemaVersion: 1,
    id: `article-${name}`,
    url,
    source: null,
    canonicalUrl: url,
    "@type": "NewsArticle",
    headline: `News of ${name}`,
    alternativeHeadline: null,
    description: "A short account.",
    articleSection: "Harbour",
    author: [{ name: "Ada Wren", url: null }],
    publisher: { name: "The Lighthouse" },
    datePublished: "2024-03-02T09:15:00+02:00",
    datePublishedRaw: "2 March, 9.15",
    dateModified: null,
    dateline: null,
    inLanguage: "en",
    keywords: ["boats"],
    image: [{ url: "https://lighthouse.example/quay.jpg", caption: "The quay", creditText: null }],
    isAccessibleForFree: true,
    articleBody: text,
    wordCount: 7,
    markdown: `# News of ${name}\n\n${text}`,
    html: `<p>${text}</p>`,
    extraction: {
      version: "1.0.0",
      pageType: "article",
      confidence: 0.9,
      warnings: [],
      removed: [{ type: "share", rule: "share-bar", path: "html>body>div", text: "Share" }],
      fieldSources: { headline: "json-ld" },
    },
    fetch: {
      status: 200,
      finalUrl: url,
      fetchedAt: "2024-03-02T10:00:00.000Z",
      renderer: "http",
      etag: '"1"',
      lastModified: null,
      robots: { verdict: "allowed", source: "https://lighthouse.example/robots.txt" },
      bytes: 1234,
      ms: 12,
      pageKey: null,
    },
    dedup: { contentHash: hashOf(text), clusterId: null, relation: null, of: null },
  };
}

/** The same article with another text. */
export function withText(article: StorableArticle, text: string): StorableArticle {
  return { ...article, articleBody: text, dedup: { ...article.dedup, contentHash: hashOf(text) } };
}

export function sampleArticles(prefix: string, count: number): StorableArticle[] {
  return Array.from({ length: count }, (_, i) => sampleArticle(`${prefix}-${i}`));
}

function hashOf(text: string): string {
  return createHash("sha256").update(text.replaceAll(/\s+/gu, " ").trim()).digest("hex");
}
