import type { ArticleContext, HostTemplate, ListingContext } from "../host-template.ts";
import { SEMANTIC_TAGS, displayDate, escapeHtml, interleave, jsonScript } from "../html.ts";
import { canonicalLink, feedLink, imageUrl, newsArticle, openGraph } from "../metadata.ts";

/** Semantic tags: header, nav, main, article, figure, aside and footer, each used as the standard means it. */

const SITE_NAME = "The Kestrel Post";

const CSS = `body{font:18px/1.6 Georgia,serif;margin:0;color:#222}header.site,footer.site{background:#14324a;color:#fff;padding:1rem 2rem}
header.site a,footer.site a{color:#fff;margin-right:1rem}main{max-width:44rem;margin:2rem auto;padding:0 1rem}h1{line-height:1.15}
.standfirst{font-size:1.25rem;color:#555}.byline,.breadcrumb,.tags,figcaption{font:14px sans-serif;color:#666}figure{margin:0}
figure img{width:100%}aside{background:#f3f0e8;padding:1rem;margin:1.5rem 0;font-family:sans-serif}.cookie-banner{position:fixed;
bottom:0;left:0;right:0;background:#222;color:#fff;padding:.8rem 2rem;font:14px sans-serif}`;

interface Frame {
  readonly title: string;
  readonly head: string;
  readonly body: string;
}

function frame(context: ArticleContext | ListingContext, { title, head, body }: Frame): string {
  const c = context.chrome;
  const menu = context.sections.map(({ label, url }) => `<a href="${url}">${c(label)}</a>`).join(" ");
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
${head}
${feedLink(context.origin)}
<style>${CSS}</style>
</head>
<body>
<a class="skip-link" href="#content">${c("Skip to main content")}</a>
<header class="site"><a href="/"><strong>${c(SITE_NAME)}</strong></a>
<nav aria-label="Main">${menu}</nav>
<form role="search" action="/search"><label>${c("Search the Post")} <input name="q"></label><button>${c("Find it")}</button></form></header>
<main id="content">
${body}
</main>
<footer class="site"><nav aria-label="Footer"><a href="/">${c("About the Kestrel Post")}</a> <a href="/">${c("Corrections and complaints")}</a> <a href="/">${c("Advertise with us")}</a></nav>
<p><small>${c("© 2026 Kestrel Post Co-operative. Registered society no. 4471.")}</small></p></footer>
<div class="cookie-banner" role="dialog"><p>${c("We use cookies to count visits and to remember your choices.")}</p><button>${c("Accept all")}</button><button>${c("Only what is needed")}</button></div>
</body>
</html>`;
}

function comments(context: ArticleContext): string {
  const c = context.chrome;
  return `<section id="comments" class="comments"><h2>${c("Join the conversation")}</h2>
<ol><li><article><header>${c("marsh_walker wrote two days ago")}</header><p>${c(`I was there on the day and it rained on ${context.story.slug.replaceAll("-", " ")} as usual.`)}</p><button>${c("Reply to marsh_walker")}</button></article></li></ol>
<a href="/">${c("Sign in to leave a comment")}</a></section>`;
}

function article(context: ArticleContext): string {
  const { story, chrome: c } = context;
  const picture = story.images[0];
  const related = context.others
    .slice(0, 3)
    .map(({ url, story: other }) => `<li><a href="${url}">${c(other.title)}</a></li>`);
  const newsletter = `<aside class="newsletter"><h2>${c("The Friday Perch")}</h2><p>${c("Our week in one email, every Friday at six.")}</p><form><input type="email" placeholder="you@example.org"><button>${c("Sign me up")}</button></form></aside>`;
  const date = displayDate(story.published, "en-GB", { dateStyle: "long", timeStyle: "short" });
  const body = `<nav class="breadcrumb" aria-label="Breadcrumb"><a href="/">${c("Kestrel home")}</a> › <a href="/section/${story.section}">${c(context.sectionLabel)}</a></nav>
<article>
<header><h1>${escapeHtml(story.title)}</h1>
${story.standfirst === null ? "" : `<p class="standfirst">${escapeHtml(story.standfirst)}</p>`}
<p class="byline">${c("By")} ${story.authors.map((name) => `<a rel="author" href="/">${c(name)}</a>`).join(c(" and "))} · <time datetime="${story.published}">${c(date)}</time></p>
<ul class="share"><li><a href="/">${c("Share by email")}</a></li><li><a href="/">${c("Copy the link")}</a></li></ul></header>
${picture === undefined ? "" : `<figure><img src="${imageUrl(context)}" alt=""><figcaption>${c(picture.caption)} <small>${c(picture.credit)}</small></figcaption></figure>`}
${interleave(context.blocks(SEMANTIC_TAGS), { 2: newsletter })}
<footer><ul class="tags">${story.keywords.map((word) => `<li><a href="/" rel="tag">${c(`#${word}`)}</a></li>`).join("")}</ul>
${story.extra["bio"] === undefined ? "" : `<p class="author-bio">${c(story.extra["bio"])}</p>`}</footer>
</article>
<aside class="related"><h2>${c("More from the Post")}</h2><ul>${related.join("")}</ul></aside>
<p class="print"><a rel="nofollow" href="/print/${story.slug}">${c("Print this story")}</a></p>
${comments(context)}`;
  const data = { "@context": "https://schema.org", ...newsArticle(context, SITE_NAME) };
  const head = [
    canonicalLink(context.url),
    openGraph(context, SITE_NAME),
    jsonScript("application/ld+json", data),
  ].join("\n");
  return frame(context, { title: `${story.title} | ${SITE_NAME}`, head, body });
}

function listing(context: ListingContext): string {
  const items = context.links.map(
    ({ href, story }) =>
      `<article><h2><a href="${escapeHtml(href)}">${escapeHtml(story.title)}</a></h2><p>${escapeHtml(story.standfirst ?? "")}</p><time datetime="${story.published}">${displayDate(story.published, "en-GB", { dateStyle: "medium" })}</time></article>`,
  );
  const pages = `<nav class="pagination">${context.previous === null ? "" : `<a rel="prev" href="${context.previous}">Newer</a>`} ${context.next === null ? "" : `<a rel="next" href="${context.next}">Older</a>`}</nav>`;
  return frame(context, {
    title: context.title,
    head: canonicalLink(context.url),
    body: `<h1>${escapeHtml(context.title)}</h1>\n${items.join("\n")}\n${pages}`,
  });
}

export const kestrel: HostTemplate = {
  name: "kestrel",
  siteName: SITE_NAME,
  language: "en-GB",
  kind: "plain",
  sections: { town: "Town", river: "River", culture: "Culture", sport: "Sport" },
  articlePath: (story) =>
    `/${story.section}/${story.published.slice(0, 10).replaceAll("-", "/")}/${story.slug}`,
  needsBrowser: () => false,
  article,
  listing,
  /** The print version stands under a path that robots.txt closes and names the article as canonical. */
  companions: (context) => ({
    [`/print/${context.story.slug}`]: {
      type: "text/html; charset=utf-8",
      body: `<!doctype html><html lang="en-GB"><title>${escapeHtml(context.story.title)}</title>${canonicalLink(context.url)}<h1>${escapeHtml(context.story.title)}</h1>${context.blocks(SEMANTIC_TAGS).join("\n")}</html>`,
    },
  }),
};
