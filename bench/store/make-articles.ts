import { createHash } from "node:crypto";
import type { StorableArticle } from "../../storage/article-store.ts";

const SYLLABLES = ["ka", "lo", "mi", "ran", "tes", "u", "vor", "shi", "ne", "bal", "dur", "o", "pen", "qui"];
/** Words of a language; how often each occurs falls off as in one (Zipf's law). */
const VOCABULARY = 30_000;

/** Articles of generated text, the same ones for the same numbers. `words` is the length of a text. */
export function makeArticle(number: number, words: number): StorableArticle {
  const random = randomNumbers(number + 1);
  const text = Array.from({ length: words }, () => wordOf(Math.floor(random() ** 4 * VOCABULARY))).join(" ");
  const contentHash = createHash("sha256").update(text).digest("hex");
  const url = `https://host-${number % 40}.example/news/${number}-${contentHash.slice(0, 16)}`;
  // As the extractor makes them.
  const id = createHash("sha256").update(url).digest("hex").slice(0, 16);
  return {
    schemaVersion: 1,
    id,
    url,
    source: number % 2 === 0 ? null : `source-${number % 25}`,
    canonicalUrl: url,
    "@type": "NewsArticle",
    headline: text.split(" ", 8).join(" "),
    alternativeHeadline: null,
    description: null,
    articleSection: null,
    author: [{ name: "Ada Wren", url: null }],
    publisher: { name: "The Lighthouse" },
    datePublished: new Date(1_700_000_000_000 + number * 60_000).toISOString(),
    datePublishedRaw: null,
    dateModified: null,
    dateline: null,
    inLanguage: "en",
    keywords: [],
    image: [],
    isAccessibleForFree: true,
    articleBody: text,
    wordCount: words,
    markdown: text,
    html: `<p>${text}</p>`,
    extraction: {
      version: "1.0.0",
      pageType: "article",
      confidence: 0.9,
      warnings: [],
      removed: [],
      fieldSources: {},
    },
    fetch: {
      status: 200,
      finalUrl: url,
      fetchedAt: "2026-03-02T10:00:00.000Z",
      renderer: "http",
      etag: null,
      lastModified: null,
      robots: { verdict: "allowed", source: null },
      bytes: 40_000,
      ms: 120,
      pageKey: contentHash,
    },
    dedup: { contentHash, clusterId: null, relation: null, of: null },
  };
}

/** The word of a rank, 0 the most frequent. */
export function wordOf(rank: number): string {
  let word = "";
  for (let rest = rank + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length] ?? "";
  return word;
}

/** Park and Miller's generator. */
function randomNumbers(seed: number): () => number {
  let state = (seed * 48_271) % 2_147_483_647;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
