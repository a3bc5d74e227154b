import type { ArticleContext, BlockTags, HostTemplate, ListingContext } from "../host-template.ts";
import { SEMANTIC_TAGS, displayDate, escapeHtml, jsonScript } from "../html.ts";
import { canonicalLink, feedLink, imageUrl, newsArticle } from "../metadata.ts";

/** A Japanese newspaper: full-width punctuation, no spaces between words, indented paragraphs. */

const SITE_NAME = "みなと新報";

const CSS = `body{font:16px/1.9 "Hiragino Sans","Noto Sans JP",sans-serif;margin:0}.gnav{background:#1b3a5b;padding:12px 24px}.gnav a{color:#fff;margin-right:18px}
.main{max-width:720px;margin:24px auto}.cap{font-size:13px;color:#666}.sns li{display:inline;margin-right:10px}.ranking{border-top:2px solid #1b3a5b}`;

const TAGS: BlockTags = {
  ...SEMANTIC_TAGS,
  // The ideographic space is how Japanese paragraphs are indented; white space folding takes it away.
  paragraph: (html) => `<p>　${html}</p>`,
  heading: (html) => `<h3 class="midashi">${html}</h3>`,
};

function frame(context: ArticleContext | ListingContext, head: string, body: string): string {
  const c = context.chrome;
  return `<!DOCTYPE html>
<html lang="ja">
<head><meta charset="UTF-8">
${head}
${feedLink(context.origin)}
<style>${CSS}</style></head>
<body>
<header><nav class="gnav"><a href="/">${c(SITE_NAME)}</a>${context.sections.map(({ label, url }) => `<a href="${url}">${c(label)}</a>`).join("")}<a href="/">${c("無料会員登録")}</a></nav></header>
<main class="main">${body}</main>
<footer><p>${c("掲載の記事・写真の無断転載を禁じます。")}</p><p>${c("みなと新報社 港町本社 読者センター")}</p></footer>
</body></html>`;
}

function article(context: ArticleContext): string {
  const { story, chrome: c } = context;
  const picture = story.images[0];
  const ranking = context.others
    .slice(0, 4)
    .map(({ url, story: other }) => `<li><a href="${url}">${c(other.title)}</a></li>`);
  const date = displayDate(story.published, "ja-JP", { dateStyle: "long", timeStyle: "short" });
  const body = `<nav class="breadcrumb"><a href="/">${c("トップ")}</a> ＞ <a href="/section/${story.section}">${c(context.sectionLabel)}</a></nav>
<article><header><h1>${escapeHtml(story.title)}</h1>
<p class="cap"><time datetime="${story.published}">${c(date)}</time> <span class="author">${c(`記者・${story.authors.join("、")}`)}</span></p>
<ul class="sns share"><li>${c("シェア")}</li><li>${c("ブックマーク")}</li><li>${c("印刷する")}</li></ul></header>
${picture === undefined ? "" : `<figure><img src="${imageUrl(context)}" alt=""><figcaption class="cap">${c(`${picture.caption}＝${picture.credit}`)}</figcaption></figure>`}
<div class="honbun">${story.standfirst === null ? "" : `<p class="lead">${escapeHtml(story.standfirst)}</p>`}
${context.blocks(TAGS).join("\n")}</div>
<ul class="tags">${story.keywords.map((word) => `<li><a href="/">${c(`＃${word}`)}</a></li>`).join("")}</ul></article>
<aside class="ranking"><h2>${c("アクセスランキング")}</h2><ol>${ranking.join("")}</ol></aside>
<aside class="mailmag newsletter"><p>${c("朝のニュースメールを受け取る")}</p><form><input type="email"><button>${c("登録する")}</button></form></aside>`;
  const data = { "@context": "https://schema.org", ...newsArticle(context, SITE_NAME) };
  const head = `<title>${escapeHtml(story.title)}｜${SITE_NAME}</title>
${canonicalLink(context.url)}
<meta property="og:type" content="article"><meta property="og:title" content="${escapeHtml(story.title)}">
${jsonScript("application/ld+json", data)}`;
  return frame(context, head, body);
}

function listing(context: ListingContext): string {
  const items = context.links.map(
    ({ href, story }) => `<li><a href="${escapeHtml(href)}">${escapeHtml(story.title)}</a></li>`,
  );
  const next = context.next === null ? "" : `<a href="${context.next}">次のページ</a>`;
  const head = `<title>${escapeHtml(context.title)}</title>${canonicalLink(context.url)}`;
  return frame(context, head, `<h1>${escapeHtml(context.title)}</h1><ul>${items.join("\n")}</ul>${next}`);
}

export const minato: HostTemplate = {
  name: "minato",
  siteName: SITE_NAME,
  language: "ja",
  kind: "plain",
  sections: { chiiki: "地域", bunka: "文化", keizai: "経済" },
  articlePath: (story) => `/articles/${story.published.slice(0, 10).replaceAll("-", "")}/${story.slug}.html`,
  needsBrowser: () => false,
  article,
  listing,
};
