import { SEMANTIC_TAGS, escapeHtml } from "../html.ts";
import { readStories } from "../read-stories.ts";
import { storyLines } from "../story.ts";
import type { Story } from "../story.ts";
import type { OddCharset } from "./encode-text.ts";

export type ContentCoding = "gzip" | "br" | "zstd" | "deflate";

/** An article that comes over the wire in an odd way. */
export interface OddArticle {
  readonly path: string;
  readonly title: string;
  readonly language: string;
  readonly authors: readonly string[];
  readonly datePublished: string;
  readonly paragraphs: readonly string[];
  /** The encoding of the bytes. */
  readonly charset: OddCharset;
  /** The Content-Type header. */
  readonly contentType: string;
  readonly coding: ContentCoding | null;
  readonly html: string;
}

export const ODD_ARTICLES: readonly OddArticle[] = readStories(
  new URL("../stories/odd.md", import.meta.url),
).map((story) => {
  const charset = (story.extra["charset"] ?? "utf-8") as OddCharset;
  return {
    path: `/${story.section}/${story.slug}`,
    title: story.title,
    language: story.extra["language"] ?? "en",
    authors: story.authors,
    datePublished: story.published,
    paragraphs: storyLines(story),
    charset,
    // The legacy encodings are named by the page's own meta element alone.
    contentType: story.extra["header"] ?? (charset === "utf-8" ? "text/html; charset=utf-8" : "text/html"),
    coding: (story.extra["coding"] ?? null) as ContentCoding | null,
    html: page(story, charset),
  };
});

function page(story: Story, charset: OddCharset): string {
  const paragraphs = story.blocks.map((block) =>
    block.kind === "paragraph" ? SEMANTIC_TAGS.paragraph(escapeHtml(block.text)) : "",
  );
  return `<!doctype html>
<html lang="${story.extra["language"] ?? "en"}">
<head><meta charset="${charset}"><title>${escapeHtml(story.title)}</title>
<meta name="author" content="${escapeHtml(story.authors.join(", "))}">
<meta property="article:published_time" content="${story.published}"></head>
<body><nav><a href="/">Odd &amp; Sons</a></nav>
<main><article><h1>${escapeHtml(story.title)}</h1>
${paragraphs.join("\n")}
</article></main><footer>Odd &amp; Sons, printers since 1911</footer></body></html>`;
}
