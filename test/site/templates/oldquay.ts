import type { ArticleContext, BlockTags, HostTemplate, ListingContext } from "../host-template.ts";
import { displayDate, escapeHtml } from "../html.ts";
import { canonicalLink } from "../metadata.ts";

/** Nested layout tables of the old kind: `Loading`, `Search :`, a category bullet, comment and trackback lines. */

const SITE_NAME = "Oldquay Wire Service";

const TAGS: BlockTags = {
  paragraph: (html) => `<p><font face="Verdana" size="2">${html}</font></p>`,
  heading: (html) => `<p><font face="Verdana" size="3"><b>${html}</b></font></p>`,
  list: (items) =>
    `<ul>${items.map((item) => `<li><font face="Verdana" size="2">${item}</font>`).join("\n")}</ul>`,
  quote: (html, attribution) =>
    `<blockquote><font face="Verdana" size="2"><i>${html}</i></font>${attribution === null ? "" : `<br><font size="2">${attribution}</font>`}</blockquote>`,
  table: (rows) =>
    `<table border="1" cellpadding="4">${rows.map((row) => `<tr>${row.map((cell) => `<td><font size="2">${cell}</font></td>`).join("")}</tr>`).join("\n")}</table>`,
};

function frame(context: ArticleContext | ListingContext, title: string, head: string, body: string): string {
  const c = context.chrome;
  const menu = context.sections.map(
    ({ label, url }) =>
      `<tr><td bgcolor="#DDE6EE"><a href="${url}"><font size="2">${c(label)}</font></a></td></tr>`,
  );
  return `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">
<html lang="en">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>${escapeHtml(title)}</title>
${head}
</head>
<body bgcolor="#FFFFFF" link="#003399">
<div id="loading">${c("Loading")}</div>
<script>document.getElementById("loading").style.display = "none";</script>
<table width="960" align="center" border="0" cellspacing="0" cellpadding="6">
<tr><td colspan="3" bgcolor="#003366"><font color="#FFFFFF" size="5"><b>${c(SITE_NAME)}</b></font></td></tr>
<tr><td colspan="3" align="right"><form action="/search"><font size="2">${c("Search")}</font> : <input name="q" size="14"><input type="submit" value="Go"></form></td></tr>
<tr valign="top"><td width="140"><table width="100%" border="0" cellspacing="2"><tr><td><a href="/"><font size="2">${c("Top page")}</font></a></td></tr>${menu.join("\n")}</table></td>
<td width="640">${body}</td>
<td width="180"><table border="0" bgcolor="#EEEEEE" cellpadding="4"><tr><td><font size="1">${c("Sponsored: Penhallow Marine Paints, two coats and done")}</font></td></tr></table></td></tr>
<tr><td colspan="3" align="center"><font size="1">${c("Copyright 1998-2026 Oldquay Wire Service")} | <a href="/">${c("Privacy")}</a> | <a href="/">${c("Contact the desk")}</a></font></td></tr>
</table>
</body></html>`;
}

function article(context: ArticleContext): string {
  const { story, chrome: c } = context;
  const latest = context.others
    .slice(0, 4)
    .map(
      ({ url, story: other }) =>
        `<tr><td><font size="1">- <a href="${url}">${c(other.title)}</a></font></td></tr>`,
    );
  const picture = story.images[0];
  const date = displayDate(story.published, "en-US", { dateStyle: "full" });
  const photo =
    picture === undefined
      ? ""
      : `<table align="right" width="210"><tr><td><img src="/media/${story.slug}-1.svg" width="200" alt=""></td></tr><tr><td><font size="1">${c(picture.caption)} ${c(`(${picture.credit})`)}</font></td></tr></table>`;
  const body = `<table width="100%" border="0"><tr><td><h1><font face="Verdana" size="4">${escapeHtml(story.title)}</font></h1>
<ul><li><font size="2">${c(`Category:${context.sectionLabel}`)}</font></li></ul>
<font size="1" color="#666666">${c(date)} &nbsp; ${c(`By ${story.authors.join(" and ")}, Oldquay staff`)}</font></td></tr>
<tr><td>&nbsp;<br>&nbsp;<br></td></tr>
<tr><td><table width="100%" border="0" cellpadding="2"><tr><td>${photo}
${story.standfirst === null ? "" : TAGS.paragraph(`<b>${escapeHtml(story.standfirst)}</b>`)}
${context.blocks(TAGS).join("\n\n\n")}
</td></tr></table></td></tr>
<tr><td>&nbsp;<br>&nbsp;<br>&nbsp;</td></tr>
<tr><td><font size="2">${c("Comment(s)")} <a href="/">${c("Write comment")}</a></font></td></tr>
<tr><td><font size="2">${c("Trackback (You need to login.)")}</font></td></tr>
<tr><td><table width="100%" bgcolor="#F4F4F4"><tr><td><font size="2"><b>${c("Latest dispatches")}</b></font></td></tr>${latest.join("\n")}</table></td></tr></table>`;
  const head = `${canonicalLink(context.url)}
<meta name="author" content="${escapeHtml(story.authors.join(", "))}">
<meta name="date" content="${story.published}">
<meta name="description" content="${escapeHtml(story.standfirst ?? story.title)}">
<meta name="keywords" content="${escapeHtml(story.keywords.join(","))}">`;
  return frame(context, `${SITE_NAME} :: ${story.title}`, head, body);
}

function listing(context: ListingContext): string {
  const rows = context.links.map(
    ({ href, story }) =>
      `<tr><td><font size="2"><a href="${escapeHtml(href)}">${escapeHtml(story.title)}</a> (${displayDate(story.published, "en-US", { dateStyle: "short" })})</font></td></tr>`,
  );
  const older = context.next === null ? "" : `<a href="${context.next}">Next page</a>`;
  return frame(
    context,
    context.title,
    canonicalLink(context.url),
    `<h2>${escapeHtml(context.title)}</h2><table>${rows.join("\n")}</table>${older}`,
  );
}

export const oldquay: HostTemplate = {
  name: "oldquay",
  siteName: SITE_NAME,
  language: "en",
  kind: "hard",
  sections: { other: "Other", islands: "Islands", courts: "Courts" },
  articlePath: (story) =>
    `/news_detail.php/${story.published.slice(0, 10).replaceAll("-", "")}/${story.slug}.html`,
  needsBrowser: () => false,
  article,
  listing,
};
