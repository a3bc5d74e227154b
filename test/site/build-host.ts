import { gzipSync } from "node:zlib";
import { escapeHtml, foldSpace, textNumber } from "./html.ts";
import type { ArticleContext, HostTemplate, SectionLink, StoryLink } from "./host-template.ts";
import {
  atomFeed,
  jsonFeed,
  newsSitemap,
  robotsFile,
  rssFeed,
  sitemap,
  sitemapIndex,
} from "./machine-pages.ts";
import type { SiteArticle, SitePage } from "./site-types.ts";
import { mapLinks, storyLines } from "./story.ts";
import type { Story } from "./story.ts";

const HTML = "text/html; charset=utf-8";
/** Stories on one page of a listing; small, so that every host has a second page. */
const PAGE_SIZE = 5;

export interface BuiltHost {
  readonly host: string;
  /** Pages by path (as `URL.pathname` writes it). */
  readonly pages: ReadonlyMap<string, SitePage>;
  readonly articles: readonly SiteArticle[];
}

/** Renders every page of a host. The result depends on the template, the stories and the origin alone. */
export function buildHost(template: HostTemplate, stories: readonly Story[], origin: string): BuiltHost {
  const host = new URL(origin).hostname;
  const pages = new Map<string, SitePage>(Object.entries(template.assets ?? {}));
  const links = stories.map((story, index) => storyLink(template, story, origin, index));
  const sections = Object.entries(template.sections).map(([slug, label]) => ({
    label,
    url: `${origin}/section/${slug}`,
  }));
  const articles: SiteArticle[] = [];
  for (const link of links) {
    const boilerplate = new Set<string>();
    const context = articleContext({ template, link, links, sections, origin, boilerplate });
    pages.set(pathOf(link.url), { type: HTML, body: template.article(context) });
    for (const [path, page] of Object.entries(template.companions?.(context) ?? {})) pages.set(path, page);
    addPictures(pages, link.story);
    articles.push(siteArticle(template, context, host, boilerplate));
  }
  addListings(pages, { template, links, sections, origin });
  pages.set("/robots.txt", { type: "text/plain", body: robotsFile(origin) });
  pages.set("/sitemap.xml", { type: "application/xml", body: sitemap(links) });
  pages.set("/rss.xml", { type: "application/rss+xml", body: rssFeed(template, origin, links) });
  pages.set("/atom.xml", { type: "application/atom+xml", body: atomFeed(template, origin, links) });
  pages.set("/feed.json", { type: "application/feed+json", body: jsonFeed(template, origin, links) });
  pages.set("/sitemap-index.xml", { type: "application/xml", body: sitemapIndex(origin) });
  pages.set("/sitemaps/news.xml", { type: "text/xml", body: newsSitemap(template, links) });
  pages.set("/sitemaps/all.xml.gz", { type: "application/gzip", body: gzipSync(sitemap(links)) });
  return { host, pages, articles };
}

interface HostParts {
  readonly template: HostTemplate;
  readonly links: readonly StoryLink[];
  readonly sections: readonly SectionLink[];
  readonly origin: string;
}

function pathOf(url: string): string {
  return new URL(url).pathname;
}

function storyLink(template: HostTemplate, story: Story, origin: string, index: number): StoryLink {
  const url = new URL(template.articlePath(story), origin).href;
  const tracking = `${url.includes("?") ? "&" : "?"}utm_source=front&utm_medium=teaser&utm_campaign=top${index}`;
  return { story, url, href: index % 3 === 1 ? url + tracking : url };
}

