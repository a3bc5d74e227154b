import type { ArticleContext, BlockTags, HostTemplate, ListingContext } from "../host-template.ts";
import { SEMANTIC_TAGS, displayDate, escapeHtml, interleave, jsonScript } from "../html.ts";
import { breadcrumbList, canonicalLink, feedLink, imageUrl, newsArticle } from "../metadata.ts";

/**
 * Hashed class names over a soup of divs, the body in two sibling containers with a promotion between them.
 * Newsletter line, caption and `PHOTO: …` are bare lines above the text; the wire signs off in the last paragraph.
 */

const SITE_NAME = "Harbour Gazette";

const CSS = `.css-1q0v{font:17px/1.55 Arial,sans-serif;color:#1d1d1d;margin:0}.css-8ka2{background:#b3122b;color:#fff;padding:14px 28px;display:flex;gap:22px}
.css-8ka2 a{color:#fff;text-decoration:none}.css-p41x{max-width:680px;margin:24px auto}.css-h7tz{font-size:36px;line-height:1.1;font-weight:700}
.css-m0dd{border:1px solid #ddd;padding:12px;margin:14px 0;background:#fafafa}.css-2zzu{font-size:13px;color:#777}.css-vv3n{margin:0 0 16px}
.css-zk91 img{width:100%}.css-b00k{display:flex;gap:12px;font-size:13px}.css-e1e1{font-weight:700;font-size:20px;margin:22px 0 10px}`;

const TAGS: BlockTags = {
  ...SEMANTIC_TAGS,
  paragraph: (html) => `<div class="css-vv3n">${html}</div>`,
  heading: (html) => `<div class="css-e1e1" role="heading" aria-level="2">${html}</div>`,
  quote: (html, attribution) =>
    `<div class="css-vv3n"><div class="css-q2q2">${html}</div>${attribution === null ? "" : `<div class="css-q3q3">${attribution}</div>`}</div>`,
};

function frame(context: ArticleContext | ListingContext, title: string, head: string, body: string): string {
  const c = context.chrome;
  const menu = context.sections.map(
    ({ label, url }) => `<div class="css-nn0a"><a href="${url}">${c(label)}</a></div>`,
  );
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
${head}
${feedLink(context.origin)}
<style data-emotion="css">${CSS}</style></head>
<body class="css-1q0v">
<div id="__app"><div class="css-8ka2"><div class="css-lg0o"><a href="/">${c("HARBOUR GAZETTE")}</a></div>${menu.join("")}<div class="css-sub5"><a href="/">${c("Subscribe for 90p a week")}</a></div><div class="css-sub6"><a href="/">${c("Log in")}</a></div></div>
<div class="css-p41x">${body}</div>
<div class="css-f00t css-2zzu"><div>${c("Harbour Gazette Ltd, 4 Customs Row, Bracken Quay")}</div><div>${c("All rights reserved. No part may be reproduced without permission.")}</div></div></div>
</body></html>`;
}

function withDateline(blocks: string[], context: ArticleContext): string[] {
  const { dateline, wire } = context.story.extra;
  const marked = [...blocks];
  if (dateline !== undefined) marked[0] = (marked[0] ?? "").replace(/>/, `>${escapeHtml(dateline)} – `);
  if (wire !== undefined) {
    const last = marked.length - 1;
    marked[last] = (marked[last] ?? "").replace(
      /<\/div>$/,
      ` <span class="css-w1re">${context.chrome(wire)}</span></div>`,
    );
  }
  return marked;
}

function article(context: ArticleContext): string {
  const { story, chrome: c } = context;
  const [first, second] = context.others;
  const blocks = withDateline(context.blocks(TAGS), context);
  const half = Math.ceil(blocks.length / 2);
  const picture = story.images[0];
  const inline =
    first === undefined
      ? ""
      : `<div class="css-m0dd"><a href="${first.url}">${c(`Read also: ${first.story.title}`)}</a></div>`;
  const promo = `<div class="css-m0dd"><div>${c("Get the tide times and the headlines on your phone")}</div><div><button class="css-b1bb">${c("Download the Gazette app")}</button></div></div>`;
  const share = ["Facebook", "Messages", "Print"]
    .map((name) => `<div><a href="/">${c(name)}</a></div>`)
    .join("");
  const body = `<div class="css-2zzu"><a href="/">${c("Gazette")}</a> / <a href="/section/${story.section}">${c(context.sectionLabel)}</a></div>
<h1 class="css-h7tz">${escapeHtml(story.title)}</h1>
<div class="css-m0dd"><div>${c("Sign up now: the Gazette's morning tide table in your inbox")}</div></div>
${picture === undefined ? "" : `<div class="css-zk91"><img src="${imageUrl(context)}" alt="${escapeHtml(picture.caption)}"><div class="css-2zzu">${c(picture.caption)}</div><div class="css-2zzu">${c(`PHOTO: ${picture.credit.toUpperCase()}`)}</div></div>`}
<div class="css-2zzu">${c(story.authors.join(", "))}</div>
<div class="css-2zzu">${c(`Published ${displayDate(story.published, "en-GB", { dateStyle: "medium", timeStyle: "short" })}`)}</div>
<div class="css-b00k">${share}</div>
${story.standfirst === null ? "" : `<div class="css-st4d">${escapeHtml(story.standfirst)}</div>`}
<div class="css-c0l1"><div class="css-r0w9">${interleave(blocks.slice(0, half), { 1: inline })}</div></div>
<div class="css-c0l2">${promo}</div>
<div class="css-c0l1"><div class="css-r0w9">${blocks.slice(half).join("\n")}</div></div>
<div class="css-2zzu">${c("More on this topic")}</div>
<div class="css-m0dd">${second === undefined ? "" : `<a href="${second.url}">${c(second.story.title)}</a>`}</div>
<div class="css-b00k">${story.keywords.map((word) => `<div class="css-tg7t"><a href="/">${c(word)}</a></div>`).join("")}</div>`;
  const data = [
    { "@context": "https://schema.org", ...breadcrumbList(context) },
    { "@context": "https://schema.org", ...newsArticle(context, SITE_NAME) },
  ];
  const head = `${canonicalLink(context.url)}\n<meta property="og:title" content="${escapeHtml(story.title)}">\n${jsonScript("application/ld+json", data)}`;
  return frame(context, `${story.title} - ${SITE_NAME}`, head, body);
}

function listing(context: ListingContext): string {
  const cards = context.links.map(
    ({ href, story }) =>
      `<div class="css-m0dd"><a href="${escapeHtml(href)}"><div class="css-e1e1">${escapeHtml(story.title)}</div></a><div class="css-2zzu">${displayDate(story.published, "en-GB", { dateStyle: "medium" })}</div></div>`,
  );
  const more =
    context.next === null ? "" : `<div class="css-b1bb"><a href="${context.next}">Load more</a></div>`;
  return frame(
    context,
    context.title,
    canonicalLink(context.url),
    `<div class="css-h7tz">${escapeHtml(context.title)}</div>${cards.join("\n")}${more}`,
  );
}

export const harbour: HostTemplate = {
  name: "harbour",
  siteName: SITE_NAME,
  language: "en",
  kind: "hard",
  sections: { port: "Port", business: "Business", region: "Region" },
  articlePath: (story) => `/${story.section}/${story.slug}`,
  needsBrowser: () => false,
  article,
  listing,
};
