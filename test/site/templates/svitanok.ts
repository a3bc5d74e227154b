import type { ArticleContext, BlockTags, HostTemplate, ListingContext, StoryLink } from "../host-template.ts";
import { SEMANTIC_TAGS, displayDate, escapeHtml, interleave, textNumber } from "../html.ts";
import { canonicalLink, feedLink, imageUrl } from "../metadata.ts";

/**
 * An agency in Ukrainian with an English edition. The article's container also holds the URL slug as text, view
 * counters whose word mixes a Latin "i" into Cyrillic, inline related lines with date and counter, and two lists.
 */

const SITE_NAME = "Світанок";

const CSS = `body{font:16px/1.55 Roboto,Arial,sans-serif;margin:0;background:#f6f7f9}.head{background:#0b3d91;color:#fff;padding:12px 24px}.head a{color:#fff;margin-right:16px}
.content{max-width:760px;margin:16px auto;background:#fff;padding:20px 28px}.content img{width:100%}.news-link{display:block;padding:10px 14px;background:#eef3fb;margin:12px 0;font-weight:700}
.muted{color:#888;font-size:13px}`;

/** The words of the two editions; "переглядiв" ends in a Latin "i" before the "в". */
const WORDS = {
  uk: {
    popular: "Популярні",
    theme: "Новини по темі",
    all: "Усі новини",
    foot: "Використання матеріалів дозволено за умови посилання на Світанок",
    locale: "uk-UA",
  },
  en: {
    popular: "Popular",
    theme: "News by theme",
    all: "All news",
    foot: "Use of materials is allowed with a link to Svitanok",
    locale: "en-GB",
  },
} as const;

const TAGS: BlockTags = {
  ...SEMANTIC_TAGS,
  quote: (html, attribution) => `<p><i>${html}</i></p>${attribution === null ? "" : `<p>${attribution}</p>`}`,
};

function edition(language: string): (typeof WORDS)["uk" | "en"] {
  return language.startsWith("en") ? WORDS.en : WORDS.uk;
}

function views(link: StoryLink, place: string): string {
  return `${2800 + textNumber(link.story.slug + place, 3000)} переглядiв`;
}

function frame(
  context: ArticleContext | ListingContext,
  language: string,
  head: string,
  body: string,
): string {
  const c = context.chrome;
  const words = edition(language);
  return `<!DOCTYPE html>
<html lang="${language}">
<head><meta charset="utf-8">
${head}
${feedLink(context.origin)}
<style>${CSS}</style></head>
<body><div class="head"><a href="/">${c("СВІТАНОК")}</a>${context.sections.map(({ label, url }) => `<a href="${url}">${c(label)}</a>`).join("")}<a href="/">${c("УКР")}</a><a href="/section/english">${c("ENG")}</a></div>
${body}
<div class="muted">${c(words.foot)}</div></body></html>`;
}

/** The link inside the text: headline, date and counter run together, as the agency's own markup has them. */
function inlineRelated(context: ArticleContext, link: StoryLink | undefined): string {
  if (link === undefined) return "";
  const stamp = displayDate(link.story.published, "uk-UA", {
    day: "2-digit",
    month: "2-digit",
    year: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  const line = `${link.story.title}${stamp} • ${views(link, "inline")}`;
  return `<a class="news-link" href="${link.url}">${context.chrome(line)}</a>`;
}

function list(context: ArticleContext, links: readonly StoryLink[], place: string): string {
  const c = context.chrome;
  return links
    .map(
      (link) =>
        `<div><a href="${link.url}">${c(link.story.title)}</a><div class="muted">${c(` • ${views(link, place)}`)}</div></div>`,
    )
    .join("\n");
}

function article(context: ArticleContext): string {
  const { story, language, chrome: c } = context;
  const words = edition(language);
  const [first, second, ...rest] = context.others;
  const blocks = context.blocks(TAGS);
  const picture = story.images[0];
  const stamp = displayDate(story.published, words.locale, { dateStyle: "long", timeStyle: "short" });
  const body = `<div class="content" itemscope itemtype="https://schema.org/NewsArticle"><meta itemprop="datePublished" content="${story.published}"><meta itemprop="inLanguage" content="${language}">
<div class="muted slug">${c(story.slug)}</div>
<h1 itemprop="headline">${escapeHtml(story.title)}</h1>
<div class="muted"><span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">${c(story.authors[0] ?? "")}</span></span> <span>${c(stamp)}</span></div>
<div class="muted">${c(` • ${2800 + textNumber(story.slug, 3000)} переглядiв`)}</div>
${picture === undefined ? "" : `<img itemprop="image" src="${imageUrl(context)}" alt="">`}
${story.standfirst === null ? "" : `<p><b>${escapeHtml(story.standfirst)}</b></p>`}
<div itemprop="articleBody">${interleave(blocks, { 2: inlineRelated(context, first), [blocks.length - 1]: inlineRelated(context, second) })}</div>
<div class="muted">${story.keywords.map((word) => `<a href="/">${c(word)}</a>`).join(" ")}</div>
<h3>${c(words.popular)}</h3>
${list(context, rest.slice(0, 3), "popular")}
<h3>${c(words.theme)}</h3>
${list(context, rest.slice(2, 6), "theme")}</div>`;
  const head = `<title>${escapeHtml(story.title)} | ${SITE_NAME}</title>\n${canonicalLink(context.url)}\n<meta name="description" content="${escapeHtml(story.standfirst ?? story.title)}">`;
  return frame(context, language, head, body);
}

function listing(context: ListingContext): string {
  const rows = context.links.map(
    (link) =>
      `<div><a href="${escapeHtml(link.href)}">${escapeHtml(link.story.title)}</a><div class="muted">• ${views(link, "front")}</div></div>`,
  );
  const next = context.next === null ? "" : `<a href="${context.next}">Далі</a>`;
  const head = `<title>${escapeHtml(context.title)}</title>${canonicalLink(context.url)}`;
  return frame(
    context,
    "uk",
    head,
    `<div class="content"><h1>${escapeHtml(context.title)}</h1>${rows.join("\n")}${next}</div>`,
  );
}

export const svitanok: HostTemplate = {
  name: "svitanok",
  siteName: SITE_NAME,
  language: "uk",
  kind: "hard",
  sections: { kyiv: "Київ", society: "Суспільство", english: "English" },
  articlePath: (story) => (story.section === "english" ? `/en/news/${story.slug}` : `/news/${story.slug}`),
  needsBrowser: () => false,
  article,
  listing,
};
