import { escapeHtml } from "./html.ts";
import type { ArticleContext } from "./host-template.ts";

/** The address of a story's n-th picture. */
export function imageUrl(context: ArticleContext, index = 0): string {
  return `${context.origin}/media/${context.story.slug}-${index + 1}.svg`;
}

/** schema.org facts of the page, without `@context`. */
export function newsArticle(context: ArticleContext, siteName: string): Record<string, unknown> {
  const { story } = context;
  return {
    "@type": "NewsArticle",
    mainEntityOfPage: { "@type": "WebPage", "@id": context.url },
    headline: story.title,
    ...(story.standfirst === null ? {} : { description: story.standfirst }),
    articleSection: context.sectionLabel,
    author: story.authors.map((name) => ({ "@type": "Person", name })),
    publisher: { "@type": "NewsMediaOrganization", name: siteName, logo: `${context.origin}/media/logo.svg` },
    datePublished: story.published,
    dateModified: story.modified ?? story.published,
    inLanguage: context.language,
    keywords: story.keywords,
    image: story.images.map((image, index) => ({
      "@type": "ImageObject",
      url: imageUrl(context, index),
      caption: image.caption,
      creditText: image.credit,
    })),
    isAccessibleForFree: true,
  };
}

export function breadcrumbList(context: ArticleContext): Record<string, unknown> {
  const names = [
    ["Home", `${context.origin}/`],
    [context.sectionLabel, `${context.origin}/section/${context.story.section}`],
    [context.story.title, context.url],
  ];
  return {
    "@type": "BreadcrumbList",
    itemListElement: names.map(([name, item], index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item,
    })),
  };
}

/** `<meta property>` elements of the Open Graph protocol and its article namespace. */
export function openGraph(context: ArticleContext, siteName: string): string {
  const { story } = context;
  const pairs: [string, string][] = [
    ["og:type", "article"],
    ["og:site_name", siteName],
    ["og:title", story.title],
    ["og:url", context.url],
    ["og:locale", context.language.replace("-", "_")],
    ["article:published_time", story.published],
    ["article:section", context.sectionLabel],
    ...(story.standfirst === null ? [] : [["og:description", story.standfirst] as [string, string]]),
    ...(story.modified === null ? [] : [["article:modified_time", story.modified] as [string, string]]),
    ...(story.images.length === 0 ? [] : [["og:image", imageUrl(context)] as [string, string]]),
    ...story.authors.map((name): [string, string] => ["article:author", name]),
    ...story.keywords.map((word): [string, string] => ["article:tag", word]),
  ];
  return pairs.map(([key, value]) => `<meta property="${key}" content="${escapeHtml(value)}">`).join("\n");
}

export function canonicalLink(url: string): string {
  return `<link rel="canonical" href="${escapeHtml(url)}">`;
}

export function feedLink(origin: string): string {
  return `<link rel="alternate" type="application/rss+xml" title="RSS" href="${origin}/rss.xml">
<link rel="alternate" type="application/feed+json" title="JSON Feed" href="/feed.json">`;
}
