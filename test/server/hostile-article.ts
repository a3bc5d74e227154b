import type { StorableArticle } from "../../storage/article-store.ts";

const SCRIPT = `<script>hacked = 1</script>`;
const ATTRIBUTE = `" onclick="hacked = 1" x="'><img src=x onerror="hacked = 1">`;

/** An article in which every text tries to be more than text. */
export function hostileArticle(like: StorableArticle): StorableArticle {
  return {
    ...like,
    id: "hostile",
    url: `https://evil.example/${encodeURIComponent(ATTRIBUTE)}`,
    canonicalUrl: "javascript:hacked=1",
    headline: `${SCRIPT}${ATTRIBUTE}]]>`,
    description: `${SCRIPT}]]><script>`,
    articleBody: `${SCRIPT}\n\n${ATTRIBUTE}`,
    html: `<p>${SCRIPT}<a href="javascript:hacked=1">a</a><iframe srcdoc="${SCRIPT}"></iframe><img src="x" onerror="hacked=1"></p><svg onload="hacked=1">`,
    articleSection: ATTRIBUTE,
    author: [{ name: SCRIPT, url: "javascript:hacked=1" }],
    publisher: { name: ATTRIBUTE },
    keywords: [SCRIPT, ATTRIBUTE],
    inLanguage: `en${ATTRIBUTE}`,
    datePublished: `2026-03-01${ATTRIBUTE}`,
    source: ATTRIBUTE,
    image: [],
    fetch: null,
    extraction: {
      ...like.extraction,
      removed: [{ type: "ad", rule: ATTRIBUTE, path: SCRIPT, text: `${SCRIPT}${ATTRIBUTE}` }],
    },
    dedup: { ...like.dedup, contentHash: "e".repeat(64) },
  };
}