function articleContext(
  parts: HostParts & { readonly link: StoryLink; readonly boilerplate: Set<string> },
): ArticleContext {
  const { template, link, links, sections, origin, boilerplate } = parts;
  const { story } = link;
  const at = links.indexOf(link);
  const linkTo = (slug: string): string => {
    const target = links.find((other) => other.story.slug === slug);
    if (target === undefined)
      throw new Error(`${template.name}/${story.slug} links to ${slug}, which is no story`);
    return pathOf(target.url);
  };
  const inline = (text: string): string =>
    mapLinks(text, {
      escape: escapeHtml,
      link: (words, slug) => `<a href="${linkTo(slug)}">${escapeHtml(words)}</a>`,
    });
  return {
    origin,
    sections,
    story,
    url: link.url,
    language: story.extra["language"] ?? template.language,
    sectionLabel: template.sections[story.section] ?? story.section,
    others: [...links.slice(at + 1), ...links.slice(0, at)],
    chrome: (text) => {
      boilerplate.add(foldSpace(text));
      return escapeHtml(text);
    },
    blocks: (tags) =>
      story.blocks.map((block) => {
        switch (block.kind) {
          case "paragraph":
            return tags.paragraph(inline(block.text));
          case "heading":
            return tags.heading(inline(block.text));
          case "list":
            return tags.list(block.items.map(inline));
          case "quote":
            return tags.quote(
              inline(block.text),
              block.attribution === null ? null : escapeHtml(block.attribution),
            );
          case "table":
            return tags.table(block.rows.map((row) => row.map(escapeHtml)));
        }
      }),
  };
}

function siteArticle(
  template: HostTemplate,
  context: ArticleContext,
  host: string,
  boilerplate: ReadonlySet<string>,
): SiteArticle {
  const { story, url, language } = context;
  return {
    url,
    host,
    path: pathOf(url),
    title: foldSpace(story.title),
    authors: story.authors,
    datePublished: story.published,
    language,
    canonicalPath: pathOf(url),
    paragraphs: storyLines(story).map(foldSpace),
    boilerplate: [...boilerplate],
    template: template.kind,
    needsBrowser: template.needsBrowser(story),
  };
}

function addListings(pages: Map<string, SitePage>, parts: HostParts): void {
  const { template, links, sections, origin } = parts;
  addPaged(pages, parts, { title: template.siteName, base: "/", links });
  for (const [slug, label] of Object.entries(template.sections)) {
    const own = links.filter((link) => link.story.section === slug);
    addPaged(
      pages,
      { template, links, sections, origin },
      { title: label, base: `/section/${slug}`, links: own },
    );
  }
}

function addPaged(
  pages: Map<string, SitePage>,
  parts: HostParts,
  list: { readonly title: string; readonly base: string; readonly links: readonly StoryLink[] },
): void {
  const count = Math.max(1, Math.ceil(list.links.length / PAGE_SIZE));
  const prefix = list.base === "/" ? "" : list.base;
  const pathTo = (page: number): string => (page === 1 ? list.base : `${prefix}/page/${page}`);
  for (let page = 1; page <= count; page++) {
    const body = parts.template.listing({
      origin: parts.origin,
      sections: parts.sections,
      chrome: escapeHtml,
      title: list.title,
      url: parts.origin + pathTo(page),
      links: list.links.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
      previous: page > 1 ? parts.origin + pathTo(page - 1) : null,
      next: page < count ? parts.origin + pathTo(page + 1) : null,
    });
    pages.set(pathTo(page), { type: HTML, body });
  }
}

/** A drawn landscape for each picture that the story's page shows, in colours of its own. */
function addPictures(pages: Map<string, SitePage>, story: Story): void {
  const count = Math.max(1, story.images.length);
  for (let index = 1; index <= count; index++) {
    const hue = textNumber(`${story.slug}${index}`, 360);
    const body = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 450"><rect width="800" height="450" fill="hsl(${hue} 45% 78%)"/><circle cx="620" cy="110" r="48" fill="hsl(${(hue + 60) % 360} 80% 88%)"/><path d="M0 330 Q200 ${220 + (hue % 80)} 420 320 T800 290 V450 H0Z" fill="hsl(${hue} 40% 48%)"/><path d="M0 390 Q300 330 800 400 V450 H0Z" fill="hsl(${hue} 45% 32%)"/></svg>`;
    pages.set(`/media/${story.slug}-${index}.svg`, { type: "image/svg+xml", body });
  }
}
