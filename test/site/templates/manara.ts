import type { ArticleContext, HostTemplate, ListingContext } from "../host-template.ts";
import { SEMANTIC_TAGS, displayDate, escapeHtml, interleave } from "../html.ts";
import { canonicalLink, feedLink, imageUrl, openGraph } from "../metadata.ts";

/** An Arabic newspaper, written from right to left, with Arabic paths and the body in two sibling containers. */

const SITE_NAME = "صحيفة المنارة";

const CSS = `body{font:18px/1.9 "Noto Naskh Arabic",Tahoma,serif;margin:0}.bar{background:#5a1f6b;padding:12px 24px}.bar a{color:#fff;margin-left:18px}
.page{max-width:720px;margin:20px auto}.meta{font-size:14px;color:#777}.page img{width:100%}.box{background:#f5eef8;padding:12px;margin:16px 0}`;

function frame(context: ArticleContext | ListingContext, head: string, body: string): string {
  const c = context.chrome;
  return `<!DOCTYPE html>
<html lang="ar" dir="rtl">
<head><meta charset="utf-8">
${head}
${feedLink(context.origin)}
<style>${CSS}</style></head>
<body><nav class="bar"><a href="/">${c(SITE_NAME)}</a>${context.sections.map(({ label, url }) => `<a href="${url}">${c(label)}</a>`).join("")}</nav>
<div class="page">${body}</div>
<footer class="meta">${c("جميع الحقوق محفوظة لصحيفة المنارة ٢٠٢٦")} <a href="/">${c("سياسة الخصوصية")}</a></footer>
</body></html>`;
}

function article(context: ArticleContext): string {
  const { story, chrome: c } = context;
  const [first, ...rest] = context.others;
  const picture = story.images[0];
  const blocks = context.blocks(SEMANTIC_TAGS);
  const half = Math.ceil(blocks.length / 2);
  const readAlso =
    first === undefined
      ? ""
      : `<p class="related-inline"><a href="${first.url}">${c(`اقرأ أيضًا: ${first.story.title}`)}</a></p>`;
  const most = rest
    .slice(0, 3)
    .map(({ url, story: other }) => `<li><a href="${url}">${c(other.title)}</a></li>`);
  const date = displayDate(story.published, "ar-EG", { dateStyle: "long", timeStyle: "short" });
  const body = `<nav class="meta breadcrumb"><a href="/">${c("الرئيسية")}</a> / <a href="/section/${story.section}">${c(context.sectionLabel)}</a></nav>
<header><h1>${escapeHtml(story.title)}</h1>${story.standfirst === null ? "" : `<p class="standfirst">${escapeHtml(story.standfirst)}</p>`}</header>
<div class="meta byline">${c(`كتب: ${story.authors.join(" و")}`)}</div><time class="meta" datetime="${story.published}">${c(date)}</time>
<div class="share meta"><span>${c("شارك الخبر")}</span> <a href="/">${c("نسخ الرابط")}</a></div>
${picture === undefined ? "" : `<figure><img src="${imageUrl(context)}" alt=""><figcaption class="meta">${c(picture.caption)} <span>${c(`تصوير: ${picture.credit}`)}</span></figcaption></figure>`}
<article><div class="text">${interleave(blocks.slice(0, half), { 1: readAlso })}</div>
<div class="box newsletter"><p>${c("اشترك في نشرتنا البريدية لتصلك أهم الأخبار كل صباح")}</p><form><input type="email"><button>${c("اشترك الآن")}</button></form></div>
<div class="text">${blocks.slice(half).join("\n")}</div></article>
<ul class="meta tags">${story.keywords.map((word) => `<li><a href="/">${c(word)}</a></li>`).join("")}</ul>
<aside class="box"><h2>${c("الأكثر قراءة")}</h2><ol>${most.join("")}</ol></aside>`;
  const head = `<title>${escapeHtml(story.title)} - ${SITE_NAME}</title>\n${canonicalLink(context.url)}\n${openGraph(context, SITE_NAME)}`;
  return frame(context, head, body);
}

function listing(context: ListingContext): string {
  const items = context.links.map(
    ({ href, story }) =>
      `<div class="box"><a href="${escapeHtml(href)}">${escapeHtml(story.title)}</a><p>${escapeHtml(story.standfirst ?? "")}</p></div>`,
  );
  const next = context.next === null ? "" : `<a href="${context.next}">المزيد</a>`;
  const head = `<title>${escapeHtml(context.title)}</title>${canonicalLink(context.url)}`;
  return frame(context, head, `<h1>${escapeHtml(context.title)}</h1>${items.join("\n")}${next}`);
}

export const manara: HostTemplate = {
  name: "manara",
  siteName: SITE_NAME,
  language: "ar",
  kind: "plain",
  sections: { city: "المدينة", economy: "اقتصاد", culture: "ثقافة" },
  articlePath: (story) => `/${story.section}/${story.title.replace(/[^\p{L}\p{N}]+/gu, "-")}`,
  needsBrowser: () => false,
  article,
  listing,
};
