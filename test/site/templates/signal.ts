import type { ArticleContext, BlockTags, HostTemplate, ListingContext } from "../host-template.ts";
import { SEMANTIC_TAGS, displayDate, escapeHtml, interleave } from "../html.ts";
import { canonicalLink, feedLink, imageUrl, openGraph } from "../metadata.ts";

/**
 * Streamed rendering as React does it: the page first shows a placeholder, and the body follows in a hidden
 * `<div id="S:0">` that an inline script moves into its place. Over HTTP the body is in the hidden element.
 */

const SITE_NAME = "Signal & Noise";

const CSS = `body{font:18px/1.6 system-ui,sans-serif;margin:0;color:#18181b}.Top_bar__a1{border-bottom:1px solid #e4e4e7;padding:16px 32px;display:flex;gap:20px}
.Story_wrap__b2{max-width:42rem;margin:0 auto;padding:24px}.Story_meta__c3{color:#71717a;font-size:14px}.Story_dek__d4{font-size:1.2rem;color:#3f3f46}
figure{margin:20px 0}figure img{width:100%;border-radius:8px}figcaption{font-size:13px;color:#71717a}.Card_box__e5{background:#f4f4f5;border-radius:8px;padding:16px;margin:20px 0}`;

/** Moves the content of the hidden element to the placeholder's comment markers. */
const MOVE_SCRIPT = `function $RC(b,s){var t=document.getElementById(b),h=document.getElementById(s);if(!t||!h)return;h.remove();var p=t.parentNode,n=t.nextSibling;while(n&&!(n.nodeType===8&&n.data==="/$")){var x=n.nextSibling;p.removeChild(n);n=x}while(h.firstChild)p.insertBefore(h.firstChild,n);p.removeChild(t)}$RC("B:0","S:0")`;

const TAGS: BlockTags = {
  ...SEMANTIC_TAGS,
  paragraph: (html) => `<p class="Text_p__x9">${html}</p>`,
  heading: (html) => `<h3 class="Text_h__x8">${html}</h3>`,
};

function frame(context: ArticleContext | ListingContext, title: string, head: string, body: string): string {
  const c = context.chrome;
  const menu = context.sections.map(({ label, url }) => `<a href="${url}">${c(label)}</a>`).join("");
  return `<!DOCTYPE html><html lang="en-US"><head><meta charSet="utf-8"/><title>${escapeHtml(title)}</title>
${head}
${feedLink(context.origin)}
<style>${CSS}</style></head><body>
<nav class="Top_bar__a1"><a href="/"><b>${c(SITE_NAME)}</b></a>${menu}<button>${c("Become a member")}</button></nav>
${body}</body></html>`;
}

function storyBody(context: ArticleContext): string {
  const { story, chrome: c } = context;
  const [first, second] = context.others;
  const picture = story.images[0];
  const newsletter = `<div class="Card_box__e5 newsletter"><h4>${c("Less noise, once a week")}</h4><p>${c("One finding explained, no adverts, in your inbox on Thursdays.")}</p><form><input type="email"/><button>${c("Subscribe free")}</button></form></div>`;
  return `<div class="Story_body__f6">
${picture === undefined ? "" : `<figure><img src="${imageUrl(context)}" alt=""/><figcaption>${c(picture.caption)} <span class="credit">${c(`Credit: ${picture.credit}`)}</span></figcaption></figure>`}
${interleave(context.blocks(TAGS), { 2: newsletter })}
</div><div class="Card_box__e5 author-bio"><p>${c(story.extra["bio"] ?? `${story.authors[0]} reports on science for Signal & Noise.`)}</p></div>
<section class="Card_box__e5 related"><h4>${c("Keep reading")}</h4><ul>${[first, second].map((link) => (link === undefined ? "" : `<li><a href="${link.url}">${c(link.story.title)}</a></li>`)).join("")}</ul></section>`;
}

function article(context: ArticleContext): string {
  const { story, chrome: c } = context;
  const date = displayDate(story.published, "en-US", { dateStyle: "long" });
  const body = `<main class="Story_wrap__b2" itemscope itemtype="https://schema.org/NewsArticle"><header><h1 itemprop="headline">${escapeHtml(story.title)}</h1>
${story.standfirst === null ? "" : `<p class="Story_dek__d4" itemprop="description">${escapeHtml(story.standfirst)}</p>`}
<p class="Story_meta__c3">${c("by")} ${story.authors.map((name) => `<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">${c(name)}</span></span>`).join(", ")} <time itemprop="datePublished" datetime="${story.published}">${c(date)}</time></p></header>
<!--$?--><template id="B:0"></template><p class="Skeleton_line__z0">${c("Loading story…")}</p><!--/$--></main>
<footer class="Top_bar__a1">${c("Signal & Noise is published by the Larkfield Science Trust.")}</footer>
<div hidden id="S:0">${storyBody(context)}</div><script>${MOVE_SCRIPT}</script>`;
  const head = `${canonicalLink(context.url)}\n${openGraph(context, SITE_NAME)}`;
  return frame(context, `${story.title} — ${SITE_NAME}`, head, body);
}

function listing(context: ListingContext): string {
  const cards = context.links.map(
    ({ href, story }) =>
      `<div class="Card_box__e5"><h3><a href="${escapeHtml(href)}">${escapeHtml(story.title)}</a></h3><p>${escapeHtml(story.standfirst ?? "")}</p></div>`,
  );
  const next = context.next === null ? "" : `<a href="${context.next}">More stories</a>`;
  return frame(
    context,
    context.title,
    canonicalLink(context.url),
    `<main class="Story_wrap__b2"><h1>${escapeHtml(context.title)}</h1>${cards.join("\n")}${next}</main>`,
  );
}

export const signal: HostTemplate = {
  name: "signal",
  siteName: SITE_NAME,
  language: "en-US",
  kind: "plain",
  sections: { nature: "Nature", machines: "Machines", briefs: "Briefs" },
  articlePath: (story) => `/stories/${story.slug}`,
  needsBrowser: () => false,
  article,
  listing,
};
