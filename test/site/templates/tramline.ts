import type { ArticleContext, HostTemplate, ListingContext } from "../host-template.ts";
import { SEMANTIC_TAGS, displayDate, escapeHtml, interleave, jsonScript } from "../html.ts";
import { canonicalLink, feedLink, newsArticle, openGraph } from "../metadata.ts";

/**
 * Stories marked `shell: external` or `shell: inline` are an empty `<div id="root">` that a script fills from a JSON
 * answer of the same host; their HTML holds no prose. The others are static.
 */

const SITE_NAME = "Tramline";

const CSS = `body{font:17px/1.6 "Trebuchet MS",sans-serif;margin:0;color:#111}#root,.page{max-width:700px;margin:0 auto;padding:20px}
.bar{background:#0a7c4a;color:#fff;padding:14px 24px}.bar a{color:#fff;margin-right:16px;text-decoration:none}.deck{font-size:20px;color:#444}
.meta,.tags,.foot{font-size:13px;color:#666}.promo{border-left:4px solid #0a7c4a;padding:6px 14px;background:#eef7f2}`;

/** Builds the whole page from the story's JSON. */
const APP_SCRIPT = `(async () => {
  const root = document.getElementById("root");
  const slug = location.pathname.split("/").pop();
  const story = await (await fetch("/api/stories/" + slug + ".json")).json();
  const add = (parent, tag, props) => parent.appendChild(Object.assign(document.createElement(tag), props));
  const bar = add(root, "nav", { className: "bar" });
  for (const { label, url } of story.menu) add(bar, "a", { href: url, textContent: label });
  const article = add(root, "article", { className: "story" });
  add(article, "h1", { textContent: story.title });
  if (story.standfirst) add(article, "p", { className: "deck", textContent: story.standfirst });
  add(article, "p", { className: "meta byline", textContent: story.byline });
  add(article, "time", { className: "meta", dateTime: story.published, textContent: story.date });
  for (const html of story.blocks) add(article, "div", { className: "block", innerHTML: html });
  add(article, "ul", { className: "tags", innerHTML: story.tags.map((tag) => "<li>" + tag + "</li>").join("") });
  add(root, "aside", { className: "promo newsletter", textContent: story.promo });
  const more = add(root, "aside", { className: "related" });
  for (const { title, url } of story.more) add(add(more, "p", {}), "a", { href: url, textContent: title });
  add(root, "footer", { className: "foot", textContent: story.foot });
  document.title = story.title + " | Tramline";
})();`;

const PROMO = "Tramline by post: four printed issues a year for members";
const FOOT = "Tramline is written by people who ride to work.";

function isShell(context: ArticleContext): boolean {
  return context.story.extra["shell"] !== undefined;
}

function head(context: ArticleContext | ListingContext, title: string, more: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
${more}
${feedLink(context.origin)}
<style>${CSS}</style></head>`;
}

function visibleDate(context: ArticleContext): string {
  return displayDate(context.story.published, "en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
}

function nextStops(context: ArticleContext): readonly { readonly title: string; readonly url: string }[] {
  return context.others.slice(0, 2).map(({ story, url }) => ({ title: `Next stop: ${story.title}`, url }));
}

function shellPage(context: ArticleContext): string {
  const { story } = context;
  const script =
    story.extra["shell"] === "inline"
      ? `<script>${APP_SCRIPT}</script>`
      : `<script src="/assets/app.js"></script>`;
  const more = `<meta name="viewport" content="width=device-width">\n${canonicalLink(context.url)}\n<meta property="og:title" content="${escapeHtml(story.title)}">\n<meta property="article:published_time" content="${story.published}">\n<meta name="author" content="${escapeHtml(story.authors.join(", "))}">`;
  return `${head(context, SITE_NAME, more)}
<body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div>${script}</body></html>`;
}

function staticPage(context: ArticleContext): string {
  const { story, chrome: c } = context;
  const promo = `<aside class="promo newsletter">${c(PROMO)}</aside>`;
  const more = [
    canonicalLink(context.url),
    openGraph(context, SITE_NAME),
    jsonScript("application/ld+json", {
      "@context": "https://schema.org",
      ...newsArticle(context, SITE_NAME),
    }),
  ].join("\n");
  return `${head(context, `${story.title} | ${SITE_NAME}`, more)}
<body><nav class="bar">${context.sections.map(({ label, url }) => `<a href="${url}">${c(label)}</a>`).join("")}</nav>
<div class="page"><article class="story"><h1>${escapeHtml(story.title)}</h1>
${story.standfirst === null ? "" : `<p class="deck">${escapeHtml(story.standfirst)}</p>`}
<p class="meta byline">${c(`Words: ${story.authors.join(" and ")}`)}</p><time class="meta" datetime="${story.published}">${c(visibleDate(context))}</time>
${interleave(context.blocks(SEMANTIC_TAGS), { 3: promo })}
<ul class="tags">${story.keywords.map((word) => `<li>${c(`Line: ${word}`)}</li>`).join("")}</ul></article>
<aside class="related">${nextStops(context)
    .map(({ title, url }) => `<p><a href="${url}">${c(title)}</a></p>`)
    .join("")}</aside></div>
<footer class="foot">${c(FOOT)}</footer></body></html>`;
}

function storyJson(context: ArticleContext): string {
  const { story, chrome: c } = context;
  // The script sets most of these as text; `chrome` is called for its note alone there.
  const noted = (text: string): string => (c(text), text);
  return JSON.stringify({
    title: story.title,
    standfirst: story.standfirst,
    byline: noted(`Words: ${story.authors.join(" and ")}`),
    published: story.published,
    date: noted(visibleDate(context)),
    menu: context.sections.map(({ label, url }) => ({ label: noted(label), url })),
    blocks: context.blocks(SEMANTIC_TAGS),
    tags: story.keywords.map((word) => c(`Line: ${word}`)),
    more: nextStops(context).map(({ title, url }) => ({ title: noted(title), url })),
    promo: noted(PROMO),
    foot: noted(FOOT),
  });
}

function listing(context: ListingContext): string {
  const items = context.links.map(
    ({ href, story }) => `<li><a href="${escapeHtml(href)}">${escapeHtml(story.title)}</a></li>`,
  );
  const next = context.next === null ? "" : `<p><a href="${context.next}">Earlier issues</a></p>`;
  return `${head(context, context.title, canonicalLink(context.url))}
<body><nav class="bar">${context.sections.map(({ label, url }) => `<a href="${url}">${escapeHtml(label)}</a>`).join("")}</nav>
<div class="page"><h1>${escapeHtml(context.title)}</h1><ul>${items.join("\n")}</ul>${next}</div></body></html>`;
}

export const tramline: HostTemplate = {
  name: "tramline",
  siteName: SITE_NAME,
  language: "en",
  kind: "plain",
  sections: { lines: "Lines", depot: "Depot", riders: "Riders" },
  articlePath: (story) => `/read/${story.slug}`,
  needsBrowser: (story) => story.extra["shell"] !== undefined,
  article: (context) => (isShell(context) ? shellPage(context) : staticPage(context)),
  listing,
  companions: (context): Record<string, { type: string; body: string }> =>
    isShell(context)
      ? {
          [`/api/stories/${context.story.slug}.json`]: { type: "application/json", body: storyJson(context) },
        }
      : {},
  assets: { "/assets/app.js": { type: "text/javascript", body: APP_SCRIPT } },
};
