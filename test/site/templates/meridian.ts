import type { ArticleContext, BlockTags, HostTemplate, ListingContext } from "../host-template.ts";
import { displayDate, escapeHtml, interleave, jsonScript } from "../html.ts";
import { breadcrumbList, canonicalLink, feedLink, imageUrl, newsArticle } from "../metadata.ts";

/**
 * The body is one element whose paragraphs are parted by `<br>`. Around it: a date strip in two languages, a
 * breadcrumb, an image credit, `Last Updated :`, `Listen to This Article`, an inline `Read more:`, `First Published:`.
 */

const SITE_NAME = "Meridian Standard";

const CSS = `body{font:16px/1.6 Helvetica,Arial,sans-serif;margin:0;background:#fff7f0}.top-strip{font-size:12px;background:#eee;padding:4px 24px}
.masthead{background:#fff;border-bottom:3px solid #c40;padding:12px 24px;font-size:26px;font-weight:700}.masthead a{font-size:14px;margin-left:18px}
.wrap{max-width:720px;margin:0 auto;background:#fff;padding:18px 28px}.imgBox img{width:100%}.credit,.updated,.crumb,.first{font-size:12px;color:#777}
.audio{background:#f2f2f2;padding:8px;border-radius:4px;margin:10px 0}h2.sub{font-size:18px;font-weight:400;color:#444}`;

const BREAK = "<br>&nbsp;<br>\n";

const TAGS: BlockTags = {
  paragraph: (html) => `${html}${BREAK}`,
  heading: (html) => `<b>${html}</b>${BREAK}`,
  list: (items) => `${items.map((item) => `&bull; ${item}<br>`).join("\n")}<br>\n`,
  quote: (html, attribution) => `${html}${BREAK}${attribution === null ? "" : `${attribution}${BREAK}`}`,
  table: (rows) => `${rows.map((row) => row.join("&nbsp;&nbsp;|&nbsp;&nbsp;")).join("<br>\n")}<br><br>\n`,
};

function frame(context: ArticleContext | ListingContext, title: string, head: string, body: string): string {
  const c = context.chrome;
  const menu = context.sections.map(({ label, url }) => `<a href="${url}">${c(label)}</a>`).join("");
  return `<!DOCTYPE html>
<html lang="en-IN">
<head><meta charset="UTF-8"><title>${escapeHtml(title)}</title>
${head}
${feedLink(context.origin)}
<style>${CSS}</style></head>
<body>
<div class="top-strip"><span>${c("Sunday, 15 March 2026 | 11:23 AM IST")}</span><a href="/">${c("हिंदी में पढ़ें")}</a></div>
<div class="masthead"><a href="/">${c(SITE_NAME)}</a>${menu}</div>
<div class="wrap">${body}</div>
<div class="top-strip">${c("Meridian Standard Media Pvt. Terms of Use. Privacy Policy.")}</div>
</body></html>`;
}

function stamp(iso: string): string {
  return `${displayDate(iso, "en-GB", { day: "2-digit", month: "short", year: "numeric" })} | ${displayDate(iso, "en-US", { hour: "numeric", minute: "2-digit" })} IST`;
}

function article(context: ArticleContext): string {
  const { story, chrome: c } = context;
  const [first, ...rest] = context.others;
  const picture = story.images[0];
  const readMore =
    first === undefined ? "" : `<a href="${first.url}">${c(`Read more: ${first.story.title}`)}</a>${BREAK}`;
  const latest = rest
    .slice(0, 3)
    .map(({ url, story: other }) => `<li><a href="${url}">${c(other.title)}</a></li>`);
  const body = `<div class="crumb"><a href="/">${c("Home")}</a> / <a href="/section/${story.section}">${c(context.sectionLabel)}</a> / <span>${escapeHtml(story.title)}</span></div>
<h1>${escapeHtml(story.title)}</h1>
${story.standfirst === null ? "" : `<h2 class="sub">${escapeHtml(story.standfirst)}</h2>`}
${picture === undefined ? "" : `<div class="imgBox"><img src="${imageUrl(context)}" alt="${escapeHtml(picture.caption)}"><div class="credit">${c(`${picture.caption} | Image: ${picture.credit}`)}</div></div>`}
<div class="updated"><span>${c(story.extra["agency"] ?? "Meridian News Desk")}</span> <span>${c(`Last Updated : ${stamp(story.modified ?? story.published)}`)}</span></div>
<div class="audio"><button>▶</button> <span>${c("Listen to This Article")}</span></div>
<div class="storycontent" id="parent_top_div"><div>${c(`By ${story.authors.join(" and ")}`)}${BREAK}
${interleave(context.blocks(TAGS), { 2: readMore })}</div>
<div class="first">${c(`First Published: ${stamp(story.published)}`)}</div></div>
<div class="topics">${c("Topics :")} ${story.keywords.map((word) => `<a href="/">${c(word)}</a>`).join(" ")}</div>
<div class="latest"><h3>${c("Latest News")}</h3><ul>${latest.join("")}</ul></div>
<div class="connect">${c("Connect with us on the Meridian channel")}</div>`;
  const graph = {
    "@context": "https://schema.org",
    "@graph": [
      { "@type": "WebSite", name: SITE_NAME, url: `${context.origin}/` },
      breadcrumbList(context),
      newsArticle(context, SITE_NAME),
    ],
  };
  const head = `${canonicalLink(context.url)}\n${jsonScript("application/ld+json", graph)}`;
  return frame(context, `${story.title} | ${context.sectionLabel} - ${SITE_NAME}`, head, body);
}

function listing(context: ListingContext): string {
  const items = context.links.map(
    ({ href, story }) =>
      `<div class="cardlist"><a href="${escapeHtml(href)}"><b>${escapeHtml(story.title)}</b></a><br>${escapeHtml(story.standfirst ?? "")}</div>`,
  );
  const pager = [context.previous, context.next].map((url, index) =>
    url === null ? "" : `<a href="${url}">${index === 0 ? "« Prev" : "Next »"}</a>`,
  );
  return frame(
    context,
    context.title,
    canonicalLink(context.url),
    `<h1>${escapeHtml(context.title)}</h1>${items.join("\n")}<div class="pager">${pager.join(" ")}</div>`,
  );
}

export const meridian: HostTemplate = {
  name: "meridian",
  siteName: SITE_NAME,
  language: "en-IN",
  kind: "hard",
  sections: { world: "World News", markets: "Markets", cities: "Cities" },
  articlePath: (story) =>
    `/${story.section}/${story.slug}-${story.published.slice(2, 10).replaceAll("-", "")}00${story.slug.length}_1.html`,
  needsBrowser: () => false,
  article,
  listing,
};
